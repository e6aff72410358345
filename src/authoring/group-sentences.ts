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
  const groups: (SentenceGroup<T> & { locale: string; words: Words })[] = []
  const byWord = new Map<string, Set<number>>()
  for (const sentence of sentences) {
    const words = readWords(sentence.text)
    const near = new Set([...words.all].flatMap((word) => [...(byWord.get(`${sentence.locale} ${word}`) ?? [])]))
    let best: { index: number; alike: number } | undefined
    for (const index of near) {
      const alike = likeness(words, groups[index]?.words)
      if (alike >= leastAlike && alike > (best?.alike ?? 0)) best = { index, alike }
    }
    const group = best === undefined ? undefined : groups[best.index]
    if (group !== undefined) {
      group.sentences.push(sentence)
      continue
    }
    for (const word of words.all) {
      const key = `${sentence.locale} ${word}`
      byWord.set(key, (byWord.get(key) ?? new Set()).add(groups.length))
    }
    groups.push({ number: sentence.number, sentences: [sentence], locale: sentence.locale, words })
  }
  return groups
    .sort((one, other) => other.sentences.length - one.sentences.length || one.number - other.number)
    .map(({ number, sentences: alike }) => ({ number, sentences: alike }))
}

/** The words of a sentence, and the letters in all of them. */
interface Words {
  all: ReadonlySet<string>
  letters: number
}

function readWords(text: string): Words {
  const all = new Set(normaliseSentence(text).split(' '))
  return { all, letters: countLetters(all) }
}

function likeness(one: Words, other: Words | undefined): number {
  if (other === undefined) return 0
  const shared = countLetters([...one.all].filter((word) => other.all.has(word)))
  return shared / Math.max(1, one.letters + other.letters - shared)
}

function countLetters(words: Iterable<string>): number {
  let letters = 0
  for (const word of words) letters += word.length
  return letters
}
