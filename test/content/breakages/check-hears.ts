import { appels, type Breakage } from '../breakage.ts'

const red =
  '      - { id: rood, label: Rood, phrases: [een rode] }\n      - { id: groen, label: Groen, goto: over-groen }\n'

function hear(first: string, second: string): string {
  return `      - { id: rood, label: Rood, hears: ${first} }\n      - { id: groen, label: Groen, goto: over-groen, hears: ${second} }\n`
}

/** Choices of which it is not clear what they hear. */
export const hearsBreakages: readonly Breakage[] = [
  {
    title: 'a benefit that two choices hear',
    kind: 'hearsTwice',
    rule: 'hoort',
    file: appels,
    from: red,
    to: hear('{ benefit: [wajong, ww] }', '{ benefit: [bijstand, ww] }'),
    at: 'id: groen',
  },
  {
    title: 'hours that two choices hear',
    kind: 'hearsTwice',
    rule: 'hoort',
    file: appels,
    from: red,
    to: hear('{ hours: { from: 0, to: 12 } }', '{ hours: { from: 12, to: 20 } }'),
    at: 'id: groen',
  },
  {
    title: 'a choice that hears nothing',
    kind: 'hearsNothing',
    rule: 'hoort',
    file: appels,
    from: red,
    to: hear('{ benefit: [wajong] }', '{}'),
    at: 'id: groen',
  },
  {
    title: 'hours of which the end comes before the beginning',
    kind: 'hearsNothing',
    rule: 'hoort',
    file: appels,
    from: red,
    to: hear('{ benefit: [wajong] }', '{ hours: { from: 20, to: 12 } }'),
    at: 'id: groen',
  },
]
