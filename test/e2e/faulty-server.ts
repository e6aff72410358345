import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import { createChatPage, type FirstWords } from '../../src/http/chat-page.ts'
import type { HttpResponse, Route } from '../../src/http/route.ts'
import { createStaticFiles } from '../../src/http/static-files.ts'

/** What the bot of this server says to a message. */
export interface Scripted {
  text: string
  marks?: object
  actions?: object[]
  locale?: string
  attachments?: object[]
}

/** What goes wrong next; each lasts until it is set back, but for those that count down. */
export interface Faults {
  /** So many sends are answered with this status. */
  sends: { status: number; count: number; retryAfter?: string }
  /** Sends are stored and then the connection is cut, so that the page never hears that they arrived. */
  cutAfterStore: number
  /** Every socket is refused. */
  areSocketsBlocked: boolean
  /** The next requests that show an old token find it expired. */
  areTokensExpired: boolean
  /** The server knows none of the old conversations any more. */
  isForgetful: boolean
  /** The bot does not answer. */
  isSilent: boolean
}

/** A server that speaks the few Direct Line requests of the page and can be told to fail in each. */
export interface FaultyServer {
  url: string
  faults: Faults
  /** Every message of a person that was stored, in order. */
  received: { conversationId: string; text: string; value: unknown; clientActivityID: string }[]
  counts: { tokens: number; conversations: number; sockets: number; polls: number }
  dropSockets(): void
  close(): Promise<void>
}

/**
 * Starts the server on a free port of this machine.
 * @param options the built pages, the greeting and what the bot says to a text
 */
