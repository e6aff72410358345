import { afterEach, describe, expect, it, jest } from '@jest/globals'
import { createHealthRoute } from '../../src/http/health-route.ts'
import type { HttpRequest } from '../../src/http/route.ts'

const request: HttpRequest = {
  method: 'GET',
  params: {},
  query: new URLSearchParams(),
  headers: {},
  address: '',
  body: new Uint8Array(),
}

afterEach(() => {
  jest.useRealTimers()
})

describe('createHealthRoute', () => {
  it('answers 200 when the check succeeds', async () => {
    expect(await createHealthRoute(async () => {}).handle(request)).toMatchObject({
      status: 200,
      body: { status: 'ok' },
    })
  })

  it('answers 503 with an error body when it fails', async () => {
    const answer = await createHealthRoute(() => Promise.reject(new Error('disk full'))).handle(request)
    expect(answer).toMatchObject({ status: 503, body: { error: { code: 'ServiceUnavailable' } } })
    expect(JSON.stringify(answer)).not.toContain('disk')
  })

  it('answers 503 when the check takes longer than 5 seconds', async () => {
    jest.useFakeTimers()
    const answer = createHealthRoute(() => new Promise(() => {})).handle(request)
    await jest.advanceTimersByTimeAsync(5000)
    expect((await answer).status).toBe(503)
  })

  it('checks once for requests that come together', async () => {
    let checks = 0
    const { handle } = createHealthRoute(async () => {
      checks += 1
    })
    await Promise.all([handle(request), handle(request)])
    await handle(request)
    expect(checks).toBe(2)
  })
})
