import { describe, expect, it } from '@jest/globals'
import type { Changes } from '../../src/store/contract.ts'
import { committed } from './committed.ts'
import type { Bench } from './engine.ts'

/** The part of the contract about logs. */
export function describeLogs({ store, openAnother }: Bench): void {
  const say = (...values: string[]): Changes => ({
    partition: 'p1',
    appends: values.map((value) => ({ log: 'activities', value })),
  })
  const read = async (after = 0, limit = 1000) => store().readLog('p1', 'activities', after, limit)

  describe('logs', () => {
    it('starts at 1 and counts on without gaps, in the order of the appends', async () => {
      expect(await store().commit(say('a', 'b'))).toEqual(committed(1, 2))
      expect(await store().commit(say('c'))).toEqual(committed(3))
      expect(await read()).toEqual([
        { sequence: 1, value: 'a' },
        { sequence: 2, value: 'b' },
        { sequence: 3, value: 'c' },
      ])
      expect(await store().lastSequence('p1', 'activities')).toBe(3)
    })

    it('counts each log of each partition by itself', async () => {
      await store().commit(say('a'))
      const appends = ['access', 'activities', 'access'].map((log) => ({ log, value: log }))
      expect(await store().commit({ partition: 'p1', appends })).toEqual(committed(1, 2, 2))
      expect(await store().commit({ partition: 'p2', appends })).toEqual(committed(1, 1, 2))
    })

    it('reads after a sequence, at most so many', async () => {
      await store().commit(say('a', 'b', 'c', 'd'))
      expect((await read(1, 2)).map(({ value }) => value)).toEqual(['b', 'c'])
      expect(await read(4)).toEqual([])
      expect(await read(99)).toEqual([])
      expect(await read(0, 0)).toEqual([])
    })

    it('says nothing of a log that is not there', async () => {
      expect(await read()).toEqual([])
      expect(await store().lastSequence('p1', 'activities')).toBe(0)
      expect(await store().findEntry('p1', 'activities', 'k')).toBeUndefined()
    })

    it('has no gaps and no doubles when many append at once, also from another process', async () => {
      const other = await openAnother()
      const outcomes = await Promise.all(
        Array.from({ length: 60 }, (_, i) => (i % 2 ? store() : other).commit(say(`${i}a`, `${i}b`))),
      )
      const given = outcomes.flatMap((outcome) => (outcome.outcome === 'committed' ? outcome.sequences : []))
      expect(given.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 120 }, (_, i) => i + 1))
      expect((await read()).map(({ sequence }) => sequence)).toEqual(Array.from({ length: 120 }, (_, i) => i + 1))
    })

    it('takes a name once per log and tells where it stands', async () => {
      const named = (log: string, value: string): Changes => ({
        partition: 'p1',
        appends: [
          { log, value: 'before' },
          { log, value, key: 'm1' },
        ],
      })
      expect(await store().commit(named('activities', 'first'))).toEqual(committed(1, 2))
      const duplicate = { outcome: 'duplicate', log: 'activities', key: 'm1', sequence: 2 }
      expect(await store().commit(named('activities', 'again'))).toEqual(duplicate)
      expect(await store().lastSequence('p1', 'activities')).toBe(2)
      expect(await store().findEntry('p1', 'activities', 'm1')).toEqual({ sequence: 2, value: 'first', key: 'm1' })
      expect(await store().commit(named('access', 'elsewhere'))).toEqual(committed(1, 2))
      expect(await store().commit({ ...named('activities', 'elsewhere'), partition: 'p2' })).toEqual(committed(1, 2))
    })

    it('handles a message once that arrives twice at the same moment', async () => {
      const other = await openAnother()
      const twice = { partition: 'p1', appends: [{ log: 'activities', value: 'hallo', key: 'm1' }] }
      const outcomes = await Promise.all([store().commit(twice), other.commit(twice), store().commit(twice)])
      expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['committed', 'duplicate', 'duplicate'])
      expect(await read()).toHaveLength(1)
    })

    it('gives an entry only the sequence that was asked for', async () => {
      const at = (...ifSequences: number[]): Changes => ({
        partition: 'p1',
        appends: ifSequences.map((ifSequence) => ({ log: 'activities', value: ifSequence, ifSequence })),
      })
      expect(await store().commit(at(2))).toEqual({ outcome: 'conflict' })
      expect(await store().commit(at(1, 2))).toEqual(committed(1, 2))
      expect(await store().commit(at(3, 5))).toEqual({ outcome: 'conflict' })
      expect(await store().commit(at(2))).toEqual({ outcome: 'conflict' })
      expect(await store().lastSequence('p1', 'activities')).toBe(2)
      expect(await store().commit(at(3))).toEqual(committed(3))
    })
  })
}
