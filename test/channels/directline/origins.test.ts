import { describe, expect, it } from '@jest/globals'
import { createOrigins } from '../../../src/channels/directline/origins.ts'
import { ask } from './ask.ts'
import { serve } from './serve.ts'

const asked = {
  'access-control-request-method': 'POST',
  'access-control-request-headers': 'authorization,content-type,x-ms-bot-agent,x-requested-with',
}

describe('a page of another site', () => {
  it('gets no grant when its origin is not allowed (C1)', async () => {
    const served = await serve({ allowedOrigins: ['https://gemeente.example'] })
    for (const [method, path] of [
      ['OPTIONS', '/conversations'],
      ['POST', '/api/chat/token'],
    ] as const) {
      const answer = await ask(served, method, path, { headers: { origin: 'https://kwaad.example', ...asked } })
      expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    }
    await served.stop()
  })

  it('gets the four headers and the methods when it is allowed, also on errors (C2)', async () => {
    const served = await serve({ allowedOrigins: ['https://gemeente.example'] })
    const headers = { origin: 'https://gemeente.example' }
    for (const path of [
      '/conversations',
      '/conversations/x/activities',
      '/conversations/x',
      '/tokens/refresh',
      '/conversations/x/upload',
      '/api/chat/token',
    ]) {
      const { status, headers: granted } = await ask(served, 'OPTIONS', path, { headers: { ...headers, ...asked } })
      expect(status).toBe(204)
      expect(granted.get('access-control-allow-origin')).toBe('https://gemeente.example')
      expect(granted.get('vary')).toBe('Origin')
      expect(granted.get('access-control-allow-headers')).toBe(
        'authorization, content-type, x-ms-bot-agent, x-requested-with',
      )
      expect(granted.get('access-control-allow-methods')).toBe('GET, POST')
      expect(Number(granted.get('access-control-max-age'))).toBeGreaterThan(0)
      expect(granted.get('access-control-allow-credentials')).toBeNull()
    }
    const large = await ask(served, 'POST', '/conversations', { headers, body: { x: 'x'.repeat(20_000) } })
    expect(large.status).toBe(413)
    for (const answer of [large, await ask(served, 'POST', '/conversations', { headers })]) {
      expect(answer.headers.get('access-control-allow-origin')).toBe('https://gemeente.example')
      expect(answer.headers.get('access-control-expose-headers')).toBe('Retry-After')
    }
    await served.stop()
  })
})

describe('findStreamBase', () => {
  it.each([
    ['localhost:3978', 'ws://localhost:3978'],
    ['127.0.0.1:80', 'ws://127.0.0.1'],
    ['[::1]:3978', 'ws://[::1]:3978'],
    ['opstap.lan:3978', 'ws://opstap.lan:3978'],
    ['kwaad.example', undefined],
    ['127.0.0.1.kwaad.example', undefined],
    ['localhost@kwaad.example', undefined],
    ['a b', undefined],
    [undefined, undefined],
  ])('takes the Host %s as %s', (host, base) => {
    const origins = createOrigins({ allowedOrigins: [], ownHosts: ['opstap.lan'] })
    expect(origins.findStreamBase(host === undefined ? {} : { host })).toBe(base)
  })

  it('never looks at the Host when the public address is configured', () => {
    const origins = createOrigins({ allowedOrigins: [], publicUrl: 'http://opstap.example:8080/' })
    expect(origins.findStreamBase({ host: 'localhost' })).toBe('ws://opstap.example:8080')
  })

  it('makes a start at a foreign Host fail with what to do, before anything is stored', async () => {
    const served = await serve({ ownHosts: [] })
    const { body } = await ask(served, 'POST', '/api/chat/token')
    const { request } = await import('node:http')
    const status = await new Promise<number | undefined>((resolve) => {
      const headers = { host: 'kwaad.example', authorization: `Bearer ${body.token}` }
      const sent = request(`${served.url}/conversations`, { method: 'POST', headers }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
      sent.end()
    })
    expect(status).toBe(421)
    expect(await served.conversations.exists(body.conversationId)).toBe(false)
    await served.stop()
  })
})
