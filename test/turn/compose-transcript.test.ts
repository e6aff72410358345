import { describe, expect, it } from '@jest/globals'
import type { Content } from '../../src/conversation/content.ts'
import type { LoggedActivity } from '../../src/turn/activity.ts'
import { composeTranscript, type Transcript } from '../../src/turn/compose-transcript.ts'
import { sampleContent, sampleTopics, sampleWords } from '../conversation/sample-content.ts'

const now = new Date('2026-11-24T08:05:00Z')

function content(): Content {
  const sample = sampleContent()
  const number = { source: 'https://example.org', checkedOn: '2026-11-01', checkBefore: '2027-05-01' }
  const dutch = {
    ...sampleWords(sampleTopics(), { tag: 'nl-NL', language: 'Dutch' }),
    crisis: {
      ...sampleWords({}, { tag: 'nl-NL', language: '' }).crisis,
      help: ['line', 'alarm'],
      numbers: [
        { ...number, id: 'alarm', name: '112', label: 'Call 112', url: 'tel:112', about: 'Danger.' },
        { ...number, id: 'line', name: 'The line', label: 'Call 088', url: 'tel:088', about: 'To talk.' },
        { ...number, id: 'unused', name: 'x', label: 'x', url: 'tel:0', about: 'x' },
      ],
    },
  }
  return {
    ...sample,
    locales: { nl: dutch, en: sampleWords(sampleTopics(), { tag: 'en-GB', language: 'English' }) },
  }
}

function compose(activities: LoggedActivity[], isCut = false): Transcript {
  const entries = activities.map((activity, index) => ({ sequence: index + 1, activity }))
  return composeTranscript({ entries, isCut }, content(), now)
}

const bot = (text: string, more: Partial<LoggedActivity> = {}): LoggedActivity => ({
  type: 'message',
  timestamp: '2026-11-23T09:00:00Z',
  from: { id: 'opstap', name: 'Opstap', role: 'bot' },
  text,
  locale: 'nl-NL',
  ...more,
})
const person = (text: string, more: Partial<LoggedActivity> = {}): LoggedActivity => {
  const { locale: _none, ...rest } = bot(text)
  return { ...rest, from: { id: 'dl_x', role: 'user' }, ...more }
}
const messages = (transcript: Transcript) => transcript.days.flatMap((day) => day.messages)

