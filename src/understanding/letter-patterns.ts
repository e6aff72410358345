/** Letters that take part, per alphabet; a word with others tells nothing here. The space stands for the edge of a word. */
const alphabets = [' abcdefghijklmnopqrstuvwxyz237', ' абвгдежзиклмнопрстуфхцчшщъыьэюяієґ']
const size = Math.max(...alphabets.map((alphabet) => alphabet.length))
const letterCodes: ReadonlyMap<string, number> = new Map(
  alphabets.flatMap((alphabet, index) => [...alphabet].map((letter, place) => [letter, index * size + place] as const)),
)
const base = alphabets.length * size

/** Added to every count, so that what was never seen is rare and not impossible. */
const smoothing = 0.15
/** Patterns that might have been seen, about: the rest of what is smoothed. */
const possiblePatterns = 3000

/** Shorter words look like everything. */
const leastLetters = 5

/** Weighs words by how they look. */
export interface LetterPatterns {
  /**
   * Tells for each language how much more the letters of a word look like it than like the languages we read.
   * @param word folded, lower case
   * @param sums one number a language, overwritten: the logarithm of how many times as likely, per letter
   * @returns false when the word is too short, or has letters that tell nothing
   */
  weigh(word: string, sums: Float64Array): boolean
}

/**
 * Learns from words how the words of a language look: which three letters follow each other, and how words begin and end.
 * A list of words never holds every form of a Turkish or Polish verb; its endings are in it all the same.
 * @param ours words of the languages we read
 * @param theirs words of each other language
 */
export function learnLetterPatterns(ours: Iterable<string>, theirs: readonly Iterable<string>[]): LetterPatterns {
  const home = countPatterns(ours)
  const others = theirs.map(countPatterns)
  const oddsOf = (pattern: number) =>
    Float64Array.from(others, (theirs) => {
      const more = logShare(theirs, pattern) - logShare(home, pattern)
      // What a language was never seen to have speaks against it, also when ours has it even less: "lkjhgf" is nobody's.
      return theirs.counts.has(pattern) ? more : Math.min(0, more)
    })
  const unseen = oddsOf(-1)
  const odds = new Map<number, Float64Array>()
  for (const { counts } of [home, ...others]) {
    for (const pattern of counts.keys()) if (!odds.has(pattern)) odds.set(pattern, oddsOf(pattern))
  }
  return {
    weigh(word, sums) {
      const patterns = word.length < leastLetters ? undefined : patternsOf(word)
      if (patterns === undefined) return false
      sums.fill(0)
      for (const pattern of patterns) {
        const more = odds.get(pattern) ?? unseen
        for (let index = 0; index < sums.length; index += 1) {
          sums[index] = (sums[index] ?? 0) + (more[index] ?? 0) / patterns.length
        }
      }
      return true
    },
  }
}

interface PatternCounts {
  counts: ReadonlyMap<number, number>
  total: number
}

function countPatterns(words: Iterable<string>): PatternCounts {
  const counts = new Map<number, number>()
  let total = 0
  for (const word of words) {
    for (const pattern of patternsOf(word) ?? []) {
      counts.set(pattern, (counts.get(pattern) ?? 0) + 1)
      total += 1
    }
  }
  return { counts, total }
}

function logShare({ counts, total }: PatternCounts, pattern: number): number {
  return Math.log(((counts.get(pattern) ?? 0) + smoothing) / (total + smoothing * possiblePatterns))
}

function patternsOf(word: string): number[] | undefined {
  const patterns: number[] = []
  let before = 0
  let middle = 0
  for (let index = 0; index <= word.length; index += 1) {
    const letter = index === word.length ? 0 : letterCodes.get(word.charAt(index))
    if (letter === undefined) return undefined
    if (index > 0 || word.length === 1) patterns.push((before * base + middle) * base + letter)
    before = middle
    middle = letter
  }
  return patterns
}
