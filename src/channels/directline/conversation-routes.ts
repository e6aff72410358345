import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import { errorResponse, type HttpResponse, type Route } from '../../http/route.ts'
import { activityId } from '../../turn/activity.ts'
import type { ConversationReader, RunTurn } from '../../turn/turn.ts'
import { pageSize, writeActivitySet } from './activity-set.ts'
import { type Guards, notFound, unknownHost } from './guards.ts'
import { parseIncomingActivity } from './incoming-activity.ts'
import type { Origins } from './origins.ts'
import { readJson } from './read-json.ts'
import type { TokenClaims, Tokens } from './tokens.ts'
import { type DirectLineLimits, findExceeded } from './too-many.ts'
import { parseWatermark } from './watermark.ts'

/** What the conversation routes need. */
export interface ConversationRouteOptions {
  basePath: string
  runTurn: RunTurn
  reader: ConversationReader
  tokens: Tokens
  origins: Origins
  clock: Clock
  limits: DirectLineLimits
  guards: Guards
}

const startSchema = z.object({ locale: z.string().max(35).optional().catch(undefined) })

/**
 * Makes the routes of a conversation: start, reconnect, poll and send.
 * Source: directline-conformance.md §1 (requests 2, 3, 5 to 7), rules S1 to S4, A1 to A9, G1 to G4, R1.
 * @param options parts they use
 */
export function createConversationRoutes(options: ConversationRouteOptions): Route[] {
  const { basePath, runTurn, reader, tokens, origins, clock, limits } = options
  const { signedIn, own, isThere, findTooManySends } = options.guards

  const start = signedIn(async (request, claims) => {
    const body = readJson(request)
    if (body.outcome === 'bad') return errorResponse(400, 'BadSyntax', body.message)
    const asked = startSchema.safeParse(body.outcome === 'read' ? body.value : {})
    if (!asked.success) return errorResponse(400, 'BadArgument', 'Send a JSON object or nothing.')
    const base = origins.findStreamBase(request.headers)
    if (base === undefined) return unknownHost()
    const { conversationId, region } = claims
    // Who made the page chose its language; what a client sends is often just that of the browser.
    const locale = claims.locale ?? asked.data.locale
    const started = await runTurn({
      conversationId,
      channel: 'directline',
      incoming: {
        kind: 'start',
        ...(locale === undefined ? {} : { locale }),
        ...(region === undefined ? {} : { region }),
      },
    })
    return {
      status: started.outcome === 'done' ? 201 : 200,
      body: { ...(await connection(claims, base, 0)), expires_in: tokens.lifetimeSeconds },
    }
  })

  const reconnect = own(async (request, claims) => {
    if (!(await isThere(claims.conversationId))) return notFound()
    const base = origins.findStreamBase(request.headers)
    if (base === undefined) return unknownHost()
    return { status: 200, body: await connection(claims, base, parseWatermark(request.query.get('watermark'))) }
  })

  async function connection(
    claims: TokenClaims,
    base: string,
    after: number,
  ): Promise<{ conversationId: string; token: string; streamUrl: string }> {
    const { conversationId } = claims
    const [token, credential] = await Promise.all([tokens.issue(claims), tokens.issueForStream(claims)])
    const streamUrl = `${base}${basePath}/conversations/${conversationId}/stream?watermark=${after}&t=${credential}`
    return { conversationId, token, streamUrl }
  }

  const poll = own(async (request, { conversationId }) => {
    const asked = parseWatermark(request.query.get('watermark'))
    const newer = await reader.read(conversationId, asked, pageSize)
    if (newer.length > 0) return activitySet(conversationId, newer, asked)
    const last = await reader.lastSequence(conversationId)
    if (last === 0 && !(await reader.exists(conversationId))) return notFound()
    if (asked <= last) return activitySet(conversationId, [], asked)
    // A place beyond the end was never given by us.
    return activitySet(conversationId, await reader.read(conversationId, 0, pageSize), 0)
  })

  const send = own(async (request, { conversationId, userId }) => {
    const body = readJson(request)
    if (body.outcome === 'bad') return errorResponse(400, 'BadSyntax', body.message)
    if (body.outcome === 'empty') return errorResponse(400, 'BadSyntax', 'Send one activity as JSON.')
    const incoming = parseIncomingActivity(body.value, userId, clock.now())
    if (incoming.outcome === 'refused') return errorResponse(400, 'BadArgument', incoming.message)
    const exceeded =
      incoming.outcome === 'passing'
        ? findExceeded([limits.typing, conversationId])
        : findTooManySends(request, conversationId)
    if (exceeded !== undefined) return exceeded
    if (incoming.outcome === 'passing') {
      if (!(await isThere(conversationId))) return notFound()
      return { status: 200, body: { id: `${conversationId}|${randomUUID()}` } }
    }
    const { activity, key } = incoming
    const { outcome, sequence } = await runTurn({
      conversationId,
      channel: 'directline',
      incoming: { kind: 'activity', activity, ...(key === undefined ? {} : { key }) },
      mustExist: true,
    })
    if (outcome === 'unknown') return notFound()
    return { status: 200, body: { id: activityId(conversationId, sequence) } }
  })

  const conversation = `${basePath}/conversations/:conversationId`
  return [
    { method: 'POST', path: `${basePath}/conversations`, maxBodyBytes: 16_384, handle: start },
    { method: 'GET', path: conversation, handle: reconnect },
    { method: 'GET', path: `${conversation}/activities`, handle: poll },
    { method: 'POST', path: `${conversation}/activities`, maxBodyBytes: 262_144, handle: send },
  ]
}

function activitySet(
  conversationId: string,
  entries: Parameters<typeof writeActivitySet>[1],
  after: number,
): HttpResponse {
  return {
    status: 200,
    body: writeActivitySet(conversationId, entries, after).json,
    headers: { 'content-type': 'application/json; charset=utf-8' },
  }
}
