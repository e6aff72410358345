import type { Server, ServerResponse } from 'node:http'
import restify from 'restify'
import type { Log } from '../log.ts'
import { answerBrokenRequest } from './broken-request.ts'
import { readBody } from './read-body.ts'
import { ReceivedRequest } from './received-request.ts'
import { errorResponse, type HttpResponse, type RawRoute, type Route, type Upgrade } from './route.ts'
import { sendResponse } from './send-response.ts'
import { addUpgrades } from './upgrades.ts'

/** What the server needs to know. */
export interface HttpServerOptions {
  routes: Route[]
  rawRoutes?: RawRoute[]
  /** Asked in this order; the first that takes an upgrade has it. */
  upgrades?: Upgrade[]
  log: Log
  /** How many proxies of ours stand in front; 0 when left out. */
  trustedProxyHops?: number
  /** Tells browsers to use https only, for so long. Left out = not said: only whoever runs the proxy knows that https works. */
  hstsSeconds?: number
  /** How long a client may take to send a request. 30,000 when left out. */
  requestTimeoutMs?: number
  /** Answers an error that a handler threw; undefined = 500 `ServiceError`. */
  describeError?: (error: unknown) => HttpResponse | undefined
}

/** A server that is built, and listens when told. */
export interface HttpServer {
  /**
   * @param port 0 = any free one
   * @returns the port it listens on
   * @throws the error of the system, with its code, when the port cannot be had
   */
  listen(port: number, host: string): Promise<{ port: number }>
  /** Stops accepting, lets requests in hand finish for at most `graceMs`, then ends every connection. */
  close(graceMs: number): Promise<void>
  server: Server
}

type Respond = (request: restify.Request, response: ServerResponse) => Promise<void>

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const
type Method = (typeof methods)[number]

const defaultMaxBodyBytes = 262_144

/**
 * Builds the HTTP server. Every answer is ours, also for what no route knows: an error is `{error: {code, message}}`.
 * @param options routes and settings
 */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  const { log, trustedProxyHops = 0 } = options
  // Longest path part that the router looks at: as long as Node lets a request line be, so that no request falls through.
  const server = restify.createServer({ name: '', maxParamLength: 16_384 })
  const raw: Server = server.server
  raw.requestTimeout = options.requestTimeoutMs ?? 30_000
  raw.headersTimeout = Math.min(10_000, raw.requestTimeout)
  // Longer than the 60 s after which common proxies drop an idle connection: the proxy must be first, or requests get lost.
  raw.keepAliveTimeout = 65_000

  const around: Record<string, string> = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    ...(options.hstsSeconds === undefined ? {} : { 'strict-transport-security': `max-age=${options.hstsSeconds}` }),
  }

  function answerError(error: unknown, path: string): HttpResponse {
    log.error('A request failed.', error, { path })
    return options.describeError?.(error) ?? errorResponse(500, 'ServiceError', 'Something went wrong here. Try again.')
  }

  function respondTo(route: Route): Respond {
    const maxBytes = route.maxBodyBytes ?? defaultMaxBodyBytes
    return async (request, response) => {
      const answered = await handled()
      if (answered === undefined) return
      const own = route.answerHeaders?.(request.headers)
      sendResponse(response, answered, own === undefined ? around : { ...around, ...own })

      async function handled(): Promise<HttpResponse | undefined> {
        const read = await readBody(request, maxBytes)
        if (read.outcome === 'gone') return undefined
        if (read.outcome === 'too-large') return tooLarge(maxBytes)
        try {
          return await route.handle(new ReceivedRequest(request, read.body, trustedProxyHops))
        } catch (error) {
          return answerError(error, route.path)
        }
      }
    }
  }

  function respondRaw(route: RawRoute): Respond {
    const maxBytes = route.maxBodyBytes ?? defaultMaxBodyBytes
    return async (request, response) => {
      const read = await readBody(request, maxBytes)
      if (read.outcome === 'gone') return
      if (read.outcome === 'too-large') return sendResponse(response, tooLarge(maxBytes), around)
      for (const name in around) response.setHeader(name, around[name] ?? '')
      try {
        await route.handleRaw(request, response, read.body)
      } catch (error) {
        sendResponse(response, answerError(error, route.path), around)
        // Half an answer cannot be taken back; ending the connection at least tells the client that it is not whole.
        if (!response.writableEnded) response.destroy()
      }
    }
  }

  // Before the router: restify reads the address of a request as a URL and would end the process on one that is none.
  server.pre((request: restify.Request, response: restify.Response, next: restify.Next) => {
    const refusal = refuse(request)
    if (refusal === undefined) return next()
    sendResponse(response, refusal, around)
    return next(false)
  })
  // A port that cannot be had is told to whoever called `listen`; here it would only bury what they say about it.
  server.on('error', (error: unknown) => {
    if (raw.listening) log.error('The server failed.', error)
  })
  addRoutes(server, table(options, respondTo, respondRaw), (answer) => async (_request, response) => {
    sendResponse(response, answer, around)
  })
  raw.on('clientError', answerBrokenRequest)
  const upgraded = addUpgrades(raw, options.upgrades ?? [], log)

  return {
    server: raw,
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        raw.once('error', reject)
        raw.listen(port, host, () => {
          raw.off('error', reject)
          const address = raw.address()
          resolve({ port: typeof address === 'object' && address !== null ? address.port : port })
        })
      }),
    close: (graceMs) =>
      new Promise((resolve) => {
        around.connection = 'close'
        raw.close(() => {
          clearTimeout(end)
          clearInterval(idle)
          resolve()
        })
        // A connection whose last answer was on its way when we began becomes idle only now.
        const idle = setInterval(() => raw.closeIdleConnections(), 50)
        const end = setTimeout(() => {
          raw.closeAllConnections()
          upgraded.destroy()
        }, graceMs)
      }),
  }
}

