import { Agent, request } from 'node:http'

/** One client with one connection that stays open. */
export interface KeepAliveClient {
  /**
   * Sends and reads the whole answer.
   * @throws when the connection breaks, or the status is 400 or above: a benchmark that fails must not look fast
   */
  send(method: 'GET' | 'POST', url: string, body?: string, token?: string): Promise<string>
  close(): void
}

/** Makes a client. Bare `node:http`, so that the load takes as little of the machine as it can. */
export function createKeepAliveClient(): KeepAliveClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  return {
    send: (method, url, body, token) =>
      new Promise((resolve, reject) => {
        const headers: Record<string, string | number> = {}
        if (token !== undefined) headers.authorization = `Bearer ${token}`
        if (body !== undefined) {
          headers['content-type'] = 'application/json'
          headers['content-length'] = Buffer.byteLength(body)
        }
        const sent = request(url, { method, agent, headers }, (answer) => {
          const { statusCode = 0 } = answer
          let text = ''
          answer.setEncoding('utf8')
          answer.on('data', (chunk) => {
            text += chunk
          })
          answer.on('error', reject)
          answer.on('end', () => {
            if (statusCode < 400) resolve(text)
            else reject(new Error(`${method} ${new URL(url).pathname} was answered with ${statusCode}: ${text}`))
          })
        })
        sent.on('error', reject)
        sent.end(body)
      }),
    close: () => agent.destroy(),
  }
}
