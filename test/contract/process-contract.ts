import { describe, expect, it } from '@jest/globals'
import { committed } from './committed.ts'
import type { Bench } from './engine.ts'

const noon = new Date('2026-03-02T12:00:00Z')

/** The part of the contract about numbers, signals, health and closing. */
export function describeProcess({ store, openAnother }: Bench): void {
  describe('numbers, signals and closing', () => {
    it('counts from 1 and gives nobody the same number, also from another process', async () => {
      const other = await openAnother()
      expect(await store().nextNumber('case')).toBe(1)
      const numbers = await Promise.all(
        Array.from({ length: 40 }, (_, i) => (i % 2 ? store() : other).nextNumber('case')),
      )
      expect(new Set([1, ...numbers]).size).toBe(41)
      expect(await store().nextNumber('other')).toBe(1)
    })

    it('sends the signals of a commit once it can be read, in this process to everybody who listens', async () => {
      const heard: string[] = []
      const both = new Promise<void>((resolve) => {
        store().listen('c1', (payload) => heard.push(`first ${payload}`))
        store().listen('c1', (payload) => {
          heard.push(`second ${payload}`)
          resolve()
        })
        store().listen('c2', (payload) => heard.push(`wrong channel ${payload}`))
      })
      await store().commit({ partition: 'p1', signals: [{ channel: 'c1', payload: 'new' }] })
      await both
      expect(heard.toSorted()).toEqual(['first new', 'second new'])
    })

    it('stops hearing when asked', async () => {
      const heard: string[] = []
      const last = new Promise<void>((resolve) => {
        const stop = store().listen('c1', (payload) => heard.push(payload))
        stop()
        store().listen('c1', () => resolve())
      })
      await store().commit({ partition: 'p1', signals: [{ channel: 'c1', payload: 'new' }] })
      await last
      expect(heard).toEqual([])
    })

    it('says that it can acknowledge a commit now', async () => {
      await expect(store().check()).resolves.toBeUndefined()
    })

    it('finishes what is in hand when it closes, and keeps it', async () => {
      const other = await openAnother()
      const inHand = other.commit({ partition: 'p1', appends: [{ log: 'activities', value: 'last words' }] })
      await other.close()
      expect(await inHand).toEqual(committed(1))
      expect((await store().readLog('p1', 'activities', 0, 1))[0]?.value).toBe('last words')
    })

    it('rejects every later call with code closed, and closes twice without harm', async () => {
      const other = await openAnother()
      await other.close()
      await expect(other.close()).resolves.toBeUndefined()
      const calls = [
        () => other.get('p', 'c', 'i'),
        () => other.list({ collection: 'c', index: 'i', value: 'v' }),
        () => other.readLog('p', 'l', 0, 1),
        () => other.findEntry('p', 'l', 'k'),
        () => other.lastSequence('p', 'l'),
        () => other.commit({ partition: 'p' }),
        () => other.claimJobs({ kinds: [], now: noon, leaseMs: 1, limit: 1 }),
        () => other.settleJob({ id: 'j', lease: 'l' }, { result: 'done' }),
        () => other.extendLease({ id: 'j', lease: 'l' }, noon),
        () => other.countJobs(),
        () => other.nextNumber('n'),
        () => other.erase('p'),
        () => other.sweep(noon, 1),
        () => other.check(),
      ]
      for (const call of calls) await expect(call()).rejects.toMatchObject({ name: 'StoreError', code: 'closed' })
    })
  })
}
