import { beforeEach, describe, expect, it } from '@jest/globals'
import type { Changes, CommitOutcome, Json } from '../../src/store/contract.ts'
import { committed } from './committed.ts'
import type { Bench } from './engine.ts'

const noon = new Date('2026-03-02T12:00:00Z')
const muchLater = new Date('2027-01-01T00:00:00Z')

/** The part of the contract about commits: all or nothing. */
export function describeAtomicity({ store }: Bench): void {
  const indexes = [{ name: 'status', value: 'open', order: 1 }]
  /** Touches everything a commit can touch. */
  const everything: Changes = {
    partition: 'p1',
    puts: [
      { collection: 'state', id: 'new', value: 'new', indexes },
      { collection: 'state', id: 'old', value: 'changed' },
    ],
    deletes: [{ collection: 'state', id: 'gone' }],
    appends: [
      { log: 'activities', value: 'one more' },
      { log: 'fresh', value: 'first' },
    ],
    jobs: [{ id: 'new-job', kind: 'send', dueAt: noon, payload: null }],
    cancelJobs: ['old-job'],
    expiresAt: noon,
    signals: [{ channel: 'c', payload: 'p' }],
  }
  const failures: [string, Changes, CommitOutcome['outcome']][] = [
    ['a version', { ...everything, deletes: [{ collection: 'state', id: 'gone', ifVersion: 9 }] }, 'conflict'],
    [
      'a sequence',
      { ...everything, appends: [...(everything.appends ?? []), { log: 'fresh', value: '', ifSequence: 9 }] },
      'conflict',
    ],
    [
      'a name',
      { ...everything, appends: [...(everything.appends ?? []), { log: 'activities', value: '', key: 'm1' }] },
      'duplicate',
    ],
    [
      'a version, after an erasure,',
      { ...everything, eraseFirst: true, puts: [{ collection: 'state', id: 'old', value: 1, ifVersion: 1 }] },
      'conflict',
    ],
  ]

  describe('atomicity', () => {
    const claim = () => store().claimJobs({ kinds: ['send'], now: muchLater, leaseMs: 1000, limit: 10 })

    beforeEach(async () => {
      await store().commit({
        partition: 'p1',
        puts: [
          { collection: 'state', id: 'old', value: 'old' },
          { collection: 'state', id: 'gone', value: 'gone', indexes: [{ name: 'status', value: 'gone', order: 1 }] },
        ],
        appends: [{ log: 'activities', value: 'hallo', key: 'm1' }],
        jobs: [{ id: 'old-job', kind: 'send', dueAt: noon, payload: null }],
      })
    })

    it.each(failures)('writes nothing at all when %s does not hold', async (_what, changes, outcome) => {
      const heard: string[] = []
      store().listen('c', (payload) => heard.push(payload))
      expect((await store().commit(changes)).outcome).toBe(outcome)
      expect(await store().get('p1', 'state', 'new')).toBeUndefined()
      expect(await store().get('p1', 'state', 'old')).toMatchObject({ value: 'old', version: 1 })
      expect(await store().get('p1', 'state', 'gone')).toMatchObject({ value: 'gone' })
      const list = (value: string) => store().list({ collection: 'state', index: 'status', value })
      expect((await list('open')).documents).toEqual([])
      expect((await list('gone')).documents).toHaveLength(1)
      expect(await store().readLog('p1', 'activities', 0, 10)).toHaveLength(1)
      expect(await store().lastSequence('p1', 'activities')).toBe(1)
      expect(await store().lastSequence('p1', 'fresh')).toBe(0)
      expect(await store().sweep(muchLater, 10)).toBe(0)
      expect((await claim()).map(({ id }) => id)).toEqual(['old-job'])
      expect(heard).toEqual([])
    })

    it('writes everything when all of it holds', async () => {
      expect(await store().commit(everything)).toEqual(committed(2, 1))
      expect(await store().get('p1', 'state', 'new')).toMatchObject({ value: 'new', version: 1 })
      expect(await store().get('p1', 'state', 'old')).toMatchObject({ value: 'changed', version: 2 })
      expect(await store().get('p1', 'state', 'gone')).toBeUndefined()
      expect((await claim()).map(({ id }) => id)).toEqual(['new-job'])
      expect(await store().sweep(muchLater, 10)).toBe(1)
    })

    it('undoes only the one that fails of many that are committed at once', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 30 }, (_, i) =>
          store().commit({
            partition: `q${i % 5}`,
            puts: [{ collection: 'state', id: `d${i}`, value: i, ifVersion: i % 3 === 0 ? 4 : 0 }],
            appends: [{ log: 'activities', value: i }],
          }),
        ),
      )
      expect(outcomes.map(({ outcome }) => outcome === 'conflict')).toEqual(outcomes.map((_, i) => i % 3 === 0))
      for (let i = 0; i < 30; i++) {
        expect((await store().get(`q${i % 5}`, 'state', `d${i}`))?.value).toBe(i % 3 === 0 ? undefined : i)
      }
      for (let q = 0; q < 5; q++) {
        const entries = await store().readLog(`q${q}`, 'activities', 0, 100)
        expect(entries.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4])
      }
    })

    it('rejects a value that is no JSON and writes nothing of that commit, while its neighbours pass', async () => {
      const loop: { [key: string]: Json } = {}
      loop.self = loop
      const [bad, good] = await Promise.allSettled([
        store().commit({
          partition: 'p1',
          appends: [
            { log: 'activities', value: 'lost' },
            { log: 'activities', value: loop },
          ],
        }),
        store().commit({ partition: 'p1', appends: [{ log: 'activities', value: 'kept' }] }),
      ])
      expect(bad.status).toBe('rejected')
      expect(good).toEqual({ status: 'fulfilled', value: committed(2) })
      expect((await store().readLog('p1', 'activities', 1, 10)).map(({ value }) => value)).toEqual(['kept'])
    })

    it('takes a commit without any change', async () => {
      expect(await store().commit({ partition: 'p1' })).toEqual(committed())
    })
  })
}
