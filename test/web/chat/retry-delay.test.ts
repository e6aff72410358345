import { describe, expect, it } from '@jest/globals'
import { retryDelayMs } from '../../../src/web/chat/retry-delay.ts'

describe('retryDelayMs', () => {
  it('doubles from one second to thirty', () => {
    const delays = [0, 1, 2, 3, 4, 5, 6, 100].map((failures) => retryDelayMs(failures, () => 0))
    expect(delays).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000])
  })

  it('is up to half shorter by chance, so that clients do not come back all at once', () => {
    expect(retryDelayMs(0, () => 0.999)).toBeGreaterThanOrEqual(500)
    expect(retryDelayMs(0, () => 0.5)).toBe(750)
  })
})
