import type { MostErrors } from './place-index.ts'
import { clauseEnd, clauseStops, elsewhereWords, placePrepositions } from './place-words.ts'

/** A place in a sentence where, by its words, the name of somebody's home may stand. */
export interface PlaceOpening {
  /** Index of the first word that may belong to the name. */
  at: number
  /** The lower, the clearer it says that somebody lives there: "ik woon in" 0, "ik zit in" 3. */
  rank: number
  /** Typing errors that may be forgiven here. */
  mostErrors: MostErrors
}

const asking = new Set(['je', 'jij', 'u', 'jullie', 'ze', 'zij', 'hij'])
const singular = new Set(['ik', 'k', 'i', 'm', 'im', 'am'])
const plural = new Set(['we', 'wij'])

/** After "ik woon" this many words may come before "in": "ik woon nu alweer drie jaar samen met mijn vriend in". */
const mostWordsBetween = 10
/** A long story may hold many of these phrases; the clearest are enough. */
const mostOpenings = 3
/** "Hallo vanuit Zwolle", "groetjes vanuit het mooie Assen". */
const mostWordsOfGreeting = 1
const mostWordsBeforeHere = 4

/**
 * Finds the phrases in which people say where they live: "ik woon in", "ik kom uit", "in de gemeente", "I live in".
 * What others do ("mijn moeder woont in"), what somebody wants ("ik wil naar") and where somebody works do not count.
 * @param words normalised words with `clauseEnd` between clauses
 * @returns clearest first; in order of the text when equally clear
 */
export function findOpenings(words: readonly string[]): PlaceOpening[] {
  const openings: PlaceOpening[] = []
  for (const [index, word] of words.entries()) {
    const opening = openingAt(words, index, word)
    if (opening) openings.push(...opening)
  }
  return openings.sort((one, other) => one.rank - other.rank).slice(0, mostOpenings)
}

function openingAt(words: readonly string[], index: number, word: string): PlaceOpening[] | undefined {
  const next = words[index + 1] ?? clauseEnd
  const isOwn = isSaidOf(words, index, singular)
  switch (word) {
    case 'woon':
    case 'leef':
      if (asking.has(next)) return undefined
      return [...openingsBefore(words, index, singular), ...afterPrepositions(words, index, 0)]
    case 'wonen':
      if (!isSaidOf(words, index, plural)) return undefined
      return [...openingsBefore(words, index, plural), ...afterPrepositions(words, index, 0)]
    case 'live':
    case 'living':
      return isOwn || isSaidOf(words, index, plural) ? afterPrepositions(words, index, 0) : undefined
    case 'woonachtig':
      return afterPrepositions(words, index, 0)
    case 'woonplaats':
      return [{ at: next === 'is' || next === clauseEnd ? index + 2 : index + 1, rank: 0, mostErrors: 2 }]
    case 'verhuisd':
      return afterWord(words, index, new Set(['naar']), { rank: 1, mostWords: 6 })
    case 'gemeente':
      return ofMunicipality(words, index)
    case 'kom':
    case 'komen':
    case 'kwam':
      if (asking.has(next) || !(isOwn || isSaidOf(words, index, plural))) return undefined
      return afterWord(words, index, new Set(['uit', 'van']), { rank: 2, mostWords: 3 })
    case 'ben':
      return isOwn ? afterWord(words, index, new Set(['uit', 'van']), { rank: 2, mostWords: 2 }) : undefined
    case 'afkomstig':
      return afterWord(words, index, new Set(['uit', 'van']), { rank: 2, mostWords: 1 })
    case 'am':
    case 'm':
    case 'im':
    case 'come':
      return afterWord(words, index, new Set(['from']), { rank: 2, mostWords: 2 })
    case 'vanuit':
      return isClauseStart(words, index, mostWordsOfGreeting) ? [{ at: index + 1, rank: 2, mostErrors: 0 }] : undefined
    case 'hier':
      return beforeHere(words, index)
    case 'zit':
      return isOwn && next === 'in' ? [{ at: index + 2, rank: 3, mostErrors: 0 }] : undefined
    default:
      return undefined
  }
}

