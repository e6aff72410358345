import { describe, expect, it } from '@jest/globals'
import type { Changes, NewJob, Store } from '../../src/store/contract.ts'
import type { Bench } from './engine.ts'

const noon = new Date('2026-03-02T12:00:00Z')
const noonPlus = (ms: number) => new Date(noon.getTime() + ms)
const leaseMs = 60_000

/** The part of the contract about jobs. */
export function describeJobs({ store, openAnother }: Bench): void {
  const job = (id: string, dueAt = noon, kind = 'send'): NewJob => ({ id, kind, dueAt, payload: { for: id } })
  const plan = (...jobs: NewJob[]): Changes => ({ partition: 'p1', jobs })
  const claim = (now = noon, limit = 10, from: Store = store()) =>
    from.claimJobs({ kinds: ['send'], now, leaseMs, limit })
  async function claimOne(now = noon) {
    const [claimed] = await claim(now, 1)
    if (claimed === undefined) throw new Error('Expected a job that is due.')
    return claimed
  }

  describe('jobs', () => {
    it('gives a due job with everything that was planned and a lease', async () => {
      await store().commit(plan(job('j1')))
      const claimed = await claimOne(noonPlus(5))
      expect(claimed).toEqual({
        id: 'j1',
        kind: 'send',
        partition: 'p1',
        payload: { for: 'j1' },
        dueAt: noon,
        attempt: 1,
        lease: expect.any(String),
      })
      expect(claimed.lease.length).toBeGreaterThan(15)
    })

    it('gives due jobs oldest first, at most so many, and only of the kinds asked for', async () => {
      const jobs = [
        job('c', noonPlus(3)),
        job('a', noonPlus(1)),
        job('b', noonPlus(2)),
        job('x', noonPlus(0), 'remind'),
      ]
      await store().commit(plan(...jobs, job('future', noonPlus(100))))
      expect((await claim(noonPlus(50), 2)).map(({ id }) => id)).toEqual(['a', 'b'])
      expect((await claim(noonPlus(50), 2)).map(({ id }) => id)).toEqual(['c'])
      expect(await claim(noonPlus(50), 2)).toEqual([])
      const both = await store().claimJobs({ kinds: ['remind', 'send'], now: noonPlus(200), leaseMs, limit: 9 })
      expect(both.map(({ id }) => id)).toEqual(['x', 'future'])
    })

    it('does not give a job before its time, and gives it at its time', async () => {
      await store().commit(plan(job('j1')))
      expect(await claim(noonPlus(-1))).toEqual([])
      expect(await claim(noon)).toHaveLength(1)
    })

    it('gives nothing for no kinds or a limit of 0', async () => {
      await store().commit(plan(job('j1')))
      expect(await store().claimJobs({ kinds: [], now: noon, leaseMs, limit: 5 })).toEqual([])
      expect(await claim(noon, 0)).toEqual([])
    })

    it('leaves a job alone that was planned before, whatever became of it', async () => {
      await store().commit(plan(job('j1')))
      await store().commit(plan({ ...job('j1', noonPlus(-99)), payload: 'second' }))
      expect(await claim(noonPlus(-1))).toEqual([])
      const running = await claimOne()
      expect(running.payload).toEqual({ for: 'j1' })
      await store().commit(plan(job('j1')))
      expect(await claim()).toEqual([])
      await store().settleJob(running, { result: 'done' })
      await store().commit(plan(job('j1')))
      await store().commit({ ...plan(job('j1')), partition: 'p2' })
      expect(await claim()).toEqual([])
      expect(await store().countJobs()).toEqual({ planned: 0, running: 0, dead: 0 })
    })

    it('never puts one job into two hands, with many workers in two processes', async () => {
      const other = await openAnother()
      await store().commit(plan(...Array.from({ length: 40 }, (_, i) => job(`j${i}`))))
      const claims = await Promise.all(Array.from({ length: 20 }, (_, i) => claim(noon, 3, i % 2 ? store() : other)))
      const ids = claims.flat().map(({ id }) => id)
      expect(ids).toHaveLength(40)
      expect(new Set(ids).size).toBe(40)
      expect(new Set(claims.flat().map(({ lease }) => lease)).size).toBe(40)
    })

    it('gives a job again when its lease has passed, and then only the new lease counts', async () => {
      await store().commit(plan(job('j1')))
      const first = await claimOne()
      expect(await claim(noonPlus(leaseMs - 1))).toEqual([])
      const second = await claimOne(noonPlus(leaseMs + 1))
      expect(second).toMatchObject({ id: 'j1', attempt: 2 })
      expect(second.lease).not.toBe(first.lease)
      expect(await store().settleJob(first, { result: 'done' })).toBe(false)
      expect(await store().settleJob(first, { result: 'dead', reason: 'gone' })).toBe(false)
      expect(await store().settleJob(first, { result: 'retry', dueAt: noon, reason: 'gone' })).toBe(false)
      expect(await store().extendLease(first, noonPlus(9 * leaseMs))).toBe(false)
      expect(await store().countJobs()).toEqual({ planned: 0, running: 1, dead: 0 })
      expect(await store().settleJob(second, { result: 'done' })).toBe(true)
    })

    it('lets a worker settle late as long as nobody else has the job', async () => {
      await store().commit(plan(job('j1')))
      const claimed = await claimOne()
      expect(await store().settleJob(claimed, { result: 'done' })).toBe(true)
      expect(await claim(noonPlus(99 * leaseMs))).toEqual([])
    })

    it('keeps a lease that is extended', async () => {
      await store().commit(plan(job('j1')))
      const claimed = await claimOne()
      expect(await store().extendLease(claimed, noonPlus(3 * leaseMs))).toBe(true)
      expect(await claim(noonPlus(2 * leaseMs))).toEqual([])
      expect(await claim(noonPlus(3 * leaseMs + 1))).toHaveLength(1)
    })

    it('settles a job once', async () => {
      await store().commit(plan(job('j1')))
      const claimed = await claimOne()
      expect(await store().settleJob(claimed, { result: 'done' })).toBe(true)
      expect(await store().settleJob(claimed, { result: 'done' })).toBe(false)
      expect(await store().extendLease(claimed, noonPlus(leaseMs))).toBe(false)
      expect(await store().settleJob({ id: 'nobody', lease: claimed.lease }, { result: 'done' })).toBe(false)
    })

    it('tries again at the moment asked for, counting attempts', async () => {
      await store().commit(plan(job('j1')))
      const retry = { result: 'retry', dueAt: noonPlus(500), reason: 'timeout' } as const
      expect(await store().settleJob(await claimOne(), retry)).toBe(true)
      expect(await store().countJobs()).toEqual({ planned: 1, running: 0, dead: 0 })
      expect(await claim(noonPlus(499))).toEqual([])
      expect(await claimOne(noonPlus(500))).toMatchObject({ id: 'j1', attempt: 2, dueAt: noonPlus(500) })
    })

    it('keeps a dead letter that nobody claims or plans again', async () => {
      await store().commit(plan(job('j1')))
      await store().settleJob(await claimOne(), { result: 'dead', reason: 'refused' })
      await store().commit(plan(job('j1')))
      expect(await claim(noonPlus(99 * leaseMs))).toEqual([])
      expect(await store().countJobs()).toEqual({ planned: 0, running: 0, dead: 1 })
    })

    it('drops a dead letter when its partition expires', async () => {
      await store().commit({ ...plan(job('j1')), expiresAt: noonPlus(10) })
      await store().settleJob(await claimOne(), { result: 'dead', reason: 'refused' })
      await store().sweep(noonPlus(11), 1)
      expect(await store().countJobs()).toEqual({ planned: 0, running: 0, dead: 0 })
    })

    it('cancels planned jobs of its own partition and leaves alone what runs, is dead or is unknown', async () => {
      await store().commit(plan(job('dies', noonPlus(-20)), job('runs', noonPlus(-10)), job('waits'), job('stays')))
      await store().settleJob(await claimOne(noonPlus(-15)), { result: 'dead', reason: 'refused' })
      const running = await claimOne(noonPlus(-5))
      await store().commit({ partition: 'p2', cancelJobs: ['stays'] })
      await store().commit({ partition: 'p1', cancelJobs: ['waits', 'runs', 'dies', 'unknown'] })
      expect((await claim()).map(({ id }) => id)).toEqual(['stays'])
      expect(await store().settleJob(running, { result: 'done' })).toBe(true)
      expect((await store().countJobs()).dead).toBe(1)
    })

    it('counts what is planned, running and dead', async () => {
      await store().commit(
        plan(job('a', noonPlus(-3)), job('b', noonPlus(-2)), job('c', noonPlus(-1)), job('d', noonPlus(9))),
      )
      await store().settleJob(await claimOne(), { result: 'dead', reason: 'refused' })
      await claimOne()
      expect(await store().countJobs()).toEqual({ planned: 2, running: 1, dead: 1 })
    })
  })
}
