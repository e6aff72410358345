import { countOtherLetters, lettersIn } from './letter-bits.ts'
import type { PlaceNames } from './meaning.ts'
import { normaliseText } from './normalise-text.ts'
import { isSameButForTyping } from './spelling-distance.ts'

/** Typing errors that are forgiven in one name. */
export type MostErrors = 0 | 1 | 2

/** Finds places by the words of their name. */
export interface PlaceIndex {
  /** Words of the longest name. */
  mostWords: number
  /**
   * Finds the place with exactly this name.
   * @param words words of `readWords`, in order; ij and y, den and de make no difference. One word may stand for several
   *   ("bergendal")
   * @returns the municipalities it can be, or undefined
   */
  find(words: readonly string[]): readonly string[] | undefined
  /**
   * Finds the places whose name is meant but typed wrongly. The nearest win; equally near ones come together.
   * Names and words under five letters, not counting "de" or "het", are left alone: too many words look like them.
   * @param words see `find`
   * @param mostErrors two errors are only forgiven in names of nine letters and more
   * @returns the municipalities it can be, or undefined
   */
  findNear(words: readonly string[], mostErrors: MostErrors): readonly string[] | undefined
}

interface Place {
  /** The name as one word; a name with ij is there with y too. */
  form: string
  /** As `lettersIn` gives them. */
  letters: number
  municipalities: readonly string[]
}

const leastLetters = 5
const mostLetters = 40
const leastLettersForTwo = 9
const articles = new Set(['de', 'het', 'een'])
const spellings: ReadonlyMap<string, string> = new Map([
  ['den', 'de'],
  ['der', 'de'],
  ['t', 'het'],
  ['ut', 'het'],
  ['st', 'sint'],
  ['ste', 'sint'],
])

/**
 * Prepares the names for reading, once.
 * A name that stands in the list twice belongs to its first owner.
 * @param names see `PlaceNames`
 * @param knownWords words that are never a place with a typing error, alone or together
 */
export function indexPlaces(names: PlaceNames, knownWords: ReadonlySet<string>): PlaceIndex {
  const byWords = new Map<string, readonly string[]>()
  const byJoined = new Map<string, readonly string[]>()
  const byLength: Place[][] = []
  let mostWords = 1
  for (const municipality of Object.keys(names.municipalities)) add(municipality, [municipality])
  for (const [municipality, others] of Object.entries(names.municipalities)) {
    for (const other of others) add(other, [municipality])
  }
  for (const [name, municipalities] of Object.entries(names.ambiguous)) add(name, municipalities)
  return { mostWords, find, findNear }

  function add(name: string, municipalities: readonly string[]): void {
    const words = readWords(name).map(spell)
    const key = words.join('')
    if (key === '' || byJoined.has(key)) return
    byJoined.set(key, municipalities)
    byWords.set(words.join(' '), municipalities)
    // "Denhaag" in one word keeps its n.
    if (words[0] === 'de') byJoined.set(`den${words.slice(1).join('')}`, municipalities)
    mostWords = Math.max(mostWords, words.length)
    if (bareLength(words) < leastLetters) return
    addForm(key, municipalities)
    const withIj = readWords(name).map(spellShort).join('')
    if (withIj !== key) addForm(withIj, municipalities)
  }

  function addForm(form: string, municipalities: readonly string[]): void {
    const sameLength = byLength[form.length] ?? []
    byLength[form.length] = sameLength
    sameLength.push({ form, letters: lettersIn(form), municipalities })
  }

  // Words that only make a name when they are joined do not count: "een eind" is not Eeneind.
  function find(words: readonly string[]): readonly string[] | undefined {
    const spelled = words.map(spell)
    return spelled.length === 1 ? byJoined.get(spelled[0] ?? '') : byWords.get(spelled.join(' '))
  }

  function findNear(words: readonly string[], mostErrors: MostErrors): readonly string[] | undefined {
    // As typed: with ij made y, a mistake inside ij would count twice.
    const spelled = words.map(spellShort)
    const key = spelled.join('')
    if (mostErrors === 0 || words.every((word) => knownWords.has(word))) return undefined
    if (key.length > mostLetters || bareLength(spelled) < leastLetters) return undefined
    const nearest = collect(key, 1, isOneErrorAway)
    if (nearest.length > 0 || mostErrors === 1 || key.length < leastLettersForTwo - 1) return orNothing(nearest)
    return orNothing(collect(key, 2, isSameButForTyping))
  }

  function collect(key: string, errors: 1 | 2, isNear: (one: string, other: string) => boolean): string[] {
    const letters = lettersIn(key)
    const found = new Set<string>()
    for (let length = key.length - errors; length <= key.length + errors; length += 1) {
      for (const place of byLength[length] ?? []) {
        if (countOtherLetters(place.letters, letters) > errors * 2 || !isNear(place.form, key)) continue
        for (const municipality of place.municipalities) found.add(municipality)
      }
    }
    return [...found]
  }
}

/**
 * Splits a piece of text into the words by which places are found.
 * @param text without marks that end a clause
 * @returns normalised words; an empty list when there is nothing to read
 */
export function readWords(text: string): string[] {
  const normalised = normaliseText(text)
  return normalised === '' ? [] : normalised.split(' ')
}

function spell(word: string): string {
  return spellShort(word).replaceAll('ij', 'y')
}

function spellShort(word: string): string {
  return spellings.get(word) ?? word
}

function bareLength(words: readonly string[]): number {
  const first = words.length > 1 && articles.has(words[0] ?? '') ? 1 : 0
  let length = 0
  for (let index = first; index < words.length; index += 1) length += words[index]?.length ?? 0
  return length
}

/** Tells whether one letter is wrong, missing, extra or swapped with its neighbour. */
function isOneErrorAway(one: string, other: string): boolean {
  let start = 0
  while (start < one.length && one[start] === other[start]) start += 1
  let end = 0
  const shortest = Math.min(one.length, other.length) - start
  while (end < shortest && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1
  const left = one.length - start - end
  const right = other.length - start - end
  if (left <= 1 && right <= 1) return true
  return left === 2 && right === 2 && one[start] === other[start + 1] && one[start + 1] === other[start]
}

function orNothing(found: string[]): readonly string[] | undefined {
  return found.length > 0 ? found : undefined
}
