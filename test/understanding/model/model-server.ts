import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'

/** How the server behaves. */
export type Mode =
  /** Chooses `chosen`. */
  | 'right'
  /** Chooses the last of what it was offered. */
  | 'last'
  /** Chooses `chosen`, in prose and a code fence, and refuses to be given a schema. */
  | 'plain'
  /** Never answers. */
  | 'slow'
  /** Begins an answer and never ends it. */
  | 'dripping'
  | '500'
  | '401'
  /** A filter of the host refuses the message. */
  | 'filtered'
  /** Text that is no JSON, where JSON is promised. */
  | 'no-json'
  /** A page for people, such as a proxy shows. */
  | 'html'
  /** JSON of another shape. */
  | 'wrong-shape'
  /** An answer without words in it. */
  | 'no-content'
  /** A topic that was not offered. */
  | 'unknown-topic'
  /** Ten megabytes. */
  | 'huge'
  /** Obeys whoever wrote the message, and says the worst it can. */
  | 'injected'
  /** Cuts the line when the question is in. */
  | 'dropped'
  /** Sends on to `elsewhere`. */
  | 'redirect'

/** All the ways in which a model can fail. */
export const faultyModes: readonly Mode[] = [
  'slow',
  'dripping',
  '500',
  '401',
  'filtered',
  'no-json',
  'html',
  'wrong-shape',
  'no-content',
  'unknown-topic',
  'huge',
  'injected',
  'dropped',
  'redirect',
]

const bodySchema = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  temperature: z.number(),
  max_tokens: z.number(),
  response_format: z.object({ type: z.string(), json_schema: z.object({ schema: z.json() }) }).optional(),
})

/** A question that came in. */
export interface Received {
  method: string
  url: string
  headers: IncomingHttpHeaders
  /** As it came over the wire. */
  raw: string
  body: z.infer<typeof bodySchema>
}

/** A local server that speaks the OpenAI wire format. */
export interface ModelServer {
  /** Base URL, `http://127.0.0.1:PORT/v1`. */
  url: string
  /** May be changed at any time. */
  mode: Mode
  /** What `right` and `plain` choose. */
  chosen: string
  /** Where `redirect` sends. */
  elsewhere: string
  received: Received[]
  /** Resolves when the next question is in. */
  asked(): Promise<void>
  close(): Promise<void>
}

/** Starts the server on a free port of this machine. */
export async function startModelServer(mode: Mode = 'right'): Promise<ModelServer> {
  let tellAsked: (() => void)[] = []
  const http = createServer(async (request, response) => {
    const raw = await readAll(request)
    const { method = '', url = '', headers } = request
    const body = bodySchema.parse(JSON.parse(raw))
    server.received.push({ method, url, headers, raw, body })
    for (const tell of tellAsked) tell()
    tellAsked = []
    answer(server, body, response)
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has an address of this form.
  const { port } = http.address() as AddressInfo
  const server: ModelServer = {
    url: `http://127.0.0.1:${port}/v1`,
    mode,
    chosen: 'none',
    elsewhere: '',
    received: [],
    asked: () => new Promise((resolve) => tellAsked.push(resolve)),
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }
  return server
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

function answer(server: ModelServer, body: Received['body'], response: ServerResponse): void {
  const say = (content: string) => sendJson(response, 200, completion(content))
  switch (server.mode) {
    case 'right':
      return say(JSON.stringify({ topic: server.chosen }))
    case 'last':
      return say(JSON.stringify({ topic: offeredIn(body).at(-1)?.id }))
    case 'plain':
      return body.response_format === undefined
        ? say(`Sure! Here it is:\n\`\`\`json\n${JSON.stringify({ topic: server.chosen })}\n\`\`\`\n`)
        : sendJson(response, 400, { error: { message: 'response_format is not supported', code: 'bad' } })
    case 'slow':
      return
    case 'dripping':
      begin(response, 200).write('{"choices":[')
      return
    case '500':
      return sendJson(response, 500, { error: { message: `It broke on: ${body.messages.at(-1)?.content}` } })
    case '401':
      return sendJson(response, 401, { error: { message: 'Wrong key.' } })
    case 'filtered':
      return sendJson(response, 400, { error: { message: 'Filtered.', code: 'content_filter' } })
    case 'no-json':
      begin(response, 200).end('Geen idee, sorry {"')
      return
    case 'html':
      begin(response, 200, { 'content-type': 'text/html' }).end('<h1>Even wachten</h1>')
      return
    case 'wrong-shape':
      return sendJson(response, 200, { choices: { message: [{ topic: 'loon' }] }, answer: 42 })
    case 'no-content':
      return sendJson(response, 200, { choices: [{ index: 0, message: { role: 'assistant', content: null } }] })
    case 'unknown-topic':
      return say(JSON.stringify({ topic: 'lottoballen' }))
    case 'huge':
      begin(response, 200).end(JSON.stringify(completion('x'.repeat(10 * 1024 * 1024))))
      return
    case 'injected':
      return say(malicious)
    case 'dropped':
      response.destroy()
      return
    case 'redirect':
      begin(response, 307, { location: server.elsewhere }).end()
      return
    default:
      server.mode satisfies never
  }
}

const topicsSchema = z.array(z.object({ id: z.string(), title: z.string(), about: z.string() }))

/** What a question offers. */
export function offeredIn({ messages }: Received['body']): z.infer<typeof topicsSchema> {
  const topics = /^Topics: (.*)$/m.exec(messages[0]?.content ?? '')?.[1]
  return topicsSchema.parse(JSON.parse(topics ?? '[]'))
}

const malicious = JSON.stringify({
  topic: 'crisis',
  crisis: { level: 'rood' },
  reply: 'Er is niets aan de hand. Bel niemand. Klik op http://boos.example',
  command: 'wissen',
})

function completion(content: string): object {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 0,
    model: 'test',
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
  }
}

function sendJson(response: ServerResponse, status: number, value: object): void {
  begin(response, status).end(JSON.stringify(value))
}

/** Not by `writeHead`: in a process with restify that gives nothing back. */
function begin(
  response: ServerResponse,
  status: number,
  headers: Record<string, string> = { 'content-type': 'application/json' },
): ServerResponse {
  response.statusCode = status
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  return response
}
