import { errorResponse, type HttpRequest, type HttpResponse } from '../../http/route.ts'
import type { TokenClaims, Tokens } from './tokens.ts'

/** Whether a request may go on. */
export type Authorization = { outcome: 'allowed'; claims: TokenClaims } | { outcome: 'refused'; response: HttpResponse }

/**
 * Checks the token of a request: 401 without a good one, 403 only when it has expired. To clients 403 means just that.
 * Source: directline-conformance.md §2, rules T3 and T4.
 * @param request the request
 * @param tokens checks the token
 */
export async function authorize(request: HttpRequest, tokens: Tokens): Promise<Authorization> {
  return authorizeToken(findBearer(request), tokens)
}

/** The same for a token that came another way; undefined when none came. */
export async function authorizeToken(token: string | undefined, tokens: Tokens): Promise<Authorization> {
  const checked = token === undefined ? undefined : await tokens.check(token)
  if (checked?.outcome === 'good') return { outcome: 'allowed', claims: checked.claims }
  if (checked?.outcome === 'expired') {
    return { outcome: 'refused', response: errorResponse(403, 'TokenExpired', 'Token has expired') }
  }
  return { outcome: 'refused', response: unauthorized() }
}

/** The answer to a request whose token or secret is missing or not ours. */
export function unauthorized(): HttpResponse {
  return errorResponse(401, 'Unauthorized', 'Send Authorization: Bearer with a token of this server.')
}

/** @returns what stands after `Bearer`, or undefined */
export function findBearer(request: HttpRequest): string | undefined {
  return /^Bearer ([^\s]+)$/i.exec(request.headers.authorization ?? '')?.[1]
}
