import type { Breakage } from '../breakage.ts'

/** Help numbers that are wrong, or not where they must be. */
export const crisisBreakages: readonly Breakage[] = [
  {
    title: 'a help number that was not checked in time',
    kind: 'staleNumber',
    rule: 'hulpnummer',
    file: 'crisis.yaml',
    from: 'checkBefore: 2027-11-01',
    to: 'checkBefore: 2026-11-20',
    at: 'checkBefore: 2026-11-20',
  },
  {
    title: 'a button with a number that was not checked',
    kind: 'uncheckedNumber',
    rule: 'hulpnummer',
    file: 'crisis.yaml',
    from: "{ label: Bel 112, url: 'tel:112' }",
    to: "{ label: Bel 119, url: 'tel:119' }",
    at: 'Bel 119',
  },
  {
    title: 'a crisis message without the number it must name',
    kind: 'missingNumber',
    rule: 'hulpnummer',
    file: 'crisis.yaml',
    from: 'Bel nu 112 of 113.',
    to: 'Bel nu 112.',
    at: '  rood:',
  },
  {
    title: 'a crisis message without the button it must have',
    kind: 'missingNumber',
    rule: 'hulpnummer',
    file: 'crisis.yaml',
    from: "      - { label: Bel 113, url: 'tel:113' }\n",
    to: '',
    at: '  rood:',
  },
  {
    title: 'a crisis message without a way to a human',
    kind: 'crisisWithoutHuman',
    rule: 'hulpnummer',
    file: 'crisis.yaml',
    from: '      - { label: Een mens, command: mens }\n',
    to: '',
    at: '  rood:',
  },
  {
    title: 'a translation with another help number',
    kind: 'otherNumbers',
    rule: 'hulpnummer',
    file: 'en/crisis.yaml',
    from: "url: 'tel:114'",
    to: "url: 'tel:115'",
    at: 'numbers:',
  },
]
