import { describe, expect, it } from '@jest/globals'
import { readTranscript } from '../../src/turn/read-transcript.ts'
import type { ActivityEntry, ConversationReader } from '../../src/turn/turn.ts'

/** A log of which the entries up to `erased` are gone. */
function logOf(last: number, { erased = 0, text = 'x' } = {}): Pick<ConversationReader, 'read' | 'lastSequence'> {
  const entries = Array.from({ length: last - erased }, (_, index): ActivityEntry => {
    const from = { id: 'dl_x', role: 'user' } as const
    return {
      sequence: erased + index + 1,
      activity: { type: 'message', timestamp: '2026-11-23T09:00:00Z', from, text },
    }
  })
  return {
    lastSequence: async () => last,
    read: async (_conversationId, after, limit) => entries.filter(({ sequence }) => sequence > after).slice(0, limit),
  }
}

const sequences = ({ entries }: { entries: ActivityEntry[] }) => entries.map(({ sequence }) => sequence)
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)

describe('readTranscript', () => {
  it.each([0, 1, 200, 201, 999])('reads a log of %i entries as a whole, in order and each once', async (last) => {
    const read = await readTranscript(logOf(last), 'c')
    expect(sequences(read)).toEqual(range(1, last))
    expect(read.isCut).toBe(false)
  })

  it.each([
    [350, 100],
    [350, 150],
    [40, 39],
    [40, 40],
  ])('reads what is left of a log of %i entries when the first %i were erased', async (last, erased) => {
    const read = await readTranscript(logOf(last, { erased }), 'c')
    expect(sequences(read)).toEqual(range(erased + 1, last))
    expect(read.isCut).toBe(false)
  })

  it('keeps the newest part of a log that is too long, and says so', async () => {
    const read = await readTranscript(logOf(2500), 'c')
    expect(sequences(read)).toEqual(range(501, 2500))
    expect(read.isCut).toBe(true)
  })

  it('stops earlier when the messages are very long', async () => {
    const read = await readTranscript(logOf(1000, { text: 'x'.repeat(4000) }), 'c')
    expect(sequences(read)).toEqual(range(601, 1000))
    expect(read.isCut).toBe(true)
  })
})
