/**
 * Tells whether two words are the same but for a few typing errors (a letter wrong, missing, extra, or two swapped).
 * Short words must be equal: "ja" is not "na".
 * @param one normalised word
 * @param other normalised word
 */
export function isSameButForTyping(one: string, other: string): boolean {
  if (one === other) return true
  const longest = Math.max(one.length, other.length)
  const allowed = longest >= 9 ? 2 : longest >= 5 ? 1 : 0
  if (allowed === 0 || longest > 40 || Math.abs(one.length - other.length) > allowed) return false
  return spellingDistance(one, other) <= allowed
}

function spellingDistance(one: string, other: string): number {
  let beforePrevious: number[] = []
  let previous = Array.from({ length: other.length + 1 }, (_unused, index) => index)
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1]
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (isSame ? 0 : 1),
      )
      const isSwapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      if (isSwapped) cost = Math.min(cost, (beforePrevious[column - 2] ?? 0) + 1)
      current.push(cost)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[other.length] ?? 0
}
