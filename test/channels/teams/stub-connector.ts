import { createServer } from 'node:http'
import { z } from 'zod'

const sentSchema = z.looseObject({ type: z.string(), text: z.string().optional() })

/** A message as the Connector got it. */
export interface SentMessage {
  path: string
  activity: z.infer<typeof sentSchema>
}

/** How the Connector answers one request. */
export interface ConnectorAnswer {
  status: number
  code?: string
  retryAfter?: string
}

/** Plays the Bot Framework Connector: takes messages for people and keeps them. */
export interface StubConnector {
  serviceUrl: string
  /** Every message that was accepted, in order. */
  accepted: SentMessage[]
  /** Answers to the next requests; 200 when empty. */
  nextAnswers: ConnectorAnswer[]
  close(): Promise<void>
}

/** Starts a Connector on a free port. */
export async function startStubConnector(): Promise<StubConnector> {
  const accepted: SentMessage[] = []
  const nextAnswers: ConnectorAnswer[] = []
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of request) chunks.push(chunk)
    const answer = nextAnswers.shift() ?? { status: 200 }
    if (answer.retryAfter !== undefined) response.setHeader('retry-after', answer.retryAfter)
    response.writeHead(answer.status, { 'content-type': 'application/json' })
    if (answer.status !== 200) {
      response.end(JSON.stringify({ error: { code: answer.code ?? 'ServiceError', message: 'private words' } }))
      return
    }
    accepted.push({ path: request.url ?? '', activity: sentSchema.parse(JSON.parse(Buffer.concat(chunks).toString())) })
    response.end(JSON.stringify({ id: `sent-${accepted.length}` }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    serviceUrl: `http://127.0.0.1:${port}/`,
    accepted,
    nextAnswers,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
