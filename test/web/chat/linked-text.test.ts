import { describe, expect, it } from '@jest/globals'
import { splitLinks } from '../../../src/web/chat/linked-text.ts'

describe('splitLinks', () => {
  it('finds an address and leaves the full stop after it outside', () => {
    expect(splitLinks('Kijk op https://www.voorbeeld.nl/werk?a=1#b. Tot dan')).toEqual([
      { text: 'Kijk op ' },
      { text: 'https://www.voorbeeld.nl/werk?a=1#b', url: 'https://www.voorbeeld.nl/werk?a=1#b' },
      { text: '. Tot dan' },
    ])
  })

  it('finds an address between brackets', () => {
    expect(splitLinks('(https://a.nl/b)')[1]).toEqual({ text: 'https://a.nl/b', url: 'https://a.nl/b' })
  })

  it.each(['javascript:alert(1)', 'http://a.nl', 'data:text/html,x', 'www.a.nl'])('makes no link of %s', (text) => {
    expect(splitLinks(text)).toEqual([{ text }])
  })

  it('loses no character', () => {
    const text = 'https://a.nl, https://b.nl! en "https://c.nl/<x>"'
    expect(
      splitLinks(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
  })
})
