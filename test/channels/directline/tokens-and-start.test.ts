import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { ask, poll, send, start } from './ask.ts'
import { type Served, serve } from './serve.ts'

let served: Served
beforeEach(async () => {
  served = await serve({ secret: 'a-secret-of-another-server' })
})
afterEach(() => served.stop())

describe('tokens/generate', () => {
  it('answers only to the secret (T1)', async () => {
    for (const token of [undefined, 'wrong', 'a-secret-of-another-serveR']) {
      const answer = await ask(served, 'POST', '/tokens/generate', token === undefined ? {} : { token })
      expect(answer.status).toBe(401)
      expect(answer.body.error.code).toBe('Unauthorized')
    }
    const answer = await ask(served, 'POST', '/tokens/generate', { token: 'a-secret-of-another-server' })
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({
      conversationId: expect.any(String),
      token: expect.any(String),
      expires_in: 3600,
    })
  })

  it('takes over a user id that begins with dl_, and refuses another', async () => {
    const token = 'a-secret-of-another-server'
    const good = await ask(served, 'POST', '/tokens/generate', { token, body: { user: { id: 'dl_someone' } } })
    expect(claimsOf(good.body.token).user).toBe('dl_someone')
    const bad = await ask(served, 'POST', '/tokens/generate', { token, body: { user: { id: 'someone' } } })
    expect(bad.status).toBe(400)
  })

  it('answers to nobody when no secret is set', async () => {
    const closed = await serve()
    expect((await ask(closed, 'POST', '/tokens/generate', { token: 'undefined' })).status).toBe(401)
    await closed.stop()
  })
})

describe('tokens/refresh', () => {
  it('gives a new token for the same conversation and leaves the old one good (T2)', async () => {
    const started = await start(served)
    served.pass(900)
    const answer = await ask(served, 'POST', '/tokens/refresh', { token: started.token })
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ conversationId: started.conversationId, expires_in: 3600 })
    expect(answer.body.token).not.toBe(started.token)
    expect((await poll(served, { ...started, token: answer.body.token })).status).toBe(200)
    expect((await poll(served, started)).status).toBe(200)
  })
})

describe('a request without a good token', () => {
  it('is answered with 401 and an error body (T3, S1, G4)', async () => {
    const { conversationId, streamUrl } = await start(served)
    const streamCredential = new URL(streamUrl).searchParams.get('t') ?? ''
    const tampered = `${(await start(served)).token.slice(0, -4)}AAAA`
    for (const token of [undefined, 'undefined', 'x.y.z', 'a'.repeat(9000), streamCredential, tampered]) {
      for (const [method, path] of everyCall(conversationId)) {
        const answer = await ask(served, method, path, token === undefined ? {} : { token })
        expect(answer.status).toBe(401)
        expect(answer.body.error.code).toBe('Unauthorized')
      }
    }
  })

  it('is answered with 403 TokenExpired when the token is over (T4)', async () => {
    const { conversationId, token } = await start(served)
    served.pass(3601)
    for (const [method, path] of everyCall(conversationId)) {
      const answer = await ask(served, method, path, { token })
      expect(answer.status).toBe(403)
      expect(answer.body.error.code).toBe('TokenExpired')
    }
  })
})

describe('a token', () => {
  it('is a JWT with a user claim that begins with dl_ (T5)', async () => {
    const { token } = await start(served)
    expect(claimsOf(token).user).toMatch(/^dl_/)
  })
})

