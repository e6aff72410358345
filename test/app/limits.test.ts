import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { type Bench, createBench, type Program } from './program.ts'
import { type Answer, ask, startTalk, type Talk } from './talk.ts'

jest.setTimeout(60_000)

let bench: Bench
let program: Program

beforeAll(async () => {
  bench = await createBench()
  program = await bench.start({
    SENDS_PER_CONVERSATION: '4',
    SENDS_PER_ADDRESS: '6',
    CONVERSATIONS_PER_ADDRESS: '3',
    REQUESTS_PER_ADDRESS: '60',
    // So that a test can come from any address; these are for examples only.
    TRUSTED_PROXIES: '1',
    LOG_LEVEL: 'silent',
  })
})

afterAll(() => bench.clear())

const from = (address: string) => ({ headers: { 'x-forwarded-for': address } })

/** Types until it is refused. @returns the refusal, and how many were taken before it */
async function typeUntilRefused(talk: Talk): Promise<{ refused: Answer; taken: number }> {
  for (let taken = 0; ; taken += 1) {
    const answer = await talk.type(`Bericht ${taken}`)
    if (answer.status !== 200) return { refused: answer, taken }
  }
}

function expectTooMany({ status, headers, body }: Answer): void {
  expect(status).toBe(429)
  expect(headers.get('retry-after')).toMatch(/^[1-9]\d*$/)
  expect(body).toEqual({ error: { code: 'RateLimit', message: expect.any(String) } })
}

describe('limits', () => {
  it('answer 429 to a conversation that sends too much, keep nothing of it, and let the others be', async () => {
    const eager = await startTalk(program.url, from('203.0.113.1'))
    const calm = await startTalk(program.url, from('203.0.113.1'))
    const { refused, taken } = await typeUntilRefused(eager)
    expectTooMany(refused)
    expect(taken).toBeGreaterThanOrEqual(4)
    expect(await eager.said()).toHaveLength(taken)
    expect((await calm.say('Kom ik niet in de schulden?')).replies.length).toBeGreaterThan(0)
  })

  it('answer 429 to an address that sends too much in all, and let the others be', async () => {
    const first = await startTalk(program.url, from('203.0.113.2'))
    const second = await startTalk(program.url, from('203.0.113.2'))
    const calm = await startTalk(program.url, from('203.0.113.3'))
    const ofFirst = await typeUntilRefused(first)
    const ofSecond = await typeUntilRefused(second)
    expectTooMany(ofSecond.refused)
    expect(ofFirst.taken + ofSecond.taken).toBeGreaterThanOrEqual(6)
    // Its own limit is 4: the address was what stopped it.
    expect(ofSecond.taken).toBeLessThan(4)
    expect(await second.said()).toHaveLength(ofSecond.taken)
    expect((await calm.type('Ik zit op een ander adres')).status).toBe(200)
  })

  it('answer 429 to an address that starts too many conversations, and let the others be', async () => {
    const url = `${program.url}/api/chat/token`
    const asked = await Promise.all(Array.from({ length: 8 }, () => ask('POST', url, from('203.0.113.4'))))
    const refusals = asked.filter(({ status }) => status !== 200)
    expect(refusals.length).toBeGreaterThanOrEqual(4)
    for (const answer of refusals) expectTooMany(answer)
    expect((await ask('POST', url, from('203.0.113.5'))).status).toBe(200)
  })

  it('answer 429 to an address that floods any request, and let the others be', async () => {
    const talk = await startTalk(program.url, from('203.0.113.6'))
    const url = `${program.url}/v3/directline/conversations/${talk.conversationId}/activities`
    const shown = { token: talk.token }
    const polls = await Promise.all(
      Array.from({ length: 120 }, () => ask('GET', url, { ...shown, ...from('203.0.113.6') })),
    )
    const refusals = polls.filter(({ status }) => status !== 200)
    expect(refusals.length).toBeGreaterThan(40)
    for (const answer of refusals) expectTooMany(answer)
    expect((await ask('GET', url, { ...shown, ...from('203.0.113.7') })).status).toBe(200)
  })
})
