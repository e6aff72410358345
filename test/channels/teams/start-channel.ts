import {
  type BotFrameworkChannel,
  type BotFrameworkOptions,
  createBotFrameworkChannel,
} from '../../../src/channels/teams/create-bot-framework-channel.ts'
import type { Clock } from '../../../src/clock.ts'
import { createHttpServer } from '../../../src/http/create-server.ts'
import type { Log } from '../../../src/log.ts'
import { type OpenedStore, openStore } from '../../handoff/open-store.ts'
import { createEchoTurn } from './echo-turn.ts'
import { type StubConnector, startStubConnector } from './stub-connector.ts'

/** The channel behind the real HTTP server, with a real store and a Connector to talk to. */
export interface StartedChannel {
  url: string
  store: OpenedStore['store']
  connector: StubConnector
  channel: BotFrameworkChannel
  clock: Clock & { pass(ms: number): void }
  lines: { level: string; message: string; fields?: unknown }[]
  /** Makes a message from an invented person. */
  message(changes?: Record<string, unknown>): Record<string, unknown>
  post(body: unknown, headers?: Record<string, string>): Promise<{ status: number; body: string; headers: Headers }>
  stop(): Promise<void>
}

/** Starts everything on free ports. */
export async function startChannel(changes: Partial<BotFrameworkOptions> = {}): Promise<StartedChannel> {
  const opened = await openStore()
  const connector = await startStubConnector()
  const lines: StartedChannel['lines'] = []
  const log: Log = {
    info: (message, fields) => lines.push({ level: 'info', message, fields }),
    warn: (message, fields) => lines.push({ level: 'warn', message, fields }),
    error: (message, _error, fields) => lines.push({ level: 'error', message, fields }),
  }
  let nowMs = Date.parse('2026-11-23T09:00:00.000Z')
  const clock = {
    now: () => new Date(nowMs),
    pass: (ms: number) => {
      nowMs += ms
    },
  }
  const runTurn = createEchoTurn(opened.store)
  const channel = createBotFrameworkChannel({ runTurn, store: opened.store, clock, log, random: () => 0, ...changes })
  const http = createHttpServer({ routes: [], rawRoutes: [channel.route], log })
  const { port } = await http.listen(0, '127.0.0.1')
  const url = `http://127.0.0.1:${port}/api/messages`
  return {
    url,
    store: opened.store,
    connector,
    channel,
    clock,
    lines,
    message: (more = {}) => ({
      type: 'message',
      id: 'activity-1',
      channelId: 'msteams',
      serviceUrl: connector.serviceUrl,
      conversation: { id: 'a:robin-de-vries', conversationType: 'personal', tenantId: 'tenant' },
      from: { id: '29:robin', name: 'Robin de Vries' },
      recipient: { id: '28:opstap', name: 'Opstap' },
      text: 'hallo',
      locale: 'nl-NL',
      ...more,
    }),
    post: async (body, headers = {}) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      })
      return { status: response.status, body: await response.text(), headers: response.headers }
    },
    stop: async () => {
      await http.close(1_000)
      await connector.close()
      await opened.remove()
    },
  }
}
