import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { startWarmUp } from '../../src/turn/warm-up.ts'
import type { Understand } from '../../src/understanding/meaning.ts'
import { exampleSentences, trainingOf } from '../understanding/example-sentences.ts'

const training = trainingOf(exampleSentences)

describe('startWarmUp', () => {
  beforeEach(() => {
    jest.useFakeTimers()
  })
  afterEach(() => {
    jest.useRealTimers()
  })

  it('reads sentences of every language one after another, a long one among them, and then no more', () => {
    const understand = jest.fn<Understand>(() => ({ intent: { kind: 'empty' } }))
    startWarmUp(understand, training)
    expect(understand).not.toHaveBeenCalled()
    jest.advanceTimersByTime(10_000)
    const texts = understand.mock.calls.map(([text]) => text)
    expect(texts.length).toBeGreaterThan(20)
    expect(Math.max(...texts.map((text) => text.length))).toBeGreaterThan(1000)
    expect(new Set(understand.mock.calls.map(([, { locale }]) => locale))).toEqual(new Set(['nl']))
    expect(jest.getTimerCount()).toBe(0)
  })

  it('stops when it is told to', () => {
    const understand = jest.fn<Understand>(() => ({ intent: { kind: 'empty' } }))
    const stop = startWarmUp(understand, training)
    stop()
    jest.advanceTimersByTime(10_000)
    expect(understand).not.toHaveBeenCalled()
  })
})
