import { z } from 'zod'
import { type Answer, poll, type Started } from './ask.ts'
import type { Served } from './serve.ts'

/** A picture of one pixel. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

/** A file as a browser would send it. */
export interface TestFile {
  name: string
  type: string
  data: Uint8Array | string
}

/** Makes the form that Web Chat sends. */
export function makeForm(files: TestFile[], activity?: unknown): FormData {
  const form = new FormData()
  if (activity !== undefined) {
    form.append('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }))
  }
  for (const { name, type, data } of files)
    form.append('file', new Blob([new Uint8Array(toBytes(data))], { type }), name)
  return form
}

function toBytes(data: Uint8Array | string): Uint8Array {
  return typeof data === 'string' ? Buffer.from(data) : data
}

/** Uploads a form, or any other body with its headers. */
export async function upload(
  served: Served,
  { conversationId, token }: Pick<Started, 'conversationId' | 'token'>,
  body: FormData | Uint8Array | string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${served.url}/conversations/${conversationId}/upload?userId=someone-else`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, ...headers },
    body: body instanceof Uint8Array ? new Uint8Array(body) : body,
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, body: JSON.parse(text) }
}

/** What the message says of a file. */
export const attachmentSchema = z.strictObject({ contentType: z.string(), name: z.string(), contentUrl: z.string() })

/** A message as a client sends it. */
export const message = (text?: string, clientActivityID?: string) => ({
  type: 'message',
  ...(text === undefined ? {} : { text }),
  ...(clientActivityID === undefined ? {} : { channelData: { clientActivityID } }),
})
/** A picture as a browser sends it. */
export const picture = (name = 'a.png') => ({ name, type: 'image/png', data: png })

/** What was said after the greeting. */
export async function saidIn(served: Served, started: Started) {
  return (await poll(served, started)).activities.slice(1)
}

/** The message of the person, with what it says of the files. */
export async function echoOf(served: Served, started: Started) {
  const [echo] = await saidIn(served, started)
  return { echo, attachments: z.array(attachmentSchema).parse(echo?.attachments) }
}
