import { describe, expect, it } from '@jest/globals'
import type { Changes } from '../../src/store/contract.ts'
import { committed } from './committed.ts'
import type { Bench } from './engine.ts'

/** The part of the contract about documents. */
export function describeDocuments({ store, openAnother }: Bench): void {
  const put = (value: string, ifVersion?: number): Changes => ({
    partition: 'p1',
    puts: [{ collection: 'state', id: 'a', value, ...(ifVersion === undefined ? {} : { ifVersion }) }],
  })

  describe('documents', () => {
    it('returns undefined for a document it never saw', async () => {
      expect(await store().get('p1', 'state', 'a')).toBeUndefined()
      await store().commit(put('one'))
      expect(await store().get('p2', 'state', 'a')).toBeUndefined()
      expect(await store().get('p1', 'other', 'a')).toBeUndefined()
      expect(await store().get('p1', 'state', 'b')).toBeUndefined()
    })

    it('gives back what was put, with a version that rises by one', async () => {
      const value = { text: 'Ik durf niet 🙂\n"é"', list: [1, -2.5, null, true], nested: { empty: {}, none: [] } }
      expect(await store().commit({ partition: 'p1', puts: [{ collection: 'state', id: 'a', value }] })).toEqual(
        committed(),
      )
      const found = await store().get('p1', 'state', 'a')
      expect(found).toEqual({ partition: 'p1', collection: 'state', id: 'a', value, version: 1 })
      await store().commit(put('two'))
      expect(await store().get('p1', 'state', 'a')).toMatchObject({ value: 'two', version: 2 })
    })

    it('keeps a large value whole', async () => {
      const value = 'wachten '.repeat(40_000)
      await store().commit(put(value))
      expect((await store().get('p1', 'state', 'a'))?.value).toBe(value)
    })

    it('writes with ifVersion 0 only when there is no document', async () => {
      expect(await store().commit(put('one', 0))).toEqual(committed())
      expect(await store().commit(put('two', 0))).toEqual({ outcome: 'conflict' })
      expect(await store().get('p1', 'state', 'a')).toMatchObject({ value: 'one', version: 1 })
    })

    it('writes with ifVersion only over that very version', async () => {
      expect(await store().commit(put('one', 1))).toEqual({ outcome: 'conflict' })
      await store().commit(put('one'))
      expect(await store().commit(put('two', 1))).toEqual(committed())
      expect(await store().commit(put('three', 1))).toEqual({ outcome: 'conflict' })
      expect(await store().commit(put('three', 3))).toEqual({ outcome: 'conflict' })
      expect(await store().get('p1', 'state', 'a')).toMatchObject({ value: 'two', version: 2 })
    })

    it('lets exactly one of many writers with the same version win, also from another process', async () => {
      const other = await openAnother()
      await store().commit(put('one'))
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, i) => (i % 2 ? store() : other).commit(put(`writer ${i}`, 1))),
      )
      expect(outcomes.filter(({ outcome }) => outcome === 'committed')).toHaveLength(1)
      expect(outcomes.filter(({ outcome }) => outcome === 'conflict')).toHaveLength(19)
      expect((await store().get('p1', 'state', 'a'))?.version).toBe(2)
    })

    it('deletes a document, and takes a missing one for deleted unless a version is asked for', async () => {
      const remove = (ifVersion?: number): Changes => ({
        partition: 'p1',
        deletes: [{ collection: 'state', id: 'a', ...(ifVersion === undefined ? {} : { ifVersion }) }],
      })
      expect(await store().commit(remove())).toEqual(committed())
      expect(await store().commit(remove(1))).toEqual({ outcome: 'conflict' })
      await store().commit(put('one'))
      expect(await store().commit(remove(2))).toEqual({ outcome: 'conflict' })
      expect(await store().get('p1', 'state', 'a')).toBeDefined()
      expect(await store().commit(remove(1))).toEqual(committed())
      expect(await store().get('p1', 'state', 'a')).toBeUndefined()
    })

    it('shows a commit to every other process as soon as it resolves', async () => {
      const other = await openAnother()
      await store().commit(put('one'))
      expect((await other.get('p1', 'state', 'a'))?.value).toBe('one')
    })
  })
}
