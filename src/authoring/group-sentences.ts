import { normaliseSentence } from '../content/normalise-sentence.ts'

/** A sentence to put with others that are like it. */
export interface Groupable {
  number: number
  text: string
  locale: string
}

/** Sentences that are alike, named after the first of them. */
export interface SentenceGroup<T extends Groupable> {
  /** Number of its first sentence. */
  number: number
  /** In the order they came in. */
  sentences: T[]
}

/** Share of letters in shared words from which two sentences are alike. */
const leastAlike = 0.4

/**
 * Puts sentences in groups of alike ones. Each joins the group of which the first sentence is most like it, so that a group
 * cannot wander off from one sentence to the next. Words count by their length: "ik wil een" says little, "bijstand" a lot.
 * @param sentences in the order in which they were kept; languages are not mixed
 * @returns the biggest group first, then the oldest
 */
export function groupSentences<T extends Groupable>(sentences: readonly T[]): SentenceGroup<T>[] {
  const groups: (SentenceGroup<T> & { letters: number })[] = []
  /** Language and word -> places in `groups` of those whose first sentence has it. */
  const byWord = new Map<string, number[]>()
  for (const sentence of sentences) {
    const words = [...new Set(normaliseSentence(sentence.text).split(' '))]
    const letters = countLetters(words)
    const keys = words.map((word) => `${sentence.locale} ${word}`)
    const shared = new Map<number, number>()
    for (const [at, key] of keys.entries()) {
      for (const index of byWord.get(key) ?? []) shared.set(index, (shared.get(index) ?? 0) + (words[at]?.length ?? 0))
    }
    const group = groups[findMostAlike(shared, letters, groups) ?? -1]
    if (group !== undefined) {
      group.sentences.push(sentence)
      continue
    }
    for (const key of keys) {
      const known = byWord.get(key)
      if (known === undefined) byWord.set(key, [groups.length])
      else known.push(groups.length)
    }
    groups.push({ number: sentence.number, sentences: [sentence], letters })
  }
  return groups
    .sort((one, other) => other.sentences.length - one.sentences.length || one.number - other.number)
    .map(({ number, sentences: alike }) => ({ number, sentences: alike }))
}

/**
 * The group whose first sentence is most alike.
 * @param shared place of a group -> letters in the words that its first sentence shares with this one
 * @param letters letters of this one
 * @returns undefined when none is alike enough
 */
function findMostAlike(
  shared: ReadonlyMap<number, number>,
  letters: number,
  groups: readonly { letters: number }[],
): number | undefined {
  let best: number | undefined
  let most = leastAlike
  for (const [index, common] of shared) {
    const alike = common / Math.max(1, letters + (groups[index]?.letters ?? 0) - common)
    if (alike < most || (alike === most && best !== undefined)) continue
    best = index
    most = alike
  }
  return best
}

function countLetters(words: readonly string[]): number {
  return words.reduce((letters, word) => letters + word.length, 0)
}
