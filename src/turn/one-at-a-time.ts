/** Runs work one piece at a time for each key, in the order it came; different keys run side by side. */
export interface OneAtATime {
  run<T>(key: string, work: () => Promise<T>): Promise<T>
  /** Resolves when nothing is in hand any more. */
  idle(): Promise<void>
}

/**
 * Makes a queue per key. Two messages of one conversation would otherwise both decide on the same state, and one of them
 * in vain. Between processes the version in the store does the same, at the price of deciding again.
 */
export function createOneAtATime(): OneAtATime {
  const tails = new Map<string, Promise<void>>()
  return {
    run(key, work) {
      const before = tails.get(key)
      const result = before === undefined ? work() : before.then(work, work)
      const tail: Promise<void> = result.then(
        () => forget(key, tail),
        () => forget(key, tail),
      )
      tails.set(key, tail)
      return result
    },
    async idle() {
      while (tails.size > 0) await Promise.all(tails.values())
    },
  }

  function forget(key: string, tail: Promise<void>): void {
    if (tails.get(key) === tail) tails.delete(key)
  }
}
