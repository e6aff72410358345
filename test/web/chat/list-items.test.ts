import { describe, expect, it } from '@jest/globals'
import { splitItems } from '../../../src/web/chat/list-items.ts'

describe('splitItems', () => {
  it('gives each item of a list a piece of its own, and keeps the lines between them together', () => {
    expect(splitItems('Hier kun je terecht:\nBel gerust.\n• Een. Loket.\n• Twee.\nTot dan')).toEqual([
      { text: 'Hier kun je terecht:\nBel gerust.' },
      { marker: '• ', text: 'Een. Loket.' },
      { marker: '• ', text: 'Twee.' },
      { text: 'Tot dan' },
    ])
  })

  it('takes numbered lines for items too', () => {
    expect(splitItems('De stappen.\n1. Kijken\n10. Werken').map(({ marker }) => marker)).toEqual([
      undefined,
      '1. ',
      '10. ',
    ])
  })

  it.each(['', 'Een gewone zin.\n\nEn nog een.', 'Op 1. mei', '2 keer per week\n7.5 uur', '•zonder spatie'])(
    'leaves %j whole',
    (text) => {
      expect(splitItems(text)).toEqual([{ text }])
    },
  )
})
