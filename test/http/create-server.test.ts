import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { afterEach, describe, expect, it } from '@jest/globals'
import { createHttpServer, type HttpServer, type HttpServerOptions } from '../../src/http/create-server.ts'
import { errorResponse, type HttpRequest } from '../../src/http/route.ts'

let server: HttpServer | undefined
let errors: unknown[] = []
afterEach(async () => {
  await server?.close(0)
  server = undefined
  errors = []
})

const log = { info: () => {}, warn: () => {}, error: (_message: string, error: unknown) => errors.push(error) }

/** Starts a server. @returns its address */
async function serve(options: Partial<HttpServerOptions>): Promise<string> {
  server = createHttpServer({ routes: [], log, ...options })
  const { port } = await server.listen(0, '127.0.0.1')
  return `http://127.0.0.1:${port}`
}

/** Sends bytes as they are. @returns everything that came back until the connection ended */
async function sendRaw(origin: string, bytes: string): Promise<string> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1')
  let received = ''
  socket.on('data', (chunk) => {
    received += chunk
  })
  socket.on('error', () => {})
  socket.write(bytes)
  await once(socket, 'close')
  return received
}

describe('a route', () => {
  it('gets method, path parts, query, headers, address and body', async () => {
    const seen: HttpRequest[] = []
    const origin = await serve({
      routes: [
        {
          method: 'POST',
          path: '/things/:id/parts/:part',
          handle: (request) => {
            seen.push(request)
            return { status: 201, body: { ok: true } }
          },
        },
      ],
    })
    const answer = await fetch(`${origin}/things/a%20b/parts/c?x=1&x=2`, {
      method: 'POST',
      body: 'hallo',
      headers: { 'X-Test': 'yes' },
    })
    expect(answer.status).toBe(201)
    expect(await answer.json()).toEqual({ ok: true })
    const [request] = seen
    expect(request?.method).toBe('POST')
    expect(request?.params).toEqual({ id: 'a b', part: 'c' })
    expect(request?.query.getAll('x')).toEqual(['1', '2'])
    expect(request?.headers['x-test']).toBe('yes')
    expect(request?.address).toBe('127.0.0.1')
    expect(new TextDecoder().decode(request?.body)).toBe('hallo')
  })

  it('answers with the headers that keep browsers and caches careful', async () => {
    const origin = await serve({
      routes: [
        { method: 'GET', path: '/data', handle: () => ({ status: 200, body: {} }) },
        {
          method: 'GET',
          path: '/page',
          handle: () => ({ status: 200, body: 'x', headers: { 'Cache-Control': 'max-age=60' } }),
        },
      ],
      hstsSeconds: 3600,
    })
    const { headers } = await fetch(`${origin}/data`)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(headers.get('strict-transport-security')).toBe('max-age=3600')
    expect(headers.get('server')).toBeNull()
    expect((await fetch(`${origin}/page`)).headers.get('cache-control')).toBe('max-age=60')
  })

  it('says nothing of https unless told', async () => {
    const origin = await serve({})
    expect((await fetch(origin)).headers.get('strict-transport-security')).toBeNull()
  })

  it('answers HEAD where it answers GET, without a body', async () => {
    const origin = await serve({
      routes: [{ method: 'GET', path: '/x', handle: () => ({ status: 200, body: 'abc' }) }],
    })
    const answer = await fetch(`${origin}/x`, { method: 'HEAD' })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('')
  })

  it('answers 204 without body or length', async () => {
    const origin = await serve({ routes: [{ method: 'POST', path: '/x', handle: () => ({ status: 204 }) }] })
    const answer = await fetch(`${origin}/x`, { method: 'POST' })
    expect(answer.status).toBe(204)
    expect(answer.headers.get('content-length')).toBeNull()
  })
})

