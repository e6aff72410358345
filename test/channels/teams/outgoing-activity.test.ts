import { describe, expect, it } from '@jest/globals'
import { renderOutgoing } from '../../../src/channels/teams/outgoing-activity.ts'
import type { CardAction, LoggedActivity } from '../../../src/turn/activity.ts'

const teams = 'msteams'
const menu: CardAction = { type: 'imBack', title: 'Menu', value: 'Menu' }
const help: CardAction[] = [
  { type: 'openUrl', title: 'Bel 112', value: 'tel:112' },
  { type: 'openUrl', title: 'Bel 113', value: 'tel:113' },
  { type: 'openUrl', title: 'Bel gratis', value: 'tel:08000113' },
  { type: 'openUrl', title: 'Chat met 113', value: 'https://www.113.nl/chat' },
]

function reply(actions: CardAction[]): LoggedActivity {
  return {
    type: 'message',
    timestamp: '2026-11-23T09:00:00.000Z',
    from: { id: 'opstap', role: 'bot' },
    text: 'Hulp is dichtbij.',
    textFormat: 'plain',
    inputHint: 'expectingInput',
    channelData: { opstap: { topic: 'crisis', step: 'rood', kind: 'crisis', level: 'rood' } },
    replyToSequence: 1,
    ...(actions.length === 0 ? {} : { suggestedActions: { actions } }),
  }
}

describe('renderOutgoing', () => {
  it('keeps the marks and leaves out what only our log knows', () => {
    const sent = renderOutgoing(reply([]), teams)
    expect(sent).toEqual({
      type: 'message',
      text: 'Hulp is dichtbij.',
      textFormat: 'plain',
      inputHint: 'expectingInput',
      channelData: { opstap: { topic: 'crisis', step: 'rood', kind: 'crisis', level: 'rood' } },
    })
  })

  it('writes links out in Teams, so that every number can be read', () => {
    const sent = renderOutgoing(reply([menu, ...help]), teams)
    expect(sent.text).toBe(
      'Hulp is dichtbij.\n\n• Bel 112\n• Bel 113\n• Bel gratis: 08000113\n• Chat met 113: https://www.113.nl/chat',
    )
    expect(sent.suggestedActions?.actions).toEqual([menu])
  })

  it('keeps links as buttons where they can be shown', () => {
    const sent = renderOutgoing(reply([menu, ...help]), 'webchat')
    expect(sent.text).toBe('Hulp is dichtbij.')
    expect(sent.suggestedActions?.actions).toEqual([menu, ...help])
  })

  it('shows six buttons and names the others under the text', () => {
    const many = ['een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven'].map(
      (title): CardAction => ({ type: 'imBack', title, value: title }),
    )
    const sent = renderOutgoing(reply(many), teams)
    expect(sent.suggestedActions?.actions).toHaveLength(6)
    expect(sent.text).toBe('Hulp is dichtbij.\n\n• zeven')
  })

  it('keeps the bot’s own attachments', () => {
    const card = { contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } }
    expect(renderOutgoing({ ...reply([]), attachments: [card] }, teams).attachments).toEqual([card])
  })
})
