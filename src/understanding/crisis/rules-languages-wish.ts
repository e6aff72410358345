import type { CrisisRule } from './crisis-rule.ts'

/** Oranje: a few more ways to say it in other languages. Written by hand, not yet read by speakers of each. Facts §1.4. */
export const languageWishRules: readonly CrisisRule[] = [
  {
    name: 'andere-taal-wens',
    level: 'oranje',
    reading: 'plain',
    patterns: [
      'me coupe ~2 bras|veines|poignets|jambes',
      'ne ~1 plus ~1 reveiller',
      'plus ~2 me reveiller',
      'me corto ~2 brazos|venas|munecas|piernas',
      'mi taglio ~2 braccia|vene|polsi|gambe',
      'me corto os bracos|pulsos',
      'يا رب خذني',
      'ربي خذني',
      '我想自杀*',
      '想自杀*',
      'bghitsh|bghitch|bagitsh ~1 n3ish|n3ich|naich',
      'wil muten|muoten|mouten',
      'naxwazim ~1 bijim',
      'marna ~1 chahta|chahti',
      'म मरन चहत',
      'toi muon chet',
      'jini ~1 nahi ~1 chahta',
    ],
  },
]