export async function startFaultyServer(options: {
  builtFolder: string
  greeting: { texts: string[]; buttons: string[] }
  help: { label: string; url: string }[]
  translations?: Record<string, FirstWords>
  answer: (text: string) => Scripted[]
}): Promise<FaultyServer> {
  const routes: Route[] = [createChatPage(options), createStaticFiles({ builtFolder: options.builtFolder })]
  const logs = new Map<string, object[]>()
  const sockets = new Set<{ conversationId: string; socket: WebSocket }>()
  const faults: Faults = {
    sends: { status: 0, count: 0 },
    cutAfterStore: 0,
    areSocketsBlocked: false,
    areTokensExpired: false,
    isForgetful: false,
    isSilent: false,
  }
  const received: FaultyServer['received'] = []
  const counts = { tokens: 0, conversations: 0, sockets: 0, polls: 0 }
  let goodToken = 1
  let clock = 0

  function append(conversationId: string, activity: object): void {
    const log = logs.get(conversationId) ?? []
    logs.set(conversationId, log)
    const logged = {
      id: `${conversationId}|${String(log.length + 1).padStart(7, '0')}`,
      timestamp: new Date(Date.UTC(2026, 10, 23, 9, 0, clock++)).toISOString(),
      type: 'message',
      ...activity,
    }
    log.push(logged)
    for (const { conversationId: followed, socket } of sockets) {
      if (followed === conversationId)
        socket.send(JSON.stringify({ activities: [logged], watermark: String(log.length) }))
    }
  }

  function say(conversationId: string, scripted: Scripted): void {
    append(conversationId, {
      from: { id: 'opstap', role: 'bot' },
      text: scripted.text,
      channelData: { opstap: scripted.marks ?? { topic: 'system', step: 'test', kind: 'system' } },
      ...(scripted.locale === undefined ? {} : { locale: scripted.locale }),
      ...(scripted.attachments === undefined ? {} : { attachments: scripted.attachments }),
      ...(scripted.actions === undefined ? {} : { suggestedActions: { actions: scripted.actions } }),
    })
  }

  function store(
    conversationId: string,
    sent: { text: string; value?: unknown; channelData: { clientActivityID: string } },
  ): void {
    const { clientActivityID } = sent.channelData
    if (
      received.some((known) => known.clientActivityID === clientActivityID && known.conversationId === conversationId)
    )
      return
    received.push({ conversationId, text: sent.text, value: sent.value, clientActivityID })
    append(conversationId, { from: { id: 'dl_test', role: 'user' }, text: sent.text, channelData: sent.channelData })
    if (!faults.isSilent) for (const scripted of options.answer(sent.text)) say(conversationId, scripted)
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://page')
    const body = await readBody(request)
    const route = routes.find(
      (one) => one.path === url.pathname || (one.path === '/assets/:file' && url.pathname.startsWith('/assets/')),
    )
    if (route !== undefined) {
      const params = { file: url.pathname.slice('/assets/'.length) }
      const answer = await route.handle({
        method: 'GET',
        params,
        query: url.searchParams,
        headers: request.headers,
        address: '',
        body: new Uint8Array(),
      })
      write(response, answer)
      return
    }
    const reply = (status: number, value: object, headers: Record<string, string> = {}) =>
      write(response, { status, body: value, headers })
    const base = { token: `token-${goodToken}`, expires_in: 3600 }
    if (url.pathname === '/api/chat/token') {
      counts.tokens++
      if (request.headers.authorization !== undefined && faults.isForgetful)
        return reply(200, { ...base, conversationId: 'another', domain: '/dl' })
      if (faults.areTokensExpired) {
        goodToken++
        faults.areTokensExpired = false
      }
      return reply(200, { ...base, token: `token-${goodToken}`, domain: '/dl' })
    }
    if (request.headers.authorization !== `Bearer token-${goodToken}` || faults.areTokensExpired)
      return reply(403, { error: { code: 'TokenExpired', message: '' } })
    if (url.pathname === '/dl/tokens/refresh') return reply(200, base)
    if (url.pathname === '/dl/conversations') {
      faults.isForgetful = false
      const conversationId = `c${++counts.conversations}`
      for (const [index, text] of options.greeting.texts.entries()) {
        const isLast = index === options.greeting.texts.length - 1
        const actions = options.greeting.buttons.map((label) => ({ type: 'imBack', title: label, value: label }))
        say(conversationId, { text, ...(isLast ? { actions } : {}) })
      }
      return reply(201, { ...base, conversationId, streamUrl: streamUrl(conversationId, '') })
    }
    const [, conversationId = '', rest = ''] = /^\/dl\/conversations\/([^/]+)(\/activities)?$/.exec(url.pathname) ?? []
    const log = logs.get(conversationId)
    if (log === undefined || faults.isForgetful) return reply(404, { error: { code: 'NotFound', message: '' } })
    const watermark = url.searchParams.get('watermark') ?? ''
    if (rest === '') return reply(200, { ...base, conversationId, streamUrl: streamUrl(conversationId, watermark) })
    if (request.method === 'GET') {
      counts.polls++
      return reply(200, { activities: log.slice(Number(watermark)), watermark: String(log.length) })
    }
    if (faults.sends.count > 0) {
      faults.sends.count--
      return reply(
        faults.sends.status,
        { error: { code: 'Test', message: '' } },
        faults.sends.retryAfter === undefined ? {} : { 'Retry-After': faults.sends.retryAfter },
      )
    }
    store(conversationId, JSON.parse(body))
    if (faults.cutAfterStore > 0) {
      faults.cutAfterStore--
      response.destroy()
      return
    }
    reply(200, { id: `${conversationId}|x` })
  }

  const server = createServer((request, response) => void handle(request, response))
  const upgrades = new WebSocketServer({ noServer: true })
  const open = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
  })
  server.on('upgrade', (request, socket, head) => {
    if (faults.areSocketsBlocked) return socket.destroy()
    upgrades.handleUpgrade(request, socket, head, (webSocket) => {
      counts.sockets++
      const url = new URL(request.url ?? '/', 'http://page')
      const conversationId = url.searchParams.get('c') ?? ''
      const log = logs.get(conversationId) ?? []
      const from = Number(url.searchParams.get('w') ?? '')
      webSocket.send(JSON.stringify({ activities: log.slice(from), watermark: String(log.length) }))
      const entry = { conversationId, socket: webSocket }
      sockets.add(entry)
      webSocket.on('close', () => sockets.delete(entry))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const streamUrl = (conversationId: string, watermark: string) =>
    `ws://127.0.0.1:${port}/stream?c=${conversationId}&w=${watermark}`

  return {
    url: `http://127.0.0.1:${port}/`,
    faults,
    received,
    counts,
    dropSockets: () => {
      for (const { socket } of sockets) socket.terminate()
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of open) socket.destroy()
      }),
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

function write(response: ServerResponse, answer: HttpResponse): void {
  const isRaw = typeof answer.body === 'string' || answer.body instanceof Uint8Array || answer.body === undefined
  response.writeHead(answer.status, { ...(isRaw ? {} : { 'Content-Type': 'application/json' }), ...answer.headers })
  response.end(isRaw ? answer.body : JSON.stringify(answer.body))
}
