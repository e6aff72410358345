import { describe, expect, it } from '@jest/globals'
import { loadContent } from '../../../src/content/load-content.ts'
import { appels, describeBreakages, peren, twente } from '../breakage.ts'
import { createDialogTexts, writeDialogs } from '../dialog-folder.ts'

describeBreakages('checkFlows', [
  {
    title: 'a step that nobody comes to',
    file: appels,
    from: '  - end: closing\n    related: [peren]\n',
    to: '  - end: closing\n    related: [peren]\n  - say: Dag.\n  - end: closing\n',
    rule: 'onbereikbaar',
    at: '- say: Dag.',
  },
  {
    title: 'a condition that no path satisfies',
    file: appels,
    from: '  - say: Neem er een mee.',
    to: '  - say: Wie leest dit.\n    when: { kleur: [rood] }\n  - say: Neem er een mee.',
    rule: 'onbereikbaar',
    at: 'Wie leest dit',
  },
  {
    title: 'a path that just stops',
    file: peren,
    from: '  - handoff: Een mens praat graag over peren.\n',
    to: '',
    rule: 'doodlopend',
    at: 'answer: zacht',
  },
  {
    title: 'a path that stops for one choice only',
    file: appels,
    from: '  - end: closing\n    related: [peren]\n',
    to: '  - end: closing\n    when: { kleur: [rood] }\n',
    rule: 'doodlopend',
    at: 'answer: kopen',
  },
  {
    title: 'a path in a ring',
    file: appels,
    from: '  - end: closing\n    related: [peren]\n',
    to: '  - goto: groen-vervolg\n  - end: closing\n',
    rule: 'rondje',
    at: '- goto: groen-vervolg',
  },
  {
    title: 'a path without an answer',
    file: peren,
    from: '  - askRegion: true\n',
    to: '  - ask: Hard of zacht?\n    slot: peer\n    choices:\n      - { id: hard, label: Hard }\n      - { id: week, label: Zacht }\n  - end: closing\n    when: { peer: [hard] }\n',
    rule: 'geen-antwoord',
    at: '- end: closing',
  },
])

describe('checkFlows', () => {
  it('names the region and the answers of the path', () => {
    const texts = createDialogTexts()
    const before = texts[appels] ?? ''
    texts[appels] = before.replace(
      '  - end: closing\n    related: [peren]\n',
      '  - end: closing\n    when: { kleur: [rood] }\n',
    )
    const [finding] = loadContent(writeDialogs(texts)).findings.filter(({ rule }) => rule === 'doodlopend')
    expect(finding?.message).toContain('(regio landelijk, bij kleur: groen)')
  })

  it('allows a step that only another topic jumps to', () => {
    const texts = createDialogTexts()
    texts[appels] = (texts[appels] ?? '').replace('goto: peren', 'goto: peren/later')
    texts[peren] = `${texts[peren] ?? ''}  - answer: later
    text: Een peer wordt zacht.
    easier: Zacht.
    shorter: Zacht.
    rule: Dat staat in het boek.
    sources: [G2]
  - end: closing
`
    expect(loadContent(writeDialogs(texts)).findings).toEqual([])
  })

  it('allows a condition on what another topic asked', () => {
    const texts = createDialogTexts()
    texts[peren] = (texts[peren] ?? '').replace(
      '  - handoff:',
      '  - say: Je hebt een rode appel.\n    when: { kleur: [rood] }\n  - handoff:',
    )
    expect(loadContent(writeDialogs(texts)).findings).toEqual([])
  })

  it('allows a region to end a topic earlier than others do', () => {
    const texts = createDialogTexts()
    texts[twente] = `${texts[twente] ?? ''}      - end: closing\n`
    expect(loadContent(writeDialogs(texts)).findings).toEqual([])
  })
})
