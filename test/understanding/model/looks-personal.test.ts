import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { looksPersonal } from '../../../src/understanding/model/looks-personal.ts'

describe('looksPersonal', () => {
  it.each([
    '06 12345678',
    '111222333',
    'NL91 ABNA 0417 1643 00',
    'wies@voorbeeld.example',
    '０６１２３４５６７８',
    '01-02-1980',
  ])('stops "%s"', (text) => {
    expect(looksPersonal(`bel mij op ${text} graag`)).toBe(true)
  })

  it.each(['12 uur per week, 3 dagen', 'in 2027', 'ik krijg € 1.234,56', 'bel 113 of 112', '[telefoonnummer]'])(
    'lets "%s" pass',
    (text) => {
      expect(looksPersonal(text)).toBe(false)
    },
  )

  it('stops any nine digits, however they are spaced', () => {
    const spaced = fc.array(fc.tuple(fc.nat(9), fc.constantFrom('', ' ', '.', '-', ' - ', '\u200B')), {
      minLength: 9,
      maxLength: 9,
    })
    fc.assert(fc.property(spaced, (parts) => looksPersonal(parts.map(([digit, sign]) => `${digit}${sign}`).join(''))))
  })
})
