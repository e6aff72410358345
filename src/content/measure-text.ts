import { countSyllables } from './count-syllables.ts'

/** How a text reads. */
export interface TextMeasure {
  /** Words of each sentence, in order. */
  sentences: { text: string; words: number }[]
  words: number
  characters: number
  /** Words for each sentence, on average. */
  averageWords: number
  /** Flesch-Douma: 0 is very hard, 100 very easy. */
  flesch: number
}

/**
 * Measures a text as the gate of the language dossier asks. A sentence ends at `.`, `?`, `!` or `…` (`؟` and `።` in other
 * scripts) before a space, and at the end of a line; a number written with spaces (088 0767 000) is one word; a variable is one word.
 * Flesch-Douma = 206.835 − 0.93 × words per sentence − 77 × syllables per word.
 * @param text what a candidate reads
 */
export function measureText(text: string): TextMeasure {
  // A name of an amount stands for a number; how long the name is, nobody reads.
  const plain = text
    .replace(/\*\*/g, '')
    .replace(/\{bedrag:[a-z0-9-]+\}/g, '100')
    .trim()
  const sentences = plain
    .split(/(?<=[.?!…؟።]["”’)]*)\s+|\n+/)
    .map((sentence) => sentence.trim())
    .map((sentence) => ({ text: sentence, words: findWords(sentence).length }))
    .filter((sentence) => sentence.words > 0)
  const words = findWords(plain)
  const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0)
  const averageWords = words.length / Math.max(1, sentences.length)
  const flesch = 206.835 - 0.93 * averageWords - (77 * syllables) / Math.max(1, words.length)
  return { sentences, words: words.length, characters: plain.length, averageWords, flesch }
}

function findWords(text: string): string[] {
  const joined = text.replace(/(?<=\d) (?=\d)/g, '')
  return joined.match(/[\p{L}\p{N}][\p{L}\p{N}'’.:@/-]*/gu) ?? []
}
