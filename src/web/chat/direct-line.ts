import type { OutboxItem } from './outbox.ts'
import { type Frame, type Grant, type OpenConversation, parseFrame, parseGrant, parseOpenConversation } from './wire.ts'

/** What a request came to. */
export type Answer<T> =
  | { outcome: 'ok'; value: T }
  /** The token is no longer good. */
  | { outcome: 'expired' }
  /** The conversation does not exist (any more). */
  | { outcome: 'gone' }
  /** No network, too busy or a fault of the server: the same request may be made again, not before `afterMs`. */
  | { outcome: 'later'; afterMs: number }
  /** The server will never accept this request. */
  | { outcome: 'refused' }

/** The part of `fetch` that is used here. */
export type Fetch = (
  url: string,
  init: { method: string; headers: Record<string, string>; body?: string; signal: AbortSignal },
) => Promise<{ status: number; headers: { get(name: string): string | null }; json(): Promise<unknown> }>

/** Where a conversation is found. */
export interface Address {
  domain: string
  token: string
  conversationId: string
}

/** The requests of Direct Line 3.0 that the page makes. None of them throws. */
export interface DirectLine {
  /** @param oldToken ask for a new token for the conversation of this one */
  requestToken(oldToken?: string): Promise<Answer<Grant>>
  refreshToken(at: Address): Promise<Answer<Grant>>
  start(grant: Grant): Promise<Answer<OpenConversation>>
  resume(at: Address, watermark: string): Promise<Answer<OpenConversation>>
  read(at: Address, watermark: string): Promise<Answer<Frame>>
  send(at: Address, item: OutboxItem): Promise<Answer<'accepted'>>
}

const timeoutMs = 20_000

/**
 * Makes the client.
 * @param options `tokenUrl`: where tokens are given out; `region`: passed on with the first request for a token; `locale`:
 *   tells in which language the page is now, as a tag
 * @see the public Direct Line 3.0 reference, https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-api-reference
 */
export function createDirectLine(options: {
  fetch: Fetch
  tokenUrl: string
  region?: string
  locale: () => string
}): DirectLine {
  async function ask<T>(
    url: string,
    parse: (body: unknown) => T | undefined,
    how: { method?: 'POST'; token?: string | undefined; body?: object },
  ): Promise<Answer<T>> {
    const abort = new AbortController()
    const timer = setTimeout(() => abort.abort(), timeoutMs)
    try {
      const response = await options.fetch(url, {
        method: how.method ?? 'GET',
        headers: {
          ...(how.body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...(how.token === undefined ? {} : { Authorization: `Bearer ${how.token}` }),
        },
        ...(how.body === undefined ? {} : { body: JSON.stringify(how.body) }),
        signal: abort.signal,
      })
      if (response.status >= 400) return failure(response.status, response.headers.get('Retry-After'))
      const value = parse(await response.json())
      return value === undefined ? { outcome: 'later', afterMs: 0 } : { outcome: 'ok', value }
    } catch {
      // A failed fetch names no reason a page could act on: it is "no network now", so try again.
      return { outcome: 'later', afterMs: 0 }
    } finally {
      clearTimeout(timer)
    }
  }

  const conversation = (at: Address) => `${at.domain}/conversations/${at.conversationId}`

  return {
    requestToken: (oldToken) =>
      ask(options.tokenUrl, parseGrant, {
        method: 'POST',
        token: oldToken,
        body: { locale: options.locale(), ...(options.region === undefined ? {} : { region: options.region }) },
      }),
    refreshToken: (at) =>
      ask(`${at.domain}/tokens/refresh`, (body) => parseGrant(body, at.domain), { method: 'POST', token: at.token }),
    start: (grant) =>
      ask(`${grant.domain}/conversations`, parseOpenConversation, {
        method: 'POST',
        token: grant.token,
        body: { locale: options.locale() },
      }),
    resume: (at, watermark) =>
      ask(`${conversation(at)}?watermark=${encodeURIComponent(watermark)}`, parseOpenConversation, { token: at.token }),
    read: (at, watermark) =>
      ask(`${conversation(at)}/activities?watermark=${encodeURIComponent(watermark)}`, parseFrame, { token: at.token }),
    send: (at, item) =>
      ask<'accepted'>(`${conversation(at)}/activities`, () => 'accepted', {
        method: 'POST',
        token: at.token,
        body: {
          type: 'message',
          from: { id: 'person', role: 'user' },
          locale: options.locale(),
          textFormat: 'plain',
          text: item.text,
          ...(item.value === undefined ? {} : { value: item.value }),
          channelData: { clientActivityID: item.id },
        },
      }),
  }
}

function failure(status: number, retryAfter: string | null): Answer<never> {
  if (status === 401 || status === 403) return { outcome: 'expired' }
  if (status === 404) return { outcome: 'gone' }
  if (status === 408 || status === 429 || status >= 500) {
    const seconds = Number(retryAfter)
    return { outcome: 'later', afterMs: Number.isFinite(seconds) ? Math.max(0, seconds) * 1000 : 0 }
  }
  return { outcome: 'refused' }
}
