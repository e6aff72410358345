import { findScript, type Script } from './find-script.ts'
import { foldLetters } from './fold-letters.ts'
import { indexOtherLanguages, type LanguageIndex } from './index-languages.ts'
import { type Training, unnamedLanguage } from './meaning.ts'

/** Less than this is no sign: two words that only one language has are enough, or one and some letters. */
const leastSigns = 3
/** So many times as many signs of another language as of Dutch, English and dialect together. */
const leastLead = 1.5
/** So many words that are ours, and a message in another alphabet is ours with something quoted in it. */
const mostOurs = 3

/** What a word tells. A word that is ours too tells little, and so does a short one. */
const signs = { own: 2, short: 1, alsoOurs: 1, letter: 0.75 }
const mostLetters = 3
const shortChars = 2
/** A word that comes again tells half. */
const again = 0.5
/** The letters of a word nobody knows tell at most this, and this when they look like ours. */
const mostPattern = { theirs: 1.5, ours: 0.75 }
/** More unknown words than this tell no more, and take time. */
const mostUnknown = 20

/**
 * Tells in which language a message is written, when that is clear and it is none that we read.
 * @param text the message, bounded
 * @param normalised the same text after `normaliseText`
 * @returns a key of `OtherLanguages.named`, `unnamedLanguage`, or undefined when it is ours or not clear
 */
export type DetectOtherLanguage = (text: string, normalised: string) => string | undefined

/**
 * Makes the recogniser. Order: the script; a greeting that is the whole message; then words and letters of each language
 * against words of ours. Unsure is undefined: to be told in Turkish that one does not write Dutch, while one does, is worse
 * than once more "dat heb ik niet begrepen". It takes a fixed time for each letter.
 * @param training the languages to recognise, and the sentences that tell what is ours
 */
export function createDetectOtherLanguage(training: Training): DetectOtherLanguage {
  if (training.otherLanguages === undefined) return () => undefined
  const index = indexOtherLanguages(training, training.otherLanguages)
  return (text, normalised) => {
    const script = findScript(text)
    if (script === undefined) return undefined
    const folded = foldLetters(normalised)
    if (index.alsoOurs.has(folded)) return undefined
    const greeting = index.greetings.get(folded)
    if (greeting !== undefined) return index.tags[greeting]
    const found = findLanguage(index, script, weigh(index, text, folded))
    return found === undefined ? undefined : (index.tags[found] ?? unnamedLanguage)
  }
}

/** What speaks for each language, and what for ours. */
interface Weights {
  theirs: Float64Array
  /** As `theirs`, of words and letters that are known: how a word looks never decides alone. */
  known: Float64Array
  ours: number
}

/** Place of the language; one past the last for a language nobody wrote about. */
function findLanguage(index: LanguageIndex, script: Script, { theirs, known, ours }: Weights): number | undefined {
  let best = 0
  for (let place = 1; place < theirs.length; place += 1) {
    if ((theirs[place] ?? 0) > (theirs[best] ?? 0)) best = place
  }
  const most = theirs[best] ?? 0
  if (script === 'latin') {
    const isClear = most >= leastSigns && most >= leastLead * ours && (known[best] ?? 0) > 0
    return isClear ? best : undefined
  }
  if (ours >= mostOurs) return undefined
  if (most > 0) return best
  return index.byScript.get(script) ?? theirs.length
}

function weigh(index: LanguageIndex, text: string, folded: string): Weights {
  const weights: Weights = {
    theirs: new Float64Array(index.tags.length),
    known: new Float64Array(index.tags.length),
    ours: 0,
  }
  weighLetters(index, text, weights.known)
  const unknown = weighWords(index, folded.split(' '), weights)
  weights.theirs.set(weights.known)
  weighPatterns(index, unknown, weights)
  return weights
}

/** @returns the first words that nobody knows */
function weighWords(index: LanguageIndex, words: readonly string[], weights: Weights): string[] {
  const seen = new Set<string>()
  const unknown: string[] = []
  for (const word of words) {
    const share = seen.has(word) ? again : 1
    seen.add(word)
    const isOurs = index.ours.has(word)
    if (isOurs) weights.ours += share
    const bits = index.telling.get(word)
    if (bits !== undefined) {
      const sign = isOurs ? signs.alsoOurs : word.length <= shortChars ? signs.short : signs.own
      addTo(weights.known, bits, sign * share)
    } else if (!isOurs && unknown.length < mostUnknown && !index.places.has(word)) unknown.push(word)
  }
  return unknown
}

function weighLetters(index: LanguageIndex, text: string, known: Float64Array): void {
  let count = 0
  for (const letter of text.toLowerCase()) {
    const bits = letter > '\u007f' ? index.letters.get(letter) : undefined
    if (bits === undefined) continue
    addTo(known, bits, signs.letter)
    count += 1
    if (count === mostLetters) return
  }
}

function weighPatterns({ patterns }: LanguageIndex, unknown: readonly string[], weights: Weights): void {
  const sums = new Float64Array(weights.theirs.length)
  for (const word of unknown) {
    if (!patterns.weigh(word, sums)) continue
    const most = sums.reduce((high, sum) => Math.max(high, sum), -Infinity)
    if (most <= 0) weights.ours += Math.min(mostPattern.ours, -most)
    for (const [place, sum] of sums.entries()) {
      weights.theirs[place] =
        (weights.theirs[place] ?? 0) + clamp(Math.min(sum, mostPattern.theirs - (most - sum)), mostPattern.theirs)
    }
  }
}

function addTo(sums: Float64Array, bits: number, amount: number): void {
  for (let place = 0; place < sums.length; place += 1) {
    if ((bits & (1 << place)) !== 0) sums[place] = (sums[place] ?? 0) + amount
  }
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, value))
}
