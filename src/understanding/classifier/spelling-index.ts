import { isSameButForTyping } from '../spelling-distance.ts'

/** Shorter words are other words when a letter differs: "baan" is no "raan", but it is "laan" too. */
const leastChars = 5
const mostChars = 30

/** Finds the word that was most likely meant by a word nobody wrote before. */
export type FindSpelling = (word: string) => string | undefined

/**
 * Indexes words by what is left of them when one letter goes, so that a typing error is found without comparing every word.
 * @param counts word -> how often it occurs; of several near words the most frequent one is meant
 */
export function createSpellingIndex(counts: ReadonlyMap<string, number>): FindSpelling {
  // Made when a word first needs it: most messages have none.
  let byRest: ReadonlyMap<string, readonly string[]> | undefined
  return (word) => {
    if (word.length < leastChars || word.length > mostChars || /\d/.test(word)) return undefined
    byRest ??= indexRests(counts)
    let best: string | undefined
    for (const rest of restsOf(word)) {
      for (const near of byRest.get(rest) ?? []) {
        const isBetter = best === undefined || (counts.get(near) ?? 0) > (counts.get(best) ?? 0)
        if (near !== word && isBetter && isSameButForTyping(near, word)) best = near
      }
    }
    return best
  }
}

function indexRests(counts: ReadonlyMap<string, number>): ReadonlyMap<string, readonly string[]> {
  const byRest = new Map<string, string[]>()
  for (const word of counts.keys()) {
    if (word.length < leastChars - 1 || word.length > mostChars) continue
    for (const rest of restsOf(word)) {
      const known = byRest.get(rest)
      if (known === undefined) byRest.set(rest, [word])
      else known.push(word)
    }
  }
  return byRest
}

/** The word itself, and the word without each of its letters. */
function restsOf(word: string): Set<string> {
  const rests = new Set([word])
  for (let index = 0; index < word.length; index++) rests.add(word.slice(0, index) + word.slice(index + 1))
  return rests
}
