import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { type Bench, createBench } from './program.ts'
import { type Answer, ask, startTalk } from './talk.ts'

jest.setTimeout(60_000)

let bench: Bench
let undo: (() => void | Promise<void>)[]

beforeEach(async () => {
  bench = await createBench()
  undo = []
})

afterEach(async () => {
  for (const step of undo.toReversed()) await step()
  await bench.clear()
})

function expectComeBack({ status, headers, body }: Answer): void {
  expect(status).toBe(503)
  expect(headers.get('retry-after')).toMatch(/^[1-9]\d*$/)
  expect(body).toEqual({ error: { code: 'ServiceUnavailable', message: expect.stringMatching(/send it again/) } })
}

describe('a database that another program holds', () => {
  it('answers 503 to the sender, keeps nothing half, and handles the same message once when it is free', async () => {
    const program = await bench.start()
    const talk = await startTalk(program.url)
    const before = await talk.history()
    const holder = new DatabaseSync(join(bench.folder, 'data', 'opstap.sqlite'))
    undo.push(() => holder.close())
    holder.exec('BEGIN EXCLUSIVE')
    const key = randomUUID()
    const [sent, secondStart] = await Promise.all([
      talk.type('Kom ik niet in de schulden?', key),
      bench.run(),
      // Reading goes on meanwhile.
      talk.history().then((history) => expect(history).toEqual(before)),
    ])
    expectComeBack(sent)
    expect(secondStart.code).toBe(1)
    expect(secondStart.output).toMatch(/Another program holds the database.*Close it, or wait/)
    expect(secondStart.output).not.toMatch(/^ +at |"stack"/m)
    expect(await talk.history()).toEqual(before)
    holder.exec('ROLLBACK')
    const handled = await talk.type('Kom ik niet in de schulden?', key)
    expect(handled.status).toBe(200)
    expect((await talk.type('Kom ik niet in de schulden?', key)).body).toEqual(handled.body)
    expect(await talk.said()).toEqual(['Kom ik niet in de schulden?'])
    expect((await ask('GET', `${program.url}/healthz`)).status).toBe(200)
  })
})

/** A program on a disk that can be filled and freed. */
interface FullDisk {
  url: string
  /** What the health check answers meanwhile: it writes over a row that is there, so only a disk without any room stops it. */
  health: 200 | 503
  fill(): Promise<void>
  free(): Promise<void>
}

/** The program as it is, on a disk of 8 MB of its own. */
async function onSmallDisk(): Promise<FullDisk> {
  const disk = join(bench.folder, 'disk')
  mkdirSync(disk)
  mountSmallDisk(disk)
  undo.push(() => {
    execFileSync('umount', [disk])
  })
  const program = await bench.start({ DATA_DIR: disk })
  undo.push(async () => {
    program.signal('SIGKILL')
    await program.exited
  })
  const filler = join(disk, 'filler')
  return {
    url: program.url,
    health: 503,
    fill: async () => expect(() => fillDisk(filler)).toThrow(/ENOSPC/),
    free: async () => rmSync(filler),
  }
}

function mountSmallDisk(folder: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder], { stdio: 'ignore' })
}

function fillDisk(filler: string): void {
  for (;;) writeFileSync(filler, Buffer.alloc(4096, 1), { flag: 'a' })
}

/** The same program inside this process, with a database that may not grow. Needs no rights. */
async function onSmallDatabase(): Promise<FullDisk> {
  const folder = join(bench.folder, 'data')
  const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent', SENDS_PER_CONVERSATION: '1000' })
  const app = await createApp(config, { storeLimits: { maxPages: 1000 } })
  undo.push(() => app.close())
  const url = `http://127.0.0.1:${(await app.http.listen(0, '127.0.0.1')).port}`
  const filler = await startTalk(url)
  return {
    url,
    health: 200,
    async fill() {
      let status = 200
      while (status === 200) status = (await filler.type('woorden '.repeat(20_000))).status
      // What is left is too little even for a short message.
      do status = (await filler.type('kort')).status
      while (status === 200)
    },
    free: () => app.store.erase(filler.conversationId),
  }
}

function canMount(): boolean {
  const folder = join(tmpdir(), `opstap-mount-${randomUUID()}`)
  mkdirSync(folder)
  try {
    mountSmallDisk(folder)
    execFileSync('umount', [folder])
    return true
  } catch {
    process.stdout.write(
      'This user may not mount a small disk: "full disk" runs on a database that may not grow only.\n',
    )
    return false
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const disks = [
  { name: 'a database that may not grow', lay: onSmallDatabase },
  ...(canMount() ? [{ name: 'a disk of 8 MB', lay: onSmallDisk }] : []),
]

describe.each(disks)('a full disk: $name', ({ lay }) => {
  it('answers 503 to the sender, keeps nothing half, and handles the same message once when there is room', async () => {
    const { url, health, fill, free } = await lay()
    const talk = await startTalk(url)
    await talk.type('Wie leest dit?')
    const before = await talk.history()
    const { token = '' } = (await ask('POST', `${url}/api/chat/token`)).body
    await fill()
    expectComeBack(await ask('POST', `${url}/v3/directline/conversations`, { token }))
    const key = randomUUID()
    const text = `Kom ik niet in de schulden? ${'Dat houdt me bezig. '.repeat(150)}`
    expectComeBack(await talk.type(text, key))
    expectComeBack(await talk.type(text, key))
    expect((await ask('GET', `${url}/healthz`)).status).toBe(health)
    expect(await talk.history()).toEqual(before)
    await free()
    const handled = await talk.type(text, key)
    expect(handled.status).toBe(200)
    expect((await talk.type(text, key)).body).toEqual(handled.body)
    expect(await talk.said()).toEqual(['Wie leest dit?', text])
    expect((await talk.history()).slice(0, before.length)).toEqual(before)
    expect((await ask('GET', `${url}/healthz`)).status).toBe(200)
  })
})
