import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createCodec } from '../../../src/privacy/codec.ts'
import type { Store } from '../../../src/store/contract.ts'
import { openSqliteStore } from '../../../src/store/sqlite/open-sqlite-store.ts'
import { makeFolder, removeFolder, testKey } from './sqlite-engine.ts'

let folder: string
let file: string
let store: Store

beforeEach(async () => {
  folder = await makeFolder()
  file = join(folder, 'opstap.sqlite')
  store = await openSqliteStore({ file, codec: createCodec([testKey]) })
})

afterEach(async () => {
  await store.close()
  await removeFolder(folder)
})

describe('group commit', () => {
  it('writes commits that come together in one transaction, so with one fsync', async () => {
    const before = countTransactions()
    await Promise.all(Array.from({ length: 50 }, (_, i) => say(`p${i}`)))
    expect(countTransactions() - before).toBe(1)
  })

  it('takes at most 256 into one transaction', async () => {
    const before = countTransactions()
    await Promise.all(Array.from({ length: 300 }, (_, i) => say(`p${i}`)))
    expect(countTransactions() - before).toBe(2)
  })

  it('writes every kind of change through the same transaction', async () => {
    await store.commit({ partition: 'p1', jobs: [{ id: 'j', kind: 'send', dueAt: new Date(0), payload: null }] })
    const [job] = await store.claimJobs({ kinds: ['send'], now: new Date(1), leaseMs: 1, limit: 1 })
    const before = countTransactions()
    await Promise.all([
      say('p2'),
      store.settleJob(job ?? { id: '', lease: '' }, { result: 'done' }),
      store.nextNumber('case'),
      store.erase('p1'),
      store.sweep(new Date(0), 1),
      store.check(),
    ])
    expect(countTransactions() - before).toBe(1)
  })

  it('writes commits that come one after another each in its own', async () => {
    const before = countTransactions()
    for (let i = 0; i < 3; i++) await say('p1')
    expect(countTransactions() - before).toBe(3)
  })

  it('costs no transaction when nothing is written', async () => {
    const before = countTransactions()
    await store.commit({ partition: 'p1', puts: [{ collection: 'c', id: 'a', value: 1, ifVersion: 5 }] })
    await store.claimJobs({ kinds: ['send'], now: new Date(1), leaseMs: 1, limit: 1 })
    expect(countTransactions() - before).toBe(0)
  })
})

function say(partition: string) {
  return store.commit({ partition, appends: [{ log: 'activities', value: 'hallo' }] })
}

/**
 * Counts the transactions in the write-ahead log: each ends with the one frame that tells the size of the database.
 * Source: https://www.sqlite.org/fileformat2.html#the_write_ahead_log
 */
function countTransactions(): number {
  const wal = readFileSync(`${file}-wal`)
  const pageBytes = wal.readUInt32BE(8)
  const salt = wal.readUInt32BE(16)
  let transactions = 0
  for (let at = 32; at + 24 + pageBytes <= wal.length; at += 24 + pageBytes) {
    if (wal.readUInt32BE(at + 8) === salt && wal.readUInt32BE(at + 4) > 0) transactions += 1
  }
  return transactions
}
