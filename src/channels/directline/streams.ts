import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { errorResponse, type HttpResponse, refuseUpgrade, type Upgrade } from '../../http/route.ts'
import type { Log } from '../../log.ts'
import type { ConversationReader } from '../../turn/turn.ts'
import type { Origins } from './origins.ts'
import { createStream, type Stream } from './stream.ts'
import type { Tokens } from './tokens.ts'
import { parseWatermark } from './watermark.ts'

/** Calls `run` each `ms` milliseconds. @returns a function that stops it */
export type Every = (ms: number, run: () => void) => () => void

/** What the streams need. */
export interface StreamsOptions {
  basePath: string
  reader: ConversationReader
  tokens: Tokens
  origins: Origins
  log: Log
  every: Every
}

/** All open streams of this process. */
export interface Streams {
  upgrade: Upgrade
  /** Closes every stream with 1001, which brings clients back later, and refuses new ones. */
  close(): void
}

/** Well under the 60 s after which proxies drop an idle connection. */
const pingMs = 30_000
/** Only for hints that got lost; what is committed is normally heard at once. */
const recheckMs = 15_000
/** Clients send empty frames and nothing else. */
const maxFrameBytes = 4096
const maxPerConversation = 8

/** Whether an upgrade may go on. */
type Admission =
  | { outcome: 'admitted'; conversationId: string; after: number }
  | { outcome: 'refused'; answer: HttpResponse }

/**
 * Makes the WebSocket side of Direct Line.
 * Source: directline-conformance.md, rules W1 to W8.
 * @param options parts it uses
 */
export function createStreams(options: StreamsOptions): Streams {
  const { basePath, reader, tokens, origins, log } = options
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: maxFrameBytes,
    clientTracking: false,
    perMessageDeflate: false,
  })
  const streamPath = new RegExp(`^${basePath}/conversations/([^/?]+)/stream(?:\\?(.*))?$`)
  const open = new Map<WebSocket, { stream: Stream; isAlive: boolean }>()
  /** Sockets by conversation, oldest first. */
  const byConversation = new Map<string, Set<WebSocket>>()
  let isClosing = false

  async function admit(request: IncomingMessage, conversationId: string, query: URLSearchParams): Promise<Admission> {
    if (isClosing) return refuse(503, 'ServiceError', 'The server is stopping. Come back in a moment.')
    if (!origins.mayStream(request.headers))
      return refuse(403, 'BadArgument', 'Pages of this origin may not open streams.')
    const checked = await tokens.checkForStream(query.get('t') ?? '')
    if (checked.outcome !== 'good')
      return refuse(401, 'Unauthorized', 'The address of a stream is good for one minute. Ask for a new one.')
    const isOwn = checked.claims.conversationId === conversationId
    if (!isOwn || !(await reader.exists(conversationId)))
      return refuse(404, 'NotFound', 'There is no such conversation.')
    const asked = parseWatermark(query.get('watermark'))
    // A place beyond the end was never given by us.
    const after = asked > (await reader.lastSequence(conversationId)) ? 0 : asked
    return { outcome: 'admitted', conversationId, after }
  }

  function run(socket: WebSocket, conversationId: string, after: number): void {
    // An error is always followed by `close`; a frame that is too large ends only its own socket.
    socket.on('error', () => {})
    socket.on('close', () => forget(socket, conversationId))
    socket.on('pong', () => {
      const entry = open.get(socket)
      if (entry !== undefined) entry.isAlive = true
    })
    const siblings = byConversation.get(conversationId) ?? new Set()
    byConversation.set(conversationId, siblings.add(socket))
    const [oldest] = siblings
    // The oldest is the likeliest to be dead already; refusing the new one would lock its person out.
    if (siblings.size > maxPerConversation && oldest !== undefined) {
      siblings.delete(oldest)
      oldest.close(1001, 'collision')
    }
    open.set(socket, { stream: createStream({ socket, conversationId, after, reader, log }), isAlive: true })
  }

  function forget(socket: WebSocket, conversationId: string): void {
    open.get(socket)?.stream.stop()
    open.delete(socket)
    const siblings = byConversation.get(conversationId)
    siblings?.delete(socket)
    if (siblings?.size === 0) byConversation.delete(conversationId)
  }

  const stopPings = options.every(pingMs, () => {
    for (const [socket, entry] of open) {
      if (entry.isAlive) socket.ping()
      else socket.terminate()
      entry.isAlive = false
    }
  })
  const stopRechecks = options.every(recheckMs, () => {
    for (const { stream } of open.values()) stream.recheck()
  })

  return {
    upgrade: (request, socket, head) => {
      const [, conversationId, query = ''] = streamPath.exec(request.url ?? '') ?? []
      if (conversationId === undefined) return false
      admit(request, conversationId, new URLSearchParams(query)).then(
        (admission) => {
          if (admission.outcome === 'refused') return refuseUpgrade(socket, admission.answer)
          server.handleUpgrade(request, socket, head, (opened) => run(opened, conversationId, admission.after))
        },
        (error) => failUpgrade(socket, error, log),
      )
      return true
    },
    close: () => {
      isClosing = true
      stopPings()
      stopRechecks()
      for (const [socket, { stream }] of open) {
        stream.stop()
        socket.close(1001)
      }
    },
  }
}

function refuse(status: number, code: string, message: string): Admission {
  return { outcome: 'refused', answer: errorResponse(status, code, message) }
}

function failUpgrade(socket: Duplex, error: unknown, log: Log): void {
  log.error('A stream could not be opened.', error)
  refuseUpgrade(socket, errorResponse(500, 'ServiceError', 'Something went wrong here. Try again.'))
}
