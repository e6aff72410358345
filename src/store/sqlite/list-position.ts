/** Where a page of a list ended. */
export interface ListPosition {
  order: number
  partition: string
  id: string
}

/** Writes a position as the opaque `next` of a page. */
export function renderPosition({ order, partition, id }: ListPosition): string {
  return Buffer.from(JSON.stringify([order, partition, id])).toString('base64url')
}

/**
 * Reads the `next` of a page.
 * @throws {RangeError} when the text did not come from {@link renderPosition}
 */
export function parsePosition(text: string): ListPosition {
  const [order, partition, id] = parseList(text)
  if (typeof order !== 'number' || typeof partition !== 'string' || typeof id !== 'string') throw foreign()
  return { order, partition, id }
}

function parseList(text: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (Array.isArray(parsed)) return parsed
  } catch (error) {
    throw foreign(error)
  }
  throw foreign()
}

function foreign(cause?: unknown): RangeError {
  return new RangeError('Expected the `next` of an earlier page, got something else. Begin the list again.', { cause })
}
