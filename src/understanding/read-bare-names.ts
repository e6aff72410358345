import {
  type FoundPlace,
  findLongest,
  isClauseOver,
  isOrdinary,
  mostMistypedWords,
  otherWords,
  sharpen,
} from './find-place.ts'
import type { PlaceIndex } from './place-index.ts'
import { saysElsewhere } from './place-openings.ts'
import { clauseEnd, neverAlone, provinceForms, smallWords } from './place-words.ts'

/** Beside a bare name an answer holds at most this many words that say something else. */
const mostOtherWords = 4
/** Small words that may belong to a name with a typing error, on each side. */
const mostSmallWords = 3
/** How far before a bare name "niet", "naar" or "werk" still belong to it. */
const mostBack = 3

/**
 * Reads the answer to "in which municipality do you live": bare names, also with typing errors.
 * A name after "niet", "naar" or "werk" is no home. A name that is an ordinary word counts alone or after "in". A typing
 * error is forgiven when nothing else is said.
 * @param words normalised words with `clauseEnd` between clauses
 * @param index see `indexPlaces`
 * @returns places in the order said; empty when there is none
 */
export function readBareNames(words: readonly string[], index: PlaceIndex): FoundPlace[] {
  const exact = mendNames(words, findNames(words, index), index)
  const found = exact.filter((place) => !isOrdinary(words, place) || standsAlone(words, place, exact))
  if (otherWords(words, found).length > mostOtherWords) return []
  const mistyped = readGroups(words, found, index)
  // Beside a name with an error nothing else may be said: an ordinary word could look like a place.
  return mistyped === undefined ? found : [...found, ...mistyped].sort((one, other) => one.start - other.start)
}

function findNames(words: readonly string[], index: PlaceIndex): FoundPlace[] {
  const found: FoundPlace[] = []
  let at = 0
  while (at < words.length) {
    const name = words[at] === clauseEnd ? undefined : findLongest(words, at, index)
    const place = name && !saysElsewhere(words, at, mostBack) ? sharpen(words, name, index) : undefined
    if (place) found.push(place)
    at = place?.end ?? name?.end ?? at + 1
  }
  return found
}

/** A name with an error may hold another name: "niew amsterdam" is Nieuw-Amsterdam, not Amsterdam. */
function mendNames(words: readonly string[], exact: readonly FoundPlace[], index: PlaceIndex): FoundPlace[] {
  const left = otherWords(words, exact)
  if (left.length === 0) return [...exact]
  const mended: FoundPlace[] = []
  for (const group of groupNeighbours(words, otherWords(words, []))) {
    const isMixed = left.some((at) => isWithin(at, group)) && exact.some(({ start }) => isWithin(start, group))
    if (!isMixed || group.end - group.start > mostMistypedWords || saysElsewhere(words, group.start, mostBack)) continue
    const municipalities = index.findNear(words.slice(group.start, group.end), 1)
    if (municipalities) mended.push({ ...group, municipalities })
  }
  return [...mended, ...exact.filter(({ start }) => !mended.some((place) => isWithin(start, place)))]
}

function isWithin(at: number, { start, end }: { start: number; end: number }): boolean {
  return at >= start && at < end
}

function standsAlone(words: readonly string[], place: FoundPlace, all: readonly FoundPlace[]): boolean {
  const before = words[place.start - 1] ?? clauseEnd
  const isOneWord = place.end - place.start === 1
  if (isOneWord && ['in', 'te', 'uit', 'gemeente'].includes(before) && isClauseOver(words, place.end)) return true
  if (isOneWord && neverAlone.has(words[place.start] ?? '')) return false
  return words.every(
    (word, at) => word === clauseEnd || smallWords.has(word) || all.some((found) => isWithin(at, found)),
  )
}

/** @returns undefined when something is left that is no place, not even with typing errors. */
function readGroups(
  words: readonly string[],
  exact: readonly FoundPlace[],
  index: PlaceIndex,
): FoundPlace[] | undefined {
  const left = otherWords(words, exact)
  if (left.length === 0 || left.length > mostMistypedWords) return undefined
  const found: FoundPlace[] = []
  for (const group of groupNeighbours(words, left)) {
    const place = saysElsewhere(words, group.start, mostBack) ? undefined : readGroup(words, group, index)
    if (!place) return undefined
    found.push(place)
  }
  return found
}

function groupNeighbours(words: readonly string[], left: readonly number[]): { start: number; end: number }[] {
  const groups: { start: number; end: number }[] = []
  for (const at of left) {
    const group = groups.at(-1)
    const between = group ? words.slice(group.end, at) : []
    if (group && !between.includes(clauseEnd) && !between.includes('of')) group.end = at + 1
    else groups.push({ start: at, end: at + 1 })
  }
  return groups
}

function readGroup(
  words: readonly string[],
  { start, end }: { start: number; end: number },
  index: PlaceIndex,
): FoundPlace | undefined {
  for (const errors of [1, 2] as const) {
    // A small word may belong to the name: "de woldn", "berg en dall".
    for (let first = start - mostSmallWords; first <= start; first += 1) {
      for (let last = end + mostSmallWords; last >= end; last -= 1) {
        if (first < 0 || last > words.length || words.slice(first, last).includes(clauseEnd)) continue
        const municipalities = index.findNear(words.slice(first, last), errors)
        if (municipalities) return sharpen(words, { start: first, end: last, municipalities }, index)
      }
    }
  }
  // "Tubergen ov": the province is no part of the name.
  const isProvinceLast = end - start > 1 && provinceForms.has(words[end - 1] ?? '')
  return isProvinceLast ? readGroup(words, { start, end: end - 1 }, index) : undefined
}
