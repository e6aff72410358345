/** A piece of a text: an item of a list, or the lines between items. */
export interface TextPiece {
  /** What an item begins with, `• ` or `1. `; undefined between items. */
  marker?: string
  text: string
}

const item = /^(• |\d+\. )(.*)$/

/**
 * Splits a text of the bot into the items of its lists (lines that begin with `• ` or `1. `) and what stands between them,
 * in order. The line ends beside an item are left out, as an item stands on lines of its own.
 */
export function splitItems(text: string): TextPiece[] {
  const pieces: TextPiece[] = []
  for (const line of text.split('\n')) {
    const [, marker, words = ''] = item.exec(line) ?? []
    const last = pieces.at(-1)
    if (marker !== undefined) pieces.push({ marker, text: words })
    else if (last === undefined || last.marker !== undefined) pieces.push({ text: line })
    else last.text += `\n${line}`
  }
  return pieces
}
