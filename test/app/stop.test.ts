import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { openStream } from '../channels/directline/open-stream.ts'
import { type Bench, createBench } from './program.ts'
import { resumeTalk, startTalk, type Talk } from './talk.ts'

jest.setTimeout(60_000)

/** What `app.ts` gives requests in hand, and a little for the process to end. */
const graceMs = 11_000

let bench: Bench

beforeEach(async () => {
  bench = await createBench()
})

afterEach(() => bench.clear())

function startTalks(url: string, count: number): Promise<Talk[]> {
  return Promise.all(Array.from({ length: count }, () => startTalk(url)))
}

/** A message that was sent, and the status it got; 0 = the connection ended without an answer. */
interface Sent {
  text: string
  key: string
  status: number
}

async function send(talk: Talk, text: string): Promise<Sent> {
  const key = randomUUID()
  const status = await talk.type(text, key).then(
    (answer) => answer.status,
    () => 0,
  )
  return { text, key, status }
}

describe('stopping with SIGTERM', () => {
  it('finishes the turns in hand, closes streams with 1001, and goes on at the next start', async () => {
    const program = await bench.start()
    const talks = await startTalks(program.url, 6)
    const streams = await Promise.all(talks.map(({ streamUrl }) => openStream(streamUrl)))
    // A lock of another program keeps the turns in hand for as long as the test needs.
    const holder = new DatabaseSync(join(bench.folder, 'data', 'opstap.sqlite'))
    holder.exec('BEGIN IMMEDIATE')
    const sending = talks.map((talk, index) => send(talk, `Bericht ${index}`))
    await Promise.all(talks.map((talk) => talk.history()))
    const stoppedAt = performance.now()
    program.signal('SIGTERM')
    expect(await Promise.all(streams.map(({ closed }) => closed))).toEqual(talks.map(() => 1001))
    program.signal('SIGTERM')
    holder.close()
    const sent = await Promise.all(sending)
    expect(sent.map(({ status }) => status)).toEqual(talks.map(() => 200))
    expect(await program.exited).toMatchObject({ code: 0 })
    expect(performance.now() - stoppedAt).toBeLessThan(graceMs)

    const next = await bench.start()
    for (const [index, talk] of talks.entries()) {
      const resumed = resumeTalk(next.url, talk)
      expect(await resumed.said()).toEqual([`Bericht ${index}`])
      expect((await resumed.history()).at(-1)?.from.role).toBe('bot')
      expect((await resumed.type('Wie leest dit?')).status).toBe(200)
    }
    // Ctrl-C ends it the same way.
    next.signal('SIGINT')
    expect(await next.exited).toMatchObject({ code: 0 })
  })

  it('loses and doubles nothing of a burst: what was not answered is sent again after the next start', async () => {
    const program = await bench.start({ SENDS_PER_CONVERSATION: '1000' })
    const talks = await startTalks(program.url, 8)
    let answered = 0
    const burst = talks.map(async (talk) => {
      const sent: Sent[] = []
      while (sent.every(({ status }) => status === 200)) {
        sent.push(await send(talk, `Bericht ${sent.length}`))
        answered += 1
        if (answered === 60) program.signal('SIGTERM')
        if (answered === 64) program.signal('SIGTERM')
      }
      return sent
    })
    const all = await Promise.all(burst)
    expect(await program.exited).toMatchObject({ code: 0 })
    const refused = all.flat().filter(({ status }) => status !== 200)
    expect(refused.map(({ status }) => status).filter((status) => status !== 0 && status !== 503)).toEqual([])

    const next = await bench.start()
    for (const [index, talk] of talks.entries()) {
      const resumed = resumeTalk(next.url, talk)
      const sent = all[index] ?? []
      for (const { text, key } of sent.filter(({ status }) => status !== 200)) {
        expect((await resumed.type(text, key)).status).toBe(200)
      }
      expect(await resumed.said()).toEqual(sent.map(({ text }) => text))
    }
  })
})
