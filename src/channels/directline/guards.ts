import { errorResponse, type HttpRequest, type HttpResponse, type Route } from '../../http/route.ts'
import type { ConversationReader } from '../../turn/turn.ts'
import { authorize } from './authorize.ts'
import type { TokenClaims, Tokens } from './tokens.ts'
import { type DirectLineLimits, findExceeded } from './too-many.ts'

/** Handles a request of somebody whose token is good. */
export type Handle = (request: HttpRequest, claims: TokenClaims) => Promise<HttpResponse>

/** What stands before the handlers of conversation routes. */
export interface Guards {
  /** Lets in who holds a token. */
  signedIn(handle: Handle): Route['handle']
  /** Lets in who holds the token of just this conversation. Another person's and one that never was look the same. */
  own(handle: Handle): Route['handle']
  /** @returns the 429 to answer when too much was sent, otherwise undefined */
  findTooManySends(request: HttpRequest, conversationId: string): HttpResponse | undefined
  /** @returns whether the conversation was started (and is not erased or expired) */
  isThere(conversationId: string): Promise<boolean>
}

/**
 * Makes the guards of conversation routes.
 * Source: directline-conformance.md, rules T3, T4, A8 and L1.
 * @param options parts they use
 */
export function createGuards(options: {
  tokens: Tokens
  limits: DirectLineLimits
  reader: Pick<ConversationReader, 'lastSequence' | 'exists'>
}): Guards {
  const { tokens, limits, reader } = options

  function signedIn(handle: Handle): Route['handle'] {
    return async (request) => {
      const exceeded = findExceeded([limits.guard, request.address])
      if (exceeded !== undefined) return exceeded
      const authorized = await authorize(request, tokens)
      return authorized.outcome === 'refused' ? authorized.response : handle(request, authorized.claims)
    }
  }

  return {
    signedIn,
    own: (handle) =>
      signedIn(async (request, claims) =>
        request.params.conversationId === claims.conversationId ? handle(request, claims) : notFound(),
      ),
    findTooManySends: ({ address }, conversationId) =>
      findExceeded([limits.sendPerConversation, conversationId], [limits.sendPerAddress, address]),
    // A conversation with a log was started; that is a cheaper question than whether it exists.
    isThere: async (conversationId) =>
      (await reader.lastSequence(conversationId)) > 0 || (await reader.exists(conversationId)),
  }
}

/** The answer to who asks for a conversation that is not there, or not theirs. */
export function notFound(): HttpResponse {
  return errorResponse(404, 'NotFound', 'There is no such conversation.')
}

/** The answer when we would have to guess our own address. */
export function unknownHost(): HttpResponse {
  const message = 'This server does not know its public address. Whoever runs it must set PUBLIC_URL.'
  return errorResponse(421, 'BadArgument', message)
}