/** Path -> method -> what answers. A GET route answers HEAD too; Node leaves out the body. */
function table(
  options: HttpServerOptions,
  respondTo: (route: Route) => Respond,
  respondRaw: (route: RawRoute) => Respond,
): Map<string, Map<Method, Respond>> {
  const paths = new Map<string, Map<Method, Respond>>()
  const at = (path: string): Map<Method, Respond> => {
    const found = paths.get(path) ?? new Map<Method, Respond>()
    paths.set(path, found)
    return found
  }
  for (const route of options.routes) {
    const respond = respondTo(route)
    at(route.path).set(route.method, respond)
    if (route.method === 'GET') at(route.path).set('HEAD', respond)
  }
  for (const route of options.rawRoutes ?? []) at(route.path).set(route.method, respondRaw(route))
  return paths
}

/** Gives every method of every path something that answers, so that restify never has to make up an error itself. */
function addRoutes(
  server: restify.Server,
  paths: Map<string, Map<Method, Respond>>,
  always: (answer: HttpResponse) => Respond,
): void {
  const notFound = always(errorResponse(404, 'NotFound', 'There is nothing at this address.'))
  const everywhere = paths.get('/*') ?? new Map<Method, Respond>()
  for (const method of methods) {
    mount(server, method, '/*', everywhere.get(method) ?? notFound)
    for (const [path, responds] of paths) {
      if (path === '/*') continue
      const allow = [...responds.keys()].join(', ')
      const wrongMethod = always(errorResponse(405, 'BadArgument', `Use ${allow} here.`, { allow }))
      mount(server, method, path, responds.get(method) ?? wrongMethod)
    }
  }
}

function mount(server: restify.Server, method: Method, path: string, respond: Respond): void {
  const handler: restify.RequestHandler = (request, response, next) => {
    respond(request, response).then(() => next(), next)
  }
  if (method === 'GET') server.get(path, handler)
  else if (method === 'HEAD') server.head(path, handler)
  else if (method === 'POST') server.post(path, handler)
  else if (method === 'PUT') server.put(path, handler)
  else if (method === 'PATCH') server.patch(path, handler)
  else if (method === 'DELETE') server.del(path, handler)
  else server.opts(path, handler)
}

/** @returns the answer to a request that the router must not see, or undefined. */
function refuse(request: restify.Request): HttpResponse | undefined {
  const { method } = request
  if (!methods.some((known) => known === method))
    return errorResponse(405, 'BadArgument', 'This method is not known here.')
  const url = request.url ?? ''
  if (!url.startsWith('/')) return errorResponse(400, 'BadArgument', 'The address must begin with a slash.')
  try {
    const { pathname } = request.getUrl()
    if (pathname?.includes('%')) decodeURIComponent(pathname)
  } catch {
    return errorResponse(400, 'BadArgument', 'The address or the Host header cannot be read.')
  }
  return undefined
}

function tooLarge(maxBytes: number): HttpResponse {
  return errorResponse(413, 'MessageSizeTooBig', `The body is larger than ${maxBytes} bytes.`)
}
