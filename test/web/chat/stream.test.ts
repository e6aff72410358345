import { describe, expect, it } from '@jest/globals'
import type { SessionAnswer } from '../../../src/web/chat/session.ts'
import { createStream } from '../../../src/web/chat/stream.ts'
import type { Frame } from '../../../src/web/chat/wire.ts'
import { scriptDirectLine } from './fake-direct-line.ts'

const at = { domain: '/dl', token: 't', conversationId: 'c1' }
const message = { type: 'message', id: 'c1|1', timestamp: '', from: { id: 'x', role: 'bot' }, text: 'Hallo' }

/** Lets everything that is ready run. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

function begin(reads: SessionAnswer<Frame>[] = []) {
  const opens: unknown[] = []
  const sockets: {
    url: string
    open: () => void
    text: (text: string) => void
    close: () => void
    isClosed: boolean
  }[] = []
  const heard: string[] = []
  const told: string[] = []
  const waits: { ms: number; go: () => void }[] = []
  const timers: { ms: number; callBack: () => void }[] = []
  const directLine = scriptDirectLine({ read: reads })
  const stream = createStream({
    directLine,
    session: {
      use: async (request) => {
        const answer = await request(at)
        return answer.outcome === 'expired' || answer.outcome === 'gone' ? { outcome: 'later', afterMs: 0 } : answer
      },
      openStream: async (last) => {
        opens.push(last)
        return { outcome: 'ok', value: { conversationId: 'c1', streamUrl: `ws://a/${opens.length}` } }
      },
    },
    openSocket: (url, on) => {
      const socket = { url, ...on, isClosed: false }
      sockets.push(socket)
      return () => {
        socket.isClosed = true
      }
    },
    wait: (ms) => new Promise((go) => waits.push({ ms, go: () => go() })),
    after: (ms, callBack) => {
      timers.push({ ms, callBack })
      return () => {}
    },
    random: () => 0,
    hear: (_conversationId, messages) => heard.push(...messages.map((one) => one.text)),
    tell: (connection) => told.push(connection),
  })
  return { stream, opens, sockets, heard, told, waits, timers, directLine }
}

describe('a stream', () => {
  it('brings the messages of its frames and overlooks empty ones', async () => {
    const { stream, sockets, heard, told } = begin()
    stream.start()
    stream.start()
    await settle()
    sockets[0]?.open()
    sockets[0]?.text('')
    sockets[0]?.text(JSON.stringify({ activities: [message], watermark: '1' }))
    expect(heard).toEqual(['Hallo'])
    expect(told).toEqual(['online'])
    expect(sockets).toHaveLength(1)
  })

  it('comes back after a lost socket, from the last watermark, with growing pauses', async () => {
    const { stream, opens, sockets, waits, told } = begin()
    stream.start()
    await settle()
    sockets[0]?.open()
    sockets[0]?.text(JSON.stringify({ activities: [message], watermark: '1' }))
    sockets[0]?.close()
    await settle()
    expect(told).toEqual(['online', 'offline'])
    expect(waits.map((wait) => wait.ms)).toEqual([1000])
    waits[0]?.go()
    await settle()
    expect(opens).toEqual([undefined, { conversationId: 'c1', watermark: '1' }])
    expect(sockets[1]?.url).toBe('ws://a/2')
  })

  it('asks for messages by itself when sockets are blocked, and tries a socket again after a while', async () => {
    const frame: Frame = {
      messages: [{ id: 'c1|1', from: 'bot', text: 'Hallo', timestamp: '', buttons: [], pictures: [] }],
      watermark: '1',
    }
    const { stream, sockets, heard, told, waits, directLine } = begin([{ outcome: 'ok', value: frame }])
    stream.start()
    await settle()
    sockets[0]?.close()
    await settle()
    expect(told).toEqual(['online'])
    expect(heard).toEqual(['Hallo'])
    for (let polls = 0; polls < 30; polls++) {
      waits.at(-1)?.go()
      await settle()
    }
    expect(directLine.calls.slice(0, 2)).toEqual(['read c1', 'read c1 1'])
    waits.at(-1)?.go()
    await settle()
    expect(sockets).toHaveLength(2)
  })

  it('gives up a socket that does not open within five seconds', async () => {
    const { stream, sockets, timers, directLine } = begin([{ outcome: 'later', afterMs: 0 }])
    stream.start()
    await settle()
    expect(timers[0]?.ms).toBe(5000)
    timers[0]?.callBack()
    await settle()
    expect(sockets[0]?.isClosed).toBe(true)
    expect(directLine.calls).toEqual(['read c1'])
  })

  it('leaves a connection that may be dead, and hears nothing from it any more', async () => {
    const { stream, sockets, heard, waits } = begin()
    stream.start()
    await settle()
    sockets[0]?.open()
    stream.reconnect()
    sockets[0]?.text(JSON.stringify({ activities: [message], watermark: '1' }))
    await settle()
    expect(waits).toEqual([])
    expect(heard).toEqual([])
    expect(sockets[0]?.isClosed).toBe(true)
    expect(sockets).toHaveLength(2)
  })
})
