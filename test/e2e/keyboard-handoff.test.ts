import { expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { wordsIn } from '../../src/conversation/words-in.ts'
import type { Case } from '../../src/handoff/case.ts'
import { findCase, listOpenCases } from '../../src/handoff/list-cases.ts'
import { strings as texts } from '../../src/web/chat/strings.ts'
import { findViolations } from './find-violations.ts'
import { findFocus, type Keyboard } from './keyboard.ts'
import { takeSmallPhone } from './small-phone.ts'
import { until } from './until.ts'

const strings = texts.nl

const { inBrowser, opstap, visit: visitPage } = await takeSmallPhone()

const visit = (run: (page: Page, keyboard: Keyboard) => Promise<void>): Promise<void> =>
  visitPage((page, _context, keyboard) => run(page, keyboard))

/** Goes to the box by the link that is the first stop of the page. */
async function goToBox(keyboard: Keyboard): Promise<void> {
  await keyboard.reach(strings.skipToInput)
  const focus = await keyboard.press('Enter')
  expect(focus.name).toBe(strings.message)
}

const lastBotText = (page: Page) => page.locator('.message[data-from=bot] .text').last()

/** Names of the buttons that may be chosen now. */
const replies = (page: Page) => page.locator('#replies button').allInnerTexts()

/** Waits until the newest message of the bot is another, with buttons under it. */
async function waitForAnswer(page: Page, keysBefore: number): Promise<void> {
  await until('an answer with buttons', async () => {
    const count = await page.locator('.message').count()
    const isLastOfBot = (await page.locator('.message').last().getAttribute('data-from')) === 'bot'
    return count >= keysBefore + 2 && isLastOfBot && (await replies(page)).length > 0
  })
}

/** Sends what `act` does and waits for what the bot says to it. */
async function waitFor(page: Page, act: () => Promise<unknown>): Promise<void> {
  const before = await page.locator('.message').count()
  await act()
  await waitForAnswer(page, before)
}

/** Presses the button with this name, reached by Tab. The focus may not get lost when the button disappears. */
async function choose(page: Page, keyboard: Keyboard, name: string): Promise<void> {
  await waitFor(page, async () => {
    await keyboard.reach(name)
    await keyboard.press('Enter')
  })
  const focus = await findFocus(page)
  expect(focus.name).not.toBe('')
  expect(focus.problem).toBeUndefined()
}

inBrowser('the chat page at 360 px, by keyboard alone', () => {
  it('takes somebody from a sentence of the leaflet to the end of the topic', async () => {
    await visit(async (page, keyboard) => {
      const { phrases } = wordsIn(opstap().app.content)
      expect(await findViolations(page)).toEqual([])
      await goToBox(keyboard)
      await waitFor(page, () => keyboard.say('Kom ik niet in de schulden?'))
      await expect(page.locator('.message').last().getAttribute('data-kind')).resolves.toBe('question')
      // Who types stays in the box.
      expect(await findFocus(page)).toEqual({ name: strings.message })
      expect(await findViolations(page)).toEqual([])

      const closing = phrases.closing.texts[0]
      let isExplained = false
      for (let turns = 0; turns < 10 && (await lastBotText(page).textContent()) !== closing; turns++) {
        await choose(page, keyboard, (await replies(page))[0] ?? '')
        if (isExplained || (await page.locator('.explain').count()) === 0) continue
        isExplained = true
        expect(await findViolations(page)).toEqual([])
        await choose(page, keyboard, strings.explain.waarom)
      }
      expect(isExplained).toBe(true)
      await expect(lastBotText(page).textContent()).resolves.toBe(closing)
      expect(await findViolations(page)).toEqual([])
      await choose(page, keyboard, phrases.closing.choices[0]?.label ?? '')
      await expect(lastBotText(page).textContent()).resolves.toBe(phrases['closing-smaller'].texts[0])
    })
  }, 180_000)

  it('hands a question to a person, with exactly the text that was approved', async () => {
    await visit(async (page, keyboard) => {
      const { content, store } = opstap().app
      const { phrases } = wordsIn(content)
      const choice = (name: 'handoff-how' | 'handoff-consent', id: string) =>
        phrases[name].choices.find((one) => one.id === id)?.label ?? id
      await goToBox(keyboard)
      await waitFor(page, () => keyboard.say('Wat gebeurt er dan met mijn uitkering?'))
      await choose(page, keyboard, strings.human)
      const region = content.regions.twente?.name ?? 'a region'
      await choose(page, keyboard, region)
      await choose(page, keyboard, choice('handoff-how', 'chat'))
      expect(await findViolations(page)).toEqual([])

      const [shown = ''] = await page
        .locator('.message[data-from=bot] .text')
        .filter({ hasText: region })
        .filter({ hasText: (phrases['handoff-consent'].texts[0] ?? '').split('{tekst}')[1]?.trim() ?? '' })
        .allTextContents()
      // The paragraphs around it are ours; what stands between them is what will be passed on.
      const approved = shown.split('\n\n').slice(1, -1).join('\n\n')
      expect(approved).toContain(wordsIn(content).topics.uitkering?.title)

      expect(await openCases()).toEqual([])
      await choose(page, keyboard, choice('handoff-consent', 'yes'))
      const [opened] = await openCases()
      const found = await findCase(store, opened?.number ?? 0)
      expect(found?.case).toMatchObject({
        approvedText: approved,
        contact: { how: 'chat' },
        region: 'twente',
        topic: 'uitkering',
        status: { is: 'open' },
      })
      const [beforeNumber = ''] = (phrases['handoff-done'].texts[0] ?? '').split('{nummer}')
      await page.getByRole('log').getByText(`${beforeNumber}${opened?.number}.`).waitFor()
      await expect(
        page
          .getByRole('log')
          .getByText(opened?.organisation ?? 'an organisation')
          .count(),
      ).resolves.not.toBe(0)
      expect(await findViolations(page)).toEqual([])
    })
  }, 180_000)

  it('stays at the end of a long answer when somebody who read on begins to type', async () => {
    await visit(async (page, keyboard) => {
      await goToBox(keyboard)
      await waitFor(page, () => keyboard.say('Ik durf niet, ik blijf wel hier. Ik weet wat ik heb'))
      await choose(page, keyboard, strings.explain.waarom)
      const distanceToEnd = () =>
        page.locator('#main').evaluate((main) => main.scrollHeight - main.clientHeight - main.scrollTop)
      expect(await distanceToEnd()).toBeGreaterThan(50)
      await keyboard.reach(strings.conversation)
      await page.keyboard.press('End')
      await until('the end of the conversation', async () => (await distanceToEnd()) < 2)
      await keyboard.reach(strings.message)
      await keyboard.press('a')
      await page.locator('#message').evaluate(() => new Promise(requestAnimationFrame))
      expect(await distanceToEnd()).toBeLessThan(2)
    })
  }, 180_000)

  it('brings somebody in danger to a number with Tab, and opens and leaves the menu', async () => {
    await visit(async (page, keyboard) => {
      await goToBox(keyboard)
      await waitFor(page, () => keyboard.say('Ik wil dood'))
      const { text, buttons } = wordsIn(opstap().app.content).crisis.messages.oranje
      await expect(page.locator('[data-kind=crisis] .text').textContent()).resolves.toBe(text.join('\n'))
      expect(await findViolations(page)).toEqual([])
      for (const button of buttons) {
        if (!('url' in button) || !button.url.startsWith('tel:')) continue
        await keyboard.reach(button.label)
        await expect(page.evaluate(() => document.activeElement?.getAttribute('href'))).resolves.toBe(button.url)
      }
      await keyboard.reach(strings.menu)
      await keyboard.press('Enter')
      await page.getByRole('region', { name: strings.menuLabel }).waitFor()
      expect(await findViolations(page)).toEqual([])
      const focus = await keyboard.press('Escape')
      expect(focus.name).toBe(strings.menu)
      await expect(page.getByRole('region', { name: strings.menuLabel }).count()).resolves.toBe(0)
    })
  }, 180_000)
})

async function openCases(): Promise<Case[]> {
  const cases: Case[] = []
  for await (const one of listOpenCases(opstap().app.store)) cases.push(one)
  return cases
}
