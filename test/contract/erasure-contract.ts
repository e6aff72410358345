import { describe, expect, it } from '@jest/globals'
import type { Changes } from '../../src/store/contract.ts'
import { committed } from './committed.ts'
import type { Bench } from './engine.ts'

const noon = new Date('2026-03-02T12:00:00Z')
const later = new Date('2026-03-02T13:00:00Z')
const muchLater = new Date('2027-01-01T00:00:00Z')

/** The part of the contract about erasure and expiry. */
export function describeErasure({ store }: Bench): void {
  const fill = (partition: string, expiresAt?: Date): Changes => ({
    partition,
    puts: [{ collection: 'state', id: 'a', value: 'secret', indexes: [{ name: 'i', value: 'v', order: 1 }] }],
    appends: [
      { log: 'activities', value: 'secret', key: 'm1' },
      { log: 'activities', value: 'secret' },
    ],
    jobs: [{ id: `${partition}-job`, kind: 'send', dueAt: noon, payload: 'secret' }],
    ...(expiresAt === undefined ? {} : { expiresAt }),
  })
  const claim = () => store().claimJobs({ kinds: ['send'], now: muchLater, leaseMs: 1000, limit: 10 })
  async function traces(partition: string) {
    return {
      document: await store().get(partition, 'state', 'a'),
      listed: (await store().list({ collection: 'state', index: 'i', value: 'v' })).documents.filter(
        (document) => document.partition === partition,
      ),
      entries: await store().readLog(partition, 'activities', 0, 10),
      named: await store().findEntry(partition, 'activities', 'm1'),
    }
  }
  const noTraces = { document: undefined, listed: [], entries: [], named: undefined }

  describe('erasure', () => {
    it('erases everything of one partition and nothing of another', async () => {
      await store().commit(fill('p1', noon))
      await store().commit(fill('p2'))
      await store().erase('p1')
      expect(await traces('p1')).toEqual(noTraces)
      expect(await store().lastSequence('p1', 'activities')).toBe(0)
      expect((await traces('p2')).entries).toHaveLength(2)
      expect((await claim()).map(({ id }) => id)).toEqual(['p2-job'])
      expect(await store().sweep(muchLater, 10)).toBe(0)
    })

    it('begins anew after erase: versions, sequences, names and job ids are free again', async () => {
      await store().commit(fill('p1'))
      await store().erase('p1')
      expect(await store().commit(fill('p1'))).toEqual(committed(1, 2))
      expect((await store().get('p1', 'state', 'a'))?.version).toBe(1)
      expect(await claim()).toHaveLength(1)
    })

    it('takes a partition that is not there for erased', async () => {
      await expect(store().erase('nobody')).resolves.toBeUndefined()
    })

    it('goes on counting where the logs were after eraseFirst, so that an old watermark misses nothing', async () => {
      await store().commit(fill('p1', noon))
      const outcome = await store().commit({
        partition: 'p1',
        eraseFirst: true,
        puts: [{ collection: 'state', id: 'b', value: 'new', ifVersion: 0 }],
        appends: [{ log: 'activities', value: 'gewist', key: 'm1', ifSequence: 3 }],
        jobs: [{ id: 'p1-job', kind: 'send', dueAt: noon, payload: 'new' }],
      })
      expect(outcome).toEqual(committed(3))
      expect(await store().readLog('p1', 'activities', 0, 10)).toEqual([{ sequence: 3, value: 'gewist', key: 'm1' }])
      expect(await store().get('p1', 'state', 'a')).toBeUndefined()
      expect((await store().list({ collection: 'state', index: 'i', value: 'v' })).documents).toEqual([])
      expect((await claim()).map(({ payload }) => payload)).toEqual(['new'])
      expect(await store().sweep(later, 10)).toBe(1)
    })

    it('keeps the sequence of a log that was erased and not written to', async () => {
      await store().commit(fill('p1'))
      await store().commit({ partition: 'p1', eraseFirst: true })
      expect(await traces('p1')).toEqual(noTraces)
      expect(await store().lastSequence('p1', 'activities')).toBe(2)
    })

    it('sweeps only what has expired, at most so many at a time', async () => {
      for (const partition of ['p1', 'p2', 'p3']) await store().commit(fill(partition, noon))
      await store().commit(fill('fresh', muchLater))
      await store().commit(fill('forever'))
      expect(await store().sweep(new Date(noon.getTime() - 1), 10)).toBe(0)
      expect(await store().sweep(later, 2)).toBe(2)
      expect(await store().sweep(later, 2)).toBe(1)
      expect(await store().sweep(later, 2)).toBe(0)
      for (const partition of ['p1', 'p2', 'p3']) expect(await traces(partition)).toEqual(noTraces)
      for (const partition of ['fresh', 'forever']) expect((await traces(partition)).document).toBeDefined()
    })

    it('lets a later commit move the expiry, and leaves it alone when nothing is said', async () => {
      await store().commit(fill('p1', noon))
      await store().commit({ partition: 'p1', appends: [{ log: 'activities', value: 'x' }] })
      await store().commit({ ...fill('p2', noon), expiresAt: muchLater })
      await store().commit({ partition: 'p3', expiresAt: noon })
      await store().commit({ partition: 'p3', expiresAt: muchLater })
      expect(await store().sweep(later, 10)).toBe(1)
      expect(await traces('p1')).toEqual(noTraces)
    })

    it('loses a running job with its partition: the worker hears that its lease is gone', async () => {
      await store().commit(fill('p1'))
      const [job] = await claim()
      await store().erase('p1')
      expect(await store().settleJob(job ?? { id: '', lease: '' }, { result: 'done' })).toBe(false)
      expect(await store().countJobs()).toEqual({ planned: 0, running: 0, dead: 0 })
    })
  })
}
