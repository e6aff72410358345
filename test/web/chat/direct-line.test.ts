import { describe, expect, it } from '@jest/globals'
import { createDirectLine, type Fetch } from '../../../src/web/chat/direct-line.ts'

const at = { domain: '/dl', token: 'tok', conversationId: 'c1' }
const locale = () => 'en-GB'
const item = { id: 'm1', text: 'hoi', createdAt: '2026-11-23T09:00:00.000Z', state: 'sending' } as const

function answering(status: number, body: unknown, headers: Record<string, string> = {}) {
  const calls: { url: string; method: string; headers: Record<string, string>; body: unknown }[] = []
  const fetch: Fetch = async (url, init) => {
    calls.push({
      url,
      method: init.method,
      headers: init.headers,
      body: init.body === undefined ? undefined : JSON.parse(init.body),
    })
    return { status, headers: { get: (name) => headers[name] ?? null }, json: async () => body }
  }
  return { calls, fetch }
}

describe('createDirectLine', () => {
  it('asks for a token with the region and the language of the page', async () => {
    const { calls, fetch } = answering(200, { token: 't', expires_in: 1800, domain: '/v3/directline' })
    const answer = await createDirectLine({
      fetch,
      tokenUrl: '/api/chat/token',
      region: 'twente',
      locale,
    }).requestToken()
    expect(answer).toEqual({ outcome: 'ok', value: { token: 't', expiresInMs: 1_800_000, domain: '/v3/directline' } })
    expect(calls[0]).toMatchObject({
      url: '/api/chat/token',
      method: 'POST',
      body: { region: 'twente', locale: 'en-GB' },
    })
    expect(calls[0]?.headers).not.toHaveProperty('Authorization')
  })

  it('shows the old token to get a new one for the same conversation', async () => {
    const { calls, fetch } = answering(200, { token: 't' })
    await createDirectLine({ fetch, tokenUrl: '/api/chat/token', locale }).requestToken('old')
    expect(calls[0]?.headers).toMatchObject({ Authorization: 'Bearer old' })
  })

  it('sends a message with its id, in plain text', async () => {
    const { calls, fetch } = answering(200, { id: 'c1|2' })
    const value = { explain: 'korter', topic: 'uitkering', step: 'bijstand' } as const
    await expect(createDirectLine({ fetch, tokenUrl: '', locale }).send(at, { ...item, value })).resolves.toEqual({
      outcome: 'ok',
      value: 'accepted',
    })
    expect(calls[0]).toMatchObject({
      url: '/dl/conversations/c1/activities',
      headers: { Authorization: 'Bearer tok' },
      body: {
        type: 'message',
        locale: 'en-GB',
        text: 'hoi',
        textFormat: 'plain',
        value,
        channelData: { clientActivityID: 'm1' },
      },
    })
  })

  it('starts a conversation in the language of the page', async () => {
    const { calls, fetch } = answering(201, { conversationId: 'c1' })
    await createDirectLine({ fetch, tokenUrl: '', locale }).start({ token: 't', expiresInMs: 1, domain: '/dl' })
    expect(calls[0]?.body).toEqual({ locale: 'en-GB' })
  })

  it('reads from a watermark as it was given', async () => {
    const { calls, fetch } = answering(200, { activities: [], watermark: 'a+b' })
    await createDirectLine({ fetch, tokenUrl: '', locale }).read(at, 'a+b')
    expect(calls[0]?.url).toBe('/dl/conversations/c1/activities?watermark=a%2Bb')
  })

  it.each([
    [401, 'expired'],
    [403, 'expired'],
    [404, 'gone'],
    [400, 'refused'],
    [413, 'refused'],
    [408, 'later'],
    [500, 'later'],
    [503, 'later'],
  ])('calls status %d %s', async (status, outcome) => {
    const { fetch } = answering(status, { error: { code: 'x', message: '' } })
    await expect(createDirectLine({ fetch, tokenUrl: '', locale }).send(at, item)).resolves.toMatchObject({ outcome })
  })

  it('waits as long as a busy server asks', async () => {
    const { fetch } = answering(429, {}, { 'Retry-After': '7' })
    await expect(createDirectLine({ fetch, tokenUrl: '', locale }).send(at, item)).resolves.toEqual({
      outcome: 'later',
      afterMs: 7000,
    })
  })

  it('tries again later when there is no network, or an answer that is not ours', async () => {
    const failing: Fetch = () => Promise.reject(new TypeError('Failed to fetch'))
    await expect(createDirectLine({ fetch: failing, tokenUrl: '', locale }).send(at, item)).resolves.toMatchObject({
      outcome: 'later',
    })
    const { fetch } = answering(200, { login: 'to this hotspot' })
    await expect(createDirectLine({ fetch, tokenUrl: '', locale }).requestToken()).resolves.toMatchObject({
      outcome: 'later',
    })
  })
})
