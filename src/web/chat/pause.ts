/** A wait that can be cut short. */
export interface Pause {
  /** Resolves after so many milliseconds, or at the next `wake`. */
  wait(ms: number): Promise<void>
  /** Ends every wait now: there is a reason to try at once, such as a network that came back. */
  wake(): void
}

/** Makes a pause that runs on the timers of the browser. */
export function createPause(): Pause {
  const waiting = new Set<() => void>()
  return {
    wait: (ms) =>
      new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer)
          waiting.delete(end)
          resolve()
        }
        const timer = setTimeout(end, ms)
        waiting.add(end)
      }),
    wake: () => {
      for (const end of [...waiting]) end()
    },
  }
}