describe('composeTranscript', () => {
  it('says in words who speaks, and when', () => {
    const human = bot('Dag.', { from: { id: 'human', name: 'jobcoach', role: 'bot' } })
    expect(messages(compose([bot('Hallo.'), person('hoi'), human]))).toMatchObject([
      { from: 'bot', who: 'transcript-bot', time: '10.00', text: 'Hallo.' },
      { from: 'you', who: 'transcript-you', time: '10.00', text: 'hoi' },
      { from: 'human', who: 'transcript-human jobcoach', time: '10.00', text: 'Dag.' },
    ])
  })

  it('puts messages under the day on which they were said, where the reader lives', () => {
    const late = bot('Nog wakker?', { timestamp: '2026-11-23T23:30:00Z' })
    expect(
      compose([bot('Hallo.'), person('hoi'), late]).days.map(({ day, messages: { length } }) => [day, length]),
    ).toEqual([
      ['maandag 23 november', 2],
      ['dinsdag 24 november', 1],
    ])
  })

  it('says when it was made, with the year', () => {
    expect(compose([]).saved).toBe('transcript-saved moment 24 november 2026 9.05')
  })

  it('numbers each source once, in the order in which the answers came', () => {
    const source = (id: string) => ({ id, title: `Bron ${id}`, url: `https://example.org/${id}`, date: '2026' })
    const transcript = compose([
      bot('Een.', { basis: { sources: [source('b'), source('a')], reviewedOn: '2026-11-01' } }),
      bot('Twee.', { basis: { sources: [source('a')], reviewedOn: '2026-11-01' } }),
      bot('Drie.', { basis: { sources: [source('a')], reviewedOn: '2026-11-02' } }),
    ])
    expect(messages(transcript).map((message) => message.sources)).toEqual([[1, 2], [2], [3]])
    expect(transcript.sources).toEqual([
      { title: 'Bron b', url: 'https://example.org/b', reviewed: 'transcript-reviewed 1 november 2026' },
      { title: 'Bron a', url: 'https://example.org/a', reviewed: 'transcript-reviewed 1 november 2026' },
      { title: 'Bron a', url: 'https://example.org/a', reviewed: 'transcript-reviewed 2 november 2026' },
    ])
  })

  it('keeps numbers and pages that stood under a message, and no buttons that were not chosen', () => {
    const actions = [
      { type: 'openUrl', title: '113 bellen', value: 'tel:113' } as const,
      { type: 'openUrl', title: 'Chat', value: 'https://www.113.nl' } as const,
      { type: 'imBack', title: 'Verder', value: 'Verder' } as const,
    ]
    expect(messages(compose([bot('Bel.', { suggestedActions: { actions } })]))[0]?.links).toEqual([
      { label: '113 bellen', address: '113' },
      { label: 'Chat', address: 'https://www.113.nl' },
    ])
  })

  it('keeps pictures of the bot, and of the files of a person their names only', () => {
    const svg = 'data:image/svg+xml;base64,PHN2Zy8+'
    const attachments = [{ contentType: 'image/svg+xml', contentUrl: svg, name: 'De ladder' }]
    const shown = messages(compose([bot('Kijk.', { attachments })]))[0]
    expect(shown?.pictures).toEqual([{ name: 'De ladder', url: svg }])
    const sent = compose([
      person('', {
        attachments: [{ contentType: 'image/png', contentUrl: 'https://x/files/1?t=secret', name: 'a.png' }],
      }),
      person('', { attachments: [{ contentType: 'image/svg+xml', contentUrl: svg }] }),
    ])
    expect(messages(sent).map(({ files, pictures }) => ({ files, pictures }))).toEqual([
      { files: ['transcript-file a.png'], pictures: [] },
      { files: ['transcript-file image/svg+xml'], pictures: [] },
    ])
    expect(JSON.stringify(sent)).not.toContain('secret')
  })

  it.each(['https://elders.example/p.svg', 'data:text/html;base64,PHN2Zy8+', 'data:image/svg+xml;base64,"onerror="x'])(
    'takes over no picture from %s',
    (contentUrl) => {
      const attachments = [{ contentType: 'image/svg+xml', contentUrl, name: 'x' }]
      expect(messages(compose([bot('Kijk.', { attachments })]))[0]?.pictures).toEqual([])
    },
  )

  it('leaves out events, and what holds nothing to read', () => {
    expect(compose([person('klik', { type: 'event' }), person(' \n')]).days).toEqual([])
  })

  it('is in the language the bot spoke last, and names that of what was said in another', () => {
    const transcript = compose([bot('Hallo.'), person('hello'), bot('Hello.', { locale: 'en-GB' })])
    expect(transcript.tag).toBe('en-GB')
    expect(messages(transcript).map(({ tag }) => tag)).toEqual(['nl-NL', undefined, undefined])
    expect(transcript.days[0]?.day).toMatch(/Monday/)
    expect(compose([bot('?', { locale: 'xx' })]).tag).toBe('nl-NL')
  })

  it('is in the language of the conversation when the last message is of a topic that is not translated', () => {
    const channelData = { opstap: { topic: 'back', step: 'feeling', kind: 'answer', conversationLocale: 'en-GB' } }
    const transcript = compose([bot('Hello.', { locale: 'en-GB' }), bot('Hallo.', { channelData })])
    expect(transcript.tag).toBe('en-GB')
    expect(messages(transcript).map(({ tag }) => tag)).toEqual([undefined, 'nl-NL'])
  })

  it('ends with the numbers that are always on the page, in their order', () => {
    expect(compose([]).help).toEqual(['The line: Call 088. To talk.', 'Call 112. Danger.'])
  })

  it('says that it was cut, and how much is there', () => {
    expect(compose([bot('Een.'), person('twee')], true).cut).toBe('transcript-cut 2')
    expect(compose([bot('Een.')])).not.toHaveProperty('cut')
  })

  it('takes out signs that steer a screen, and leaves words of a person that look like a variable', () => {
    const said = messages(compose([person('a\u001b[31mb\u0000\r\nc\t{tijd}')]))[0]
    expect(said?.text).toBe('a[31mb\nc\t{tijd}')
  })
})
