import { describe, expect, it } from '@jest/globals'
import { compileAmounts, findAmountEnds } from '../../src/content/compile-amounts.ts'
import type { AmountsFile } from '../../src/conversation/dialog-files/amounts-file.ts'

type Amount = AmountsFile['amounts'][number]

const year = { from: '2026-01-01', until: '2026-12-31', source: 'B1' }

function createFile(...amounts: Partial<Amount>[]): AmountsFile {
  return {
    reviewedBy: 'Redactie van de test',
    reviewedOn: '2026-11-01',
    sources: [{ id: 'B1', title: 'Bron', url: 'https://bron.voorbeeld.nl/bedragen', date: '2026-01-01' }],
    amounts: amounts.map((amount) => ({
      id: 'bedrag',
      about: 'Voor de test.',
      unit: 'euro',
      decimals: 2,
      values: [{ value: 14.99, ...year }],
      ...amount,
    })),
  }
}

/** What stands between the sign and the number is a space that does not break. */
const noBreak = '\u00a0'

describe('compileAmounts', () => {
  const write = (amount: Partial<Amount>, tag: string) => compileAmounts(createFile(amount), tag).bedrag?.[0]?.text

  it.each([
    ['nl-NL', 14.99, 2, `€${noBreak}14,99`],
    ['nl-NL', 1470.2, 2, `€${noBreak}1.470,20`],
    ['nl-NL', 1470.5, 0, `€${noBreak}1.471`],
    ['en-GB', 14.99, 2, '€14.99'],
    ['en-GB', 1470.2, 2, '€1,470.20'],
  ])('writes euros in %s: %d with %d decimals', (tag, value, decimals, text) => {
    expect(write({ decimals, values: [{ value, ...year }] }, tag)).toBe(text)
  })

  it.each([
    ['procent', 'nl-NL', 8.5, 1, '8,5'],
    ['procent', 'en-GB', 8.5, 1, '8.5'],
    ['uren', 'nl-NL', 12, 0, '12'],
  ] as const)('writes %s in %s as the number alone', (unit, tag, value, decimals, text) => {
    expect(write({ unit, decimals, values: [{ value, ...year }] }, tag)).toBe(text)
  })

  it('keeps the days on which each value holds', () => {
    const file = createFile({
      id: 'loon',
      decimals: 0,
      values: [
        { value: 1, from: '2026-01-01', until: '2026-06-30', source: 'B1' },
        { value: 2, from: '2026-07-01', until: '2026-12-31', source: 'B1' },
      ],
    })
    expect(compileAmounts(file, 'nl-NL')).toEqual({
      loon: [
        { from: '2026-01-01', until: '2026-06-30', text: `€${noBreak}1` },
        { from: '2026-07-01', until: '2026-12-31', text: `€${noBreak}2` },
      ],
    })
  })
})

describe('findAmountEnds', () => {
  it('takes the last day of the last value', () => {
    const file = createFile(
      {
        id: 'loon',
        values: [
          { value: 1, ...year },
          { value: 2, from: '2027-01-01', until: '2027-06-30', source: 'B1' },
        ],
      },
      { id: 'reis', values: [{ value: 1, ...year }] },
    )
    expect([...findAmountEnds(file)]).toEqual([
      ['loon', '2027-06-30'],
      ['reis', '2026-12-31'],
    ])
  })
})
