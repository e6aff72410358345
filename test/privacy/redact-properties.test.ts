import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { redact } from '../../src/privacy/redact.ts'
import { passesElevenTest } from '../../src/privacy/redaction/check-digits.ts'
import { createRandom } from '../../src/understanding/create-random.ts'
import { marks } from './marks.ts'

const textOf = (text: string) => redact(text, marks).text

/** Pieces of which hostile and ordinary messages are made. */
const pieces = [
  ...['06', '12345678', '111222333', '111 222 334', 'NL91', 'ABNA0417164300', '0031', '+', '(0)', '4111111111111111'],
  ...['bsn', 'mijn naam is', 'ik heet', 'ik ben', 'Zwaantje', 'van der', 'Verzonnenstraat', '12', '7511 AB', 'ab'],
  ...['geboren', '3-5-1985', '3 mei', '1985', 'dossier', 'kenteken', 'AB-12-CD', 'SPECI2014', '@', 'a@b.example'],
  ...[
    '113',
    '0800-0113',
    '€',
    'euro',
    'uur',
    '[naam]',
    '[burgerservicenummer]',
    '[',
    ']',
    '\u200b',
    '\u0000',
    '\ud83d',
  ],
  ...['woon op de', 'postcode', 'tel', 'mevr.', 'groetjes', '\n', ' ', '.', '-', ','],
]
const messages = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(' ')),
)

describe('redact, whatever is typed,', () => {
  it('changes nothing when it is done twice', () => {
    fc.assert(
      fc.property(messages, (text) => {
        const once = redact(text, marks)
        expect(redact(once.text, marks)).toEqual({ text: once.text, found: [] })
      }),
      { numRuns: 3000 },
    )
  })

  it('says that it found something exactly when it changed something', () => {
    fc.assert(
      fc.property(messages, (text) => {
        const { text: kept, found } = redact(text, marks)
        expect(found.length > 0).toBe(kept !== text)
        expect(new Set(found).size).toBe(found.length)
      }),
      { numRuns: 1000 },
    )
  })

  it('keeps every help number that stands by itself', () => {
    const number = fc.constantFrom('112', '113', '0800-0113', '0800 2000', '088 0767 000', '0900-8844', '08000188')
    fc.assert(
      fc.property(number, messages, messages, (help, before, after) => {
        expect(textOf(`${before} bel ${help}! ${after}`)).toContain(help)
      }),
      { numRuns: 1000 },
    )
  })

  it('leaves hours, days, years, amounts, times and dates as they are', () => {
    const two = (value: number) => String(value).padStart(2, '0')
    const thing = fc.oneof(
      fc
        .tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom('uur', 'dagen', 'uur per week'))
        .map((p) => p.join(' ')),
      fc.integer({ min: 2013, max: 2099 }).map((year) => `in ${year}`),
      fc.integer({ min: 1, max: 9999 }).map((amount) => `€ ${amount.toLocaleString('nl-NL')}`),
      fc.integer({ min: 1, max: 99999 }).map((amount) => `${amount} euro`),
      fc
        .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 11 }))
        .map(([h, m]) => `${h}.${two(m * 5)} uur`),
      fc
        .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 2013, max: 2099 }))
        .map(([d, m, y]) => `op ${d}-${m}-${y}`),
    )
    fc.assert(
      fc.property(fc.array(thing, { maxLength: 6 }), (things) => {
        const text = `ik wil ${things.join(', ')} en dan ${things.join(' of ')}`
        expect(textOf(text)).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('100,000 numbers with anything between their digits', () => {
  const count = 100_000
  const random = createRandom(4)
  const upTo = (most: number) => Math.floor(random() * most)
  const pick = <T>(all: readonly T[]): T => all[upTo(all.length)] as T
  const digits = (length: number) => random().toFixed(length).slice(-length)
  const spread = (number: string) =>
    [...number]
      .map((char) => char + pick(['', '', '', ' ', '.', '-']))
      .join('')
      .replace(/[ .-]$/, '')
  const frames = ['%', 'mijn nummer: %.', 'Het is % hoor', 'bel me (%)', 'ik wil werken %, en dan']
  /** Many in one text, which costs less than a text for each. */
  const together = 25

  function findLeak(create: () => string): string | undefined {
    for (let tried = 0; tried < count; tried += together) {
      const parts = Array.from({ length: together }, () => pick(frames).replace('%', create()))
      const kept = textOf(parts.join(' en dan\n'))
      if (/\d/.test(kept)) return kept.split('\n').find((line) => /\d/.test(line))
    }
    return undefined
  }

  /** Eight digits, and the one that makes them pass; some have none. */
  function createBsn(): string {
    for (;;) {
      const first = digits(8)
      const last = [...first].reduce((sum, digit, index) => sum + (9 - index) * +digit, 0) % 11
      if (last < 10 && passesElevenTest(first + last)) return spread(first + last)
    }
  }

  const createPhone = () => {
    const own = String(1 + upTo(9)) + digits(8)
    return pick([
      `0${spread(own)}`,
      `+31${spread(own)}`,
      `0031 ${spread(own)}`,
      `+31 (0)${spread(own)}`,
      spread(`0${own}`),
    ])
  }

  const createIban = () => {
    const bank = pick(['ABNA', 'INGB', 'RABO', 'abna', 'TRIO'])
    return spread(`${pick(['NL', 'nl'])}${digits(2)}${bank}${digits(10)}`)
  }

  it('leaves no digit of a burgerservicenummer', () => {
    expect(findLeak(createBsn)).toBeUndefined()
  })

  it('leaves no digit of a phone number', () => {
    expect(findLeak(createPhone)).toBeUndefined()
  })

  it('leaves no digit of an IBAN', () => {
    expect(findLeak(createIban)).toBeUndefined()
  })
})

describe('redact on hostile texts of 10,000 characters', () => {
  const length = 10_000
  const hostile = [
    ...[
      '1',
      '0',
      '1 ',
      '0-',
      '(0',
      '+',
      '00 1',
      '@',
      'a@',
      'a.',
      'a-',
      'NL',
      'NL91ABNA',
      'AB12 ',
      '4111 1111 1111 1111 ',
    ],
    ...['bsn 1 ', '1-1-2000 ', '09.00-17.00 5 ', '3 mei ', '1234 ab ', 'Verzonnenstraat ', 'woon op de ', 'woon Aa '],
    ...[
      'mijn naam is ',
      'ik heet Jan ',
      'ik ben Jan ',
      'mevr. Van De ',
      'J.',
      'groetjes Jan ',
      'dossier 1-',
      'kenteken A ',
    ],
    ...['[', '[naam', '113 ', '\u0000', '\u200b0', 'e\u0301\u0302', '\u0645 ', '\ud83d\ude00', '\n', ' '],
  ]

  it.each(hostile)('finishes when %j is repeated', (piece) => {
    const text = piece.repeat(length / piece.length)
    expect(textOf(`bsn tel geboren ${text}`)).toContain('bsn')
  })

  it('finishes on any mixture of them', () => {
    const mixture = fc.array(fc.constantFrom(...hostile, ...pieces), { minLength: 500, maxLength: 3000 })
    fc.assert(
      fc.property(mixture, (parts) => {
        redact(parts.join('').slice(0, length), marks)
      }),
      { numRuns: 50 },
    )
  })
})
