import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createHourlyBudget } from '../../../src/understanding/model/hourly-budget.ts'

const hourMs = 60 * 60 * 1000

describe('the hourly budget', () => {
  it('says once that it is spent, and has room again when the first hour has passed', () => {
    const budget = createHourlyBudget(2)
    const outcomes = [0, 10, 20, 30, hourMs, hourMs + 1, hourMs + 10].map((nowMs) => budget.spend(nowMs))
    expect(outcomes).toEqual(['spent', 'spent', 'just-emptied', 'empty', 'spent', 'just-emptied', 'spent'])
  })

  it('never spends more than it has in any sixty minutes', () => {
    const gaps = fc.array(fc.nat(hourMs / 2), { maxLength: 60 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), gaps, (most, steps) => {
        const budget = createHourlyBudget(most)
        let nowMs = 0
        const spentAtMs = steps.flatMap((gapMs) => {
          nowMs += gapMs
          return budget.spend(nowMs) === 'spent' ? [nowMs] : []
        })
        return spentAtMs.every(
          (atMs) => spentAtMs.filter((other) => other > atMs - hourMs && other <= atMs).length <= most,
        )
      }),
    )
  })
})
