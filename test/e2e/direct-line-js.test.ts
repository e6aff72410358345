import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { decodeJwt } from 'jose'
import { z } from 'zod'
import { wordsIn } from '../../src/conversation/words-in.ts'
import { hear } from './hear.ts'
import { connectRealClient, type RealClient, type RealClientOptions } from './real-direct-line.ts'
import { type RunningOpstap, startOpstap } from './start-opstap.ts'
import { until } from './until.ts'

const sentence = 'Wat als het niet goed gaat, kan ik dan nog wel terugkomen bij jullie op de dagbesteding?'
const grantSchema = z.object({ token: z.string(), expires_in: z.number(), domain: z.string() })

let dataFolder: string
let opstap: RunningOpstap
let clients: RealClient[]

beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'opstap-e2e-'))
  clients = []
  opstap = await startOpstap(dataFolder)
}, 60_000)

afterEach(async () => {
  for (const client of clients) client.end()
  await opstap.stop()
  rmSync(dataFolder, { recursive: true, force: true })
}, 60_000)

async function connect(webSocket: boolean, more: Partial<RealClientOptions> = {}): Promise<RealClient> {
  const answer = await fetch(`${opstap.url}/api/chat/token`, { method: 'POST' })
  const { token, domain } = grantSchema.parse(await answer.json())
  const client = await connectRealClient({ domain: opstap.url + domain, token, webSocket, ...more })
  clients.push(client)
  return client
}

/** What the bot says first, as far as it was heard. */
const greetingOf = () => wordsIn(opstap.app.content).phrases.greeting.texts

async function waitForGreeting(client: RealClient): Promise<void> {
  await until('the greeting', () => client.messages.length >= greetingOf().length)
}

/** Sends a text. @returns the first message after it that closes the bot's turn: one with buttons */
async function ask(client: RealClient, text: string) {
  const before = client.messages.length
  const id = await client.send(text)
  const echo = await client.waitFor(`the echo of "${text}"`, (message) => message.id === id, before)
  expect(echo.text).toBe(text)
  const answer = await client.waitFor(
    `an answer to "${text}"`,
    (message) => (hear(message)?.buttons.length ?? 0) > 0,
    client.messages.indexOf(echo),
  )
  return { id, answer, heard: hear(answer) }
}

/** Answers each question with its first button until the bot asks whether the worry is smaller. */
async function goToClosing(client: RealClient, first: Awaited<ReturnType<typeof ask>>): Promise<string[]> {
  const steps: string[] = []
  for (let at = first; ; at = await ask(client, at.heard?.buttons[0] ?? '')) {
    steps.push(`${at.heard?.topic}/${at.heard?.step}`)
    if (at.heard?.step === 'closing') return steps
    expect(at.heard?.kind).toBe('question')
  }
}

/** Every message once, in the order of the log. */
function expectNoGapsAndNoDoubles(client: RealClient): void {
  const places = client.messages.map(({ id }) => Number(id?.split('|')[1]))
  expect(places).toEqual(places.map((_place, index) => index + 1))
}

