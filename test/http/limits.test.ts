import { describe, expect, it } from '@jest/globals'
import { createLimit } from '../../src/http/limits.ts'

function setUp(burst: number, perSecond: number, maxKeys?: number) {
  let nowMs = 0
  const take = createLimit({ burst, perSecond }, { now: () => new Date(nowMs) }, maxKeys)
  return {
    take,
    pass: (seconds: number) => {
      nowMs += seconds * 1000
    },
  }
}

describe('createLimit', () => {
  it('allows a burst, and then as many as come back each second', () => {
    const { take, pass } = setUp(3, 2)
    expect([take('a'), take('a'), take('a')]).toEqual([0, 0, 0])
    expect(take('a')).toBe(1)
    pass(0.5)
    expect([take('a'), take('a')]).toEqual([0, 1])
    pass(60)
    expect([take('a'), take('a'), take('a'), take('a')]).toEqual([0, 0, 0, 1])
  })

  it('tells the whole seconds after which there is one', () => {
    const { take, pass } = setUp(1, 0.1)
    take('a')
    expect(take('a')).toBe(10)
    pass(9)
    expect(take('a')).toBe(1)
    pass(1)
    expect(take('a')).toBe(0)
  })

  it('counts each key apart', () => {
    const { take } = setUp(1, 1)
    expect([take('a'), take('b'), take('a')]).toEqual([0, 0, 1])
  })

  it('remembers only so many keys, those used last', () => {
    const { take } = setUp(1, 1, 2)
    take('a')
    take('b')
    take('a')
    take('c')
    expect(take('a')).toBe(1)
    expect(take('b')).toBe(0)
  })

  it('does not suffer from a clock that is set back', () => {
    const { take, pass } = setUp(1, 1)
    pass(100)
    take('a')
    pass(-50)
    expect(take('a')).toBe(1)
    pass(1)
    expect(take('a')).toBe(0)
  })
})
