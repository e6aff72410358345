import { readFileSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import type { BrowserContext, Page } from 'playwright-core'
import { wordsIn } from '../../src/conversation/words-in.ts'
import { strings as texts } from '../../src/web/chat/strings.ts'
import { findViolations } from './find-violations.ts'
import { findFocus, type Keyboard } from './keyboard.ts'
import { sayOnPage as say, takeSmallPhone } from './small-phone.ts'

const strings = texts.nl
const { inBrowser, opstap, visit: visitPage } = await takeSmallPhone()

/** Opens the page, for Twente when nothing else is said. */
const visit = (
  run: (page: Page, context: BrowserContext, keyboard: Keyboard) => Promise<void>,
  query = '?regio=twente',
): Promise<void> => visitPage(run, query)

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const keepPageName = `${strings.keepPage} ${strings.newTab}`
const phrase = (name: 'transcript-title' | 'transcript-you' | 'transcript-sources') =>
  wordsIn(opstap().app.content).phrases[name].texts.join(' ')

inBrowser('keeping a conversation', () => {
  it('opens it as a page to print, with its sources, by keyboard alone', async () => {
    await visit(async (page, context, keyboard) => {
      await keyboard.reach(strings.message)
      await say(page, 'Hoe begin ik, welke stappen zijn er?')
      await say(page, '<b>weet ik niet</b>')
      await keyboard.reach(strings.menu)
      await keyboard.press('Enter')
      expect(await findViolations(page)).toEqual([])
      await keyboard.reach(keepPageName)
      const [kept] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Enter')])
      await kept.waitForLoadState()
      expect(keyboard.problems).toEqual([])

      expect(new URL(kept.url()).search).toBe('')
      expect(await kept.title()).toBe(phrase('transcript-title'))
      await expect(kept.locator('html').getAttribute('lang')).resolves.toBe('nl-NL')
      expect(await findViolations(kept)).toEqual([])
      const body = await kept.locator('body').textContent()
      expect(body).toContain(phrase('transcript-you'))
      expect(body).toContain('<b>weet ik niet</b>')
      await expect(kept.getByRole('heading', { name: phrase('transcript-sources') }).count()).resolves.toBe(1)
      const addresses = await kept.locator('[id^=source-] a').allInnerTexts()
      expect(addresses.length).toBeGreaterThan(0)
      for (const address of addresses) expect(address).toMatch(/^https:\/\//)
      const { help, numbers } = wordsIn(opstap().app.content).crisis
      for (const { label } of numbers.filter(({ id }) => help.includes(id))) expect(body).toContain(label)
      // The picture is there, and not blocked.
      const picture = kept.getByRole('img').first()
      await expect(picture.evaluate((img) => img instanceof HTMLImageElement && img.naturalWidth > 0)).resolves.toBe(
        true,
      )
      await expect(kept.evaluate(() => document.documentElement.scrollWidth - innerWidth)).resolves.toBe(0)
      await expect(kept.evaluate(() => document.scripts.length)).resolves.toBe(0)
    })
  }, 120_000)

  it('saves it as a text file, and leaves the chat as it was', async () => {
    await visit(async (page) => {
      await say(page, 'Hoe begin ik, welke stappen zijn er?')
      await button(page, strings.menu).click()
      const [file] = await Promise.all([page.waitForEvent('download'), button(page, strings.keepText).click()])
      expect(file.suggestedFilename()).toBe('gesprek-met-opstap.txt')
      const text = readFileSync(await file.path(), 'utf8')
      expect(text.split('\n')[0]).toBe(phrase('transcript-title'))
      expect(text).toContain('Hoe begin ik, welke stappen zijn er?')
      expect(text).toMatch(/^1\. .* https:\/\//m)
      await page.keyboard.press('Escape')
      await say(page, 'bedankt')
    })
  }, 120_000)

  it('offers both under the answer to "bewaren"', async () => {
    await visit(async (page, context) => {
      await say(page, 'bewaren')
      const group = page.getByRole('log').getByRole('group', { name: strings.keep })
      expect(await findViolations(page)).toEqual([])
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        group.getByRole('button', { name: strings.keepText }).click(),
      ])
      expect(readFileSync(await file.path(), 'utf8')).toContain('bewaren')
      const [kept] = await Promise.all([
        context.waitForEvent('page'),
        group.getByRole('button', { name: strings.keepPage }).click(),
      ])
      await kept.waitForLoadState()
      await expect(kept.locator('.you').count()).resolves.toBe(1)
    })
  }, 120_000)

  it('says when it can be done while there is no conversation yet, or no connection', async () => {
    await visit(async (page, context) => {
      await expect(page.locator('#menu').textContent()).resolves.toContain(strings.keepLater)
      await say(page, 'hallo')
      await button(page, strings.menu).click()
      await button(page, strings.keepText).waitFor()
      await context.setOffline(true)
      await page.locator('#menu').getByText(strings.keepLater).waitFor()
    })
  }, 120_000)

  it('shows nothing to who has another token', async () => {
    await visit(async (page) => {
      await say(page, 'dit is van mij')
      const address = await page.evaluate(() => JSON.parse(sessionStorage.getItem('opstap') ?? '{}').conversation)
      const handed = await fetch(`${opstap().url}/api/chat/token`, { method: 'POST' })
      const { token } = JSON.parse(await handed.text())
      const refused = await fetch(
        `${opstap().url}${address.domain}/conversations/${address.conversationId}/transcript`,
        {
          method: 'POST',
          body: new URLSearchParams({ token, form: 'page' }),
        },
      )
      expect(refused.status).toBe(404)
      expect(await refused.text()).not.toContain('dit is van mij')
    })
  }, 120_000)
})

inBrowser('a page opened for a region', () => {
  const question = 'Welke stappen zijn er?'
  const asksRegion = () => wordsIn(opstap().app.content).phrases['ask-region'].texts[0] ?? 'a question'

  it('gives the answer of that region without asking where somebody lives', async () => {
    await visit(async (page) => {
      await say(page, question)
      const log = await page.getByRole('log').textContent()
      expect(log).not.toContain(asksRegion())
      expect(log).toContain(wordsIn(opstap().app.content).regions.twente?.name)
      await expect(page.locator('#log img').count()).resolves.toBe(1)
    })
  }, 120_000)

  it('asks where somebody lives when it was opened for none', async () => {
    await visit(async (page) => {
      await say(page, question)
      await expect(page.getByRole('log').textContent()).resolves.toContain(asksRegion())
      expect((await findFocus(page)).name).toBe(strings.message)
    }, '')
  }, 120_000)
})
