import { describe, expect, it } from '@jest/globals'
import { parseIncomingActivity } from '../../../src/channels/directline/incoming-activity.ts'

const now = new Date('2026-03-02T09:00:00Z')
const parse = (more: object) => parseIncomingActivity({ type: 'message', ...more }, 'dl_person', now)
const base = { type: 'message', timestamp: '2026-03-02T09:00:00.000Z', from: { id: 'dl_person', role: 'user' } }

describe('parseIncomingActivity', () => {
  it('refuses text that is no string', () => {
    expect(parse({ text: 5 }).outcome).toBe('refused')
  })

  it.each([
    [{ text: null }],
    [{ attachments: 'x' }],
    [{ attachments: [null] }],
    [{ entities: [null, 3] }],
    [{ channelData: 'x' }],
    [{ channelData: null }],
    [{ from: null }],
    [{ from: 'x' }],
    [{ locale: 7 }],
    [{ locale: 'nl; drop' }],
    [{ name: {} }],
    [{ value: null }],
    [
      {
        id: '../..',
        conversation: { id: 'other' },
        serviceUrl: 'http://127.0.0.1:1/',
        recipient: null,
        timestamp: 'x',
      },
    ],
    [{ suggestedActions: { actions: [] }, replyToId: 'x', channelId: 'x', inputHint: 'x', unknown: 1 }],
  ])('leaves out what is of the wrong kind or not for a client to say: %j (A7)', (more) => {
    expect(parse(more)).toEqual({ outcome: 'activity', activity: base })
  })

  it('keeps the value of a button and the name of an event', () => {
    const sent = { type: 'event', name: 'page/opened', value: [1, { a: null }], locale: 'nl-NL' }
    expect(parseIncomingActivity(sent, 'dl_person', now)).toEqual({
      outcome: 'activity',
      activity: { ...base, ...sent },
    })
  })

  it('keeps of a file only what kind it was', () => {
    const attachments = [{ contentType: 'image/png', name: 'a.png', contentUrl: 'javascript:1', content: { x: 1 } }]
    expect(parse({ attachments })).toMatchObject({
      activity: { attachments: [{ contentType: 'image/png', name: 'a.png' }] },
    })
  })

  it('marks text as plain and mends half characters', () => {
    expect(parse({ text: 'a\ud800b', textFormat: 'markdown' })).toMatchObject({
      activity: { text: 'a\ufffdb', textFormat: 'plain' },
    })
  })

  it('takes the client’s own id as key, when it is one', () => {
    expect(parse({ channelData: { clientActivityID: 'abc' } })).toMatchObject({ key: 'abc' })
    for (const clientActivityID of ['', 7, 'x'.repeat(201)]) {
      expect(parse({ channelData: { clientActivityID } })).not.toHaveProperty('key')
    }
  })

  it('takes no words as key, and knows them again', () => {
    const keyOf = (clientActivityID: string) => {
      const read = parse({ channelData: { clientActivityID } })
      return read.outcome === 'activity' ? read.key : undefined
    }
    const key = keyOf('Zwaantje Bloemkool')
    expect(key).toMatch(/^[\w-]{43}$/)
    expect(keyOf('Zwaantje Bloemkool')).toBe(key)
    expect(keyOf('zwaantje Bloemkool')).not.toBe(key)
  })

  it('lets typing and the end of a conversation pass', () => {
    expect(parse({ type: 'typing' })).toEqual({ outcome: 'passing' })
    expect(parse({ type: 'endOfConversation' })).toEqual({ outcome: 'passing' })
  })
})
