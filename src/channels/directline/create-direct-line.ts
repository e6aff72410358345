import type { Clock } from '../../clock.ts'
import type { Content } from '../../conversation/content.ts'
import type { Route, Upgrade } from '../../http/route.ts'
import type { Log } from '../../log.ts'
import type { JobHandler } from '../../outbox/run-jobs.ts'
import type { Store } from '../../store/contract.ts'
import { deleteFileKind } from '../../turn/stored-file.ts'
import type { ConversationReader, RunTurn } from '../../turn/turn.ts'
import { createConversationRoutes } from './conversation-routes.ts'
import { createFileDeletion, createFileRoutes } from './file-routes.ts'
import { createGuards } from './guards.ts'
import { createOrigins, type Origins } from './origins.ts'
import { createStreams, type Every } from './streams.ts'
import { createTokenRoutes } from './token-routes.ts'
import { createTokens } from './tokens.ts'
import type { DirectLineLimits } from './too-many.ts'
import { createTranscriptRoute } from './transcript-route.ts'

/** What the Direct Line channel needs. */
export interface DirectLineOptions {
  runTurn: RunTurn
  reader: ConversationReader
  /** The words around a conversation that a person keeps. */
  content: Content
  /** Where the files are that people sent. */
  store: Pick<Store, 'get' | 'commit'>
  /** Whether people can send files; true when left out. */
  acceptsUploads?: boolean
  /** Secret key that signs tokens, at least 32 random bytes; must outlive a restart. */
  signingKey: Uint8Array
  /** How long a token is good, in seconds; 3600 when left out. Clients refresh each 900 s. */
  tokenSeconds?: number
  clock: Clock
  log: Log
  limits: DirectLineLimits
  /** Address of this server as people see it, e.g. `https://opstap.example`; needed behind a proxy. */
  publicUrl?: string
  /** Origins of other sites whose pages may use the endpoint, e.g. `https://gemeente.example`. */
  allowedOrigins: string[]
  /** Host names of this server beside the loopback ones, in lower case and without port. */
  ownHosts?: string[]
  /** What other servers show to get tokens; left out = nobody gets one that way. */
  secret?: string
  /** Calls something again and again; the machine's timer when left out. */
  every?: Every
}

/** The channel, ready to be served. */
export interface DirectLine {
  routes: Route[]
  upgrade: Upgrade
  /** For the outbox: deletes files a day after they came. */
  jobHandlers: Record<string, JobHandler>
  /** Closes all streams; call it before the server closes. */
  close(): void
}

const basePath = '/v3/directline'

/**
 * Makes the Direct Line 3.0 channel: its HTTP routes under `/v3/directline`, `POST /api/chat/token`, and its streams.
 * Source: directline-conformance.md.
 * @param options parts and settings
 * @throws {RangeError} when the signing key is too short or `tokenSeconds` below 5
 * @throws {TypeError} when `publicUrl` is no URL
 */
export function createDirectLine(options: DirectLineOptions): DirectLine {
  const {
    runTurn,
    reader,
    content,
    store,
    acceptsUploads = true,
    signingKey,
    tokenSeconds = 3600,
    clock,
    log,
    limits,
    secret,
    every = everyInterval,
  } = options
  const tokens = createTokens({ signingKey, tokenSeconds, clock })
  const origins = createOrigins(options)
  const guards = createGuards({ tokens, limits, reader })
  const streams = createStreams({ basePath, reader, tokens, origins, log, every })
  const routes = [
    ...createTokenRoutes({ basePath, tokens, reader, clock, limits, ...(secret === undefined ? {} : { secret }) }),
    ...createConversationRoutes({ basePath, runTurn, reader, tokens, origins, clock, limits, guards }),
    ...createFileRoutes({ basePath, runTurn, store, tokens, origins, clock, limits, guards, acceptsUploads }),
    createTranscriptRoute({ basePath, reader, tokens, limits, guards, clock, content }),
  ]
  return {
    routes: withCors(routes, origins),
    upgrade: streams.upgrade,
    jobHandlers: { [deleteFileKind]: createFileDeletion(store) },
    close: streams.close,
  }
}

/** Adds the CORS headers to every answer, and a preflight to every path. */
function withCors(routes: Route[], origins: Origins): Route[] {
  const paths = new Set(routes.map((route) => route.path))
  const preflights = [...paths].map(
    (path): Route => ({
      method: 'OPTIONS',
      path,
      handle: (request) => ({ status: 204, headers: origins.preflight(request.headers) }),
    }),
  )
  return [...routes.map((route) => ({ ...route, answerHeaders: origins.grant })), ...preflights]
}

/** The machine's timer; it does not keep the program alive. */
const everyInterval: Every = (ms, run) => {
  const timer = setInterval(run, ms).unref()
  return () => clearInterval(timer)
}
