import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import type { App } from '../../src/app.ts'
import { wordsIn } from '../../src/conversation/words-in.ts'
import { openChromium } from './chromium.ts'
import { openPlayground, type Playground } from './playground.ts'
import { startOpstap } from './start-opstap.ts'

describe('Opstap in the Microsoft 365 Agents Playground', () => {
  let browser: Browser | undefined
  let playground: Playground | undefined
  let app: App | undefined
  const dataFolder = mkdtempSync(join(tmpdir(), 'opstap-e2e-'))

  beforeAll(async () => {
    browser = await openChromium()
    if (browser === undefined) return
    const started = await startOpstap(dataFolder)
    app = started.app
    playground = await openPlayground(`${started.url}/api/messages`, browser)
  }, 90_000)

  afterAll(async () => {
    await playground?.stop()
    await browser?.close()
    await app?.close()
    rmSync(dataFolder, { recursive: true, force: true })
  }, 30_000)

  it('greets once, answers a sentence of the leaflet and goes on with a button', async () => {
    if (playground === undefined || app === undefined) return
    const { content, store } = app
    const greeting = wordsIn(content).phrases.greeting.texts.map(firstLine)
    for (const text of greeting) await playground.waitFor(text)
    expect(await playground.messages()).toHaveLength(greeting.length)

    await playground.say('Kom ik niet in de schulden?')
    const steps = wordsIn(content).topics.schulden?.steps ?? []
    const question = steps.find((step) => step.op === 'ask')
    await playground.waitFor(firstLine(question?.text ?? 'a question'))

    const before = (await playground.messages()).length
    const button = question?.choices[0]?.label ?? 'a button'
    await playground.choose(button)
    await playground.waitFor(button)
    await playground.waitForCount(before + 2)
    expect(playground.pageErrors).toEqual([])
    expect(await store.countJobs()).toEqual({ planned: 0, running: 0, dead: 0 })
  }, 60_000)

  it('shows the numbers to call when somebody is in danger', async () => {
    if (playground === undefined || app === undefined) return
    const { text, buttons } = wordsIn(app.content).crisis.messages.oranje
    await playground.say('Ik wil dood')
    const opening = firstLine(text[0] ?? 'crisis words')
    await playground.waitFor(opening)
    const shown = (await playground.messages()).find((message) => message.includes(opening)) ?? ''
    for (const button of buttons) if ('url' in button) expect(shown).toContain(`• ${button.label}`)
    expect(shown).toContain('113')
    expect(shown).toContain('112')
  }, 60_000)
})

/** Enough of a text to find it on the page, where lines may be drawn apart. */
function firstLine(text: string): string {
  return text.split('\n')[0]?.trim() ?? ''
}
