import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { toSentActivity } from './chat-messages.ts'
import { createKeepAliveClient } from './keep-alive-client.ts'
import type { Talker } from './measure-turns.ts'

const tokenSchema = z.object({ conversationId: z.string(), token: z.string() })
const connectionSchema = z.object({ streamUrl: z.string() })
const sentSchema = z.object({ id: z.string() })
const activitySetSchema = z.object({
  activities: z.array(z.object({ replyToId: z.string().optional(), from: z.object({ id: z.string() }).optional() })),
  watermark: z.union([z.string(), z.number()]),
})

/** Opens a conversation with Opstap; a turn is over when the message is acknowledged: on disk, and so are its replies. */
export async function openOpstapTalker(url: string): Promise<Talker> {
  const { client, token, activities, body } = await startConversation(url)
  return {
    async say(text) {
      await client.send('POST', activities, body(text), token)
    },
    close: () => client.close(),
  }
}

/** Opens a conversation with Opstap and its WebSocket; a turn is over when the answer came over the socket. */
export async function openSocketTalker(url: string): Promise<Talker> {
  const { client, token, activities, body, streamUrl } = await startConversation(url)
  const socket = new WebSocket(streamUrl, { perMessageDeflate: false })
  const answered = new Set<string>()
  let hear = (): void => undefined
  socket.on('message', (frame) => {
    const text = frame.toString()
    if (text === '') return
    for (const { replyToId } of activitySetSchema.parse(JSON.parse(text)).activities) {
      if (replyToId !== undefined) answered.add(replyToId)
    }
    hear()
  })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  return {
    async say(text) {
      const { id } = sentSchema.parse(JSON.parse(await client.send('POST', activities, body(text), token)))
      while (!answered.has(id)) {
        await new Promise<void>((resolve) => {
          hear = resolve
        })
      }
      answered.clear()
    },
    close() {
      socket.terminate()
      client.close()
    },
  }
}

async function startConversation(url: string) {
  const client = createKeepAliveClient()
  const { conversationId, token } = tokenSchema.parse(JSON.parse(await client.send('POST', `${url}/api/chat/token`)))
  const conversations = `${url}/v3/directline/conversations`
  const { streamUrl } = connectionSchema.parse(JSON.parse(await client.send('POST', conversations, undefined, token)))
  return {
    client,
    token,
    streamUrl,
    activities: `${conversations}/${conversationId}/activities`,
    body: (text: string) => toSentActivity(text, conversationId, url),
  }
}

/** Sends the same body to the echo; a turn is over when it came back. */
export async function openEchoTalker(url: string): Promise<Talker> {
  const client = createKeepAliveClient()
  const conversationId = randomUUID()
  return {
    async say(text) {
      await client.send('POST', `${url}/echo`, toSentActivity(text, conversationId, url))
    },
    close: () => client.close(),
  }
}

/** Sends the same body to the botbuilder bot; a turn is over when it was acknowledged, which is after its reply was sent. */
export async function openBotTalker(url: string, connector: Connector): Promise<Talker> {
  const client = createKeepAliveClient()
  const conversationId = randomUUID()
  return {
    async say(text) {
      const before = connector.repliesIn(conversationId)
      await client.send('POST', `${url}/api/messages`, toSentActivity(text, conversationId, connector.url))
      if (connector.repliesIn(conversationId) <= before) throw new Error('The botbuilder bot did not reply.')
    },
    close: () => client.close(),
  }
}

/** Opens a conversation with offline-directline, which has no sockets; a turn is over when a poll brought the answer. */
export async function openPollingTalker(url: string, pauseMs: number): Promise<Talker> {
  const client = createKeepAliveClient()
  const conversations = `${url}/directline/conversations`
  const started = z.object({ conversationId: z.string() })
  const { conversationId } = started.parse(JSON.parse(await client.send('POST', conversations)))
  const activities = `${conversations}/${conversationId}/activities`
  let watermark = '0'
  return {
    async say(text) {
      const sent = await client.send('POST', activities, toSentActivity(text, conversationId, url))
      const { id } = sentSchema.parse(JSON.parse(sent))
      for (;;) {
        if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs))
        const polled = await client.send('GET', `${activities}?watermark=${watermark}`)
        const set = activitySetSchema.parse(JSON.parse(polled))
        watermark = String(set.watermark)
        if (set.activities.some(({ replyToId }) => replyToId === id)) return
      }
    },
    close: () => client.close(),
  }
}

/** Plays the Bot Framework Connector and records the replies that a bot sends. */
export interface Connector {
  url: string
  repliesIn(conversationId: string): number
  close(): void
}

/** Starts a connector in this process, so that it costs the bot nothing. */
export async function startConnector(): Promise<Connector> {
  const replies = new Map<string, number>()
  const server = createServer((request, response) => {
    const [, conversationId = ''] = /conversations\/([^/]+)\/activities/.exec(request.url ?? '') ?? []
    request.resume()
    request.on('end', () => {
      replies.set(conversationId, (replies.get(conversationId) ?? 0) + 1)
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end('{"id":"1"}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/`,
    repliesIn: (conversationId) => replies.get(conversationId) ?? 0,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
