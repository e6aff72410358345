/** Longest sentence that may be kept: a longer one is a story, which says more about a person than about a topic. */
export const maxKeptChars = 300

/** A name or a number alone says nothing to learn from, and may say who somebody is. What was redacted is no word. */
const leastWords = 2

/**
 * Makes of a message the sentence that may be kept: redacted, on one line, without signs that steer a screen or that would
 * make it a comment in a list of sentences.
 * @param text what a person typed
 * @param redact replaces personal data; it reads the line, so that a sign between two digits hides no number from it
 * @returns the sentence, or undefined when it is too long or says too little
 */
export function toKeptSentence(text: string, redact: (text: string) => string): string | undefined {
  if (text.length > maxKeptChars) return undefined
  const line = text.replace(/[\p{C}\s]+/gu, ' ').replace(/^[#\s]+/, '')
  const sentence = redact(line.trim())
  const words = sentence.replace(/[[<{][^\]>}]*[\]>}]/g, ' ').match(/\p{L}{2,}/gu) ?? []
  return words.length >= leastWords && sentence.length <= maxKeptChars ? sentence : undefined
}