describe('the token for our own page', () => {
  it('names its conversation, its end and the endpoint', async () => {
    const answer = await ask(served, 'POST', '/api/chat/token')
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({
      conversationId: expect.any(String),
      token: expect.any(String),
      expires_in: 3600,
      domain: '/v3/directline',
    })
  })

  it('carries the region the page was opened for to the turn', async () => {
    const regions: unknown[] = []
    const watched = await serve({
      runTurn: async ({ incoming }) => {
        regions.push(incoming.kind === 'start' ? incoming.region : 'no start')
        return { outcome: 'done', sequence: 0, replies: [] }
      },
    })
    for (const body of [{ region: 'twente' }, { region: 'Twente!' }, { region: 7 }]) {
      const { body: handed } = await ask(watched, 'POST', '/api/chat/token', { body })
      await ask(watched, 'POST', '/conversations', { token: handed.token })
    }
    expect(regions).toEqual(['twente', undefined, undefined])
    await watched.stop()
  })

  it('carries the language the page was opened in to the turn, before what the client sends', async () => {
    const locales: unknown[] = []
    const watched = await serve({
      runTurn: async ({ incoming }) => {
        locales.push(incoming.kind === 'start' ? incoming.locale : 'no start')
        return { outcome: 'done', sequence: 0, replies: [] }
      },
    })
    for (const asked of [{ locale: 'en-GB' }, { locale: '<en>' }, { locale: 7, region: 'twente' }]) {
      const { body } = await ask(watched, 'POST', '/api/chat/token', { body: asked })
      const refreshed = await ask(watched, 'POST', '/tokens/refresh', { token: body.token })
      await ask(watched, 'POST', '/conversations', { token: refreshed.body.token, body: { locale: 'nl-NL' } })
    }
    expect(locales).toEqual(['en-GB', 'nl-NL', 'nl-NL'])
    await watched.stop()
  })

  it('brings the same conversation back for an old token, up to 30 days after its end', async () => {
    const started = await start(served)
    served.pass(3600 + 30 * 86_400 - 60)
    const again = await ask(served, 'POST', '/api/chat/token', { token: started.token })
    expect(again.body.conversationId).toBe(started.conversationId)
    expect((await poll(served, { ...started, token: again.body.token })).status).toBe(200)
    served.pass(120)
    const late = await ask(served, 'POST', '/api/chat/token', { token: started.token })
    expect(late.status).toBe(200)
    expect(late.body.conversationId).not.toBe(started.conversationId)
  })

  it('is for a new conversation when the old one is gone or the old token is not ours', async () => {
    const started = await start(served)
    await served.store.erase(started.conversationId)
    for (const token of [started.token, 'x.y.z']) {
      const again = await ask(served, 'POST', '/api/chat/token', { token })
      expect(again.status).toBe(200)
      expect(again.body.conversationId).not.toBe(started.conversationId)
    }
  })
})

describe('start', () => {
  it('answers 201 with an id that fits in a path and an absolute stream address (S2)', async () => {
    const { answer } = await start(served)
    expect(answer.status).toBe(201)
    expect(answer.body.conversationId).toMatch(/^[\w-]+$/)
    expect(answer.body.expires_in).toBe(3600)
    expect(answer.body.streamUrl).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/v3\/directline\/conversations\//)
    expect((await poll(served, { ...answer.body })).status).toBe(200)
  })

  it('answers 200 the second time, without a second welcome (S3)', async () => {
    const started = await start(served)
    const again = await ask(served, 'POST', '/conversations', { token: started.token, body: {} })
    expect(again.status).toBe(200)
    expect(again.body.conversationId).toBe(started.conversationId)
    expect((await poll(served, started)).activities.map((activity) => activity.text)).toEqual(['Welkom'])
  })

  it('accepts no body and an empty object, and refuses what is no JSON object (S4)', async () => {
    const newToken = async (): Promise<string> => (await ask(served, 'POST', '/api/chat/token')).body.token
    expect((await ask(served, 'POST', '/conversations', { token: await newToken() })).status).toBe(201)
    expect((await ask(served, 'POST', '/conversations', { token: await newToken(), body: {} })).status).toBe(201)
    expect((await ask(served, 'POST', '/conversations', { token: await newToken(), body: { locale: 7 } })).status).toBe(
      201,
    )
    for (const body of ['{', 'null', '[]']) {
      const answer = await ask(served, 'POST', '/conversations', { token: await newToken(), body })
      expect(answer.status).toBe(400)
      expect(answer.body.error.code).toMatch(/^Bad/)
    }
  })

  it('gives the configured public address, whatever the Host says', async () => {
    const behindProxy = await serve({ publicUrl: 'https://opstap.example/chat/' })
    const { streamUrl, conversationId } = await start(behindProxy)
    expect(streamUrl).toMatch(`wss://opstap.example/chat/v3/directline/conversations/${conversationId}/stream?`)
    await behindProxy.stop()
  })
})

describe('reconnect', () => {
  it('gives a token and a fresh stream address that keeps the watermark (R1)', async () => {
    const started = await start(served)
    await send(served, started, { type: 'message', text: 'een' })
    const path = `/conversations/${started.conversationId}?watermark=2`
    const answer = await ask(served, 'GET', path, { token: started.token })
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({
      conversationId: started.conversationId,
      token: expect.any(String),
      streamUrl: expect.stringContaining('/stream?watermark=2&t='),
    })
  })
})

/** The calls that need a token, as method and path. */
function everyCall(conversationId: string): [string, string][] {
  return [
    ['POST', '/conversations'],
    ['POST', `/conversations/${conversationId}/activities`],
    ['GET', `/conversations/${conversationId}/activities?watermark=`],
    ['GET', `/conversations/${conversationId}?watermark=`],
    ['POST', `/conversations/${conversationId}/upload`],
    ['POST', '/tokens/refresh'],
  ]
}

function claimsOf(token: string): { user?: unknown } {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
}
