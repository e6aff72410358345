import type { Page } from 'playwright-core'

/** What has the focus, as somebody sees it who has no mouse. */
export interface Focus {
  /** Its name; empty when nothing has the focus but the page itself. */
  name: string
  /** What is wrong with how it can be seen; undefined when all is well. */
  problem?: string
}

/** Tells what has the focus and whether it can be seen: on the screen, under nothing else, with a line around it. */
export function findFocus(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return { name: '' }
    const labels = element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement ? element.labels : null
    const name = element.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element.textContent ?? ''
    const box = element.getBoundingClientRect()
    const left = Math.max(0, box.left)
    const right = Math.min(innerWidth, box.right)
    const top = Math.max(0, box.top)
    const bottom = Math.min(innerHeight, box.bottom)
    const style = getComputedStyle(element)
    const problem = () => {
      if (right - left < 1 || bottom - top < 1) return `not on the screen: ${JSON.stringify(box)}`
      const onTop = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
      if (onTop === null || !(element.contains(onTop) || onTop.contains(element)))
        return `covered by ${onTop?.outerHTML.slice(0, 80)}`
      if (style.outlineStyle === 'none' || Number.parseFloat(style.outlineWidth) < 2) return 'no line around it'
      return undefined
    }
    const found = problem()
    return { name: name.trim(), ...(found === undefined ? {} : { problem: found }) }
  })
}

/** One person at a keyboard. No method here moves a mouse. */
export interface Keyboard {
  /** Presses a key and looks where the focus is. */
  press(key: string): Promise<Focus>
  /** Types a message in the box, which must have the focus, and sends it. */
  say(text: string): Promise<void>
  /** Goes on with Tab until what has this name has the focus. @throws Error when it never has */
  reach(name: string): Promise<void>
  /** Every place where the focus could not be seen. */
  problems: string[]
}

/** Most stops on a page, twice round. */
const maxStops = 120

/** Takes a page in hand with the keyboard alone. */
export function takeKeyboard(page: Page): Keyboard {
  const problems: string[] = []

  async function press(key: string): Promise<Focus> {
    await page.keyboard.press(key)
    const focus = await findFocus(page)
    // Between the last stop and the first the browser itself has the focus.
    if (focus.name === '' && key !== 'Tab') problems.push(`after ${key} nothing has the focus`)
    if (focus.problem !== undefined) problems.push(`${focus.name.slice(0, 60)}: ${focus.problem}`)
    return focus
  }

  return {
    problems,
    press,
    say: async (text) => {
      await page.keyboard.type(text)
      await press('Enter')
    },
    reach: async (name) => {
      const seen: string[] = []
      for (let focus = await findFocus(page); focus.name !== name; focus = await press('Tab')) {
        seen.push(focus.name.slice(0, 30))
        if (seen.length > maxStops) throw new Error(`Tab never reached "${name}": ${[...new Set(seen)].join(' > ')}`)
      }
    },
  }
}
