import { describe, expect, it } from '@jest/globals'
import {
  deriveConversationId,
  type IncomingActivity,
  parseBody,
  toIncoming,
} from '../../../src/channels/teams/incoming-activity.ts'

const now = new Date('2026-11-23T09:00:00Z')

function read(changes: Record<string, unknown> = {}): IncomingActivity {
  const body = {
    type: 'message',
    id: 'activity-1',
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    conversation: { id: 'a:1', conversationType: 'personal' },
    from: { id: '29:robin', name: 'Robin de Vries' },
    recipient: { id: '28:opstap', name: 'Opstap' },
    text: 'hallo',
    ...changes,
  }
  const parsed = parseBody(new TextEncoder().encode(JSON.stringify(body)))
  if (parsed === undefined) throw new Error('The body could not be read')
  return parsed.incoming
}

function textOf(changes: Record<string, unknown>): string | undefined {
  const incoming = toIncoming(read(changes), now)
  return incoming?.kind === 'activity' ? incoming.activity.text : undefined
}

const mention = { type: 'mention', text: '<at>Opstap</at>', mentioned: { id: '28:opstap', name: 'Opstap' } }

describe('toIncoming', () => {
  it('makes a message ours: with its id as key, our time, and no name', () => {
    expect(toIncoming(read({ locale: 'nl-NL' }), now)).toEqual({
      kind: 'activity',
      key: 'activity-1',
      activity: {
        type: 'message',
        timestamp: '2026-11-23T09:00:00.000Z',
        from: { id: expect.stringMatching(/^bf-user-[0-9a-f]{40}$/), role: 'user' },
        text: 'hallo',
        locale: 'nl-NL',
      },
    })
  })

  it.each([
    ['a mention of the bot', { text: '<at>Opstap</at> hallo', entities: [mention] }, 'hallo'],
    ['two mentions of the bot', { text: '<at>Opstap</at> hallo <at>Opstap</at>', entities: [mention] }, 'hallo'],
    ['only a mention', { text: '<at>Opstap</at>', entities: [mention] }, ''],
    [
      'a mention of somebody else',
      { text: '<at>Kim</at> hallo', entities: [{ ...mention, text: '<at>Kim</at>', mentioned: { id: '29:kim' } }] },
      '<at>Kim</at> hallo',
    ],
    ['an entity of another kind', { entities: [{ type: 'clientInfo', country: 'NL' }] }, 'hallo'],
    ['a mention without text', { entities: [{ type: 'mention', mentioned: { id: '28:opstap' } }] }, 'hallo'],
    ['no text', { text: undefined }, ''],
    ['null as text', { text: null }, ''],
    ['a button that sends a text', { text: null, value: 'Mijn uitkering' }, 'Mijn uitkering'],
    ['a button that sends a text in an object', { text: null, value: { text: 'Mijn uitkering' } }, 'Mijn uitkering'],
    ['a button that sends text and value', { text: 'Menu', value: { text: 'x' } }, 'Menu'],
    ['a card that sends something else', { text: null, value: { keuze: 1 } }, ''],
  ])('reads a message with %s', (_what, changes, text) => {
    expect(textOf(changes)).toBe(text)
  })

  it('takes the HTML copy that Teams adds for no file, and keeps only the kind of a file', () => {
    const html = { contentType: 'text/html', content: '<p>hallo</p>' }
    expect(toIncoming(read({ attachments: [html] }), now)).not.toHaveProperty('activity.attachments')
    const file = { contentType: 'image/png', contentUrl: 'https://example.org/robin.png', name: 'robin.png' }
    expect(toIncoming(read({ attachments: [html, file] }), now)).toHaveProperty('activity.attachments', [
      { contentType: 'image/png' },
    ])
  })

  it('does not take the language of the app for that of the person: who begins in Dutch is answered in Dutch', () => {
    const update = { type: 'conversationUpdate', membersAdded: [{ id: 'someone' }], text: null, locale: 'en-US' }
    expect(toIncoming(read(update), now)).toEqual({ kind: 'start' })
  })

  it.each(['<script>', 'x'.repeat(100), '', null])('leaves out a locale that is none: %j', (locale) => {
    expect(toIncoming(read({ locale }), now)).not.toHaveProperty('activity.locale')
  })

  it('has no key for a message without an id', () => {
    expect(toIncoming(read({ id: undefined }), now)).not.toHaveProperty('key')
  })
})

describe('deriveConversationId', () => {
  it('is the same for one conversation and another one for every other', () => {
    const id = deriveConversationId(read())
    expect(id).toMatch(/^bf-[0-9a-f]{40}$/)
    expect(deriveConversationId(read({ id: 'activity-2', text: 'anders' }))).toBe(id)
    expect(deriveConversationId(read({ conversation: { id: 'a:2' } }))).not.toBe(id)
    expect(deriveConversationId(read({ channelId: 'webchat' }))).not.toBe(id)
  })
})

describe('parseBody', () => {
  it('refuses bytes that are no UTF-8', () => {
    expect(parseBody(new Uint8Array([0x7b, 0xff, 0x7d]))).toBeUndefined()
  })
})
