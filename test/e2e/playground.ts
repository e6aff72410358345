import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'

/** Microsoft's Agents Playground (Teams without a tenant), opened on the personal chat with the bot. */
export interface Playground {
  page: Page
  /** Errors that the page met. */
  pageErrors: string[]
  /** Types a message as a person and sends it. */
  say(text: string): Promise<void>
  /** Clicks a suggested action under a message of the bot. */
  choose(title: string): Promise<void>
  /** Texts of the messages on the page, of both sides, in order. */
  messages(): Promise<string[]>
  /** Waits until a message holds this text. */
  waitFor(text: string): Promise<void>
  /** Waits until there are so many messages. */
  waitForCount(count: number): Promise<void>
  stop(): Promise<void>
}

/**
 * Starts the playground on a free port and opens its page.
 * @param endpoint address of the bot, ending in `/api/messages`
 */
export async function openPlayground(endpoint: string, browser: Browser): Promise<Playground> {
  const folder = mkdtempSync(join(tmpdir(), 'opstap-playground-'))
  const cli = join(
    dirname(createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json')),
    'cli.js',
  )
  const wantedPort = 20_000 + Math.floor(Math.random() * 20_000)
  const args = [cli, 'start', '-e', endpoint, '-c', 'msteams', '--port', String(wantedPort), '--disable-telemetry']
  const program = spawn(process.execPath, args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      // The program that runs Jest may hand down flags that the playground does not know.
      NODE_OPTIONS: '',
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, 'playground.log'),
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: join(folder, '.m365agentsplayground.yml'),
    },
  })
  const port = await readPort(program)
  const page = await browser.newPage({ locale: 'nl-NL', viewport: { width: 1400, height: 900 } })
  page.setDefaultTimeout(30_000)
  const pageErrors: string[] = []
  page.on('pageerror', (error) => pageErrors.push(String(error)))
  await page.goto(`http://127.0.0.1:${port}/`)
  await page.getByRole('treeitem', { name: 'Personal Chat', exact: true }).click()
  const box = page.locator('[contenteditable=true][role=textbox]').last()
  await box.waitFor()
  // Every message has such a button in its header; two steps up stand header and text together.
  const messages = page.getByRole('button', { name: 'Show more information' }).locator('xpath=../../..')

  return {
    page,
    pageErrors,
    async say(text) {
      await box.click()
      await page.keyboard.insertText(text)
      await page.getByRole('button', { name: 'Send Message' }).last().click()
    },
    choose: (title) => page.getByRole('button', { name: title, exact: true }).last().click(),
    messages: () => messages.allTextContents(),
    waitFor: (text) => messages.filter({ hasText: text }).last().waitFor(),
    waitForCount: (count) => messages.nth(count - 1).waitFor(),
    async stop() {
      await page.close()
      await stopProgram(program)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function readPort(program: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let printed = ''
    const read = (chunk: Buffer) => {
      printed += chunk.toString()
      const port = /Listening on (\d+)/.exec(printed)?.[1]
      if (port !== undefined) resolve(Number(port))
    }
    program.stdout?.on('data', read)
    program.stderr?.on('data', read)
    program.once('exit', () => reject(new Error(`The playground stopped before it listened: ${printed}`)))
  })
}

function stopProgram(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    program.once('exit', () => resolve())
    program.kill('SIGKILL')
  })
}
