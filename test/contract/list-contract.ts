import { describe, expect, it } from '@jest/globals'
import type { Changes } from '../../src/store/contract.ts'
import type { Bench } from './engine.ts'

/** The part of the contract about lists over partitions. */
export function describeLists({ store }: Bench): void {
  const open = (partition: string, id: string, order: number): Changes => ({
    partition,
    puts: [{ collection: 'case', id, value: id, indexes: [{ name: 'status', value: 'open', order }] }],
  })
  const listOpen = (limit?: number, after?: string) =>
    store().list({
      collection: 'case',
      index: 'status',
      value: 'open',
      ...(limit === undefined ? {} : { limit }),
      ...(after === undefined ? {} : { after }),
    })

  describe('lists', () => {
    it('returns an empty page without next when nothing carries the entry', async () => {
      expect(await listOpen()).toEqual({ documents: [] })
    })

    it('comes in rising order, then by partition, then by id', async () => {
      for (const changes of [open('p2', 'b', 5), open('p2', 'a', 5), open('p1', 'z', 5), open('p9', 'c', -1.5)]) {
        await store().commit(changes)
      }
      await store().commit(open('p0', 'd', 1_900_000_000_000))
      const { documents, next } = await listOpen()
      expect(documents.map(({ partition, id }) => `${partition}/${id}`)).toEqual([
        'p9/c',
        'p1/z',
        'p2/a',
        'p2/b',
        'p0/d',
      ])
      expect(next).toBeUndefined()
    })

    it('gives every document once over pages, also when orders are equal', async () => {
      for (let i = 0; i < 7; i++) await store().commit(open(`p${i % 3}`, `case-${i}`, i < 5 ? 1 : 2))
      const seen: string[] = []
      const sizes: number[] = []
      let after: string | undefined
      do {
        const page = await listOpen(3, after)
        seen.push(...page.documents.map(({ id }) => id))
        sizes.push(page.documents.length)
        after = page.next
      } while (after !== undefined)
      expect(sizes).toEqual([3, 3, 1])
      expect(new Set(seen).size).toBe(7)
      expect(seen).toEqual((await listOpen()).documents.map(({ id }) => id))
    })

    it('leaves next out when a page ends exactly at the last document', async () => {
      for (let i = 0; i < 4; i++) await store().commit(open('p1', `case-${i}`, i))
      const first = await listOpen(2)
      expect(first.next).toBeDefined()
      expect((await listOpen(2, first.next)).next).toBeUndefined()
    })

    it('replaces all index entries with each write and drops them with the document', async () => {
      await store().commit(open('p1', 'a', 1))
      const closed = [{ name: 'status', value: 'closed', order: 2 }]
      await store().commit({ partition: 'p1', puts: [{ collection: 'case', id: 'a', value: 'new', indexes: closed }] })
      expect((await listOpen()).documents).toEqual([])
      const listClosed = () => store().list({ collection: 'case', index: 'status', value: 'closed' })
      expect((await listClosed()).documents).toEqual([
        { partition: 'p1', collection: 'case', id: 'a', value: 'new', version: 2 },
      ])
      await store().commit({ partition: 'p1', deletes: [{ collection: 'case', id: 'a' }] })
      expect((await listClosed()).documents).toEqual([])
    })

    it('finds a document under each of its entries, and keeps collections and indexes apart', async () => {
      const indexes = [
        { name: 'status', value: 'open', order: 1 },
        { name: 'region', value: 'twente', order: 1 },
      ]
      await store().commit({ partition: 'p1', puts: [{ collection: 'case', id: 'a', value: 1, indexes }] })
      await store().commit({ partition: 'p1', puts: [{ collection: 'other', id: 'b', value: 2, indexes }] })
      const ids = async (collection: string, index: string, value: string) =>
        (await store().list({ collection, index, value })).documents.map(({ id }) => id)
      expect(await ids('case', 'status', 'open')).toEqual(['a'])
      expect(await ids('case', 'region', 'twente')).toEqual(['a'])
      expect(await ids('other', 'region', 'twente')).toEqual(['b'])
      expect(await ids('case', 'region', 'open')).toEqual([])
    })

    it('holds at most 100 documents a page unless asked', async () => {
      const puts = Array.from({ length: 101 }, (_, i) => ({
        collection: 'case',
        id: String(i).padStart(3, '0'),
        value: i,
        indexes: [{ name: 'status', value: 'open', order: 0 }],
      }))
      await store().commit({ partition: 'p1', puts })
      expect((await listOpen()).documents).toHaveLength(100)
      expect((await listOpen(500)).documents).toHaveLength(101)
    })

    it.each([0, 501, -1, 1.5])('refuses a limit of %d', async (limit) => {
      await expect(listOpen(limit)).rejects.toThrow(RangeError)
    })

    it.each(['', 'nonsense', Buffer.from('{}').toString('base64url')])(
      'refuses %j as the end of a page',
      async (after) => {
        await expect(listOpen(10, after)).rejects.toThrow(RangeError)
      },
    )
  })
}
