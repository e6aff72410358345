import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

/** A request as a handler sees it. */
export interface HttpRequest {
  method: string
  /** Values of the `:name` parts of the path. */
  params: Record<string, string>
  query: URLSearchParams
  headers: IncomingHttpHeaders
  /** Address of the client, for limits only; never logged or stored. */
  address: string
  /** The whole body, at most the route's limit; empty when there is none. */
  body: Uint8Array
}

/** What a handler answers. An object body goes out as JSON. */
export interface HttpResponse {
  status: number
  body?: string | Uint8Array | object
  headers?: Record<string, string>
}

/** A route that gets a request and answers it. */
export interface Route {
  method: 'GET' | 'POST' | 'OPTIONS'
  /** Path with `:name` parts, e.g. `/v3/directline/conversations/:conversationId`. */
  path: string
  /** Largest body in bytes; larger ones are answered with 413 after reading on. 262,144 when left out. */
  maxBodyBytes?: number
  /** Headers for every answer on this route, also those the server gives itself (413, 500): without its CORS headers a browser hides an error from the page. */
  answerHeaders?: (requestHeaders: IncomingHttpHeaders) => Record<string, string>
  handle(request: HttpRequest): Promise<HttpResponse> | HttpResponse
}

/** A route that answers by itself, for libraries that want the raw request and response (botbuilder). */
export interface RawRoute {
  method: 'POST'
  path: string
  maxBodyBytes?: number
  /** @param body the whole body, read within the limit */
  handleRaw(request: IncomingMessage, response: ServerResponse, body: Uint8Array): Promise<void>
}

/** Takes over a WebSocket upgrade. @returns false when the path is not its own. */
export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean

/** The body of every error: a stable code for programs, a message for the person who reads it. */
export interface ErrorBody {
  error: { code: string; message: string }
}

/**
 * Makes an error response.
 * @param status HTTP status
 * @param code stable code, e.g. `BadArgument`
 * @param message what was expected, what came, what to do; no words of a person
 */
export function errorResponse(
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): HttpResponse {
  return { status, body: { error: { code, message } } satisfies ErrorBody, headers }
}

const reasons: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

/**
 * Answers an upgrade with an ordinary HTTP answer and ends the connection.
 * @param socket the raw connection; must have a listener for `error`
 * @param answer status and JSON body
 */
export function refuseUpgrade(socket: Duplex, answer: HttpResponse): void {
  if (!socket.writable) {
    socket.destroy()
    return
  }
  const body = JSON.stringify(answer.body ?? {})
  socket.end(
    [
      `HTTP/1.1 ${answer.status} ${reasons[answer.status] ?? 'Error'}`,
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Cache-Control: no-store',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  )
}
