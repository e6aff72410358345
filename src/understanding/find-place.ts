import type { PlaceIndex } from './place-index.ts'
import { clauseEnd, courtesyWords, ordinaryNames, provinceForms, smallWords } from './place-words.ts'

/** A place found in the words from `start` up to but not including `end`. */
export interface FoundPlace {
  start: number
  end: number
  municipalities: readonly string[]
}

const betweenNames = new Set([clauseEnd, 'in', 'de', 'gemeente', 'provincie'])
const mostWordsBetween = 4

/** Names with a typing error are compared over at most this many words. */
export const mostMistypedWords = 5

/**
 * Finds the longest name that begins here.
 * @param words normalised words with `clauseEnd` between clauses
 * @param start index of the first word of the name
 * @param index see `indexPlaces`
 */
export function findLongest(words: readonly string[], start: number, index: PlaceIndex): FoundPlace | undefined {
  for (let end = wordsUntil(words, start, index.mostWords); end > start; end -= 1) {
    const municipalities = index.find(words.slice(start, end))
    if (municipalities) return { start, end, municipalities }
  }
  return undefined
}

/**
 * Finds a name with typing errors that begins here; the longest stretch of words first.
 * @param words see `findLongest`
 * @param start see `findLongest`
 * @param errors to forgive
 * @param index see `indexPlaces`
 */
export function findMistyped(
  words: readonly string[],
  start: number,
  errors: 1 | 2,
  index: PlaceIndex,
): FoundPlace | undefined {
  for (let end = wordsUntil(words, start, mostMistypedWords); end > start; end -= 1) {
    const municipalities = index.findNear(words.slice(start, end), errors)
    if (municipalities) return { start, end, municipalities }
  }
  return undefined
}

function wordsUntil(words: readonly string[], start: number, mostWords: number): number {
  let end = start
  while (end < words.length && end - start < mostWords && words[end] !== clauseEnd) end += 1
  return end
}

/** Tells whether the name is also an ordinary word, like Best. */
export function isOrdinary(words: readonly string[], found: FoundPlace): boolean {
  return ordinaryNames.has(words.slice(found.start, found.end).join(' '))
}

/**
 * Tells whether what is said of a place ends before this word, or goes on about the place ("Haren in Groningen").
 * @param words see `findLongest`
 * @param at index of the word after the name
 */
export function isClauseOver(words: readonly string[], at: number): boolean {
  return (
    ['en', 'maar', 'in', 'gemeente', clauseEnd].includes(words[at] ?? clauseEnd) || provinceForms.has(words[at] ?? '')
  )
}

/**
 * Sharpens a place by what comes next: "Haren in Groningen", "Hengelo ov".
 * @returns the place with the municipalities that both names share, or the place itself
 */
export function sharpen(words: readonly string[], found: FoundPlace, index: PlaceIndex): FoundPlace {
  let at = found.end
  while (at < found.end + mostWordsBetween && betweenNames.has(words[at] ?? '')) at += 1
  const next = findLongest(words, at, index) ?? findProvince(words, at, index)
  if (!next) return found
  const both = found.municipalities.filter((name) => next.municipalities.includes(name))
  return both.length > 0 ? { start: found.start, end: next.end, municipalities: both } : found
}

function findProvince(words: readonly string[], at: number, index: PlaceIndex): FoundPlace | undefined {
  const province = provinceForms.get(words[at] ?? '')
  const municipalities = province === undefined ? undefined : index.find(province.split(' '))
  return municipalities && { start: at, end: at + 1, municipalities }
}

/** @returns indexes of the words that belong to no place and say something themselves, so no "ja", "ik woon in" or "hoor" */
export function otherWords(words: readonly string[], found: readonly FoundPlace[]): number[] {
  return [...words.keys()].filter((at) => {
    const word = words[at] ?? clauseEnd
    if (word === clauseEnd || smallWords.has(word) || courtesyWords.has(word)) return false
    return !found.some(({ start, end }) => at >= start && at < end)
  })
}
