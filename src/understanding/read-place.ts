import {
  type FoundPlace,
  findLongest,
  findMistyped,
  isClauseOver,
  isOrdinary,
  otherWords,
  sharpen,
} from './find-place.ts'
import type { PlaceMeaning, PlaceNames } from './meaning.ts'
import { indexPlaces, type MostErrors, type PlaceIndex, readWords } from './place-index.ts'
import { findOpenings } from './place-openings.ts'
import { clauseEnd, courtesyWords, leadWords, neverMistyped, ordinaryNames, smallWords } from './place-words.ts'
import { readBareNames } from './read-bare-names.ts'
import { boundText } from './split-sentences.ts'

/**
 * Reads where somebody lives.
 * @param text the message
 * @param isAsked true when the bot just asked for the municipality: then a bare name counts too
 * @returns undefined when the message does not say it
 */
export type ReadPlace = (text: string, isAsked: boolean) => PlaceMeaning | undefined

/** Spares ordinary messages all further reading. */
const mayMention =
  /woon|wonen|kom|kwam|\bben|\bzit\b|leef|\bgem\b|gemeente|\bhier\b|vanuit|verhuisd|afkomstig|\bliv(?:e|ing)\b|\bfrom\b/i
const usualWords = [...smallWords, ...courtesyWords, ...neverMistyped, ...ordinaryNames]
/** Words like "het mooie dorp" before a name. */
const mostLeadWords = 4

/**
 * Prepares reading of the municipality somebody lives in.
 * Not asked, a place counts only after words that say where one lives ("ik woon in", "ik kom uit", "in de gemeente").
 * Asked, a bare name counts too, with typing errors; "niet in Almelo", "naar Almelo" and "ik werk in Almelo" do not.
 * A second name makes the first one sharper ("Haren, Groningen"); two different homes give both.
 * @param names places to read; the index is made once
 * @param knownWords normalised words that people use for other things, from the example sentences in `dialogs/`: such a
 *   word is never taken for a place with a typing error ("schulden" is not Scheulder)
 * @returns a pure function that never throws and reads at most 900 characters
 */
export function createReadPlace(names: PlaceNames, knownWords: Iterable<string> = []): ReadPlace {
  const index = indexPlaces(names, new Set([...usualWords, ...knownWords]))
  return (text, isAsked) => {
    const bounded = boundText(text)
    if (!isAsked && !mayMention.test(bounded)) return undefined
    const words = splitWords(bounded)
    const found = readPhrases(words, isAsked ? 2 : 1, index) ?? (isAsked ? readBareNames(words, index) : [])
    if (found.length === 0) return undefined
    return { municipalities: combine(found), isWhole: otherWords(words, found).length === 0 }
  }
}

function splitWords(text: string): string[] {
  const words: string[] = []
  const written = text
    .replace(/\bst\./gi, 'sint ')
    .replace(/\bgem\b\.?/gi, 'gemeente ')
    .replace(/\bv\.? (?=\p{L})/giu, 'van ')
    .replace(/\ba ?[/.]? ?d\.? (?=(?:ijssel|rijn|lek|maas|amstel|geul))/gi, 'aan de ')
  for (const clause of written.split(/[,;:!?\n]+|\.(?=\s|$)/)) {
    if (words.length > 0 && words.at(-1) !== clauseEnd) words.push(clauseEnd)
    words.push(...readWords(clause))
  }
  return words
}

function readPhrases(words: readonly string[], mostErrors: MostErrors, index: PlaceIndex): FoundPlace[] | undefined {
  for (const opening of findOpenings(words)) {
    const errors = opening.mostErrors < mostErrors ? opening.mostErrors : mostErrors
    const found = readAt(words, opening.at, errors, index)
    if (found) return [sharpen(words, found, index)]
  }
  return undefined
}

function readAt(
  words: readonly string[],
  at: number,
  mostErrors: MostErrors,
  index: PlaceIndex,
): FoundPlace | undefined {
  const starts = [at]
  for (let start = at; start < at + mostLeadWords && leadWords.has(words[start] ?? clauseEnd); start += 1) {
    starts.push(start + 1)
  }
  for (const start of starts) {
    const exact = findLongest(words, start, index)
    if (exact && (!isOrdinary(words, exact) || isClauseOver(words, exact.end))) return exact
  }
  for (const errors of [1, 2] as const) {
    if (errors > mostErrors) break
    for (const start of starts) {
      const near = findMistyped(words, start, errors, index)
      if (near) return near
    }
  }
  return undefined
}

/** What two names share is meant ("Enschede, Twente"); when they share nothing, it can be each. */
function combine(found: readonly FoundPlace[]): string[] {
  let names: string[] = []
  for (const { municipalities } of found) {
    const both = names.filter((name) => municipalities.includes(name))
    names = both.length > 0 ? both : [...new Set([...names, ...municipalities])]
  }
  return names
}
