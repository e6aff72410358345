/** Of a long story we classify the beginning and the end: the question often stands last. */
export const headChars = 600
/** See `headChars`. */
export const tailChars = 300
const mostSentences = 12
const questionOpener =
  /^(?:en |maar |of |dus |ook )?(?:wat|wie|waar|waarom|hoe|wanneer|welke|hoeveel|kan|kun|mag|moet|krijg|ga|word|is|zijn|heb|blijf|raak|verlies|komt?) /

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
 * @returns at most 12 sentences in order; the last ones when there are more
 */
export function splitSentences(text: string): { text: string; isQuestion: boolean }[] {
  const sentences: { text: string; isQuestion: boolean }[] = []
  let kept = ''
  for (const piece of text.match(/[^.!?\n]+[.!?\n]*/g) ?? []) {
    const whole = kept === '' ? piece.trim() : `${kept} ${piece.trim()}`
    if (whole.trim().split(/\s+/).length < 2) {
      kept = whole
      continue
    }
    kept = ''
    sentences.push({ text: whole, isQuestion: isQuestion(whole) })
  }
  if (kept !== '') sentences.push({ text: kept, isQuestion: isQuestion(kept) })
  return sentences.slice(-mostSentences)
}

function isQuestion(sentence: string): boolean {
  return sentence.includes('?') || questionOpener.test(sentence.trimStart().toLowerCase())
}
