import type { IncomingHttpHeaders } from 'node:http'
import type restify from 'restify'
import { findClientAddress } from './client-address.ts'
import type { HttpRequest } from './route.ts'

/** The request as handlers see it; what few of them ask for is only worked out when asked. */
export class ReceivedRequest implements HttpRequest {
  readonly method: string
  readonly params: Record<string, string>
  readonly headers: IncomingHttpHeaders
  readonly body: Uint8Array
  readonly #request: restify.Request
  readonly #trustedProxyHops: number

  constructor(request: restify.Request, body: Uint8Array, trustedProxyHops: number) {
    this.method = request.method ?? ''
    this.params = request.params
    this.headers = request.headers
    this.body = body
    this.#request = request
    this.#trustedProxyHops = trustedProxyHops
  }

  get query(): URLSearchParams {
    const url = this.#request.url ?? ''
    const mark = url.indexOf('?')
    return new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1))
  }

  get address(): string {
    return findClientAddress(this.#request, this.#trustedProxyHops)
  }
}
