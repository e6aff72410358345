import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Clock } from '../../src/clock.ts'
import type { Log, LogFields } from '../../src/log.ts'
import {
  type JobHandler,
  type Outbox,
  type OutboxOptions,
  type StartTimer,
  startOutbox,
} from '../../src/outbox/run-jobs.ts'
import type { ClaimedJob } from '../../src/store/contract.ts'
import { type OpenedStore, openStore } from '../handoff/open-store.ts'

/** A clock with timers that run only when a test lets time pass. */
function createTestTime(start: string): { clock: Clock; startTimer: StartTimer; pass(ms: number): Promise<void> } {
  let nowMs = Date.parse(start)
  const timers = new Set<{ atMs: number; run: () => void }>()
  return {
    clock: { now: () => new Date(nowMs) },
    startTimer: (delayMs, run) => {
      const timer = { atMs: nowMs + delayMs, run }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    async pass(ms) {
      const untilMs = nowMs + ms
      for (;;) {
        await settleIo()
        const next = [...timers].filter((timer) => timer.atMs <= untilMs).sort((a, b) => a.atMs - b.atMs)[0]
        if (next === undefined) break
        timers.delete(next)
        nowMs = next.atMs
        next.run()
      }
      nowMs = untilMs
    },
  }
}

/** Lets the store finish what it was asked: its writes end within a few turns of the event loop. */
async function settleIo(): Promise<void> {
  for (let turns = 0; turns < 12; turns += 1) await new Promise((resolve) => setImmediate(resolve))
}

const start = '2026-11-23T09:00:00.000Z'
let opened: OpenedStore
let time: ReturnType<typeof createTestTime>
let outbox: Outbox | undefined
let lines: { message: string; fields: LogFields | undefined }[]

beforeEach(async () => {
  opened = await openStore()
  time = createTestTime(start)
  lines = []
})
afterEach(async () => {
  await outbox?.close()
  outbox = undefined
  await opened.remove()
})

const log: Log = {
  info: (message, fields) => lines.push({ message, fields }),
  warn: (message, fields) => lines.push({ message, fields }),
  error: (message, _error, fields) => lines.push({ message, fields }),
}

async function plan(id: string, changes: { kind?: string; dueAt?: string } = {}): Promise<void> {
  const job = { id, kind: changes.kind ?? 'send', dueAt: new Date(changes.dueAt ?? start), payload: { to: id } }
  expect(await opened.store.commit({ partition: 'p', jobs: [job] })).toMatchObject({ outcome: 'committed' })
}

function begin(send: JobHandler, changes: Partial<OutboxOptions> = {}): Outbox {
  outbox = startOutbox({
    store: opened.store,
    handlers: { send },
    clock: time.clock,
    startTimer: time.startTimer,
    log,
    random: () => 0,
    retry: { firstDelayMs: 2_000, maxDelayMs: 60_000, maxAttempts: 3 },
    ...changes,
  })
  return outbox
}

/** A handler that a test lets finish by hand. */
function createSlowHandler(): { handle: JobHandler; running: ClaimedJob[]; signals: AbortSignal[]; finish(): void } {
  const running: ClaimedJob[] = []
  const signals: AbortSignal[] = []
  const waiting: (() => void)[] = []
  return {
    running,
    signals,
    handle: (job, signal) => {
      running.push(job)
      signals.push(signal)
      return new Promise((resolve) => waiting.push(() => resolve({ outcome: 'done' })))
    },
    finish: () => {
      for (const done of waiting.splice(0)) done()
    },
  }
}

describe('startOutbox', () => {
  it('does a due job once, with its payload', async () => {
    await plan('a')
    const done: ClaimedJob[] = []
    begin(async (job) => {
      done.push(job)
      return { outcome: 'done' }
    })
    await time.pass(60_000)
    expect(done).toMatchObject([{ id: 'a', payload: { to: 'a' }, attempt: 1 }])
    expect(await opened.store.countJobs()).toEqual({ planned: 0, running: 0, dead: 0 })
  })

  it('finds a job that becomes due later, by polling', async () => {
    await plan('later', { dueAt: '2026-11-23T09:00:10.000Z' })
    const at: string[] = []
    begin(async () => {
      at.push(time.clock.now().toISOString())
      return { outcome: 'done' }
    })
    await time.pass(20_000)
    expect(at).toEqual(['2026-11-23T09:00:10.000Z'])
  })

  it('does a job at once when it is woken', async () => {
    const done: string[] = []
    const { wake } = begin(async (job) => {
      done.push(job.id)
      return { outcome: 'done' }
    })
    await settleIo()
    await plan('now')
    wake()
    await settleIo()
    expect(done).toEqual(['now'])
  })

  it('leaves kinds it cannot do to others', async () => {
    await plan('other', { kind: 'unknown' })
    begin(async () => ({ outcome: 'done' }))
    await time.pass(5_000)
    expect(await opened.store.countJobs()).toEqual({ planned: 1, running: 0, dead: 0 })
  })

  it('tries again with growing delay and then lays the job aside with its reason', async () => {
    await plan('a')
    const at: string[] = []
    begin(async () => {
      at.push(time.clock.now().toISOString())
      return { outcome: 'retry', reason: 'status-503' }
    })
    await time.pass(60_000)
    expect(at).toEqual(['2026-11-23T09:00:00.000Z', '2026-11-23T09:00:01.000Z', '2026-11-23T09:00:03.000Z'])
    expect(await opened.store.countJobs()).toEqual({ planned: 0, running: 0, dead: 1 })
    expect(lines).toEqual([
      { message: 'A job is a dead letter', fields: { kind: 'send', attempt: 3, reason: 'gave-up-status-503' } },
    ])
  })

  it('waits as long as the other side asks', async () => {
    await plan('a')
    const at: string[] = []
    begin(async (job) => {
      at.push(time.clock.now().toISOString())
      return job.attempt === 1 ? { outcome: 'retry', reason: 'status-429', afterMs: 17_000 } : { outcome: 'done' }
    })
    await time.pass(60_000)
    expect(at).toEqual(['2026-11-23T09:00:00.000Z', '2026-11-23T09:00:17.000Z'])
  })

  it('lays a job aside at once when trying again cannot help', async () => {
    await plan('a')
    let tries = 0
    begin(async () => {
      tries += 1
      return { outcome: 'dead', reason: 'status-403' }
    })
    await time.pass(60_000)
    expect(tries).toBe(1)
    expect(await opened.store.countJobs()).toMatchObject({ dead: 1 })
  })

  it('takes a handler that throws as a failed try', async () => {
    await plan('a')
    begin(async (job) => {
      if (job.attempt === 1) throw new Error('Kees zei iets')
      return { outcome: 'done' }
    })
    await time.pass(5_000)
    expect(await opened.store.countJobs()).toEqual({ planned: 0, running: 0, dead: 0 })
    expect(lines).toEqual([{ message: 'A job failed', fields: { kind: 'send', attempt: 1 } }])
  })

  it('stops a try that takes too long and tries again', async () => {
    await plan('a')
    const slow = createSlowHandler()
    begin(slow.handle, { timeoutMs: 10_000 })
    await time.pass(10_500)
    expect(slow.signals.map((signal) => signal.aborted)).toEqual([true])
    await time.pass(2_000)
    expect(slow.running.map((job) => job.attempt)).toEqual([1, 2])
    slow.finish()
    await settleIo()
    expect(await opened.store.countJobs()).toEqual({ planned: 0, running: 0, dead: 0 })
  })

  it('keeps the lease of a long job, so that no other worker takes it', async () => {
    await plan('long')
    const slow = createSlowHandler()
    begin(slow.handle, { leaseMs: 4_000, timeoutMs: 60_000 })
    await time.pass(30_000)
    expect(await opened.store.claimJobs({ kinds: ['send'], now: time.clock.now(), leaseMs: 1, limit: 1 })).toEqual([])
    expect(slow.running).toHaveLength(1)
    slow.finish()
  })

  it('stops and settles nothing when the lease was lost', async () => {
    await plan('a')
    const slow = createSlowHandler()
    const store = { ...opened.store, extendLease: async () => false }
    begin(slow.handle, { store, leaseMs: 4_000 })
    await time.pass(2_000)
    await settleIo()
    expect(slow.signals[0]?.reason).toBe('lease-lost')
    expect(await opened.store.countJobs()).toMatchObject({ running: 1 })
    expect(lines.map((line) => line.message)).toEqual(['A job lost its lease while it ran; another worker has it'])
    slow.finish()
  })

  it('has no more jobs in hand than it may, and takes the next when one is done', async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e']) await plan(id)
    const slow = createSlowHandler()
    begin(slow.handle, { concurrency: 2, leaseMs: 600_000 })
    await time.pass(3_000)
    expect(slow.running.map((job) => job.id)).toEqual(['a', 'b'])
    slow.finish()
    await settleIo()
    expect(slow.running).toHaveLength(4)
    slow.finish()
    await settleIo()
    slow.finish()
    await settleIo()
    expect(await opened.store.countJobs()).toEqual({ planned: 0, running: 0, dead: 0 })
  })

  it('goes on after the store failed', async () => {
    await plan('a')
    let claims = 0
    const store = {
      ...opened.store,
      claimJobs: (query: Parameters<typeof opened.store.claimJobs>[0]) => {
        claims += 1
        return claims === 1 ? Promise.reject(new Error('busy')) : opened.store.claimJobs(query)
      },
    }
    const done: string[] = []
    begin(
      async (job) => {
        done.push(job.id)
        return { outcome: 'done' }
      },
      { store },
    )
    await time.pass(1_000)
    await settleIo()
    expect(done).toEqual(['a'])
    expect(lines.map((line) => line.message)).toEqual(['Could not claim jobs; trying again at the next poll'])
  })

  it('finishes the jobs in hand before it is closed, and takes no new ones', async () => {
    await plan('a')
    const slow = createSlowHandler()
    const running = begin(slow.handle)
    await settleIo()
    const order: string[] = []
    const closing = running.close().then(() => order.push('closed'))
    await plan('b')
    running.wake()
    await settleIo()
    order.push('finished')
    slow.finish()
    await closing
    expect(order).toEqual(['finished', 'closed'])
    expect(slow.running.map((job) => job.id)).toEqual(['a'])
    expect(await opened.store.countJobs()).toEqual({ planned: 1, running: 0, dead: 0 })
  })
})
