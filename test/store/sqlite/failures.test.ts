import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate as nextRound } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createCodec } from '../../../src/privacy/codec.ts'
import { type Store, StoreError } from '../../../src/store/contract.ts'
import { openSqliteStore, type SqliteStoreOptions } from '../../../src/store/sqlite/open-sqlite-store.ts'
import { makeFolder, removeFolder, testKey } from './sqlite-engine.ts'

let folder: string
let file: string
let opened: Store[]

beforeEach(async () => {
  folder = await makeFolder()
  file = join(folder, 'opstap.sqlite')
  opened = []
})

afterEach(async () => {
  await Promise.all(opened.map((store) => store.close()))
  await removeFolder(folder)
})

async function open(options: Partial<SqliteStoreOptions> = {}): Promise<Store> {
  const store = await openSqliteStore({ file, codec: createCodec([testKey]), ...options })
  opened.push(store)
  return store
}

function say(store: Store, partition: string, value = 'hallo') {
  return store.commit({ partition, appends: [{ log: 'activities', value }] })
}

async function failureOf(work: Promise<unknown>): Promise<StoreError> {
  try {
    await work
  } catch (error) {
    if (error instanceof StoreError) return error
    throw error
  }
  throw new Error('Expected a StoreError.')
}

describe('a file that cannot be used', () => {
  it('is "corrupt" when it is no database, and stays as it was', async () => {
    await writeFile(file, 'This is a shopping list, and no database at all. '.repeat(100))
    const failure = await failureOf(open())
    expect(failure.code).toBe('corrupt')
    expect(failure.message).toContain(file)
    expect(failure.message).toMatch(/put back a copy/i)
    expect(await readFile(file, 'utf8')).toMatch(/^This is a shopping list/)
  })

  it('is "corrupt" when it is the database of another program, and stays as it was', async () => {
    const foreign = new DatabaseSync(file)
    foreign.exec('CREATE TABLE recipes (name TEXT)')
    foreign.close()
    const before = await readFile(file)
    expect(await failureOf(open())).toMatchObject({
      code: 'corrupt',
      message: expect.stringMatching(/belongs to another program/),
    })
    expect(await readFile(file)).toEqual(before)
  })

  it('is "corrupt" when its pages were damaged, and says what to do', async () => {
    const first = await open()
    for (let i = 0; i < 50; i++) await say(first, `p${i}`, 'woorden '.repeat(200))
    await first.close()
    const bytes = await readFile(file)
    await writeFile(file, bytes.fill(0xa5, 4096 * 2))
    const damaged = open().then((store) => store.readLog('p1', 'activities', 0, 10))
    expect(await failureOf(damaged)).toMatchObject({
      code: 'corrupt',
      message: expect.stringMatching(/Put back a copy/),
    })
  })

  it('is "too-new" when a newer Opstap wrote it', async () => {
    await (await open()).close()
    const newer = new DatabaseSync(file)
    newer.exec('PRAGMA user_version = 99')
    newer.close()
    expect(await failureOf(open())).toMatchObject({ code: 'too-new', message: expect.stringMatching(/format 99/) })
  })

  it('is "unreadable" at once when the key is not the one it was written with', async () => {
    await (await open()).close()
    const codec = createCodec([{ id: 'test', key: new Uint8Array(32).fill(8) }])
    expect(await failureOf(open({ codec }))).toMatchObject({
      code: 'unreadable',
      message: expect.stringMatching(/Put back the key/),
    })
  })

  it('opens with a new key in front of the old one, and then without the old one', async () => {
    const next = { id: 'next', key: new Uint8Array(32).fill(9) }
    await (await open()).close()
    await (await open({ codec: createCodec([next, testKey]) })).close()
    await expect(open({ codec: createCodec([next]) })).resolves.toBeDefined()
  })

  it('is "unavailable" when its folder cannot be made, or a folder stands in its place', async () => {
    await writeFile(join(folder, 'plain'), '')
    const message = expect.stringContaining(folder)
    expect(await failureOf(open({ file: join(folder, 'plain', 'opstap.sqlite') }))).toMatchObject({
      code: 'unavailable',
      message,
    })
    await mkdir(file)
    expect(await failureOf(open())).toMatchObject({ code: 'unavailable', message })
  })

  it('is made with its folder, for the owner only', async () => {
    file = join(folder, 'a', 'b', 'opstap.sqlite')
    await say(await open(), 'p1')
    for (const path of [file, `${file}-wal`]) expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect((await stat(join(folder, 'a', 'b'))).mode & 0o777).toBe(0o700)
  })
})

