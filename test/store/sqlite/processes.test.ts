import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createCodec } from '../../../src/privacy/codec.ts'
import type { Store } from '../../../src/store/contract.ts'
import { openSqliteStore } from '../../../src/store/sqlite/open-sqlite-store.ts'
import { makeFolder, removeFolder, testKey } from './sqlite-engine.ts'

const script = join(import.meta.dirname, 'committing-process.ts')
const partitions = ['p0', 'p1', 'p2', 'p3']

let folder: string
let file: string
let children: ChildProcess[]

beforeEach(async () => {
  folder = await makeFolder()
  file = join(folder, 'data', 'opstap.sqlite')
  children = []
})

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  await removeFolder(folder)
})

describe('SQLite store and processes', () => {
  it('loses nothing acknowledged when the process is killed in the middle of commits, time after time', async () => {
    const acknowledged: string[] = []
    for (let round = 0; round < 5; round++) {
      acknowledged.push(...(await killAfter(300 + 57 * round, `round${round}`)))
      const store = await openStore()
      const stored = await readEverything(store)
      expect(acknowledged.filter((line) => !stored.lines.has(line))).toEqual([])
      expect(stored.gaps).toEqual([])
      expect(stored.torn).toEqual([])
      await store.close()
    }
    expect(acknowledged.length).toBeGreaterThan(2000)
  })

  it('lets two processes make and write one new file at the same time, without gaps, doubles or losses', async () => {
    const [first, second] = await Promise.all([runToEnd('first', 160), runToEnd('second', 160)])
    const store = await openStore()
    const stored = await readEverything(store)
    expect([...first, ...second].toSorted()).toEqual([...stored.lines].toSorted())
    expect(stored.lines.size).toBe(320)
    expect(stored.gaps).toEqual([])
    expect(stored.torn).toEqual([])
    expect((await store.countJobs()).planned).toBe(320)
    await store.close()
  })
})

function openStore(): Promise<Store> {
  return openSqliteStore({ file, codec: createCodec([testKey]) })
}

function start(name: string, count: number): ChildProcess {
  const child = spawn(process.execPath, [script, file, name, String(count)], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  return child
}

async function runToEnd(name: string, count: number): Promise<string[]> {
  const child = start(name, count)
  const lines = collectLines(child)
  const [code] = await once(child, 'close')
  expect(code).toBe(0)
  return lines()
}

/** Kills with a signal that cannot be caught, and returns what was acknowledged until then. */
async function killAfter(lineCount: number, name: string): Promise<string[]> {
  const child = start(name, 0)
  const lines = collectLines(child, (seen) => {
    if (seen >= lineCount) child.kill('SIGKILL')
  })
  const [, signal] = await once(child, 'close')
  expect(signal).toBe('SIGKILL')
  return lines()
}

/** @returns a function that gives the whole lines printed so far */
function collectLines(child: ChildProcess, hear: (count: number) => void = () => undefined): () => string[] {
  let text = ''
  const whole = () => text.split('\n').slice(0, -1)
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
    hear(whole().length)
  })
  return whole
}

/** Everything that is stored, in the words of the child, and what must not be: gaps and half commits. */
async function readEverything(store: Store) {
  const lines = new Set<string>()
  const gaps: string[] = []
  const torn: string[] = []
  for (const partition of partitions) {
    const entries = await store.readLog(partition, 'activities', 0, 1_000_000)
    for (const [index, { sequence, value, key }] of entries.entries()) {
      lines.add(`${partition} ${sequence} ${value}`)
      if (sequence !== index + 1) gaps.push(`${partition} ${sequence}`)
      if (key !== value) torn.push(`${partition} ${sequence}: name`)
    }
    const last = entries.at(-1)
    const document = await store.get(partition, 'state', 'latest')
    if (document?.value !== last?.value || document?.version !== last?.sequence) torn.push(`${partition}: document`)
    if ((await store.lastSequence(partition, 'activities')) !== entries.length) torn.push(`${partition}: head`)
  }
  if ((await store.countJobs()).planned !== lines.size) torn.push('jobs')
  return { lines, gaps, torn }
}
