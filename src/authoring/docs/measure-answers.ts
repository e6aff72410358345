import { measureText } from '../../content/measure-text.ts'
import type { Content } from '../../conversation/content.ts'
import { type ListedAnswer, listAnswers } from './list-answers.ts'

/** How one main answer reads. */
export interface MeasuredAnswer extends ListedAnswer {
  words: number
  sentences: number
  /** Words of its longest sentence. */
  longestSentence: number
  averageWords: number
  /** Flesch-Douma. */
  flesch: number
}

/** How all main answers read together. */
export interface ReadingTotals {
  answers: number
  /** Words for each sentence, over all sentences. */
  averageWords: number
  longestSentence: number
  /** Share with the score of `easyFlesch` or more, 0 to 1. */
  easyShare: number
  /** Share with a source and a review date, 0 to 1. */
  groundedShare: number
}

/** From this score a text is B1 or easier by the formula. Source: the language dossier, §3.1. */
const easyFlesch = 70

/**
 * Measures what each answer says itself, in every region that says it differently. The formula is Dutch, so only the
 * default language is measured.
 * @param content the content
 */
export function measureAnswers(content: Content): MeasuredAnswer[] {
  return listAnswers(content).map((listed) => {
    const { words, sentences, averageWords, flesch } = measureText(listed.answer.text)
    const longestSentence = Math.max(0, ...sentences.map((sentence) => sentence.words))
    return { ...listed, words, sentences: sentences.length, longestSentence, averageWords, flesch }
  })
}

/**
 * Adds up how the answers read.
 * @param measured every main answer
 */
export function totalReading(measured: readonly MeasuredAnswer[]): ReadingTotals {
  const words = sum(measured.map((each) => each.words))
  const sentences = sum(measured.map((each) => each.sentences))
  const share = (count: number) => (measured.length === 0 ? 1 : count / measured.length)
  return {
    answers: measured.length,
    averageWords: words / Math.max(1, sentences),
    longestSentence: Math.max(0, ...measured.map((each) => each.longestSentence)),
    easyShare: share(measured.filter(({ flesch }) => flesch >= easyFlesch).length),
    groundedShare: share(measured.filter(({ answer }) => answer.sources.length > 0 && answer.reviewedOn !== '').length),
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
