import { describe, expect, it } from '@jest/globals'
import { parseFrame, parseGrant, parseMessage, parseOpenConversation } from '../../../src/web/chat/wire.ts'

const message = {
  type: 'message',
  id: 'c|1',
  timestamp: '2026-11-23T09:00:00Z',
  from: { id: 'x', role: 'bot' },
  text: 'Hallo',
}

describe('parseMessage', () => {
  it('reads text, marks and buttons of the bot', () => {
    const raw = {
      ...message,
      locale: 'nl-NL',
      channelData: { opstap: { topic: 'uitkering', step: 'bijstand', kind: 'answer', explain: ['korter', 'anders'] } },
      suggestedActions: { actions: [{ type: 'imBack', title: 'Ja', value: 'Ja' }] },
    }
    expect(parseMessage(raw)).toEqual({
      id: 'c|1',
      from: 'bot',
      text: 'Hallo',
      timestamp: '2026-11-23T09:00:00Z',
      buttons: [{ type: 'imBack', title: 'Ja', value: 'Ja' }],
      pictures: [],
      locale: 'nl-NL',
      marks: { topic: 'uitkering', step: 'bijstand', kind: 'answer', explain: ['korter'] },
    })
  })

  it('reads in which language a button is, and nothing else that stands in it', () => {
    const button = { type: 'imBack', title: 'Bir insan', value: 'Bir insan' }
    const actions = [
      { ...button, channelData: { opstap: { locale: 'tr', more: 1 } } },
      { ...button, channelData: { opstap: { locale: 7 } } },
      { ...button, channelData: 'tr' },
    ]
    expect(parseMessage({ ...message, suggestedActions: { actions } })?.buttons).toEqual([
      { ...button, channelData: { opstap: { locale: 'tr' } } },
      button,
      button,
    ])
  })

  it('reads in which language the conversation is, when the message is in another', () => {
    const opstap = { topic: 'loon', step: 'say-1', kind: 'answer', conversationLocale: 'en-GB' }
    expect(parseMessage({ ...message, channelData: { opstap } })?.marks?.conversationLocale).toBe('en-GB')
  })

  it('reads the id this page gave to a message of the person', () => {
    const raw = { ...message, from: { id: 'p', role: 'user' }, channelData: { clientActivityID: 'm1' } }
    expect(parseMessage(raw)).toMatchObject({ from: 'user', clientActivityId: 'm1' })
  })

  it('reads a picture of the bot, and none that would be fetched from elsewhere', () => {
    const svg = 'data:image/svg+xml;base64,PHN2Zy8+'
    const attachments = [
      { contentType: 'image/svg+xml', contentUrl: svg, name: 'De ladder' },
      { contentType: 'image/png', contentUrl: 'https://elders.example/p.png', name: 'Elders' },
      { contentType: 'image/svg+xml', contentUrl: 'data:text/html;base64,PHN2Zy8+', name: 'Anders' },
      { contentType: 'image/svg+xml', contentUrl: svg },
      null,
    ]
    expect(parseMessage({ ...message, attachments })?.pictures).toEqual([{ name: 'De ladder', url: svg }])
  })

  it.each(['javascript:alert(1)', 'http://a.nl', 'data:text/html,x'])('drops a button that would open %s', (value) => {
    const raw = { ...message, suggestedActions: { actions: [{ type: 'openUrl', title: 'Open', value }] } }
    expect(parseMessage(raw)?.buttons).toEqual([])
  })

  it.each([
    { type: 'typing' },
    { type: 'event', name: 'x' },
    null,
    'text',
    { ...message, from: null },
    { ...message, id: 5 },
  ])('leaves out what is no message: %j', (raw) => {
    expect(parseMessage(raw)).toBeUndefined()
  })
})

describe('parseFrame', () => {
  it('reads messages in order with the watermark', () => {
    expect(parseFrame({ activities: [message, { type: 'typing' }], watermark: '4' })).toMatchObject({
      messages: [{ id: 'c|1' }],
      watermark: '4',
    })
  })

  it('reads nothing from an empty frame', () => {
    expect(parseFrame(undefined)).toBeUndefined()
    expect(parseFrame({})).toBeUndefined()
  })
})

describe('parseGrant', () => {
  it('reads seconds as milliseconds and takes the slash from the end of the address', () => {
    expect(parseGrant({ token: 't', expires_in: 1800, domain: '/v3/directline/' })).toEqual({
      token: 't',
      expiresInMs: 1_800_000,
      domain: '/v3/directline',
    })
  })

  it('reads nothing without a token', () => {
    expect(parseGrant({ expires_in: 5 })).toBeUndefined()
  })
})

describe('parseOpenConversation', () => {
  it('leaves out what the server left out', () => {
    expect(parseOpenConversation({ conversationId: 'c' })).toEqual({ conversationId: 'c' })
    expect(parseOpenConversation({ id: 'c' })).toBeUndefined()
  })
})
