/** A part of fewer letters is found in too many words by accident. */
const leastPartChars = 4
const mostChars = 40

/** Splits a compound into two known words: "werkplekaanpassing" into "werkplek" and "aanpassing". */
export type SplitCompound = (word: string) => readonly string[]

/**
 * Makes the splitter.
 * @param known words that can be a part
 * @param joints letters that may stand between the parts, '' among them
 * @returns a function that gives two parts, the most even split, or nothing
 */
export function createSplitCompound(known: ReadonlySet<string>, joints: readonly string[]): SplitCompound {
  return (word) => {
    if (word.length < 2 * leastPartChars || word.length > mostChars) return []
    let best: readonly string[] = []
    let bestShortest = 0
    for (let end = leastPartChars; end <= word.length - leastPartChars; end++) {
      const first = word.slice(0, end)
      if (!known.has(first)) continue
      for (const joint of joints) {
        const second = word.slice(end + joint.length)
        const shortest = Math.min(first.length, second.length)
        if (second.length < leastPartChars || shortest <= bestShortest) continue
        if (!word.startsWith(joint, end) || !known.has(second)) continue
        best = [first, second]
        bestShortest = shortest
      }
    }
    return best
  }
}
