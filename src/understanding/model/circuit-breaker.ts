/** When a breaker opens and for how long. */
export interface BreakerLimits {
  /** Failures in a row after which nothing is tried any more. */
  failuresToOpen: number
  /** How long nothing is tried the first time; doubles with each trial that fails too. */
  firstBackoffMs: number
  /** Longest time without a trial. */
  mostBackoffMs: number
}

/** Keeps us from asking, again and again, what does not answer. Times are milliseconds since 1970. */
export interface CircuitBreaker {
  /** Whether one may ask now. After a backoff this is true once, for a trial; whoever asks must report how it went. */
  mayTry(nowMs: number): boolean
  /** It answered. */
  succeed(): void
  /**
   * It did not.
   * @returns how long nothing will be tried, when this failure opened the breaker
   */
  fail(nowMs: number): number | undefined
  /** Nobody knows how it went: the ask was broken off by us. */
  giveUp(): void
}

/** Makes a breaker that is closed. */
export function createCircuitBreaker({ failuresToOpen, firstBackoffMs, mostBackoffMs }: BreakerLimits): CircuitBreaker {
  let failures = 0
  let backoffMs = firstBackoffMs
  /** Undefined = closed. */
  let openUntilMs: number | undefined
  let isOnTrial = false

  return {
    mayTry(nowMs) {
      if (openUntilMs === undefined) return true
      if (isOnTrial || nowMs < openUntilMs) return false
      isOnTrial = true
      return true
    },
    succeed() {
      failures = 0
      backoffMs = firstBackoffMs
      openUntilMs = undefined
      isOnTrial = false
    },
    fail(nowMs) {
      failures += 1
      // What was asked before it opened and fails afterwards tells nothing new.
      if (openUntilMs !== undefined && !isOnTrial) return undefined
      if (!isOnTrial && failures < failuresToOpen) return undefined
      if (isOnTrial) backoffMs = Math.min(mostBackoffMs, backoffMs * 2)
      isOnTrial = false
      openUntilMs = nowMs + backoffMs
      return backoffMs
    },
    giveUp() {
      isOnTrial = false
    },
  }
}
