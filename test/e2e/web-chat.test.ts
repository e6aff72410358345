import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { wordsIn } from '../../src/conversation/words-in.ts'
import { openChromium } from './chromium.ts'
import { type RunningOpstap, startOpstap } from './start-opstap.ts'
import { until } from './until.ts'
import { startWebChatPage } from './web-chat-page.ts'

const browser: Browser | undefined = await openChromium()
// openChromium has said that there is no browser; what is left out here is never left out in a build.
const inBrowser = browser === undefined ? describe.skip : describe

const dataFolder = mkdtempSync(join(tmpdir(), 'opstap-e2e-'))
let site: Awaited<ReturnType<typeof startWebChatPage>>
let opstap: RunningOpstap

beforeAll(async () => {
  // The page lives on another origin, so everything below also proves the CORS answers and the check of the socket's origin.
  site = await startWebChatPage()
  opstap = await startOpstap(dataFolder, { environment: { ALLOWED_ORIGINS: site.origin } })
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await site.stop()
  await opstap.stop()
  rmSync(dataFolder, { recursive: true, force: true })
}, 60_000)

async function visit(run: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser?.newContext({ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' })
  if (context === undefined) throw new Error('There is no browser')
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (line) => {
      if (line.type() === 'error') complaints.push(line.text())
    })
    await page.goto(`${site.origin}/?opstap=${opstap.url}`)
    await said(page, wordsIn(opstap.app.content).phrases.greeting.texts[0] ?? 'greeting').waitFor()
    await run(page)
    expect(complaints).toEqual([])
  } finally {
    await context.close()
  }
}

const messages = (page: Page) => page.locator('[role=feed] > article')
const box = (page: Page) => page.getByRole('textbox')
const suggestions = (page: Page) => page.getByRole('toolbar').getByRole('button')

/** A message with this text. Web Chat writes typographic quotes, so long texts are looked for up to their first one. */
const said = (page: Page, text: string) =>
  messages(page).filter({ hasText: text.split(/["'“”‘’\n]/)[0]?.trim() ?? text })

async function say(page: Page, text: string): Promise<void> {
  await box(page).fill(text)
  await box(page).press('Enter')
  await said(page, text).last().waitFor()
}

const labels = (page: Page) => suggestions(page).allInnerTexts()

inBrowser('the official Web Chat on another site', () => {
  it('holds a whole conversation, by typing and by suggested actions', async () => {
    await visit(async (page) => {
      const { content } = opstap.app
      const { choices, texts } = wordsIn(content).phrases.closing
      await say(page, 'Wat gebeurt er dan met mijn uitkering?')
      await suggestions(page).filter({ hasText: 'Bijstand' }).first().waitFor()
      // The suggestions may be there before the messages are drawn, so they tell what is asked now.
      const isClosing = async () => (await labels(page)).includes(choices[1]?.label ?? '')
      for (let turns = 0; turns < 10 && !(await isClosing()); turns++) {
        const before = await messages(page).count()
        await suggestions(page).first().click()
        await until('the next question', async () => {
          return (await messages(page).count()) >= before + 2 && (await labels(page)).length > 0
        })
      }
      await said(page, texts[0] ?? 'closing').waitFor()
      await page
        .getByRole('toolbar')
        .getByRole('button', { name: choices[0]?.label ?? '', exact: true })
        .click()
      await said(page, wordsIn(content).phrases['closing-smaller'].texts[0] ?? '').waitFor()
      await expect(page.getByText('Verzenden mislukt').count()).resolves.toBe(0)
    })
  }, 180_000)

  it('shows the written words when somebody is in danger, with buttons that call and open a chat', async () => {
    await visit(async (page) => {
      await page.evaluate(() => {
        const opened: string[] = []
        Object.assign(window, { opened, open: (url: string) => opened.push(url) })
      })
      const { text, buttons } = wordsIn(opstap.app.content).crisis.messages.oranje
      for (const button of buttons) {
        if (!('url' in button)) continue
        // Web Chat puts the buttons away after one of them, so each is reached from a message of its own.
        const before = await messages(page).count()
        await say(page, 'Ik wil dood')
        await until('the crisis message', async () => (await messages(page).count()) >= before + 2)
        for (const line of text) await said(page, line).last().waitFor()
        await page.getByRole('toolbar').getByRole('button', { name: button.label, exact: true }).click()
        await until(`${button.url} to be opened`, async () => {
          const opened: string[] = await page.evaluate(() => Object.values(Reflect.get(window, 'opened')))
          return opened.at(-1) === button.url
        })
      }
    })
  }, 180_000)

  it('has the history again after a reload, and goes on', async () => {
    await visit(async (page) => {
      await say(page, 'Kom ik niet in de schulden?')
      await suggestions(page).filter({ hasText: 'Ik heb al schulden' }).first().waitFor()
      const before = await messages(page).allInnerTexts()
      await page.reload()
      await until('the history', async () => (await messages(page).count()) >= before.length)
      const heard = (lines: string[]) => lines.map((line) => line.split('\n')[0])
      expect(heard(await messages(page).allInnerTexts())).toEqual(heard(before))
      await suggestions(page).filter({ hasText: 'Ik heb al schulden' }).first().click()
      await until('an answer', async () => (await messages(page).count()) >= before.length + 2)
    })
  }, 180_000)

  it('comes back when its socket is lost, and shows what was said meanwhile once', async () => {
    await visit(async (page) => {
      await say(page, 'Ik durf niet, ik blijf wel hier. Ik weet wat ik heb')
      await suggestions(page).filter({ hasText: 'Ik blijf liever hier' }).first().waitFor()
      const before = await messages(page).count()
      const socketsBefore = opstap.countSockets()
      opstap.dropSockets()
      await say(page, 'Ik blijf liever hier')
      await until('an answer', async () => (await messages(page).count()) >= before + 2, 60_000)
      expect(opstap.countSockets()).toBe(socketsBefore + 1)
      await expect(said(page, 'Ik blijf liever hier').count()).resolves.toBe(1)
      await say(page, 'menu')
      await said(page, wordsIn(opstap.app.content).phrases.menu.texts[0] ?? 'menu').waitFor()
      await expect(page.getByText('Verzenden mislukt').count()).resolves.toBe(0)
    })
  }, 180_000)
})
