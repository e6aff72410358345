import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { groupSentences } from '../../src/authoring/group-sentences.ts'

const group = (texts: string[], locale = 'nl') =>
  groupSentences(texts.map((text, index) => ({ number: index + 1, text, locale }))).map(({ number, sentences }) => [
    number,
    ...sentences.map((sentence) => sentence.text),
  ])

describe('groupSentences', () => {
  it('puts alike sentences together, the biggest group first, named after its first sentence', () => {
    expect(
      group([
        'wie betaalt de taxi',
        'mag mijn hond mee naar het werk',
        'mag me hond mee naar werk',
        'Mag de hond mee, naar het werk?',
        'wie betaalt dan de taxi naar huis',
      ]),
    ).toEqual([
      [2, 'mag mijn hond mee naar het werk', 'mag me hond mee naar werk', 'Mag de hond mee, naar het werk?'],
      [1, 'wie betaalt de taxi', 'wie betaalt dan de taxi naar huis'],
    ])
  })

  it('takes short words in common for nothing', () => {
    expect(group(['ik wil een verhuiskostenvergoeding', 'ik wil een zwemdiploma'])).toHaveLength(2)
  })

  it('does not mix languages', () => {
    const sentences = [
      { number: 1, text: 'werk in november', locale: 'nl' },
      { number: 2, text: 'werk in november', locale: 'en' },
    ]
    expect(groupSentences(sentences)).toHaveLength(2)
  })

  it('keeps every sentence in one group, whatever was typed', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('a b c', 'a b', 'hond mee', ''))
    fc.assert(
      fc.property(fc.array(text, { maxLength: 30 }), (texts) => {
        const numbers = groupSentences(texts.map((each, index) => ({ number: index + 1, text: each, locale: 'nl' })))
          .flatMap(({ sentences }) => sentences.map(({ number }) => number))
          .sort((one, other) => one - other)
        expect(numbers).toEqual(texts.map((_text, index) => index + 1))
      }),
    )
  })
})
