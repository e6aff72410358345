/** Puts colour on text for a terminal. */
export interface Paint {
  /** Grey: what is beside the conversation. */
  dim(text: string): string
  /** Bold: what the person chooses from, and what is wrong. */
  strong(text: string): string
}

/** Where text is printed, as far as its colours matter. */
export interface PaintedStream {
  isTTY?: boolean
  hasColors?: () => boolean
}

/**
 * Chooses the colours for a stream. A file or a pipe gets none, and neither does a terminal of somebody who set NO_COLOR:
 * Node answers `hasColors` with that in mind.
 * @param stream where the text goes
 */
export function choosePaint(stream: PaintedStream): Paint {
  const isColoured = stream.isTTY === true && stream.hasColors?.() === true
  const wrap = (code: number) => (text: string) =>
    isColoured && text !== '' ? `\u001b[${code}m${text}\u001b[0m` : text
  return { dim: wrap(90), strong: wrap(1) }
}
