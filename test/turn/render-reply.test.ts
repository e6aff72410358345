import { describe, expect, it } from '@jest/globals'
import type { Reply } from '../../src/conversation/decision.ts'
import { renderReply } from '../../src/turn/render-reply.ts'

const at = new Date('2026-11-23T09:00:00Z')
const reply = (more: Partial<Reply> = {}): Reply => ({
  text: 'words',
  locale: 'nl-NL',
  buttons: [{ label: 'call 113', url: 'tel:113' }, { label: 'a human' }],
  marks: { topic: 'system', step: 'menu', kind: 'system' },
  ...more,
})

describe('renderReply', () => {
  it('carries the marks for machines and says who speaks, without a first name', () => {
    expect(renderReply(reply(), at, 4)).toMatchObject({
      type: 'message',
      timestamp: '2026-11-23T09:00:00.000Z',
      from: { id: 'opstap', role: 'bot' },
      textFormat: 'plain',
      channelData: { opstap: { topic: 'system', step: 'menu', kind: 'system' } },
      replyToSequence: 4,
    })
  })

  it('sends the label of a button back, and opens the address of a link', () => {
    expect(renderReply(reply(), at, undefined).suggestedActions?.actions).toEqual([
      { type: 'openUrl', title: 'call 113', value: 'tel:113' },
      { type: 'imBack', title: 'a human', value: 'a human' },
    ])
  })

  it('says in which language a button is when that is told', () => {
    const buttons = [{ label: 'insan', locale: 'tr' }]
    expect(renderReply(reply({ buttons }), at, undefined).suggestedActions?.actions).toEqual([
      { type: 'imBack', title: 'insan', value: 'insan', channelData: { opstap: { locale: 'tr' } } },
    ])
  })

  it('expects no answer when there is nothing to choose', () => {
    const plain = renderReply(reply({ buttons: [] }), at, undefined)
    expect(plain.suggestedActions).toBeUndefined()
    expect(plain.inputHint).toBe('acceptingInput')
  })

  it('puts the links of a crisis message on a card too, because suggested actions vanish at the first tap', () => {
    const crisis = reply({ marks: { topic: 'crisis', step: 'oranje', kind: 'crisis', level: 'oranje' } })
    expect(renderReply(crisis, at, 1).attachments).toEqual([
      {
        contentType: 'application/vnd.microsoft.card.hero',
        content: { buttons: [{ type: 'openUrl', title: 'call 113', value: 'tel:113' }] },
      },
    ])
    expect(renderReply(reply(), at, 1).attachments).toBeUndefined()
  })
})
