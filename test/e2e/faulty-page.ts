import { afterAll, beforeAll, describe, expect } from '@jest/globals'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { buildPages } from './build-pages.ts'
import { openChromium } from './chromium.ts'
import { type FaultyServer, startFaultyServer } from './faulty-server.ts'
import { answer, greeting, help } from './sample-bot.ts'

/** A page on a server of its own, so that the faults of one test never reach another. */
export interface Visit {
  page: Page
  server: FaultyServer
}

/** The chat page at servers that fail on request, on a phone of 360 pixels wide, in a real Chromium. */
export interface FaultyPage {
  /** `describe`, or passed over when there is no browser; `openChromium` has said so, and in a build it is an error. */
  inBrowser: typeof describe | typeof describe.skip
  /**
   * Opens the page. Errors in it, content that is blocked and requests to elsewhere end the test.
   * @param options what the browser is like, and `path`: what stands behind the address, `?taal=en`
   */
  visit(run: (visit: Visit) => Promise<void>, options?: BrowserContextOptions & { path?: string }): Promise<void>
}

/**
 * Builds the pages before the tests of a file and removes them after.
 * @param bot what the bot says, when it is not the sample bot
 */
export async function takeFaultyPage(
  bot: Partial<Omit<Parameters<typeof startFaultyServer>[0], 'builtFolder'>> = {},
): Promise<FaultyPage> {
  const browser: Browser | undefined = await openChromium()
  let pages: Awaited<ReturnType<typeof buildPages>>

  beforeAll(async () => {
    if (browser !== undefined) pages = await buildPages()
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    await pages?.remove()
  })

  return {
    inBrowser: browser === undefined ? describe.skip : describe,
    async visit(run, { path = '', ...options } = {}) {
      const server = await startFaultyServer({ greeting, help, answer, ...bot, builtFolder: pages.folder })
      const context = await browser?.newContext({
        viewport: { width: 360, height: 640 },
        locale: 'nl-NL',
        timezoneId: 'Europe/Amsterdam',
        ...options,
      })
      if (context === undefined) throw new Error('There is no browser')
      try {
        const page = await context.newPage()
        const complaints: string[] = []
        page.on('pageerror', (error) => complaints.push(String(error)))
        page.on('console', (line) => {
          if (/Content Security Policy/.test(line.text())) complaints.push(line.text())
        })
        page.on('request', (request) => {
          const url = request.url()
          if (!url.startsWith(server.url) && !/^(data|blob):/.test(url)) complaints.push(url)
        })
        await page.goto(server.url + path)
        await run({ page, server })
        expect(complaints).toEqual([])
      } finally {
        await context.close()
        await server.close()
      }
    },
  }
}
