import { errorResponse, type HttpResponse } from '../../http/route.ts'

/** Takes one from a limit. @returns 0 when it was there; otherwise the whole seconds to wait. */
export type Limit = (key: string) => number

/** The limits of the endpoint. */
export interface DirectLineLimits {
  /** Messages and events, by conversation id. */
  sendPerConversation: Limit
  /** Messages and events, by address. */
  sendPerAddress: Limit
  /** Typing, by conversation id. */
  typing: Limit
  /** New conversations, by address. */
  token: Limit
  /** Every request, by address. Must be generous: a poll that is refused ends that client for good. */
  guard: Limit
}

/**
 * Asks limits in turn, up to the first that has nothing left.
 * Source: directline-conformance.md, rule L1.
 * @param asked limit and key
 * @returns the 429 to answer, or undefined when all had one
 */
export function findExceeded(...asked: [limit: Limit, key: string][]): HttpResponse | undefined {
  for (const [limit, key] of asked) {
    const seconds = limit(key)
    if (seconds > 0) {
      const message = `Too many requests. Try again in ${seconds} seconds.`
      return errorResponse(429, 'RateLimit', message, { 'retry-after': String(seconds) })
    }
  }
  return undefined
}
