import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { strings } from '../../src/web/chat/strings.ts'
import { openChromium } from './chromium.ts'
import { type RunningOpstap, startOpstap } from './opstap.ts'

const browser: Browser | undefined = await openChromium()
const inBrowser = browser === undefined ? describe.skip : describe

let opstap: RunningOpstap | undefined

beforeAll(async () => {
  if (browser !== undefined) opstap = await startOpstap()
}, 30_000)

afterAll(async () => {
  await browser?.close()
  await opstap?.stop()
}, 30_000)

/** Name of what has the focus, as the person sees it. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '')
}

/** Goes to a button with Tab, wherever on the page it is, and presses it. */
async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('group', { name: strings.answers }).getByRole('button', { name, exact: true }).waitFor()
  for (let stops = 0; stops < 60; stops++) {
    if ((await focusedName(page)) === name) return page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reached "${name}"`)
}

inBrowser('the chat page of the whole program', () => {
  it('takes somebody through a worry and to a person with the keyboard alone', async () => {
    if (opstap === undefined || browser === undefined) throw new Error('Opstap did not start')
    const { content, store } = opstap.app
    const page = await browser.newPage({ viewport: { width: 360, height: 640 } })
    await page.goto(`${opstap.url}?regio=twente`)

    await page.keyboard.press('Tab')
    await expect(focusedName(page)).resolves.toBe(strings.skipToInput)
    await page.keyboard.press('Enter')
    await page.keyboard.type('Kom ik niet in de schulden?')
    await page.keyboard.press('Enter')
    const steps = content.topics.twente?.schulden?.steps ?? []
    const questions = steps.filter((step) => step.op === 'ask')
    for (const question of questions.slice(0, 2)) {
      await page.getByRole('log').getByText(question.text).first().waitFor()
      await press(page, question.choices[0]?.label ?? '')
    }
    await page.getByRole('group', { name: strings.explainRow }).waitFor()

    const { phrases } = content
    await press(page, content.labels.mens)
    await press(page, phrases['handoff-how'].choices.find((choice) => choice.id === 'chat')?.label ?? '')
    await press(page, phrases['handoff-consent'].choices.find((choice) => choice.id === 'yes')?.label ?? '')
    const [beforeNumber = ''] = (phrases['handoff-done'].texts[0] ?? '').split('{')
    await page.getByRole('log').getByText(beforeNumber.trim()).first().waitFor()
    expect(await store.countJobs()).toMatchObject({ dead: 0 })
  }, 60_000)
})
