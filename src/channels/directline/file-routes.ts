import type { Clock } from '../../clock.ts'
import { errorResponse, type HttpRequest, type HttpResponse, type Route } from '../../http/route.ts'
import type { JobHandler } from '../../outbox/run-jobs.ts'
import type { Store } from '../../store/contract.ts'
import { activityId } from '../../turn/activity.ts'
import { filePlace, findFileToDelete, readFile, type SentFile } from '../../turn/stored-file.ts'
import type { RunTurn } from '../../turn/turn.ts'
import { type Guards, notFound, unknownHost } from './guards.ts'
import { parseIncomingActivity } from './incoming-activity.ts'
import type { Origins } from './origins.ts'
import { maxUploadBytes, readUpload } from './read-upload.ts'
import type { TokenClaims, Tokens } from './tokens.ts'
import { type DirectLineLimits, findExceeded } from './too-many.ts'

/** What the file routes need. */
export interface FileRouteOptions {
  basePath: string
  runTurn: RunTurn
  store: Pick<Store, 'get'>
  tokens: Tokens
  origins: Origins
  clock: Clock
  limits: DirectLineLimits
  guards: Guards
  /** Whether files can be sent. Those that were sent before are shown until their day is over. */
  acceptsUploads: boolean
}

/**
 * Makes the routes of files: sending some with a message, and showing one. Pages show pictures with a plain `<img>`, which
 * sends no token, so that the address of a file carries a credential of its own.
 * Source: directline-conformance.md §1 (request 8), rules U1 and U2.
 * @param options parts they use
 */
export function createFileRoutes(options: FileRouteOptions): Route[] {
  const { basePath, runTurn, store, tokens, origins, clock, limits, guards, acceptsUploads } = options

  const upload = guards.own(async (request, claims) => {
    if (!acceptsUploads) return errorResponse(400, 'BadArgument', 'Files cannot be sent here.')
    const { conversationId, userId } = claims
    const exceeded = guards.findTooManySends(request, conversationId)
    if (exceeded !== undefined) return exceeded
    if (!(await guards.isThere(conversationId))) return notFound()
    const base = origins.findBase(request.headers)
    if (base === undefined) return unknownHost()
    const read = await readUpload(request)
    if (read.outcome === 'refused') return read.response
    const incoming = parseIncomingActivity(read.activity, userId, clock.now())
    if (incoming.outcome === 'refused') return errorResponse(400, 'BadArgument', incoming.message)
    if (incoming.outcome === 'passing') {
      return errorResponse(400, 'BadArgument', 'Files come with an activity of type message or event.')
    }
    const { files } = read
    const attachments = await Promise.all(files.map((file) => describe(file, claims, base)))
    const { activity, key } = incoming
    const { outcome, sequence } = await runTurn({
      conversationId,
      channel: 'directline',
      incoming: {
        kind: 'activity',
        activity: { ...activity, attachments },
        ...(key === undefined ? {} : { key }),
      },
      files,
      mustExist: true,
    })
    if (outcome === 'unknown') return notFound()
    return { status: 200, body: { id: activityId(conversationId, sequence) } }
  })

  /** The file as it stands in the log: it and its address last equally long. */
  async function describe({ id, contentType, name }: SentFile, claims: TokenClaims, base: string) {
    const credential = await tokens.issueForFile(claims, id)
    const contentUrl = `${base}${basePath}/conversations/${claims.conversationId}/files/${id}?t=${credential}`
    return { contentType, name, contentUrl }
  }

  // Gone, foreign and forged look the same.
  async function show(request: HttpRequest): Promise<HttpResponse> {
    const exceeded = findExceeded([limits.guard, request.address])
    if (exceeded !== undefined) return exceeded
    const { conversationId = '', fileId = '' } = request.params
    const checked = await tokens.checkForFile(request.query.get('t') ?? '', fileId)
    if (checked.outcome !== 'good' || checked.claims.conversationId !== conversationId) return noFile()
    const { collection, id } = filePlace(fileId)
    const document = await store.get(conversationId, collection, id)
    if (document === undefined) return noFile()
    const { contentType, name, bytes } = readFile(document)
    return {
      status: 200,
      body: bytes,
      headers: {
        'Content-Type': contentType === 'text/plain' ? 'text/plain; charset=utf-8' : contentType,
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeName(name)}`,
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'private, no-store',
        'Content-Security-Policy': "sandbox; default-src 'none'",
      },
    }
  }

  const conversation = `${basePath}/conversations/:conversationId`
  return [
    { method: 'POST', path: `${conversation}/upload`, maxBodyBytes: maxUploadBytes, handle: upload },
    { method: 'GET', path: `${conversation}/files/:fileId`, handle: show },
  ]
}

/**
 * Makes the handler of the jobs that delete a file a day after it came.
 * @param store where the files are
 */
export function createFileDeletion(store: Pick<Store, 'get' | 'commit'>): JobHandler {
  return async ({ partition, payload }) => {
    const fileId = findFileToDelete(payload)
    if (fileId === undefined) return { outcome: 'dead', reason: 'unknown-payload' }
    const place = filePlace(fileId)
    const document = await store.get(partition, place.collection, place.id)
    if (document === undefined) return { outcome: 'done' }
    // A file never changes: a conflict means that the conversation was erased meanwhile, and must not be made anew.
    await store.commit({ partition, deletes: [{ ...place, ifVersion: document.version }] })
    return { outcome: 'done' }
  }
}

function noFile(): HttpResponse {
  return errorResponse(404, 'NotFound', 'There is no such file, or not any more.')
}

/** As RFC 8187 wants it: of the characters that `encodeURIComponent` leaves alone it allows all but these. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
}
