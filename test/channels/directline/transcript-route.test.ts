import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type Started, send, start } from './ask.ts'
import { type Served, type ServeOptions, serve } from './serve.ts'

let served: Served
beforeEach(async () => {
  served = await serve()
})
afterEach(() => served.stop())

interface Form {
  token?: string
  form?: string
}

/** Sends the form as our page does. */
async function keep(
  { conversationId }: Pick<Started, 'conversationId'>,
  form: Form,
  at = served,
): Promise<{ status: number; headers: Headers; text: string }> {
  const response = await fetch(`${at.url}/conversations/${conversationId}/transcript`, {
    method: 'POST',
    body: new URLSearchParams({ ...form }),
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

async function talk(): Promise<Started> {
  const started = await start(served)
  await send(served, started, { type: 'message', text: '<b>hoi</b>' })
  return started
}

describe('POST …/transcript', () => {
  it('gives the conversation as a page that may load nothing and is kept nowhere', async () => {
    const started = await talk()
    const { status, headers, text } = await keep(started, { token: started.token, form: 'page' })
    expect(status).toBe(200)
    expect(text).toContain('&lt;b&gt;hoi&lt;/b&gt;')
    expect(text).not.toContain('<b>')
    expect(text).not.toContain(started.token)
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-disposition')).toBeNull()
  })

  it('gives it as a text file with a name', async () => {
    const started = await talk()
    const { status, headers, text } = await keep(started, { token: started.token, form: 'text' })
    expect(status).toBe(200)
    expect(text).toContain('<b>hoi</b>')
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(headers.get('content-disposition')).toBe('attachment; filename="transcript-title.txt"')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('shows nothing of what was erased', async () => {
    const started = await talk()
    await served.store.commit({ partition: started.conversationId, eraseFirst: true })
    await send(served, started, { type: 'message', text: 'daarna' })
    const { text } = await keep(started, { token: started.token, form: 'text' })
    expect(text).toContain('daarna')
    expect(text).not.toContain('hoi')
  })

  it('is refused with kind words without a token of just this conversation', async () => {
    const [mine, other] = [await talk(), await start(served)]
    const stream = new URL(mine.streamUrl).searchParams.get('t') ?? ''
    const refused: [Form, number][] = [
      [{ form: 'page' }, 400],
      [{ token: mine.token }, 400],
      [{ token: mine.token, form: 'pdf' }, 400],
      [{ token: 'x.y.z', form: 'page' }, 401],
      [{ token: stream, form: 'text' }, 401],
      [{ token: other.token, form: 'page' }, 404],
    ]
    for (const [form, expected] of refused) {
      const { status, text, headers } = await keep(mine, form)
      expect(status).toBe(expected)
      expect(text).toContain('transcript-failed')
      expect(text).not.toContain('hoi')
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(headers.get('content-disposition')).toBeNull()
    }
  })

  it('is refused when the token is over, or the conversation is gone', async () => {
    const started = await talk()
    await served.store.erase(started.conversationId)
    expect((await keep(started, { token: started.token, form: 'page' })).status).toBe(404)
    served.pass(3601)
    expect((await keep(started, { token: started.token, form: 'page' })).status).toBe(403)
  })

  it('takes no token from anywhere but the body of a form', async () => {
    const { conversationId, token } = await talk()
    const path = `${served.url}/conversations/${conversationId}/transcript`
    const authorization = `Bearer ${token}`
    const answers = await Promise.all([
      fetch(`${path}?token=${token}&form=page`, { method: 'POST', headers: { authorization } }),
      fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token, form: 'page' }),
      }),
      fetch(`${path}?token=${token}&form=page`),
    ])
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 405])
  })

  const one = { burst: 1, perSecond: 0.01 }
  it.each<[string, NonNullable<ServeOptions['limits']>]>([
    ['one conversation', { sendPerConversation: one }],
    ['one address', { sendPerAddress: one }],
  ])('is refused with kind words when %s asks too often', async (_name, limits) => {
    const strict = await serve({ limits })
    const started = await start(strict)
    const form = { token: started.token, form: 'page' }
    expect((await keep(started, form, strict)).status).toBe(200)
    const { status, text, headers } = await keep(started, form, strict)
    expect(status).toBe(429)
    expect(text).toContain('transcript-failed')
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    await strict.stop()
  })
})