describe('a request that no route takes', () => {
  it.each([
    ['GET', '/nope', 404, 'NotFound'],
    ['POST', '/', 404, 'NotFound'],
    ['GET', '//', 404, 'NotFound'],
    ['GET', '/..%2f..%2fetc%2fpasswd', 404, 'NotFound'],
    ['GET', `/x/${'a'.repeat(12_000)}/nope`, 404, 'NotFound'],
    ['GET', '/x/%E0%A4%A', 400, 'BadArgument'],
    ['GET', '/%', 400, 'BadArgument'],
    ['PUT', '/x/1', 405, 'BadArgument'],
    ['DELETE', '/x/1', 405, 'BadArgument'],
    ['PROPFIND', '/x/1', 405, 'BadArgument'],
    ['OPTIONS', '/x/1', 405, 'BadArgument'],
  ])('%s %s is answered with %i in our own form', async (method, path, status, code) => {
    const origin = await serve({ routes: [{ method: 'GET', path: '/x/:id', handle: () => ({ status: 200 }) }] })
    const { port } = new URL(origin)
    const [answered, text] = await new Promise<[number | undefined, string]>((resolve) => {
      httpRequest({ port, method, path }, (response) => {
        let body = ''
        response.on('data', (chunk) => {
          body += chunk
        })
        response.on('end', () => resolve([response.statusCode, body]))
      }).end()
    })
    expect(answered).toBe(status)
    expect(JSON.parse(text)).toEqual({ error: { code, message: expect.any(String) } })
  })

  it('names the methods that are allowed', async () => {
    const origin = await serve({ routes: [{ method: 'GET', path: '/x', handle: () => ({ status: 200 }) }] })
    expect((await fetch(`${origin}/x`, { method: 'PUT' })).headers.get('allow')).toBe('GET, HEAD')
  })

  it.each([
    ['a Host that is none', 'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', '400'],
    ['a Host that breaks a URL', 'GET /x HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n', '400'],
    ['an asterisk', 'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', '400'],
    ['no HTTP', 'hallo\r\n\r\n', '400'],
    ['too many headers', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(20_000)}\r\n\r\n`, '431'],
  ])('is answered when it has %s', async (_name, bytes, status) => {
    const origin = await serve({})
    const received = await sendRaw(origin, bytes)
    expect(received).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(received).toContain('{"error":{"code":')
    expect((await fetch(origin)).status).toBe(404)
  })
})

describe('a body', () => {
  const echo = {
    method: 'POST' as const,
    path: '/echo',
    handle: (request: HttpRequest) => ({ status: 200, body: request.body }),
  }

  it('comes whole, in one piece or many', async () => {
    const origin = await serve({ routes: [{ ...echo, maxBodyBytes: 3_000_000 }] })
    const body = new Uint8Array(2_000_000).map((_, index) => index % 251)
    const answer = await fetch(`${origin}/echo`, { method: 'POST', body })
    expect(Buffer.from(await answer.arrayBuffer()).equals(body)).toBe(true)
  })

  it('is refused above the limit only after it was read, and the connection goes on', async () => {
    const origin = await serve({
      routes: [{ ...echo, maxBodyBytes: 1000 }],
      rawRoutes: [{ method: 'POST', path: '/raw', maxBodyBytes: 10, handleRaw: async () => {} }],
    })
    for (const path of ['/echo', '/raw']) {
      const answer = await fetch(origin + path, { method: 'POST', body: 'x'.repeat(1_000_000) })
      expect(answer.status).toBe(413)
      expect(await answer.json()).toMatchObject({ error: { code: 'MessageSizeTooBig' } })
    }
    expect((await fetch(`${origin}/echo`, { method: 'POST', body: 'x'.repeat(1000) })).status).toBe(200)
  })

  it('that ends before it is whole harms nobody', async () => {
    const origin = await serve({ routes: [echo] })
    const socket = connect(Number(new URL(origin).port), '127.0.0.1')
    socket.on('error', () => {})
    socket.write('POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhal')
    await once(socket, 'connect')
    socket.resetAndDestroy()
    expect((await fetch(`${origin}/echo`, { method: 'POST', body: 'x' })).status).toBe(200)
    expect(errors).toEqual([])
  })
})

describe('a handler that throws', () => {
  it('is answered with 500 ServiceError without its words, and logged', async () => {
    const error = new Error('a secret')
    const origin = await serve({
      routes: [
        {
          method: 'GET',
          path: '/x',
          handle: () => {
            throw error
          },
        },
        { method: 'GET', path: '/y', handle: () => Promise.reject(error) },
      ],
      rawRoutes: [{ method: 'POST', path: '/raw', handleRaw: () => Promise.reject(error) }],
    })
    for (const [path, method] of [
      ['/x', 'GET'],
      ['/y', 'GET'],
      ['/raw', 'POST'],
    ]) {
      const answer = await fetch(origin + path, { method: method ?? '' })
      expect(answer.status).toBe(500)
      const text = await answer.text()
      expect(JSON.parse(text).error.code).toBe('ServiceError')
      expect(text).not.toContain('secret')
    }
    expect(errors).toEqual([error, error, error])
  })

  it('is answered as the caller describes it', async () => {
    const origin = await serve({
      routes: [{ method: 'GET', path: '/x', handle: () => Promise.reject(new RangeError()) }],
      describeError: (error) => (error instanceof RangeError ? errorResponse(503, 'Busy', 'Try again.') : undefined),
    })
    expect((await fetch(`${origin}/x`)).status).toBe(503)
  })
})

describe('a raw route', () => {
  it('gets request, response and the body that was read', async () => {
    const origin = await serve({
      rawRoutes: [
        {
          method: 'POST',
          path: '/raw',
          handleRaw: async (_request, response, body) => {
            response.writeHead(202, { 'content-type': 'text/plain' })
            response.end(body)
          },
        },
      ],
    })
    const answer = await fetch(`${origin}/raw`, { method: 'POST', body: 'hallo' })
    expect(answer.status).toBe(202)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await answer.text()).toBe('hallo')
  })
})

describe('an upgrade', () => {
  const bytes = 'GET /x HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n'

  it('goes to the first that takes it', async () => {
    const asked: string[] = []
    const origin = await serve({
      upgrades: [
        () => {
          asked.push('first')
          return false
        },
        (_request, socket) => {
          asked.push('second')
          socket.end('HTTP/1.1 101 Mine\r\n\r\n')
          return true
        },
        () => {
          asked.push('third')
          return true
        },
      ],
    })
    expect(await sendRaw(origin, bytes)).toMatch(/^HTTP\/1.1 101 Mine/)
    expect(asked).toEqual(['first', 'second'])
  })

  it('is answered with 404 when nobody takes it, and with 500 when taking it fails', async () => {
    expect(await sendRaw(await serve({}), bytes)).toMatch(/^HTTP\/1.1 404 [\s\S]*"NotFound"/)
    await server?.close(0)
    const failing = await serve({
      upgrades: [
        () => {
          throw new Error('x')
        },
      ],
    })
    expect(await sendRaw(failing, bytes)).toMatch(/^HTTP\/1.1 500 [\s\S]*"ServiceError"/)
  })
})

describe('close', () => {
  it('lets a request in hand finish, and accepts no new one', async () => {
    const { promise: entered, resolve: enter } = Promise.withResolvers<void>()
    const { promise: released, resolve: release } = Promise.withResolvers<void>()
    const origin = await serve({
      routes: [
        {
          method: 'GET',
          path: '/slow',
          handle: async () => {
            enter()
            await released
            return { status: 200, body: 'done' }
          },
        },
      ],
    })
    const inHand = fetch(`${origin}/slow`)
    await entered
    const closed = server?.close(60_000)
    await expect(fetch(`${origin}/slow`)).rejects.toThrow()
    release()
    expect(await (await inHand).text()).toBe('done')
    await closed
    server = undefined
  })

  it('ends what does not finish in time, streams too', async () => {
    const { promise: entered, resolve: enter } = Promise.withResolvers<void>()
    const origin = await serve({
      routes: [
        {
          method: 'GET',
          path: '/never',
          handle: () => {
            enter()
            return new Promise(() => {})
          },
        },
      ],
      upgrades: [() => true],
    })
    const answer = fetch(`${origin}/never`).then(
      () => 'answered',
      () => 'ended',
    )
    const stream = sendRaw(origin, 'GET /x HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n')
    await entered
    await server?.close(20)
    server = undefined
    expect(await answer).toBe('ended')
    expect(await stream).toBe('')
  })
})

describe('listen', () => {
  it('rejects with the code of the system when the port is taken', async () => {
    const origin = await serve({})
    const second = createHttpServer({ routes: [], log })
    await expect(second.listen(Number(new URL(origin).port), '127.0.0.1')).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})
