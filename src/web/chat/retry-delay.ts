const firstMs = 1000
const longestMs = 30_000

/**
 * How long to wait before trying again: 1, 2, 4 … 30 seconds, each up to half shorter, so that the clients of a server
 * that was away do not all come back in the same second.
 * @param failures how often it failed before, from 0
 * @param random gives a number from 0 up to 1
 * @returns milliseconds
 */
export function retryDelayMs(failures: number, random: () => number): number {
  return Math.round(Math.min(longestMs, firstMs * 2 ** Math.min(failures, 10)) * (1 - random() / 2))
}
