import { expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { strings as texts } from '../../src/web/chat/strings.ts'
import { takeFaultyPage } from './faulty-page.ts'
import { findFocus, takeKeyboard } from './keyboard.ts'

const strings = texts.nl

const { inBrowser, visit: visitPage } = await takeFaultyPage()

const visit = (run: (page: Page) => Promise<void>, height = 740): Promise<void> =>
  visitPage(({ page }) => run(page), { viewport: { width: 360, height } })

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const bubble = (page: Page, text: string) => page.getByRole('log').getByRole('listitem').filter({ hasText: text })

async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: strings.message }).fill(text)
  await page.keyboard.press('Enter')
}

inBrowser('the menu of the chat page', () => {
  it('closes when the keyboard goes on past it, so that it covers nothing that has the focus', async () => {
    await visit(async (page) => {
      await say(page, 'mijn uitkering')
      await button(page, 'Een beetje').waitFor()
      const keyboard = takeKeyboard(page)
      await button(page, strings.menu).focus()
      await keyboard.press('Enter')
      await keyboard.reach(strings.erase)
      await expect(page.locator('#menu').isVisible()).resolves.toBe(true)
      await keyboard.reach('Makkelijker')
      await expect(page.locator('#menu').isVisible()).resolves.toBe(false)
      expect(keyboard.problems).toEqual([])
    })
  })

  it('closes at a tap beside it, and not at a tap in it', async () => {
    await visit(async (page) => {
      await button(page, strings.menu).click()
      await page.getByLabel('125 %').check()
      await expect(page.locator('#menu').isVisible()).resolves.toBe(true)
      await page.mouse.click(180, 850)
      await expect(page.locator('#menu').isVisible()).resolves.toBe(false)
    }, 1000)
  })

  it('never ends below the screen, also with the largest letters in danger', async () => {
    await visit(async (page) => {
      await say(page, 'ik wil niet meer leven')
      await page.getByRole('link', { name: '113 bellen' }).waitFor()
      await button(page, strings.menu).click()
      await page.getByLabel('200 %').check()
      const bottom = await page.locator('#menu').evaluate((menu) => menu.getBoundingClientRect().bottom)
      expect(bottom).toBeLessThanOrEqual(560)
    }, 560)
  })
})

inBrowser('the place where somebody is', () => {
  it('is the conversation after erasing, not the top of the page', async () => {
    await visit(async (page) => {
      await say(page, 'geheim')
      await bubble(page, 'Je zei: geheim').waitFor()
      await button(page, strings.menu).click()
      await button(page, strings.erase).click()
      await bubble(page, 'Alles is weg.').waitFor()
      await expect(findFocus(page)).resolves.toMatchObject({ name: strings.conversation })
    })
  })

  it('stays on the screen when the letters get larger', async () => {
    await visit(async (page) => {
      for (const text of ['mijn uitkering', 'ik wil niet meer leven']) await say(page, text)
      await page.getByRole('link', { name: '113 bellen' }).waitFor()
      await button(page, strings.menu).click()
      await page.getByLabel('200 %').check()
      await page.keyboard.press('Escape')
      const own = page.locator('.message[data-from=user]').last()
      const { y = 0 } = (await own.boundingBox()) ?? {}
      const top = await page.locator('main').evaluate((main) => main.getBoundingClientRect().top)
      expect(Math.abs(y - top)).toBeLessThan(60)
    })
  })

  it('has a box that fits the letters after their size changed', async () => {
    await visit(async (page) => {
      await say(page, 'hallo')
      await button(page, strings.menu).click()
      await page.getByLabel('200 %').check()
      const room = await page.locator('#message').evaluate((box) => box.clientHeight - box.scrollHeight)
      expect(room).toBeGreaterThanOrEqual(0)
    })
  })
})
