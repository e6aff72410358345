import { createHash } from 'node:crypto'
import type { Content } from '../conversation/content.ts'

/**
 * Computes the fingerprint of content: the same content gives the same version whatever the order of its keys.
 * @param content compiled content, its version left out
 * @returns the first 16 hexadecimal digits of a SHA-256
 */
export function computeVersion(content: Omit<Content, 'version'>): string {
  return createHash('sha256')
    .update(JSON.stringify(sortKeys(content)))
    .digest('hex')
    .slice(0, 16)
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
  return Object.fromEntries(entries.map(([key, part]) => [key, sortKeys(part)]))
}
