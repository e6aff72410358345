import { describe, expect, it } from '@jest/globals'
import { retryDelayMs } from '../../src/outbox/retry-delay.ts'

const policy = { firstDelayMs: 1_000, maxDelayMs: 10_000, maxAttempts: 8 }

describe('retryDelayMs', () => {
  it.each([
    [1, 1_000],
    [2, 2_000],
    [3, 4_000],
    [4, 8_000],
    [5, 10_000],
    [60, 10_000],
  ])('doubles with each try up to the longest delay: try %i waits at most %i ms', (attempt, wholeMs) => {
    expect(retryDelayMs(policy, attempt, 0)).toBe(wholeMs / 2)
    expect(retryDelayMs(policy, attempt, 0.5)).toBe(wholeMs * 0.75)
    expect(retryDelayMs(policy, attempt, 0.999999)).toBeLessThanOrEqual(wholeMs)
  })
})