describe.each([
  ['over a WebSocket', true],
  ['by polling', false],
])('botframework-directlinejs %s', (_name, webSocket) => {
  it('holds a whole conversation, from a sentence of the leaflet to the closing question', async () => {
    const client = await connect(webSocket)
    await waitForGreeting(client)
    expect(client.messages.map(({ text }) => text)).toEqual(greetingOf())
    const first = await ask(client, sentence)
    expect(first.heard?.topic).toBe('terugkomen')
    const steps = await goToClosing(client, first)
    expect(steps.length).toBeGreaterThan(2)
    const sourced = client.messages.map(hear).filter((heard) => heard?.kind === 'answer')
    expect(sourced.length).toBeGreaterThan(1)
    const { phrases } = wordsIn(opstap.app.content)
    const { answer } = await ask(client, phrases.closing.choices[0]?.label ?? '')
    expect(answer.text).toBe(phrases['closing-smaller'].texts[0])
    expectNoGapsAndNoDoubles(client)
    expect(client.messages.filter(({ from }) => from.role === 'user').map(({ from }) => from.id)).not.toContain(
      'anybody',
    )
  }, 120_000)

  it('goes on in a new client, with the history first', async () => {
    const before = await connect(webSocket)
    await waitForGreeting(before)
    const { heard } = await ask(before, sentence)
    before.end()

    const after = await connect(webSocket, before.address())
    await until('the history', () => after.messages.length >= before.messages.length)
    expect(after.messages.map(({ id, text }) => [id, text])).toEqual(before.messages.map(({ id, text }) => [id, text]))
    expect(after.address().conversationId).toBe(before.address().conversationId)
    await ask(after, heard?.buttons[0] ?? '')
    expectNoGapsAndNoDoubles(after)
  }, 120_000)

  it('goes on in a new client after the server was away', async () => {
    const before = await connect(webSocket)
    await waitForGreeting(before)
    const { heard } = await ask(before, sentence)
    before.end()
    await opstap.stop()
    opstap = await startOpstap(dataFolder)

    const after = await connect(webSocket, before.address())
    await until('the history', () => after.messages.length >= before.messages.length)
    await goToClosing(after, await ask(after, heard?.buttons[0] ?? ''))
    expectNoGapsAndNoDoubles(after)
  }, 120_000)

  it('keeps to its conversation when another person talks at the same time', async () => {
    const [one, other] = await Promise.all([connect(webSocket), connect(webSocket)])
    await Promise.all([one, other].map(waitForGreeting))
    await Promise.all([ask(one, sentence), ask(other, 'Kom ik niet in de schulden?')])
    expect(one.messages.map(({ text }) => text)).not.toContain('Kom ik niet in de schulden?')
    expect(other.messages.map(({ text }) => text)).not.toContain(sentence)
    expectNoGapsAndNoDoubles(one)
    expectNoGapsAndNoDoubles(other)
  }, 120_000)
})

describe('botframework-directlinejs, when the network or the server fails', () => {
  it('gets what was said while its socket was away, once', async () => {
    const client = await connect(true)
    await waitForGreeting(client)
    const { heard } = await ask(client, sentence)
    const before = client.messages.length
    opstap.dropSockets()
    // Sends go on working without a socket; echo and answers have to wait for the next one.
    const id = await client.send(heard?.buttons[0] ?? '')
    const echo = await client.waitFor('what was said meanwhile', (message) => message.id === id)
    expect(opstap.countSockets()).toBe(2)
    expect(client.messages.indexOf(echo)).toBe(before)
    await client.waitFor('the answer to it', (message) => (hear(message)?.buttons.length ?? 0) > 0, before)
    await ask(client, wordsIn(opstap.app.content).labels.menu)
    expectNoGapsAndNoDoubles(client)
  }, 120_000)

  it('comes back by itself after a restart of the server, and goes on where it was', async () => {
    const client = await connect(true)
    await waitForGreeting(client)
    const { heard } = await ask(client, sentence)
    const { port } = opstap
    await opstap.stop()
    opstap = await startOpstap(dataFolder, { port })
    const before = client.messages.length
    const id = await client.send(heard?.buttons[0] ?? '')
    await client.waitFor('the echo after the restart', (message) => message.id === id, before)
    const answer = await client.waitFor('an answer', (message) => (hear(message)?.buttons.length ?? 0) > 0, before)
    expect(hear(answer)?.topic).toBe('terugkomen')
    expectNoGapsAndNoDoubles(client)
    expect(client.statuses).not.toContain('FailedToConnect')
  }, 120_000)

  it('lives on a refreshed token when its first one has ended', async () => {
    let aheadMs = 0
    const now = () => new Date(Date.now() + aheadMs)
    await opstap.stop()
    opstap = await startOpstap(dataFolder, { parts: { clock: { now } } })
    const client = await connect(true, { speed: 900 })
    await waitForGreeting(client)
    const first = client.address()
    const endOf = (token: string) => (decodeJwt(token).exp ?? 0) * 1000
    aheadMs = 1_800_000
    await until('a token that was made half an hour later', () => {
      return endOf(client.address().token) >= endOf(first.token) + 1_700_000
    })
    aheadMs = 4_200_000
    const old = await fetch(`${opstap.url}/v3/directline/conversations/${first.conversationId}/activities`, {
      headers: { Authorization: `Bearer ${first.token}` },
    })
    expect(old.status).toBe(403)
    const { heard } = await ask(client, sentence)
    expect(heard?.topic).toBe('terugkomen')
    expect(client.statuses.at(-1)).toBe('Online')
  }, 120_000)
})
