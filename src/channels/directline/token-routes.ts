import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import { errorResponse, type HttpRequest, type HttpResponse, type Route } from '../../http/route.ts'
import type { ConversationReader } from '../../turn/turn.ts'
import { authorize, findBearer, unauthorized } from './authorize.ts'
import { readJson } from './read-json.ts'
import type { TokenClaims, Tokens } from './tokens.ts'
import { type DirectLineLimits, findExceeded } from './too-many.ts'

/** What the token routes need. */
export interface TokenRouteOptions {
  basePath: string
  tokens: Tokens
  reader: Pick<ConversationReader, 'exists'>
  clock: Clock
  limits: DirectLineLimits
  /** What other servers show to get tokens; left out = nobody gets one that way. */
  secret?: string
}

/** How long after its end an old token still proves whose conversation it was. */
const proofDays = 30

/** A mistyped region or language in a link is no reason to show somebody a broken page: it counts as left out. */
const preferenceSchema = z
  .object({
    region: z
      .string()
      .regex(/^[a-z0-9-]{1,64}$/)
      .optional()
      .catch(undefined),
    locale: z
      .string()
      .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/)
      .optional()
      .catch(undefined),
  })
  .catch({})

const generateSchema = z.object({
  user: z
    .object({
      id: z
        .string()
        .regex(/^dl_[\w-]{1,64}$/)
        .optional(),
    })
    .optional(),
})

/**
 * Makes the routes that hand out tokens: for our own page, for other servers that know the secret, and the refresh.
 * Source: directline-conformance.md §1 (requests 1 and 9), §5.3, rules T1 and T2.
 * @param options parts they use
 */
export function createTokenRoutes(options: TokenRouteOptions): Route[] {
  const { basePath, tokens, reader, clock, limits } = options
  const secret = options.secret === undefined ? undefined : digest(options.secret)

  /**
   * A token for our own page. An old one, good or over for less than 30 days, brings the same conversation back as long
   * as that exists. Anything else in its place gives a new conversation, so that no page gets stuck: it compares ids.
   */
  async function handToPage(request: HttpRequest): Promise<HttpResponse> {
    const exceeded = findExceeded([limits.token, request.address])
    if (exceeded !== undefined) return exceeded
    const body = readJson(request)
    if (body.outcome === 'bad') return errorResponse(400, 'BadSyntax', body.message)
    const claims = (await findOldClaims(request)) ?? newClaims(body.outcome === 'read' ? body.value : {})
    const { conversationId } = claims
    const token = await tokens.issue(claims)
    return { status: 200, body: { conversationId, token, expires_in: tokens.lifetimeSeconds, domain: basePath } }
  }

  async function findOldClaims(request: HttpRequest): Promise<TokenClaims | undefined> {
    const old = findBearer(request)
    if (old === undefined) return undefined
    const checked = await tokens.check(old)
    if (checked.outcome === 'bad') return undefined
    if (checked.outcome === 'expired') {
      const days = (clock.now().getTime() - checked.expiredAt.getTime()) / 86_400_000
      if (days > proofDays) return undefined
    }
    return (await reader.exists(checked.claims.conversationId)) ? checked.claims : undefined
  }

  async function generate(request: HttpRequest): Promise<HttpResponse> {
    const exceeded = findExceeded([limits.guard, request.address])
    if (exceeded !== undefined) return exceeded
    const shown = findBearer(request)
    if (secret === undefined || shown === undefined || !timingSafeEqual(digest(shown), secret)) return unauthorized()
    const body = readJson(request)
    if (body.outcome === 'bad') return errorResponse(400, 'BadSyntax', body.message)
    const value = body.outcome === 'read' ? body.value : {}
    const asked = generateSchema.safeParse(value)
    if (!asked.success)
      return errorResponse(400, 'BadArgument', 'The user id must begin with dl_, with at most 64 more characters.')
    const fresh = newClaims(value)
    return grant({ ...fresh, userId: asked.data.user?.id ?? fresh.userId })
  }

  async function refresh(request: HttpRequest): Promise<HttpResponse> {
    const exceeded = findExceeded([limits.guard, request.address])
    if (exceeded !== undefined) return exceeded
    const authorized = await authorize(request, tokens)
    return authorized.outcome === 'refused' ? authorized.response : grant(authorized.claims)
  }

  async function grant(claims: TokenClaims): Promise<HttpResponse> {
    const token = await tokens.issue(claims)
    return { status: 200, body: { conversationId: claims.conversationId, token, expires_in: tokens.lifetimeSeconds } }
  }

  return [
    { method: 'POST', path: '/api/chat/token', maxBodyBytes: 4096, handle: handToPage },
    { method: 'POST', path: `${basePath}/tokens/generate`, maxBodyBytes: 16_384, handle: generate },
    { method: 'POST', path: `${basePath}/tokens/refresh`, maxBodyBytes: 16_384, handle: refresh },
  ]
}

/** @param asked may name the region and the language of the page */
function newClaims(asked: unknown): TokenClaims {
  const { region, locale } = preferenceSchema.parse(asked)
  return {
    // Nobody can guess 128 random bits, so that an id that leaks into a log tells nothing about its neighbours.
    conversationId: randomBytes(16).toString('base64url'),
    userId: `dl_${randomBytes(12).toString('base64url')}`,
    ...(region === undefined ? {} : { region }),
    ...(locale === undefined ? {} : { locale }),
  }
}

/** Equal lengths, as {@link timingSafeEqual} wants, whatever was shown. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
