import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createCircuitBreaker } from '../../../src/understanding/model/circuit-breaker.ts'

const limits = { failuresToOpen: 3, firstBackoffMs: 1_000, mostBackoffMs: 8_000 }

function open() {
  const breaker = createCircuitBreaker(limits)
  expect([breaker.fail(0), breaker.fail(0), breaker.fail(0)]).toEqual([undefined, undefined, 1_000])
  return breaker
}

describe('the circuit breaker', () => {
  it('opens after three failures in a row', () => {
    const breaker = open()
    expect(breaker.mayTry(999)).toBe(false)
  })

  it('stays closed when failures are not in a row', () => {
    const breaker = createCircuitBreaker(limits)
    for (let round = 0; round < 5; round += 1) {
      expect(breaker.fail(0)).toBeUndefined()
      expect(breaker.fail(0)).toBeUndefined()
      breaker.succeed()
    }
    expect(breaker.mayTry(0)).toBe(true)
  })

  it('lets one trial through after its backoff, and closes when that works', () => {
    const breaker = open()
    expect([breaker.mayTry(1_000), breaker.mayTry(1_000)]).toEqual([true, false])
    breaker.succeed()
    expect([breaker.mayTry(1_000), breaker.mayTry(1_000)]).toEqual([true, true])
    expect(breaker.fail(1_000)).toBeUndefined()
  })

  it('waits twice as long after each trial that fails, up to a bound', () => {
    const breaker = open()
    let nowMs = 1_000
    const waits: (number | undefined)[] = []
    for (let trial = 0; trial < 5; trial += 1) {
      expect(breaker.mayTry(nowMs)).toBe(true)
      const waitMs = breaker.fail(nowMs)
      waits.push(waitMs)
      nowMs += waitMs ?? 0
      expect(breaker.mayTry(nowMs - 1)).toBe(false)
    }
    expect(waits).toEqual([2_000, 4_000, 8_000, 8_000, 8_000])
  })

  it('does not wait longer for what was asked before it opened and fails afterwards', () => {
    const breaker = open()
    expect(breaker.fail(500)).toBeUndefined()
    expect(breaker.mayTry(1_000)).toBe(true)
  })

  it('gives the trial to the next when it was broken off', () => {
    const breaker = open()
    expect(breaker.mayTry(1_000)).toBe(true)
    breaker.giveUp()
    expect(breaker.mayTry(1_000)).toBe(true)
  })

  it('always lets a trial through once the longest backoff has passed, whatever happened', () => {
    const deeds = fc.array(fc.tuple(fc.constantFrom('ask', 'ok', 'broken'), fc.nat(5_000)), { maxLength: 40 })
    fc.assert(
      fc.property(deeds, (steps) => {
        const breaker = createCircuitBreaker(limits)
        let nowMs = 0
        for (const [deed, ms] of steps) {
          nowMs += ms
          if (!breaker.mayTry(nowMs)) continue
          if (deed === 'ok') breaker.succeed()
          else if (deed === 'broken') breaker.giveUp()
          else breaker.fail(nowMs)
        }
        return breaker.mayTry(nowMs + limits.mostBackoffMs)
      }),
    )
  })
})
