const hourMs = 60 * 60 * 1000

/** Counts what was spent in the last sixty minutes, whenever they began: a clock hour would allow twice as much around it. */
export interface HourlyBudget {
  /**
   * Spends one.
   * @param nowMs milliseconds since 1970
   * @returns `spent`; `empty` when there is nothing left; `just-emptied` the first time of such a stretch, for the log
   */
  spend(nowMs: number): 'spent' | 'empty' | 'just-emptied'
}

/**
 * Makes a budget.
 * @param most how many in any sixty minutes
 */
export function createHourlyBudget(most: number): HourlyBudget {
  /** When each was spent, oldest first. */
  let spentAtMs: number[] = []
  let isKnownEmpty = false
  return {
    spend(nowMs) {
      if (spentAtMs.length >= most) spentAtMs = spentAtMs.filter((atMs) => atMs > nowMs - hourMs)
      if (spentAtMs.length < most) {
        spentAtMs.push(nowMs)
        isKnownEmpty = false
        return 'spent'
      }
      const outcome = isKnownEmpty ? 'empty' : 'just-emptied'
      isKnownEmpty = true
      return outcome
    },
  }
}
