import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { z } from 'zod'

const activitySchema = z.object({
  id: z.string(),
  from: z.object({ role: z.enum(['user', 'bot']) }),
  text: z.string().optional(),
  replyToId: z.string().optional(),
  channelData: z.object({ clientActivityID: z.string().optional() }).optional(),
})
const setSchema = z.object({ activities: z.array(activitySchema), watermark: z.string() })
const tokenSchema = z.object({ conversationId: z.string(), token: z.string() })
const connectionSchema = z.object({ streamUrl: z.string() })
const sentSchema = z.object({ id: z.string() })

/** An activity as the server shows it. */
export type SeenActivity = z.infer<typeof activitySchema>

/** A message, and the id that the server acknowledged it with. */
export interface Acknowledged {
  clientActivityID: string
  id: string
}

/** Somebody who keeps talking, however often the server goes away: as the chat page does. */
export interface PersistentTalker {
  /** Says one message after the other until {@link stop}; resolves when the last one is acknowledged. */
  talk(messages: readonly string[]): Promise<void>
  stop(): void
  /** Sends one message, and again with the same id until it is acknowledged. */
  say(text: string): Promise<Acknowledged>
  acknowledged: Acknowledged[]
  /** What came over the sockets, in the order in which it came. */
  heard: SeenActivity[]
  /** How often a message had to be sent again, and how often a socket was opened. */
  counts: { resent: number; sockets: number }
  /** The whole conversation as the server has it now, read over HTTP. */
  readLog(): Promise<SeenActivity[]>
  /** Resolves when everything up to an activity came over the socket, or after 20 seconds: then it never will. */
  hearUpTo(id: string): Promise<void>
  close(): void
}

/** Between two tries; the page waits longer, but also kills nobody. */
const retryMs = 40

/**
 * Begins a conversation and follows it over a socket.
 * @param url address of the server, which may be away at any moment from now on
 */
export async function openPersistentTalker(url: string): Promise<PersistentTalker> {
  const conversations = `${url}/v3/directline/conversations`
  const acknowledged: Acknowledged[] = []
  const heard: SeenActivity[] = []
  const counts = { resent: 0, sockets: 0 }
  let watermark = '0'
  let bearer = {}
  let isStopped = false
  let isClosed = false
  let socket: WebSocket | undefined

  const { conversationId, token } = tokenSchema.parse(await ask('POST', `${url}/api/chat/token`))
  bearer = { authorization: `Bearer ${token}` }
  const conversation = `${conversations}/${conversationId}`
  await ask('POST', conversations)
  const following = follow()

  /** One request; undefined when the server is away or cannot answer now. Any other refusal is an error of the program. */
  async function tryAsk(method: string, address: string, body?: object): Promise<unknown> {
    const headers = { ...bearer, 'content-type': 'application/json' }
    const request = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
    let answer: Response
    let text: string
    try {
      answer = await fetch(address, request)
      text = await answer.text()
    } catch {
      // The server is away, or went away half-way its answer.
      return undefined
    }
    if (answer.status >= 500) return undefined
    if (!answer.ok) throw new Error(`${method} ${new URL(address).pathname} was refused with ${answer.status}: ${text}`)
    return JSON.parse(text)
  }

  async function ask(method: string, address: string, body?: object): Promise<unknown> {
    for (;;) {
      const answer = await tryAsk(method, address, body)
      if (answer !== undefined) return answer
      counts.resent += 1
      await pause(retryMs)
    }
  }

  /** Opens a socket, and the next one from where it ended. */
  async function follow(): Promise<void> {
    while (!isClosed) {
      const { streamUrl } = connectionSchema.parse(await ask('GET', `${conversation}?watermark=${watermark}`))
      if (isClosed) return
      await listen(streamUrl)
      await pause(retryMs)
    }
  }

  function listen(streamUrl: string): Promise<void> {
    counts.sockets += 1
    return new Promise((resolve) => {
      const opened = new WebSocket(streamUrl)
      socket = opened
      opened.on('error', () => undefined)
      opened.on('close', () => resolve())
      opened.on('message', (frame) => {
        const text = frame.toString()
        if (text === '') return
        const set = setSchema.parse(JSON.parse(text))
        heard.push(...set.activities)
        watermark = set.watermark
      })
    })
  }

  async function say(text: string): Promise<Acknowledged> {
    const clientActivityID = randomUUID()
    const activity = { type: 'message', text, from: { id: 'somebody' }, channelData: { clientActivityID } }
    const { id } = sentSchema.parse(await ask('POST', `${conversation}/activities`, activity))
    acknowledged.push({ clientActivityID, id })
    return { clientActivityID, id }
  }

  return {
    acknowledged,
    heard,
    counts,
    say,
    async talk(messages) {
      for (let at = heard.length; !isStopped; at += 1) await say(messages[at % messages.length] ?? '')
    },
    stop: () => {
      isStopped = true
    },
    async readLog() {
      const log: SeenActivity[] = []
      for (let after = '0'; ; ) {
        const set = setSchema.parse(await ask('GET', `${conversation}/activities?watermark=${after}`))
        if (set.activities.length === 0) return log
        log.push(...set.activities)
        after = set.watermark
      }
    },
    async hearUpTo(id) {
      const giveUpAt = performance.now() + 20_000
      while (!heard.some((activity) => activity.id >= id) && performance.now() < giveUpAt) await pause(retryMs)
    },
    close() {
      isClosed = true
      socket?.terminate()
      void following
    },
  }
}
