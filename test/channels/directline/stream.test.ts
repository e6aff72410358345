import { describe, expect, it } from '@jest/globals'
import type { WebSocket } from 'ws'
import { createStream } from '../../../src/channels/directline/stream.ts'
import type { ActivityEntry } from '../../../src/turn/turn.ts'

const log = { info: () => {}, warn: () => {}, error: () => {} }

/** A conversation in memory whose readings the test releases one by one, and a socket that keeps its frames. */
function setUp(count: number, after = 0) {
  const entries: ActivityEntry[] = []
  let hear: (entries: ActivityEntry[]) => void = () => {}
  let reads = 0
  const sent: number[][] = []
  const flushed: (() => void)[] = []
  const socket = {
    OPEN: 1,
    readyState: 1,
    bufferedAmount: 0,
    send: (json: string, done: () => void) => {
      const { activities } = JSON.parse(json) as { activities: { id: string }[] }
      sent.push(activities.map(({ id }) => Number(id.split('|')[1])))
      flushed.push(done)
    },
    close: () => {},
  }
  const add = (texts = 1, text = 'x'): ActivityEntry[] => {
    const added = Array.from(
      { length: texts },
      (_, index): ActivityEntry => ({
        sequence: entries.length + 1 + index,
        activity: { type: 'message', timestamp: '', from: { id: 'x', role: 'user' }, text },
      }),
    )
    entries.push(...added)
    return added
  }
  add(count)
  const stream = createStream({
    socket: socket as unknown as WebSocket,
    conversationId: 'c',
    after,
    log,
    reader: {
      read: async (_id, from, limit) => {
        reads += 1
        return entries.filter(({ sequence }) => sequence > from).slice(0, limit)
      },
      follow: (_id, follower) => {
        hear = follower
        return () => {}
      },
    },
  })
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
  }
  const flush = async (): Promise<void> => {
    await settle()
    for (let next = flushed.shift(); next !== undefined; next = flushed.shift()) {
      next()
      await settle()
    }
  }
  return { stream, socket, sent, add, flush, settle, tell: (told: ActivityEntry[]) => hear(told), reads: () => reads }
}

describe('createStream', () => {
  it('sends entries that continue where it stands without reading the log', async () => {
    const { add, tell, sent, flush, reads } = setUp(1)
    await flush()
    const before = reads()
    tell(add(2))
    await flush()
    expect(sent).toEqual([[1], [2, 3]])
    expect(reads()).toBe(before)
  })

  it('reads the log when a hint was lost, so that nothing is missing', async () => {
    const { add, tell, sent, flush } = setUp(1)
    await flush()
    add()
    tell(add())
    await flush()
    expect(sent).toEqual([[1], [2, 3]])
  })

  it('sends nothing twice when a hint comes twice, late, or while it reads', async () => {
    const { add, tell, sent, flush } = setUp(2)
    const third = add()
    tell(third)
    await flush()
    tell(third)
    tell([])
    await flush()
    expect(sent.flat()).toEqual([1, 2, 3])
  })

  it('waits with a slow client until what was sent has left', async () => {
    const { add, tell, sent, socket, flush, settle } = setUp(250)
    await settle()
    expect(sent.map((set) => set.length)).toEqual([200])
    await flush()
    expect(sent.map((set) => set.length)).toEqual([200, 50])
    socket.bufferedAmount = 10_000_000
    tell(add())
    tell(add())
    await settle()
    await flush()
    expect(sent.flat()).toEqual(Array.from({ length: 252 }, (_, index) => index + 1))
  })

  it('splits very long conversations into several sets', async () => {
    const { add, tell, sent, flush } = setUp(0)
    await flush()
    tell(add(5, 'x'.repeat(600_000)))
    await flush()
    expect(sent).toEqual([[1, 2], [3, 4], [5]])
  })

  it('sends nothing after it was stopped', async () => {
    const { add, tell, sent, stream, flush } = setUp(1)
    await flush()
    stream.stop()
    tell(add())
    stream.recheck()
    await flush()
    expect(sent).toEqual([[1]])
  })
})
