import { type Activity, ConnectionStatus, DirectLine, type Message } from 'botframework-directlinejs'
// The client brings rxjs; only its scheduler decides how long the client waits.
import { async as realScheduler } from 'rxjs/scheduler/async.js'
import { NodeXmlHttpRequest } from './node-xml-http-request.ts'
import { until } from './until.ts'

/** The real `botframework-directlinejs`, with everything it gave to its page. */
export interface RealClient {
  /** Messages in the order in which they came, doubles included. */
  messages: Message[]
  /** Names of the states it went through. */
  statuses: string[]
  /** What the client knows now and a page keeps across a reload. */
  address(): { conversationId: string; token: string }
  /** Sends a message as a page does. @returns the id that the server gave it; the client says `retry` when that failed */
  send(text: string): Promise<string>
  /** Waits for a message, among those after the first `from`. */
  waitFor(what: string, fits: (message: Message) => boolean, from?: number): Promise<Message>
  end(): void
}

/** How the client connects. */
export interface RealClientOptions {
  domain: string
  token: string
  webSocket: boolean
  /** The conversation of an earlier client. */
  conversationId?: string
  /** What is waited for longer than a minute (the refresh of the token, 15 minutes) comes so many times sooner. */
  speed?: number
}

/**
 * Connects and waits until the client is online.
 * @param options server, token and way to connect
 */
export async function connectRealClient(options: RealClientOptions): Promise<RealClient> {
  Object.assign(globalThis, { XMLHttpRequest: NodeXmlHttpRequest })
  const { domain, token, webSocket, conversationId, speed = 1 } = options
  const client = new DirectLine({
    domain,
    token,
    webSocket,
    pollingInterval: 300,
    conversationStartProperties: { locale: 'nl-NL' },
    // The shortest of the 3 to 15 s after which the client looks for a lost socket.
    random: () => 0,
    scheduler: {
      now: () => realScheduler.now(),
      schedule: (work, delay = 0, state) => realScheduler.schedule(work, delay > 60_000 ? delay / speed : delay, state),
    },
    ...(conversationId === undefined ? {} : { conversationId }),
  })
  const messages: Message[] = []
  const statuses: string[] = []
  const errors: unknown[] = []
  const hearing = client.activity$.subscribe(
    (activity: Activity) => {
      if (activity.type === 'message') messages.push(activity)
    },
    (error: unknown) => errors.push(error),
  )
  const watching = client.connectionStatus$.subscribe((status) => statuses.push(ConnectionStatus[status]))
  const known = (name: 'conversationId' | 'token') => String(Reflect.get(client, name))
  const self: RealClient = {
    messages,
    statuses,
    address: () => ({ conversationId: known('conversationId'), token: known('token') }),
    send: (text) =>
      new Promise((resolve, reject) => {
        client
          .postActivity({
            type: 'message',
            text,
            from: { id: 'anybody' },
            channelData: { clientActivityID: crypto.randomUUID() },
          })
          .subscribe((id: unknown) => resolve(String(id)), reject)
      }),
    waitFor: (what, fits, from = 0) =>
      until(`${what}; the client is ${statuses.join(', ')}, errors: ${errors.map(String).join()}`, () =>
        messages.slice(from).find(fits),
      ),
    end: () => {
      hearing.unsubscribe()
      watching.unsubscribe()
      client.end()
    },
  }
  await until('the client to be online', () => statuses.at(-1) === 'Online')
  return self
}
