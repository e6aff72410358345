import { describe, expect, it } from '@jest/globals'
import { createState } from '../../src/conversation/state.ts'
import { wordsIn } from '../../src/conversation/words-in.ts'
import type { LoggedActivity } from '../../src/turn/activity.ts'
import { redactIncoming } from '../../src/turn/redact-incoming.ts'
import type { TurnInput } from '../../src/turn/turn.ts'
import { sampleContent } from '../conversation/sample-content.ts'

const words = wordsIn(sampleContent())
const state = createState('sample')
const secret = 'bsn 111222333, 06 12345678'
const masked = 'bsn [bsn], [phone]'

const base: LoggedActivity = {
  type: 'message',
  timestamp: '2026-11-23T09:00:00.000Z',
  from: { id: 'dl_test', role: 'user' },
}
const inputOf = (activity: Partial<LoggedActivity>, more: Partial<TurnInput> = {}): TurnInput => ({
  conversationId: 'c1',
  channel: 'directline',
  incoming: { kind: 'activity', activity: { ...base, ...activity }, key: 'k1' },
  ...more,
})
const keptOf = (activity: Partial<LoggedActivity>) => {
  const { incoming } = redactIncoming(inputOf(activity), state, words)
  return incoming.kind === 'activity' ? incoming.activity : undefined
}

describe('redactIncoming', () => {
  it.each<[string, Partial<LoggedActivity>, Partial<LoggedActivity>]>([
    ['text', { text: secret }, { text: masked }],
    ['the name of an event', { type: 'event', name: secret }, { type: 'event', name: masked }],
    ['a value that is text', { value: secret }, { value: masked }],
    ['a value that is a number', { value: 111222333 }, { value: '[bsn]' }],
    [
      'what a card sends',
      { value: { note: [secret, { deep: secret }], chosen: 'ja', hours: 12, [secret]: true, none: null } },
      { value: { note: [masked, { deep: masked }], chosen: 'ja', hours: 12, [masked]: true, none: null } },
    ],
    [
      'what a client adds for itself',
      { channelData: { clientActivityID: '06-12345678-abc', note: secret } },
      { channelData: { clientActivityID: '06-12345678-abc', note: masked } },
    ],
    [
      'an id with words in it',
      { channelData: { clientActivityID: secret } },
      { channelData: { clientActivityID: masked } },
    ],
    [
      'the name and kind of a file',
      { attachments: [{ contentType: secret, name: `${secret}.pdf`, contentUrl: 'https://x.example/111222333' }] },
      { attachments: [{ contentType: masked, name: `${masked}.pdf`, contentUrl: 'https://x.example/111222333' }] },
    ],
    ['an attachment of another form', { attachments: [secret, 7] }, { attachments: [masked, 7] }],
  ])('masks %s', (_what, sent, kept) => {
    expect(keptOf(sent)).toEqual({ ...base, ...kept })
  })

  it('masks the names of files, and leaves their bytes', () => {
    const bytes = Buffer.from(secret)
    const file = { id: 'f1', contentType: 'text/plain', name: 'brief 06 12345678.txt', bytes }
    expect(redactIncoming(inputOf({}, { files: [file] }), state, words).files).toEqual([
      { ...file, name: 'brief [phone].txt' },
    ])
  })

  it('leaves a button as it is, and everything else of the input', () => {
    const value = { explain: 'waarom', topic: 'money', step: 'answer-a/makkelijker' }
    const input = inputOf({ text: 'Waarom zeg je dit?', value, locale: 'nl-NL' }, { mustExist: true })
    expect(redactIncoming(input, state, words)).toEqual(input)
    const start: TurnInput = {
      conversationId: 'c1',
      channel: 'directline',
      incoming: { kind: 'start', region: 'twente' },
    }
    expect(redactIncoming(start, state, words)).toEqual(start)
  })
})
