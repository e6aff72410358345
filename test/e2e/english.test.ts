import { expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { wordsIn } from '../../src/conversation/words-in.ts'
import { strings } from '../../src/web/chat/strings.ts'
import { findViolations } from './find-violations.ts'
import { sayOnPage as say, takeSmallPhone } from './small-phone.ts'
import { until } from './until.ts'

const { inBrowser, opstap, visit } = await takeSmallPhone()

const english = () => wordsIn(opstap().app.content, 'en')

const allText = async (page: Page): Promise<string> => (await page.locator('body').textContent()) ?? ''

inBrowser('the chat page in English', () => {
  it('begins in English for a region when the link says so, and keeps the conversation in English', async () => {
    await visit(async (page, context) => {
      await expect(page.locator('html').getAttribute('lang')).resolves.toBe('en')
      expect(await allText(page)).toContain(english().phrases.greeting.texts[0])
      expect(await findViolations(page)).toEqual([])

      await say(page, 'can I go back to my day centre if it does not work out')
      await say(page, 'I do not know')
      // The answer of the region, without asking where somebody lives.
      const answer = english().regions.twente?.answers.terugkomen?.['wie-vragen']?.text ?? 'an answer of Twente'
      expect(await allText(page)).toContain(answer.split('{')[0]?.trim())
      expect(await findViolations(page)).toEqual([])

      await page.getByRole('button', { name: strings.en.menu, exact: true }).click()
      const [kept] = await Promise.all([
        context.waitForEvent('page'),
        page.getByRole('button', { name: `${strings.en.keepPage} ${strings.en.newTab}`, exact: true }).click(),
      ])
      await kept.waitForLoadState()
      await expect(kept.locator('html').getAttribute('lang')).resolves.toBe('en-GB')
      expect(await kept.title()).toBe(english().phrases['transcript-title'].texts.join(' '))
    }, '?taal=en&regio=twente')
  }, 120_000)

  it('follows somebody who writes English on the Dutch page, and has a person and the help near', async () => {
    await visit(async (page) => {
      await expect(page.locator('html').getAttribute('lang')).resolves.toBe('nl')
      await say(page, 'what happens to my benefit if I start to work?')
      await expect(page.locator('html').getAttribute('lang')).resolves.toMatch(/^en/)
      expect(await allText(page)).toContain(english().phrases['language-changed'].texts[0])
      await expect(page.getByRole('button', { name: strings.en.human, exact: true }).count()).resolves.toBeGreaterThan(
        0,
      )
      await say(page, 'I want to die')
      expect(await allText(page)).toContain(english().crisis.messages.oranje.text[0])
      expect(await findViolations(page)).toEqual([])
    })
  }, 120_000)

  it('goes back to Dutch with one button', async () => {
    await visit(async (page) => {
      await page.getByRole('button', { name: wordsIn(opstap().app.content).labels.language, exact: true }).click()
      await until('Dutch words', async () =>
        (await allText(page)).includes(wordsIn(opstap().app.content).phrases.greeting.texts[1] ?? ''),
      )
      await expect(page.locator('html').getAttribute('lang')).resolves.toMatch(/^nl/)
    }, '?taal=en')
  }, 60_000)
})
