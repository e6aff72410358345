/** Of a long story we classify the beginning and the end: the question often stands last. */
const headChars = 600
/** See `headChars`. */
const tailChars = 300
const mostSentences = 12
const mostLettersBeforeOpener = 4

/**
 * Takes the part of a message that is classified.
 * @returns the whole message, or its first 600 and last 300 characters
 */
export function boundText(text: string): string {
  return text.length <= headChars + tailChars ? text : `${text.slice(0, headChars)}\n${text.slice(-tailChars)}`
}

/**
 * Splits a message into sentences, at marks and new lines; pieces under two words stay with what follows.
 * @param text bounded by `boundText`
 * @param questionOpeners words with which a question begins
 * @returns at most 12 sentences in order; the last ones when there are more
 */
export function splitSentences(
  text: string,
  questionOpeners: ReadonlySet<string>,
): { text: string; isQuestion: boolean }[] {
  const sentences: { text: string; isQuestion: boolean }[] = []
  let kept = ''
  for (const piece of text.match(/[^.!?\n]+[.!?\n]*/g) ?? []) {
    const whole = kept === '' ? piece.trim() : `${kept} ${piece.trim()}`
    if (whole.trim().split(/\s+/).length < 2) {
      kept = whole
      continue
    }
    kept = ''
    sentences.push({ text: whole, isQuestion: isQuestion(whole, questionOpeners) })
  }
  if (kept !== '') sentences.push({ text: kept, isQuestion: isQuestion(kept, questionOpeners) })
  return sentences.slice(-mostSentences)
}

/** A question mark, or a word that opens a question in first place, or in second after "en", "maar" and the like. */
function isQuestion(sentence: string, openers: ReadonlySet<string>): boolean {
  if (sentence.includes('?')) return true
  const [first = '', second = ''] = sentence.trimStart().toLowerCase().split(/\s+/, 2)
  return openers.has(first) || (first.length <= mostLettersBeforeOpener && openers.has(second))
}
