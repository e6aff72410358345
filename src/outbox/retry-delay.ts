/** How long to wait between tries. */
export interface RetryPolicy {
  /** Wait after the first failed try, in milliseconds, before jitter. */
  firstDelayMs: number
  /** Longest wait, in milliseconds. */
  maxDelayMs: number
  /** Tries in all; after the last one the job is dead. */
  maxAttempts: number
}

/** Eight tries over about four minutes: long enough for a restart elsewhere, short enough for an answer in a chat. */
export const defaultRetryPolicy: RetryPolicy = { firstDelayMs: 2_000, maxDelayMs: 120_000, maxAttempts: 8 }

/**
 * How long to wait after a failed try: doubling, with the upper half random, so that jobs that failed together do not
 * come back together.
 * @param policy first and longest delay
 * @param attempt number of the try that failed, from 1
 * @param random number from 0 up to 1
 * @returns milliseconds, between half and the whole of the doubled delay
 */
export function retryDelayMs(policy: RetryPolicy, attempt: number, random: number): number {
  const wholeMs = Math.min(policy.maxDelayMs, policy.firstDelayMs * 2 ** Math.max(0, attempt - 1))
  return Math.round(wholeMs / 2 + (wholeMs / 2) * random)
}
