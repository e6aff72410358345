import { normaliseText } from '../../../src/understanding/normalise-text.ts'

/** A test sentence that the program may have learned. */
export interface Leak {
  sentence: string
  /** The example sentence that is the same, or nearly. */
  example: string
}

/** Part of all words of two sentences that both have, from which one is taken for a copy of the other. */
const alike = 0.75

/**
 * Finds test sentences that stand among the examples: the same words in any order, or nearly the same words.
 * @param sentences to measure with
 * @param examples to learn from
 */
export function findLeaks(sentences: readonly string[], examples: readonly string[]): Leak[] {
  const byWord = new Map<string, { example: string; words: ReadonlySet<string> }[]>()
  for (const example of examples) {
    const words = wordsOf(example)
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), { example, words }])
  }
  return sentences.flatMap((sentence) => {
    const words = wordsOf(sentence)
    // Whatever is alike shares a word; the rarest ones give the fewest to compare with.
    const rarest = [...words].sort((one, other) => (byWord.get(one)?.length ?? 0) - (byWord.get(other)?.length ?? 0))
    const near = rarest.slice(0, Math.ceil(rarest.length * (1 - alike)) + 1).flatMap((word) => byWord.get(word) ?? [])
    const copied = near.find((each) => measureAlikeness(words, each.words) >= alike)
    return copied === undefined ? [] : [{ sentence, example: copied.example }]
  })
}

function wordsOf(text: string): Set<string> {
  return new Set(normaliseText(text).split(' '))
}

function measureAlikeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let both = 0
  for (const word of one) if (other.has(word)) both += 1
  return both / (one.size + other.size - both)
}
