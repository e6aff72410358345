import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openChromium } from './chromium.ts'
import { type Keyboard, takeKeyboard } from './keyboard.ts'
import { type RunningOpstap, startOpstap } from './start-opstap.ts'
import { until } from './until.ts'

/** A page of a running Opstap on a phone of 360 pixels wide, in a real Chromium. */
export interface SmallPhone {
  /** `describe`, or passed over when there is no browser; `openChromium` has said so, and in a build it is an error. */
  inBrowser: typeof describe | typeof describe.skip
  /** The program the page belongs to; there once the tests run. */
  opstap(): RunningOpstap
  /**
   * Opens the page; what goes wrong in it ends the test.
   * @param query what stands behind the address, `?regio=twente`
   */
  visit(run: (page: Page, context: BrowserContext, keyboard: Keyboard) => Promise<void>, query?: string): Promise<void>
}

/** Starts Opstap before the tests of a file and stops it after them. */
export async function takeSmallPhone(): Promise<SmallPhone> {
  const browser: Browser | undefined = await openChromium()
  const dataFolder = mkdtempSync(join(tmpdir(), 'opstap-e2e-'))
  let opstap: RunningOpstap

  beforeAll(async () => {
    opstap = await startOpstap(dataFolder)
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    await opstap.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }, 60_000)

  return {
    inBrowser: browser === undefined ? describe.skip : describe,
    opstap: () => opstap,
    async visit(run, query = '') {
      const context = await browser?.newContext({
        viewport: { width: 360, height: 640 },
        locale: 'nl-NL',
        timezoneId: 'Europe/Amsterdam',
      })
      if (context === undefined) throw new Error('There is no browser')
      try {
        const page = await context.newPage()
        page.setDefaultTimeout(40_000)
        const complaints: string[] = []
        page.on('pageerror', (error) => complaints.push(String(error)))
        page.on('console', (line) => {
          if (line.type() === 'error') complaints.push(line.text())
        })
        await page.goto(`${opstap.url}/${query}`)
        const keyboard = takeKeyboard(page)
        await run(page, context, keyboard)
        expect(complaints).toEqual([])
        expect(keyboard.problems).toEqual([])
      } finally {
        await context.close()
      }
    },
  }
}

/** Says something and waits until the bot has answered with buttons. */
export async function sayOnPage(page: Page, text: string): Promise<void> {
  const before = await page.locator('.message').count()
  await page.locator('#message').fill(text)
  await page.keyboard.press('Enter')
  await until('an answer', async () => {
    const isLastOfBot = (await page.locator('.message').last().getAttribute('data-from')) === 'bot'
    const hasButtons = (await page.locator('#replies button').count()) > 0
    return (await page.locator('.message').count()) >= before + 2 && isLastOfBot && hasButtons
  })
}
