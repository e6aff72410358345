import type { ServerResponse } from 'node:http'
import type { HttpResponse } from './route.ts'

/**
 * Writes an answer. An object goes out as JSON; without a `Cache-Control` of its own an answer is `no-store`.
 * Written straight to Node's response: restify's own `send` negotiates formats that we do not have.
 * @param response where to; nothing happens when it was answered already or the client is gone
 * @param answer what to say
 * @param around headers for every answer, in lower case; those of the answer win
 */
export function sendResponse(response: ServerResponse, answer: HttpResponse, around: Record<string, string>): void {
  if (response.headersSent || response.destroyed) return
  const headers: Record<string, string | number> = { 'cache-control': 'no-store', ...around }
  for (const name in answer.headers) headers[name.toLowerCase()] = answer.headers[name] ?? ''
  if (answer.status === 204 || answer.status === 304) {
    response.writeHead(answer.status, headers)
    response.end()
    return
  }
  const body = toBytesOrText(answer.body, headers)
  headers['content-length'] = typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength
  response.writeHead(answer.status, headers)
  response.end(body)
}

function toBytesOrText(body: HttpResponse['body'], headers: Record<string, string | number>): string | Uint8Array {
  if (body === undefined) return ''
  if (typeof body === 'string' || body instanceof Uint8Array) return body
  headers['content-type'] ??= 'application/json; charset=utf-8'
  return JSON.stringify(body)
}
