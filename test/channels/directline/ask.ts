import type { Activity } from '../../../src/turn/activity.ts'
import type { Served } from './serve.ts'

/** What the body of an answer may hold; a test reads what it expects to be there. */
export interface AnswerBody {
  conversationId: string
  token: string
  expires_in: number
  streamUrl: string
  id: string
  watermark: string
  activities: Activity[]
  error: { code: string; message: string }
}

/** An answer, read. */
export interface Answer {
  status: number
  headers: Headers
  text: string
  body: AnswerBody
}

/** What a request may carry. */
export interface AskOptions {
  token?: string
  /** A string goes as it is, anything else as JSON. */
  body?: unknown
  headers?: Record<string, string>
}

/** Sends one request; `path` is below the endpoint, or begins with `/api`. */
export async function ask(served: Served, method: string, path: string, options: AskOptions = {}): Promise<Answer> {
  const { token, body, headers } = options
  const response = await fetch((path.startsWith('/api') ? served.origin : served.url) + path, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, body: JSON.parse(isJson(text) ? text : '{}') }
}

function isJson(text: string): boolean {
  return text.startsWith('{') || text.startsWith('[')
}

/** A conversation that was started. */
export interface Started {
  conversationId: string
  token: string
  streamUrl: string
  /** What the start answered. */
  answer: Answer
}

/** Gets a token as our page does and starts a conversation with it. */
export async function start(served: Served): Promise<Started> {
  const handed = await ask(served, 'POST', '/api/chat/token')
  const answer = await ask(served, 'POST', '/conversations', { token: handed.body.token, body: { user: {} } })
  const { conversationId, streamUrl } = answer.body
  return { conversationId, token: handed.body.token, streamUrl, answer }
}

/** Sends an activity. */
export function send(
  served: Served,
  { conversationId, token }: Pick<Started, 'conversationId' | 'token'>,
  activity: unknown,
): Promise<Answer> {
  return ask(served, 'POST', `/conversations/${conversationId}/activities`, { token, body: activity })
}

/** Polls. */
export async function poll(
  served: Served,
  { conversationId, token }: Pick<Started, 'conversationId' | 'token'>,
  watermark = '',
): Promise<Answer & { activities: Activity[] }> {
  const answer = await ask(served, 'GET', `/conversations/${conversationId}/activities?watermark=${watermark}`, {
    token,
  })
  return { ...answer, activities: answer.body.activities }
}
