import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import { z } from 'zod'

/** The Connector (the service that brings our messages to people) refused a message. */
export class ConnectorError extends Error {
  readonly code = 'connector-refused'
  readonly status: number
  /** The Connector's own code, e.g. `BotNotInConversationRoster`. */
  readonly connectorCode: string | undefined
  /** How long it asks us to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined

  constructor(refusal: { status: number; connectorCode: string | undefined; retryAfterMs: number | undefined }) {
    super(`The Connector answered ${refusal.status} ${refusal.connectorCode ?? ''}`.trim())
    this.name = 'ConnectorError'
    this.status = refusal.status
    this.connectorCode = refusal.connectorCode
    this.retryAfterMs = refusal.retryAfterMs
  }
}

type ConnectorOptions = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]>

/** The client that botbuilder sends its requests with. */
export type ConnectorHttpClient = NonNullable<ConnectorOptions['httpClient']>

const refusalSchema = z.object({ error: z.object({ code: z.string().regex(/^[A-Za-z]{1,60}$/) }) })

/**
 * Makes the client with which botbuilder calls the Connector. Unlike botbuilder's own it has a time limit, follows no
 * redirects, and throws what the Connector refused at once: botbuilder would try again by itself, up to a minute long,
 * while the outbox is there for that.
 * @param timeoutMs how long one request may take
 */
export function createConnectorHttp(timeoutMs: number): ConnectorHttpClient {
  return {
    sendRequest: async (request) => {
      const response = await fetch(request.url, {
        method: request.method,
        headers: request.headers.rawHeaders(),
        body: typeof request.body === 'string' ? request.body : null,
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      })
      const bodyAsText = await response.text()
      if (!response.ok) {
        throw new ConnectorError({
          status: response.status,
          connectorCode: readConnectorCode(bodyAsText),
          retryAfterMs: readRetryAfter(response.headers.get('retry-after')),
        })
      }
      const headers = request.headers.clone()
      for (const name of headers.headerNames()) headers.remove(name)
      response.headers.forEach((value, name) => {
        headers.set(name, value)
      })
      return { request, status: response.status, headers, bodyAsText }
    },
  }
}

function readConnectorCode(body: string): string | undefined {
  try {
    const read = refusalSchema.safeParse(JSON.parse(body))
    return read.success ? read.data.error.code : undefined
  } catch {
    // Proxies refuse with pages of their own; the status then says enough.
    return undefined
  }
}

/** Only the form in seconds: the Connector uses no other. */
function readRetryAfter(header: string | null): number | undefined {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) * 1_000 : undefined
}
