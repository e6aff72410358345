import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import type { Activity } from '../../src/turn/activity.ts'
import { type Bench, createBench, type Ending } from './program.ts'
import { resumeTalk, startTalk, type Talk } from './talk.ts'

jest.setTimeout(60_000)

/** A data folder with one conversation in it. Each test has a copy. */
let original: Bench
let talk: Talk
let history: Activity[]
let bench: Bench
let data: string
let file: string

beforeAll(async () => {
  original = await createBench()
  const program = await original.start()
  talk = await startTalk(program.url)
  await talk.type('Kom ik niet in de schulden?')
  history = await talk.history()
  program.signal('SIGTERM')
  expect((await program.exited).code).toBe(0)
})

beforeEach(async () => {
  bench = await createBench()
  data = join(bench.folder, 'data')
  file = join(data, 'opstap.sqlite')
  await cp(join(original.folder, 'data'), data, { recursive: true })
})

afterEach(() => bench.clear())

afterAll(() => original.clear())

/** Names and digests of everything in the data folder; what SQLite keeps only for the moment is left out. */
async function fingerprint(): Promise<Record<string, string>> {
  const names = (await readdir(data)).filter((name) => !/-(shm|wal)$/.test(name)).sort()
  const digests = names.map(async (name) => {
    const bytes = await readFile(join(data, name))
    return [name, createHash('sha256').update(bytes).digest('hex')] as const
  })
  return Object.fromEntries(await Promise.all(digests))
}

/** A start that ends with a message for the person who runs Opstap, and nothing else. */
function expectRefused({ code, output }: Ending, ...says: RegExp[]): void {
  expect(code).toBe(1)
  for (const words of says) expect(output).toMatch(words)
  expect(output).not.toMatch(/^ +at |"stack"/m)
  expect(output).not.toMatch(/Opstap is ready/)
}

describe('starting on a database file that cannot be used', () => {
  it('tells to put back a copy when the file is no database, and leaves it as it is', async () => {
    await writeFile(file, 'This is a shopping list, and no database at all. '.repeat(200))
    const before = await fingerprint()
    expectRefused(await bench.run(), new RegExp(file), /Put back a copy, or move the file away to start empty/)
    expect(await fingerprint()).toEqual(before)
  })

  it('tells to put back a copy when the file is damaged, leaves it, and goes on once the copy is there', async () => {
    const good = await readFile(file)
    await writeFile(file, Buffer.from(good).fill(0xa5, 100, 4096 * 2))
    const before = await fingerprint()
    expectRefused(await bench.run(), new RegExp(file), /Put back a copy/)
    expect(await fingerprint()).toEqual(before)
    await writeFile(file, good)
    const resumed = resumeTalk((await bench.start()).url, talk)
    expect(await resumed.history()).toEqual(history)
    expect((await resumed.type('Dank je')).status).toBe(200)
  })

  it('tells to start the newer Opstap when that wrote the file, and leaves it as it is', async () => {
    const newer = new DatabaseSync(file)
    newer.exec('PRAGMA user_version = 99')
    newer.close()
    const before = await fingerprint()
    expectRefused(await bench.run(), /format 99/, /newer Opstap/)
    expect(await fingerprint()).toEqual(before)
  })

  it('tells to put back the key when the file is sealed with another, and leaves it as it is', async () => {
    const before = await fingerprint()
    const otherKey = `other:${Buffer.alloc(32, 7).toString('base64')}`
    expectRefused(await bench.run({ DATA_KEYS: otherKey }), new RegExp(file), /Put back the key/)
    expect(await fingerprint()).toEqual(before)
  })

  it('tells which key file is spoilt, and leaves it and the database as they are', async () => {
    const keyFile = join(data, 'data.key')
    await writeFile(keyFile, 'no key')
    const before = await fingerprint()
    expectRefused(await bench.run(), new RegExp(keyFile), /id:base64/)
    expect(await fingerprint()).toEqual(before)
  })

  it('tells to put back the key file when that is gone, and leaves the database as it is', async () => {
    const before = await fingerprint()
    await rm(join(data, 'data.key'))
    expectRefused(await bench.run(), new RegExp(file), /data\.key back from your backup/)
    expect(existsSync(join(data, 'data.key'))).toBe(false)
    expect((await fingerprint())['opstap.sqlite']).toBe(before['opstap.sqlite'])
  })

  it('says which folder cannot be made or written', async () => {
    const plain = join(bench.folder, 'plain')
    await writeFile(plain, 'a file')
    const [noData, noStore] = await Promise.all([
      bench.run({ DATA_DIR: join(plain, 'data') }),
      bench.run({ STORE: `sqlite:${join(plain, 'opstap.sqlite')}` }),
    ])
    expectRefused(noData, new RegExp(plain), /Check the rights of its folder/)
    expectRefused(noStore, new RegExp(plain), /Check that the folder exists and is writable/)
    expect(await readFile(plain, 'utf8')).toBe('a file')
  })
})