describe('a file that another program holds', () => {
  it('ends as "busy" when it takes too long, writes nothing, and goes on afterwards', async () => {
    const store = await open({ busyTimeoutMs: 0 })
    const holder = new DatabaseSync(file)
    holder.exec('BEGIN IMMEDIATE')
    const failures = await Promise.all([failureOf(say(store, 'p1')), failureOf(store.nextNumber('case'))])
    expect(failures.map(({ code }) => code)).toEqual(['busy', 'busy'])
    expect(failures[0]?.message).toContain(file)
    await expect(store.check()).rejects.toMatchObject({ code: 'busy' })
    expect(await store.readLog('p1', 'activities', 0, 10)).toEqual([])
    holder.close()
    expect(await say(store, 'p1')).toEqual({ outcome: 'committed', sequences: [1] })
    expect(await store.nextNumber('case')).toBe(1)
  })

  it('is waited for without holding up the rest of this process', async () => {
    const store = await open()
    const holder = new DatabaseSync(file)
    holder.exec('BEGIN IMMEDIATE')
    const waiting = say(store, 'p1')
    for (let round = 0; round < 5; round++) await nextRound()
    expect(await store.lastSequence('p1', 'activities')).toBe(0)
    holder.exec('ROLLBACK')
    holder.close()
    expect(await waiting).toEqual({ outcome: 'committed', sequences: [1] })
  })

  it('ends as "busy" for those who came later too, for their waits would add up', async () => {
    const store = await open({ busyTimeoutMs: 60 })
    const holder = new DatabaseSync(file)
    holder.exec('BEGIN IMMEDIATE')
    const first = failureOf(say(store, 'p1'))
    await nextRound()
    await nextRound()
    let heard: string | undefined
    const second = failureOf(say(store, 'p2')).then(({ code }) => {
      heard = code
    })
    expect((await first).code).toBe('busy')
    await nextRound()
    expect(heard).toBe('busy')
    await second
    holder.close()
    expect(await say(store, 'p2')).toEqual({ outcome: 'committed', sequences: [1] })
  })

  it('cannot be opened while it is held', async () => {
    await (await open()).close()
    const holder = new DatabaseSync(file)
    holder.exec('BEGIN EXCLUSIVE')
    expect((await failureOf(open({ busyTimeoutMs: 0 }))).code).toBe('busy')
    holder.close()
  })
})

describe('a full disk', () => {
  it('ends as "disk-full", keeps what was acknowledged, and goes on when there is room', async () => {
    const store = await open({ maxPages: 60 })
    const large = 'woorden '.repeat(2000)
    let written = 0
    const fill = async () => {
      for (;;) {
        await say(store, `p${written}`, large)
        written += 1
      }
    }
    expect(await failureOf(fill())).toMatchObject({ code: 'disk-full', message: expect.stringMatching(/Make room/) })
    expect(written).toBeGreaterThan(2)
    expect(await store.lastSequence(`p${written}`, 'activities')).toBe(0)
    for (let i = 0; i < written; i++) {
      expect((await store.readLog(`p${i}`, 'activities', 0, 10)).map(({ value }) => value)).toEqual([large])
    }
    await store.erase('p0')
    expect((await say(store, 'new', large)).outcome).toBe('committed')
  })

  it('stores exactly those of many commits at once that it acknowledges', async () => {
    const store = await open({ maxPages: 60 })
    const sizes = [1, 100_000, 1, 2_000_000, 1]
    const results = await Promise.allSettled(sizes.map((size, i) => say(store, `p${i}`, 'x'.repeat(size))))
    expect(results[3]).toMatchObject({ status: 'rejected', reason: { code: 'disk-full' } })
    for (const [i, { status }] of results.entries()) {
      expect(await store.lastSequence(`p${i}`, 'activities')).toBe(status === 'fulfilled' ? 1 : 0)
    }
    expect((await say(store, 'p9')).outcome).toBe('committed')
  })
})

describe('a listener that throws', () => {
  it('is reported and harms neither the commit nor the other listeners', async () => {
    const warnings: unknown[] = []
    const store = await open({ warn: (_message, error) => warnings.push(error) })
    const heard: string[] = []
    const failure = new Error('from a listener')
    store.listen('c', () => {
      throw failure
    })
    store.listen('c', (payload) => heard.push(payload))
    const outcome = await store.commit({ partition: 'p1', signals: [{ channel: 'c', payload: 'new' }] })
    expect(outcome.outcome).toBe('committed')
    expect(heard).toEqual(['new'])
    expect(warnings).toEqual([failure])
  })
})
