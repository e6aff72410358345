import { describe, expect, it } from '@jest/globals'
import { renderTranscript } from '../../../src/web/chat/transcript-text.ts'

describe('renderTranscript', () => {
  it('says who said what and when, with the numbers of a crisis message', () => {
    const text = renderTranscript(
      [
        { key: 'a', from: 'user', text: 'hallo', timestamp: '2026-11-23T09:00:00Z', delivery: 'in-log', links: [] },
        {
          key: 'b',
          from: 'bot',
          text: 'Bel 113.',
          timestamp: '',
          delivery: 'in-log',
          links: [{ type: 'openUrl', title: '113 bellen', value: 'tel:113' }],
        },
      ],
      new Date('2026-11-23T10:00:00Z'),
      'Europe/Amsterdam',
    )
    expect(text).toBe(
      'Gesprek met Opstap\nmaandag 23 november 2026 om 11:00\n\nJij (10:00):\nhallo\n\nOpstap (computer):\nBel 113.\n- 113 bellen: tel:113\n',
    )
  })
})
