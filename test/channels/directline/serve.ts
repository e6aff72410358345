import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDirectLine, type DirectLine } from '../../../src/channels/directline/create-direct-line.ts'
import type { Clock } from '../../../src/clock.ts'
import { createHttpServer } from '../../../src/http/create-server.ts'
import { createLimits, type LimitName, type LimitNumbers } from '../../../src/http/limits.ts'
import type { Log } from '../../../src/log.ts'
import type { Codec, Json, Store } from '../../../src/store/contract.ts'
import { openSqliteStore } from '../../../src/store/sqlite/open-sqlite-store.ts'
import type { LoggedActivity } from '../../../src/turn/activity.ts'
import { type Conversations, conversationDocument, createConversations } from '../../../src/turn/conversations.ts'
import { activityLog, type RunTurn } from '../../../src/turn/turn.ts'
import { sampleContent } from '../../conversation/sample-content.ts'

/** Limits as the program has them by default. */
const defaultLimits: Record<LimitName, LimitNumbers> = {
  sendPerConversation: { burst: 40, perSecond: 2 },
  sendPerAddress: { burst: 600, perSecond: 10 },
  typing: { burst: 20, perSecond: 1 },
  token: { burst: 120, perSecond: 1 },
  guard: { burst: 6000, perSecond: 200 },
}

/** What a test may choose. */
export interface ServeOptions {
  tokenSeconds?: number
  limits?: Partial<Record<LimitName, LimitNumbers>>
  allowedOrigins?: string[]
  publicUrl?: string
  ownHosts?: string[]
  secret?: string
  acceptsUploads?: boolean
  /** Replaces the turn that repeats what was said. */
  runTurn?: RunTurn
}

/** The channel behind the real server, with a real store and a turn that repeats what was said. */
export interface Served {
  /** `http://127.0.0.1:port` */
  origin: string
  /** Address of the endpoint. */
  url: string
  store: Store
  conversations: Conversations
  runTurn: RunTurn
  clock: Clock
  /** What the channel gives to the outbox. */
  jobHandlers: DirectLine['jobHandlers']
  /** Moves the clock of the server on. */
  pass(seconds: number): void
  /** Runs what is done again and again: pings and looks at the log. */
  tick(): void
  /** Closes all streams, as at shutdown. */
  closeStreams(): void
  /** What was logged as an error. */
  errors: unknown[]
  stop(): Promise<void>
}

const secretKey = new Uint8Array(32).fill(7)

const plainCodec: Codec = {
  encode: (value) => new TextEncoder().encode(JSON.stringify(value)),
  decode: (bytes): Json => JSON.parse(new TextDecoder().decode(bytes)),
}

/** Starts the channel on a free port. */
export async function serve(options: ServeOptions = {}): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'opstap-test-'))
  const store = await openSqliteStore({ file: join(folder, 'opstap.sqlite'), codec: plainCodec })
  const conversations = createConversations(store)
  let nowMs = Date.parse('2026-03-02T09:00:00Z')
  const clock = { now: () => new Date(nowMs) }
  const errors: unknown[] = []
  const log: Log = { info: () => {}, warn: () => {}, error: (_message, error) => errors.push(error) }
  const runs: (() => void)[] = []
  const runTurn = options.runTurn ?? repeatWhatWasSaid(store, conversations)
  const { limits, runTurn: _own, allowedOrigins = [], ...rest } = options
  const directLine = createDirectLine({
    ...rest,
    runTurn,
    reader: conversations,
    content: sampleContent(),
    store,
    signingKey: secretKey,
    clock,
    log,
    limits: createLimits({ ...defaultLimits, ...limits }, clock),
    allowedOrigins,
    every: (_ms, run) => {
      runs.push(run)
      return () => runs.splice(runs.indexOf(run), 1)
    },
  })
  const server = createHttpServer({ routes: directLine.routes, upgrades: [directLine.upgrade], log })
  const { port } = await server.listen(0, '127.0.0.1')
  return {
    origin: `http://127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}/v3/directline`,
    store,
    conversations,
    runTurn,
    clock,
    jobHandlers: directLine.jobHandlers,
    pass: (seconds) => {
      nowMs += seconds * 1000
    },
    tick: () => {
      for (const run of runs) run()
    },
    closeStreams: directLine.close,
    errors,
    stop: async () => {
      directLine.close()
      await server.close(0)
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function repeatWhatWasSaid(store: Store, conversations: Conversations): RunTurn {
  const say = (text: string, replyToSequence?: number): LoggedActivity => ({
    type: 'message',
    timestamp: '2026-03-02T09:00:00.000Z',
    from: { id: 'opstap', name: 'Opstap', role: 'bot' },
    text,
    ...(replyToSequence === undefined ? {} : { replyToSequence }),
  })
  return async ({ conversationId, incoming, mustExist }) => {
    if (incoming.kind === 'start') {
      const outcome = await store.commit({
        partition: conversationId,
        puts: [{ ...conversationDocument, value: {}, ifVersion: 0 }],
        appends: [{ log: activityLog, value: say('Welkom') }],
      })
      if (outcome.outcome !== 'committed') return { outcome: 'repeated', sequence: 0, replies: [] }
      conversations.wake(conversationId, [{ sequence: 1, activity: say('Welkom') }])
      return { outcome: 'done', sequence: 0, replies: [] }
    }
    for (;;) {
      const last = await store.lastSequence(conversationId, activityLog)
      if (mustExist && last === 0) return { outcome: 'unknown', sequence: 0, replies: [] }
      const sequence = last + 1
      const reply = say(`U zei: ${incoming.activity.text}`, sequence)
      const activities = incoming.activity.type === 'message' ? [incoming.activity, reply] : [incoming.activity]
      const outcome = await store.commit({
        partition: conversationId,
        appends: activities.map((value, index) => ({
          log: activityLog,
          value,
          ifSequence: sequence + index,
          ...(index === 0 && incoming.key !== undefined ? { key: incoming.key } : {}),
        })),
      })
      if (outcome.outcome === 'duplicate') return { outcome: 'repeated', sequence: outcome.sequence, replies: [] }
      if (outcome.outcome === 'conflict') continue
      const entries = activities.map((activity, index) => ({ sequence: sequence + index, activity }))
      conversations.wake(conversationId, entries)
      return { outcome: 'done', sequence, replies: entries.slice(1) }
    }
  }
}
