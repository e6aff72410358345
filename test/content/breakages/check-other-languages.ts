import type { Breakage } from '../breakage.ts'

const file = 'other-languages.yaml'

/** Languages that stand there wrongly, or cannot be told apart. */
export const otherLanguageBreakages: readonly Breakage[] = [
  {
    title: 'a language that Opstap speaks itself',
    kind: 'languageWithWords',
    rule: 'taal',
    file,
    from: 'tag: tr',
    to: 'tag: en',
    at: 'tag: en',
  },
  {
    title: 'a language that stands there twice',
    kind: 'languageTwice',
    rule: 'taal',
    file,
    from: 'unnamedDutch:',
    to: `  - tag: tr
    name: Türkçe
    dutch: Turks
    line: Bir insan.
    again: Bir insan.
    person: { label: Baska bir insan, phrases: [] }
    greetings: [selam]
    telling: ${Array.from({ length: 20 }, (_, index) => `soz${index}`).join(' ')}
unnamedDutch:`,
    at: 'tag: tr',
    nth: 2,
  },
  {
    title: 'a telling letter that Dutch has too',
    kind: 'plainLetter',
    rule: 'taal',
    file,
    from: 'letters: ğşı',
    to: 'letters: ğsı',
    at: 'letters: ğsı',
  },
  {
    title: 'a telling word that stands there twice',
    kind: 'wordTwice',
    rule: 'taal',
    file,
    from: 'greetings: [buenos días]',
    to: 'greetings: [hola, hola]',
    at: 'greetings: [hola, hola]',
  },
  {
    title: 'an exclamation mark in another language',
    kind: 'exclamation',
    rule: 'uitroepteken',
    file,
    from: 'Bir insanla konuşun.',
    to: 'Bir insanla konuşun!',
    at: 'konuşun!',
  },
  {
    title: 'a language past its review date',
    kind: 'pastDate',
    rule: 'datum',
    file,
    from: 'validUntil: 2027-11-01',
    to: 'validUntil: 2026-11-21',
    at: 'validUntil:',
    severity: 'warning',
  },
]
