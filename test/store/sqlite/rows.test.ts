import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createCodec } from '../../../src/privacy/codec.ts'
import type { Changes, Store } from '../../../src/store/contract.ts'
import { openSqliteStore } from '../../../src/store/sqlite/open-sqlite-store.ts'
import { makeFolder, removeFolder, testKey } from './sqlite-engine.ts'

const now = new Date('2026-03-02T12:00:00Z')
const claimAll = { kinds: ['send'], now, leaseMs: 1000, limit: 10 }

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

function fill(partition: string): Changes {
  return {
    partition,
    puts: [{ collection: 'state', id: 'a', value: 'geheim', indexes: [{ name: 'i', value: 'v', order: 1 }] }],
    appends: [
      { log: 'activities', value: 'geheim', key: `name-of-${partition}` },
      { log: 'access', value: 'geheim' },
    ],
    jobs: ['planned', 'done', 'dead', 'running'].map((id) => ({
      id: `${partition}-${id}`,
      kind: id === 'planned' ? 'later' : 'send',
      dueAt: now,
      payload: 'geheim',
    })),
    expiresAt: now,
  }
}

/** Fills every table with rows of the partition. */
async function fillEverything(partition: string): Promise<void> {
  await store.commit(fill(partition))
  for (const job of await store.claimJobs(claimAll)) {
    if (job.id.endsWith('done')) await store.settleJob(job, { result: 'done' })
    if (job.id.endsWith('dead')) await store.settleJob(job, { result: 'dead', reason: 'refused' })
  }
}

function withRows<T>(work: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(file)
  try {
    return work(db)
  } finally {
    db.close()
  }
}

/** Rows per table, of every table that can hold something of a partition. */
function countRows(): Record<string, unknown> {
  return withRows((db) => {
    const tables = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).all()
    const names = tables
      .map((row) => String(row.name))
      .filter((name) => !['seal', 'heartbeat', 'counters'].includes(name))
    return Object.fromEntries(names.map((name) => [name, db.prepare(`SELECT count(*) AS n FROM ${name}`).get()?.n]))
  })
}

const empty = {
  documents: 0,
  finished_jobs: 0,
  index_entries: 0,
  jobs: 0,
  log_batches: 0,
  log_keys: 0,
  logs: 0,
  partitions: 0,
}

describe('rows of an erased partition', () => {
  it('are all gone after erase', async () => {
    await fillEverything('p1')
    expect(countRows()).toEqual({
      documents: 1,
      finished_jobs: 1,
      index_entries: 1,
      jobs: 3,
      log_batches: 2,
      log_keys: 1,
      logs: 2,
      partitions: 1,
    })
    await store.erase('p1')
    expect(countRows()).toEqual(empty)
  })

  it('are all gone after a sweep', async () => {
    await fillEverything('p1')
    await store.sweep(new Date(now.getTime() + 1), 10)
    expect(countRows()).toEqual(empty)
  })

  it('are gone after eraseFirst except the heads of its logs', async () => {
    await fillEverything('p1')
    await store.commit({ partition: 'p1', eraseFirst: true })
    expect(countRows()).toEqual({ ...empty, logs: 2, partitions: 1 })
  })

  it('leave nothing to read in the file once it is closed', async () => {
    await fillEverything('findable-partition')
    await store.erase('findable-partition')
    await store.close()
    expect((await readFile(file)).includes('findable-partition')).toBe(false)
  })

  it('are never made by a commit that keeps nothing', async () => {
    await store.commit({
      partition: 'p1',
      eraseFirst: true,
      deletes: [{ collection: 'c', id: 'a' }],
      cancelJobs: ['j'],
      signals: [{ channel: 'c', payload: 'p' }],
    })
    await store.commit({ partition: 'p1', puts: [{ collection: 'c', id: 'a', value: 1, ifVersion: 3 }] })
    expect(countRows()).toEqual(empty)
  })
})

describe('values in the file', () => {
  it('are sealed: the words of a person stand nowhere in it', async () => {
    await store.commit(fill('p1'))
    for (const path of [file, `${file}-wal`]) expect((await readFile(path)).includes('geheim')).toBe(false)
  })

  it('cannot be swapped between rows, not even within one log', async () => {
    for (const value of ['one', 'two']) await store.commit({ partition: 'p1', appends: [{ log: 'activities', value }] })
    withRows((db) => db.exec('UPDATE log_batches SET value = (SELECT value FROM log_batches WHERE last_sequence = 2)'))
    await expect(store.readLog('p1', 'activities', 0, 1)).rejects.toMatchObject({ code: 'unreadable' })
    expect((await store.readLog('p1', 'activities', 1, 1))[0]?.value).toBe('two')
  })

  it('make a dead letter of a job whose payload is damaged, and let the other jobs pass', async () => {
    await store.commit(fill('p1'))
    withRows((db) => db.exec(`UPDATE jobs SET payload = x'00' WHERE id = 'p1-dead'`))
    expect((await store.claimJobs(claimAll)).map(({ id }) => id)).toEqual(['p1-done', 'p1-running'])
    expect(await store.countJobs()).toEqual({ planned: 1, running: 2, dead: 1 })
  })

  it('keep no payload of a job that is done', async () => {
    await fillEverything('p1')
    const columns = withRows((db) =>
      db
        .prepare('PRAGMA table_info(finished_jobs)')
        .all()
        .map(({ name }) => name),
    )
    expect(columns).toEqual(['id', 'partition_no'])
  })
})

describe('entries of one commit', () => {
  it('share one row, which is read from any place inside it', async () => {
    const say = (...values: string[]) =>
      store.commit({ partition: 'p1', appends: values.map((value) => ({ log: 'activities', value, key: value })) })
    await say('a', 'b', 'c')
    await say('d', 'e')
    expect(countRows()).toMatchObject({ log_batches: 2, log_keys: 5 })
    for (let after = 0; after <= 5; after += 1) {
      for (let limit = 0; limit <= 6; limit += 1) {
        const read = await store.readLog('p1', 'activities', after, limit)
        expect(read.map(({ value }) => value)).toEqual(['a', 'b', 'c', 'd', 'e'].slice(after, after + limit))
      }
    }
    expect(await store.findEntry('p1', 'activities', 'b')).toEqual({ sequence: 2, value: 'b', key: 'b' })
  })
})

describe('dates', () => {
  it('are refused when invalid, for they would be stored as "never"', async () => {
    const never = new Date(Number.NaN)
    await expect(store.commit({ partition: 'p1', expiresAt: never })).rejects.toThrow(RangeError)
    await expect(store.sweep(never, 1)).rejects.toThrow(RangeError)
    expect(countRows()).toEqual(empty)
  })
})
