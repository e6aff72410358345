import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Activity } from '../../src/turn/activity.ts'

const marksSchema = z.object({ topic: z.string(), step: z.string(), kind: z.string() })

/** An answer over HTTP, read. */
export interface Answer {
  status: number
  headers: Headers
  body: Partial<Body>
}

interface Body {
  conversationId: string
  token: string
  streamUrl: string
  id: string
  activities: Activity[]
  error: { code: string; message: string }
}

/** What a request may carry. */
export interface AskOptions {
  token?: string
  /** A string goes as it is, anything else as JSON. */
  body?: unknown
  headers?: Record<string, string>
}

/** Sends one request. */
export async function ask(method: string, url: string, { token, body, headers }: AskOptions = {}): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text === '' ? {} : JSON.parse(text) }
}

/** What the bot said in answer to one message. */
export interface Heard {
  answer: Answer
  replies: Activity[]
  /** Steps of the replies, by name. */
  steps: string[]
  /** Kinds of the replies, first things first. */
  kinds: string[]
  /** All words and buttons, for what must be named. */
  words: string
}

/** One conversation with a running program, as a client holds it. */
export interface Talk {
  conversationId: string
  token: string
  streamUrl: string
  /** Sends an activity, or any other body. */
  send(body: unknown, headers?: Record<string, string>): Promise<Answer>
  /** Types a text. `key` is the client's own id of the message. */
  type(text: string, key?: string): Promise<Answer>
  /** Types a text and reads what is said to it. */
  say(text: string, key?: string): Promise<Heard>
  /** The whole conversation so far. */
  history(): Promise<Activity[]>
  /** Texts of the person so far. */
  said(): Promise<(string | undefined)[]>
}

/**
 * Starts a conversation as the chat page does.
 * @param url address of the program
 * @param options region, and headers for every request
 */
export async function startTalk(url: string, options: { region?: string; headers?: Record<string, string> } = {}) {
  const { region, headers = {} } = options
  const asked = region === undefined ? {} : { body: { region } }
  const { token } = (await ask('POST', `${url}/api/chat/token`, { ...asked, headers })).body
  const started = await ask('POST', `${url}/v3/directline/conversations`, { ...tokenOf(token), headers })
  const { conversationId, streamUrl } = started.body
  if (token === undefined || conversationId === undefined || streamUrl === undefined) {
    throw new Error(`The conversation was not started: ${started.status} ${JSON.stringify(started.body)}`)
  }
  return resumeTalk(url, { conversationId, token, streamUrl }, headers)
}

/** Goes on with a conversation that was started earlier, on this or another run of the program. */
export function resumeTalk(
  url: string,
  held: Pick<Talk, 'conversationId' | 'token' | 'streamUrl'>,
  headers: Record<string, string> = {},
): Talk {
  const { conversationId, token } = held
  const activitiesUrl = `${url}/v3/directline/conversations/${conversationId}/activities`
  const read = async (after: string) => {
    const { body } = await ask('GET', `${activitiesUrl}?watermark=${after}`, { token, headers })
    return body.activities ?? []
  }
  const talk: Talk = {
    ...held,
    send: (body, more) => ask('POST', activitiesUrl, { token, body, headers: { ...headers, ...more } }),
    type: (text, key = randomUUID()) => talk.send({ type: 'message', text, channelData: { clientActivityID: key } }),
    async say(text, key) {
      const answer = await talk.type(text, key)
      const { id = '' } = answer.body
      const newer = answer.status === 200 ? await read(String(Number(id.split('|')[1]))) : []
      const replies = newer.filter((activity) => activity.replyToId === id)
      return { answer, replies, ...summarize(replies) }
    },
    history: () => read(''),
    said: async () => (await read('')).filter(({ from }) => from.role === 'user').map(({ text }) => text),
  }
  return talk
}

function summarize(replies: Activity[]): Pick<Heard, 'steps' | 'kinds' | 'words'> {
  const marks = replies.map(({ channelData }) => z.object({ opstap: marksSchema }).parse(channelData).opstap)
  return {
    steps: marks.map(({ step }) => step),
    kinds: marks.map(({ kind }) => kind),
    words: replies.map(({ text, suggestedActions }) => `${text}\n${JSON.stringify(suggestedActions)}`).join('\n'),
  }
}

function tokenOf(token: string | undefined): { token: string } | object {
  return token === undefined ? {} : { token }
}
