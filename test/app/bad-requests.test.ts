import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import type { Activity } from '../../src/turn/activity.ts'
import { type Bench, createBench, type Program } from './program.ts'
import { type Answer, ask, startTalk, type Talk } from './talk.ts'

jest.setTimeout(60_000)

let bench: Bench
let program: Program
let talk: Talk
let before: Activity[]

beforeAll(async () => {
  bench = await createBench()
  program = await bench.start({ LOG_LEVEL: 'silent' })
})

beforeEach(async () => {
  talk = await startTalk(program.url)
  await talk.type('Kom ik niet in de schulden?')
  before = await talk.history()
})

// Whatever was sent: the conversation stands as it was, and goes on.
afterEach(async () => {
  expect((await talk.history()).slice(0, before.length)).toEqual(before)
  const heard = await talk.say('Wie leest dit?')
  expect(heard.answer.status).toBe(200)
  expect(heard.replies.length).toBeGreaterThan(0)
})

afterAll(() => bench.clear())

function expectRefused(answer: Answer, status: number, code: string): void {
  expect(answer.status).toBe(status)
  expect(answer.headers.get('content-type')).toContain('application/json')
  expect(answer.body).toEqual({ error: { code, message: expect.stringMatching(/\w/) } })
}

async function expectNothingStored(): Promise<void> {
  expect(await talk.history()).toEqual(before)
}

function activitiesUrl(conversationId: string, watermark = ''): string {
  return `${program.url}/v3/directline/conversations/${conversationId}/activities${watermark}`
}

describe('a request that is wrong', () => {
  it.each([
    ['half a JSON object', '{"type":"message"'],
    ['no JSON at all', 'hallo'],
    ['no body', ''],
    ['JSON nested a thousand deep', `${'['.repeat(1000)}${']'.repeat(1000)}`],
  ])('is refused with 400 BadSyntax when it holds %s', async (_name, body) => {
    expectRefused(await talk.send(body), 400, 'BadSyntax')
    await expectNothingStored()
  })

  it('is refused with 400 BadSyntax when it is not sent as JSON', async () => {
    expectRefused(await talk.send('type=message', { 'content-type': 'text/plain' }), 400, 'BadSyntax')
    await expectNothingStored()
  })

  it.each([
    ['a list', []],
    ['null', null],
    ['a number', 7],
    ['a type that is a number', { type: 1, text: 'hallo' }],
    ['no type', { text: 'hallo' }],
    ['a text that is an object', { type: 'message', text: { toString: 'hallo' } }],
    ['an unknown type', { type: 'conversationUpdate' }],
    ['an invented type', { type: '__proto__', text: 'hallo' }],
  ])('is refused with 400 BadArgument when the activity is or has %s', async (_name, activity) => {
    expectRefused(await talk.send(JSON.stringify(activity)), 400, 'BadArgument')
    await expectNothingStored()
  })

  it('is refused with 413 MessageSizeTooBig when its body is 1 MB', async () => {
    expectRefused(await talk.type('a'.repeat(1_000_000)), 413, 'MessageSizeTooBig')
    await expectNothingStored()
  })

  it('is refused with 404 or 405 when its address or method is unknown', async () => {
    const { token } = talk
    expectRefused(await ask('GET', `${program.url}/v3/directline/nothing`, { token }), 404, 'NotFound')
    expectRefused(await ask('DELETE', activitiesUrl(talk.conversationId), { token }), 405, 'BadArgument')
    await expectNothingStored()
  })
})

describe('a message that is odd', () => {
  it.each([
    ['10,000 characters', 'ik weet het niet zo goed '.repeat(400), 'too-long'],
    ['nothing', '', 'empty'],
    ['spaces and line ends', ' \n\t ', 'empty'],
    ['emoji only', '😀🙏🏽👨‍👩‍👧', 'empty'],
    ['signs only', '?!?', 'empty'],
  ])('gets a kind Dutch line when it holds %s', async (_name, text, step) => {
    const heard = await talk.say(text)
    expect(heard.answer.status).toBe(200)
    expect(heard.steps[0]).toBe(step)
    expect(heard.words).toMatch(/bericht/)
    expect(heard.kinds).not.toContain('crisis')
    expect((await talk.said()).at(-1)).toBe(text)
  })

  it('gets its kind line too when the text is left out, or holds half a character', async () => {
    const without = await talk.send({ type: 'message' })
    expect(without.status).toBe(200)
    expect((await talk.history()).at(-1)?.from.role).toBe('bot')
    const half = await talk.send('{"type":"message","text":"hallo \\ud83d"}')
    expect(half.status).toBe(200)
    expect((await talk.said()).at(-1)).toBe('hallo \ufffd')
  })
})

describe('a token, conversation or watermark that is wrong', () => {
  it('is refused with 401 Unauthorized when the token is missing, forged or unsigned', async () => {
    const [head = '', payload = '', signature = ''] = talk.token.split('.')
    const turned = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`
    const unsigned = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')
    const tokens = [undefined, 'rubbish', `${head}.${payload}.${turned}`, `${unsigned}.${payload}.`]
    for (const token of tokens) {
      const shown = token === undefined ? {} : { token }
      const url = activitiesUrl(talk.conversationId)
      expectRefused(await ask('POST', url, { ...shown, body: { type: 'message', text: 'hoi' } }), 401, 'Unauthorized')
      expectRefused(await ask('GET', url, shown), 401, 'Unauthorized')
    }
    await expectNothingStored()
  })

  it("looks the same for another person's conversation and for one that never was", async () => {
    const other = await startTalk(program.url)
    const secret = await other.history()
    for (const conversationId of [other.conversationId, randomUUID(), '..%2F..%2Fetc%2Fpasswd', '%00']) {
      const { token } = talk
      const url = activitiesUrl(conversationId)
      const sent = await ask('POST', url, { token, body: { type: 'message', text: 'hoi' } })
      const read = await ask('GET', url, { token })
      expectRefused(sent, 404, 'NotFound')
      expectRefused(read, 404, 'NotFound')
      expect(sent.body).toEqual(read.body)
    }
    expect(await other.history()).toEqual(secret)
    await expectNothingStored()
  })

  it.each(['abc', '-1', '1e9', '999999', '0x10', '%00', '1,2', ''])(
    'brings the whole conversation when the watermark is %j',
    async (watermark) => {
      const url = activitiesUrl(talk.conversationId, `?watermark=${watermark}`)
      const { status, body } = await ask('GET', url, { token: talk.token })
      expect(status).toBe(200)
      expect(body.activities).toEqual(before)
    },
  )
})
