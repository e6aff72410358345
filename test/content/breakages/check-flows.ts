import { appels, type Breakage, bessen, peren } from '../breakage.ts'

function createQuestion(slot: string, count: number): string {
  const choices = Array.from({ length: count }, (_, index) => `      - { id: k${index}, label: Keuze ${index} }\n`)
  return `  - ask: Wat is ${slot}?\n    slot: ${slot}\n    choices:\n${choices.join('')}      - { id: weet-niet, label: Weet ik niet }\n`
}

const questions = ['een', 'twee', 'drie'].map((slot) => createQuestion(slot, 3)).join('')
const manyPaths = [
  ...['een', 'twee', 'drie'].map((slot) => createQuestion(slot, 5)),
  ...['een', 'twee', 'drie', 'kleur'].map((slot) => `  - say: Over ${slot}.\n    when: { ${slot}: [weet-niet] }\n`),
  ...Array.from({ length: 240 }, (_, index) => `  - say: Dit is zin ${index}.\n`),
].join('')

/** Topics without the shape of a guided conversation. */
export const shapeBreakages: readonly Breakage[] = [
  {
    title: 'a topic that does not begin with the person',
    kind: 'noFeelingFirst',
    rule: 'eerst-het-gevoel',
    file: bessen,
    from: '  - say: Veel mensen denken aan bessen.\n',
    to: '  - askRegion: true\n  - say: Veel mensen denken aan bessen.\n',
    at: '- askRegion',
  },
  {
    title: 'a first sentence for some people only',
    kind: 'noFeelingFirst',
    rule: 'eerst-het-gevoel',
    file: peren,
    from: '  - say: Veel mensen denken aan peren.\n',
    to: '  - say: Veel mensen denken aan peren.\n    when: { kleur: [rood] }\n',
    at: '- say: Veel',
  },
  {
    title: 'a question that nobody can skip',
    kind: 'noSkip',
    rule: 'overslaan',
    file: appels,
    from: 'id: weet-niet',
    to: 'id: geel',
    at: '- ask: Welke',
  },
  {
    title: 'a question of a region that nobody can skip',
    kind: 'noSkip',
    rule: 'overslaan',
    file: 'regions/twente.yaml',
    from: '      - say: In Almelo is een winkel.\n',
    to: '      - ask: Ben je in Almelo?\n        slot: almelo\n        choices:\n          - { id: hier, label: Hier }\n          - { id: daar, label: Daar }\n',
    at: '- ask: Ben je',
  },
  {
    title: 'an end with one related topic',
    kind: 'fewRelated',
    rule: 'verwant',
    file: appels,
    from: 'related: [peren, bessen]',
    to: 'related: [peren]',
    at: '- end: closing',
  },
]

/** Paths that do not end well. */
export const flowBreakages: readonly Breakage[] = [
  {
    title: 'a step that nobody comes to',
    kind: 'unreachable',
    rule: 'onbereikbaar',
    file: peren,
    from: '  - handoff: Een mens praat graag over peren.\n',
    to: '  - handoff: Een mens praat graag over peren.\n  - say: Dag.\n  - handoff: Tot ziens.\n',
    at: '- say: Dag.',
  },
  {
    title: 'a condition that no path satisfies',
    kind: 'unreachable',
    rule: 'onbereikbaar',
    file: 'regions/twente.yaml',
    from: '      - say: In Almelo is een winkel.\n',
    to: '      - say: In Almelo is een winkel.\n        when: { kleur: [rood] }\n',
    at: 'In Almelo',
  },
  {
    title: 'a path that just stops',
    kind: 'deadEnd',
    rule: 'doodlopend',
    file: peren,
    from: '  - handoff: Een mens praat graag over peren.\n',
    to: '',
    at: 'answer: zacht',
  },
  {
    title: 'a path that stops for one choice only',
    kind: 'deadEnd',
    rule: 'doodlopend',
    file: appels,
    from: '  - end: closing\n',
    to: '  - end: closing\n    when: { kleur: [groen] }\n',
    at: '- say: Een kleine stap',
  },
  {
    title: 'a path in a ring',
    kind: 'endlessLoop',
    rule: 'rondje',
    file: peren,
    from: '  - handoff: Een mens praat graag over peren.\n',
    to: '  - goto: zacht\n',
    at: '- goto: zacht',
  },
  {
    title: 'a path without an answer',
    kind: 'noHelp',
    rule: 'geen-antwoord',
    file: bessen,
    from: '  - handoff: Een mens praat graag over bessen.\n',
    to: '  - end: closing\n    related: [appels, peren]\n',
    at: '- end: closing',
  },
  {
    title: 'a path without a small step',
    kind: 'noSmallStep',
    rule: 'kleine-stap',
    file: peren,
    from: '  - handoff: Een mens praat graag over peren.\n',
    to: '  - end: closing\n    related: [appels, bessen]\n',
    at: '- end: closing',
  },
  {
    title: 'a path with four questions, one of them for the region',
    kind: 'manyQuestions',
    rule: 'veel-vragen',
    file: peren,
    from: '  - askRegion: true\n',
    to: `${questions}  - askRegion: true\n`,
    at: '- askRegion: true',
  },
  {
    title: 'a topic with more paths than can be walked',
    kind: 'tooManyPaths',
    rule: 'te-groot',
    file: peren,
    from: '  - askRegion: true\n',
    to: manyPaths,
    at: 'flow:',
    severity: 'warning',
  },
]
