import type { IncomingMessage } from 'node:http'

/** How reading a body ended. */
export type BodyOutcome =
  | { outcome: 'read'; body: Uint8Array }
  /** Larger than allowed. It was read on and thrown away, so that the client sees our answer and not a reset. */
  | { outcome: 'too-large' }
  /** The client left before the end; nobody hears an answer. */
  | { outcome: 'gone' }

/** How much of a too large body is thrown away before we answer; beyond it the client talks to nobody. */
const drainLimitBytes = 32 * 1024 * 1024

const nothing = new Uint8Array(0)

/**
 * Reads the body of a request.
 * @param request the request, not yet read
 * @param maxBytes largest body that is kept
 */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<BodyOutcome> | BodyOutcome {
  const { headers } = request
  const announced = headers['content-length']
  if (announced === '0' || (announced === undefined && headers['transfer-encoding'] === undefined)) {
    return { outcome: 'read', body: nothing }
  }
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let receivedBytes = 0
    request.on('data', (chunk: Buffer) => {
      receivedBytes += chunk.length
      if (receivedBytes <= maxBytes) chunks.push(chunk)
      else chunks.length = 0
      if (receivedBytes > drainLimitBytes) resolve({ outcome: 'too-large' })
    })
    request.on('end', () => {
      if (receivedBytes > maxBytes) return resolve({ outcome: 'too-large' })
      const [only] = chunks
      resolve({ outcome: 'read', body: chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks) })
    })
    request.on('error', () => resolve({ outcome: 'gone' }))
    request.on('close', () => resolve({ outcome: 'gone' }))
  })
}
