import type { HttpRequest } from '../../http/route.ts'

/** How reading a JSON body ended. */
export type JsonOutcome =
  | { outcome: 'read'; value: unknown }
  | { outcome: 'empty' }
  /** `message` tells the client what was wrong. */
  | { outcome: 'bad'; message: string }

/** Deeper than any card or client needs, and far from where a recursive reader runs out of stack. */
const maxDepth = 64

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * Reads the body of a request as JSON.
 * @param request its `Content-Type`, when there is a body, must be `application/json`
 */
export function readJson(request: HttpRequest): JsonOutcome {
  if (request.body.byteLength === 0) return { outcome: 'empty' }
  const type = request.headers['content-type'] ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    return { outcome: 'bad', message: 'Send Content-Type: application/json.' }
  }
  return parseJson(request.body)
}

/**
 * Parses JSON that is not nested deeper than any client needs.
 * @param bytes UTF-8
 */
export function parseJson(bytes: Uint8Array): Exclude<JsonOutcome, { outcome: 'empty' }> {
  let value: unknown
  try {
    value = JSON.parse(utf8.decode(bytes))
  } catch {
    return { outcome: 'bad', message: 'The body is not JSON in UTF-8.' }
  }
  if (!isShallow(value, maxDepth))
    return { outcome: 'bad', message: `The body is nested deeper than ${maxDepth} levels.` }
  return { outcome: 'read', value }
}

function isShallow(value: unknown, levelsLeft: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return levelsLeft > 0 && Object.values(value).every((inner) => isShallow(inner, levelsLeft - 1))
}
