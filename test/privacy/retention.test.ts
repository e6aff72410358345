import { beforeEach, describe, expect, it } from '@jest/globals'
import type { LogFields } from '../../src/log.ts'
import { startRetention } from '../../src/privacy/retention.ts'

const now = new Date('2026-11-23T09:00:00Z')

/** What was asked of the store, and what it does next. */
let sweeps: { now: Date; limit: number }[]
let sweep: () => Promise<number>
let tick: () => void
let everyMs: number
let isTimerStopped: boolean
let infos: (LogFields | undefined)[]
let errors: unknown[]

beforeEach(() => {
  sweeps = []
  sweep = async () => 0
  isTimerStopped = false
  infos = []
  errors = []
})

function start(): () => Promise<void> {
  return startRetention({
    store: {
      sweep: (at, limit) => {
        sweeps.push({ now: at, limit })
        return sweep()
      },
    },
    clock: { now: () => now },
    log: {
      info: (_message, fields) => infos.push(fields),
      warn: () => undefined,
      error: (_message, error) => errors.push(error),
    },
    every: (ms, run) => {
      everyMs = ms
      tick = run
      return () => {
        isTimerStopped = true
      }
    },
  })
}

/** A promise and what ends it. */
function createGate<T>(): { promise: Promise<T>; open: (value: T) => void } {
  let open: (value: T) => void = () => undefined
  const promise = new Promise<T>((resolve) => {
    open = resolve
  })
  return { promise, open }
}

describe('startRetention', () => {
  it('looks at once and then every ten minutes, at the time of the clock and for a limited number', async () => {
    const stop = start()
    expect(everyMs).toBe(600_000)
    tick()
    await stop()
    expect(sweeps).toEqual([
      { now, limit: 200 },
      { now, limit: 200 },
    ])
    expect(isTimerStopped).toBe(true)
  })

  it('logs how many were erased, and nothing when there were none', async () => {
    const counts = [0, 3]
    sweep = async () => counts.shift() ?? 0
    const stop = start()
    tick()
    await stop()
    expect(infos).toEqual([{ erased: 3 }])
  })

  it('never looks twice at the same time', async () => {
    const gate = createGate<number>()
    sweep = () => gate.promise
    const stop = start()
    tick()
    await Promise.resolve()
    expect(sweeps).toHaveLength(1)
    gate.open(0)
    await stop()
    expect(sweeps).toHaveLength(2)
  })

  it('reports a failure and looks again the next time', async () => {
    const failure = new Error('the disk is full')
    const outcomes = [() => Promise.reject(failure), async () => 1]
    sweep = () => outcomes.shift()?.() ?? Promise.resolve(0)
    const stop = start()
    tick()
    await stop()
    expect(errors).toEqual([failure])
    expect(infos).toEqual([{ erased: 1 }])
  })

  it('stops only when the look in hand is done', async () => {
    const gate = createGate<number>()
    sweep = () => gate.promise
    const stop = start()
    let isStopped = false
    const stopped = stop().then(() => {
      isStopped = true
    })
    await Promise.resolve()
    expect(isTimerStopped).toBe(true)
    expect(isStopped).toBe(false)
    gate.open(1)
    await stopped
    expect(infos).toEqual([{ erased: 1 }])
  })
})