/** "ik woon", "woon ik", or the clause begins with the verb. */
function isSaidOf(words: readonly string[], index: number, subjects: ReadonlySet<string>): boolean {
  const before = words[index - 1] ?? clauseEnd
  if (subjects === plural) return plural.has(before) || plural.has(words[index + 1] ?? '')
  return before === clauseEnd || subjects.has(before) || subjects.has(words[index + 1] ?? '') || before === 'en'
}

/** "In Almelo woon ik." */
function openingsBefore(words: readonly string[], index: number, subjects: ReadonlySet<string>): PlaceOpening[] {
  if (!subjects.has(words[index + 1] ?? '')) return []
  const start = words.lastIndexOf(clauseEnd, index) + 1
  return placePrepositions.has(words[start] ?? '') ? [{ at: start + 1, rank: 0, mostErrors: 1 }] : []
}

function afterPrepositions(words: readonly string[], index: number, rank: number): PlaceOpening[] {
  const openings: PlaceOpening[] = []
  const last = Math.min(words.length - 1, index + mostWordsBetween)
  for (let at = index + 1; at <= last; at += 1) {
    const word = words[at] ?? ''
    if (word === clauseEnd || clauseStops.has(word)) break
    if (placePrepositions.has(word)) openings.push({ at: at + 1, rank, mostErrors: 2 })
  }
  return openings
}

function afterWord(
  words: readonly string[],
  index: number,
  wanted: ReadonlySet<string>,
  rules: { rank: number; mostWords: number },
): PlaceOpening[] {
  for (let at = index + 1; at <= index + rules.mostWords; at += 1) {
    const word = words[at] ?? clauseEnd
    // "Ik kom van het roken af": after "van" stands nearly everything, so the name must be right.
    if (wanted.has(word)) return [{ at: at + 1, rank: rules.rank, mostErrors: word === 'van' ? 0 : 2 }]
    if (word === clauseEnd || word === 'niet') break
  }
  return []
}

/** "Almelo hier", as people say who answer the phone: the name begins the clause. */
function beforeHere(words: readonly string[], index: number): PlaceOpening[] | undefined {
  const start = words.lastIndexOf(clauseEnd, index) + 1
  const isShort = index > start && index - start <= mostWordsBeforeHere
  return isShort && (words[index + 1] ?? clauseEnd) === clauseEnd ? [{ at: start, rank: 2, mostErrors: 0 }] : undefined
}

/** Whether at most so many words of the clause stand before a word. */
function isClauseStart(words: readonly string[], index: number, most: number): boolean {
  return index - (words.lastIndexOf(clauseEnd, index) + 1) <= most
}

/** "Mijn gemeente is X", "in de gemeente X", but not "ik werk in de gemeente X". */
function ofMunicipality(words: readonly string[], index: number): PlaceOpening[] {
  const before = words[index - 1] ?? clauseEnd
  if (before === 'mijn' && words[index + 1] === 'is') return [{ at: index + 2, rank: 0, mostErrors: 2 }]
  // "Gemeente Almelo"; but what follows may as well be a verb, so the name must be right.
  if (before === clauseEnd) return [{ at: index + 1, rank: 2, mostErrors: 0 }]
  const preposition = before === 'de' ? words[index - 2] : before
  if (preposition !== 'in' || saysElsewhere(words, index, 6)) return []
  return [{ at: index + 1, rank: 1, mostErrors: 2 }]
}

/**
 * Tells whether the words just before a place say that somebody does something else there than live.
 * @param words see `findOpenings`
 * @param index of the first word of the place
 * @param mostBack words to look back, within the clause
 */
export function saysElsewhere(words: readonly string[], index: number, mostBack: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - mostBack); at -= 1) {
    const word = words[at] ?? clauseEnd
    if (word === clauseEnd || word === 'maar') return false
    if (elsewhereWords.has(word)) return true
  }
  return false
}
