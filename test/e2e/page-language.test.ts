import { expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { drawLadder } from '../../src/turn/draw-ladder.ts'
import { strings } from '../../src/web/chat/strings.ts'
import { takeFaultyPage } from './faulty-page.ts'
import { findViolations } from './find-violations.ts'
import { help } from './sample-bot.ts'

const englishGreeting = { texts: ['Hello, I am a computer.'], buttons: ['My benefit'] }
const rungs = ['Dagbesteding', 'Vrijwilligerswerk', 'Proefplaatsing', 'Beschut werk', 'Gewoon werk met hulp']
const ladder = {
  contentType: 'image/svg+xml',
  name: 'De ladder van dagbesteding naar werk',
  contentUrl: `data:image/svg+xml;base64,${Buffer.from(drawLadder({ kind: 'ladder', title: 'De ladder', rungs })).toString('base64')}`,
}

const arabicHuman = {
  type: 'imBack',
  title: 'التحدث مع شخص',
  value: 'التحدث مع شخص',
  channelData: { opstap: { locale: 'ar' } },
}

const { inBrowser, visit: visitPage } = await takeFaultyPage({
  translations: { en: { greeting: englishGreeting, help } },
  answer: (text) => {
    if (text === 'stappen') return [{ text: 'Dit zijn de stappen.', locale: 'nl-NL', attachments: [ladder] }]
    if (text === 'مرحبا') return [{ text: 'أنا حاسوب. أجيب بالهولندية.', locale: 'ar', actions: [arabicHuman] }]
    if (text === 'hello') return [{ text: 'We go on in English.', locale: 'en-GB' }]
    return [{ text: `Je zei: ${text}`, locale: 'nl-NL' }]
  },
})

const visit = (
  run: (page: Page) => Promise<void>,
  { query: path = '', colorScheme = 'light' }: { query?: string; colorScheme?: 'light' | 'dark' } = {},
): Promise<void> => visitPage(({ page }) => run(page), { path, colorScheme })

async function say(page: Page, text: string): Promise<void> {
  await page.locator('#message').fill(text)
  await page.keyboard.press('Enter')
}

const lang = (page: Page) => page.locator('html').getAttribute('lang')
const bubble = (page: Page, text: string) => page.getByRole('log').getByRole('listitem').filter({ hasText: text })

inBrowser('the language of the page', () => {
  it('is Dutch until the bot speaks English, and then English after a reload too', async () => {
    await visit(async (page) => {
      await expect(lang(page)).resolves.toBe('nl')
      await say(page, 'hallo')
      await bubble(page, 'Je zei: hallo').waitFor()
      await expect(lang(page)).resolves.toBe('nl')
      await say(page, 'hello')
      await page.getByRole('textbox', { name: strings.en.message }).waitFor()
      await expect(lang(page)).resolves.toBe('en')
      await expect(page.title()).resolves.toBe(strings.en.title)
      await expect(bubble(page, 'Je zei: hallo').locator('[lang]').getAttribute('lang')).resolves.toBe('nl-NL')
      await expect(bubble(page, 'We go on').locator('[lang]').getAttribute('lang')).resolves.toBe('en-GB')
      expect(await findViolations(page)).toEqual([])
      await page.reload()
      await bubble(page, 'We go on').waitFor()
      await page.getByRole('button', { name: strings.en.send, exact: true }).waitFor()
      await expect(lang(page)).resolves.toBe('en')
    })
  }, 60_000)

  it.each(['?taal=en&regio=twente', '?lang=en-GB&regio=twente'])(
    'is English from the first word with %s',
    async (query) => {
      await visit(
        async (page) => {
          await bubble(page, 'Hello, I am a computer.').waitFor()
          const [asked] = await Promise.all([
            page.waitForRequest(/api\/chat\/token$/),
            page.getByRole('button', { name: strings.en.menu, exact: true }).click(),
          ])
          expect(asked.postDataJSON()).toEqual({ locale: 'en-GB', region: 'twente' })
          await page.getByRole('heading', { name: strings.en.keep }).waitFor()
          await expect(lang(page)).resolves.toBe('en')
          expect(await findViolations(page)).toEqual([])
        },
        { query },
      )
    },
    60_000,
  )
})

inBrowser('a message in a language that the page is not in', () => {
  it('stands in its own language and direction, with its button, and the page stays as it was', async () => {
    await visit(async (page) => {
      await say(page, 'مرحبا')
      const line = bubble(page, 'أنا حاسوب').locator('p')
      await line.waitFor()
      expect([await line.getAttribute('lang'), await line.getAttribute('dir')]).toEqual(['ar', 'rtl'])
      const button = page.getByRole('button', { name: arabicHuman.title, exact: true })
      expect([await button.getAttribute('lang'), await button.getAttribute('dir')]).toEqual(['ar', 'rtl'])
      const own = bubble(page, 'مرحبا').locator('p.text').first()
      await expect(own.evaluate((text) => getComputedStyle(text).direction)).resolves.toBe('rtl')
      const heard = page.getByRole('status').locator('[lang=ar]')
      await heard.waitFor({ state: 'attached' })
      await expect(heard.textContent()).resolves.toContain('أنا حاسوب')
      await expect(lang(page)).resolves.toBe('nl')
      expect(await findViolations(page)).toEqual([])
      await button.click()
      await bubble(page, `Je zei: ${arabicHuman.title}`).waitFor()
    })
  }, 60_000)
})

inBrowser('a picture of the bot', () => {
  it.each(['light', 'dark'] as const)(
    'fits a small phone and says what it is, in %s colours',
    async (colorScheme) => {
      await visit(
        async (page) => {
          await say(page, 'stappen')
          const picture = page.getByRole('img', { name: ladder.name })
          await picture.waitFor()
          await expect(
            picture.evaluate((img) => img instanceof HTMLImageElement && img.naturalWidth > 0),
          ).resolves.toBe(true)
          expect((await picture.boundingBox())?.width).toBeGreaterThan(250)
          await expect(page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).resolves.toBe(0)
          expect(await findViolations(page)).toEqual([])
        },
        { colorScheme },
      )
    },
    60_000,
  )
})
