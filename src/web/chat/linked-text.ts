/** A piece of a text: words, or an address that may be opened. */
export type TextPart = { text: string; url?: string }

// An address ends at white space, quotes or brackets; marks that end a sentence are not part of it.
const address = /https:\/\/[^\s<>"'()[\]]*[^\s<>"'()[\].,;:!?]/g

/** Splits a text of the bot into words and `https:` addresses, in order; the pieces together are the text. */
export function splitLinks(text: string): TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const match of text.matchAll(address)) {
    if (match.index > from) parts.push({ text: text.slice(from, match.index) })
    parts.push({ text: match[0], url: match[0] })
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push({ text: text.slice(from) })
  return parts
}
