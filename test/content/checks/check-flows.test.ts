import { describe, expect, it } from '@jest/globals'
import { loadContent } from '../../../src/content/load-content.ts'
import { appels, bessen, peren, twente } from '../breakage.ts'
import { createDialogTexts, editDialogs, writeDialogs } from '../dialog-folder.ts'

describe('checkFlows', () => {
  it('names the answers of the path', () => {
    const texts = editDialogs(
      createDialogTexts(),
      appels,
      '- end: closing\n',
      '- end: closing\n    when: { kleur: [groen] }\n',
    )
    const { findings } = loadContent(writeDialogs(texts))
    expect(findings.map(({ rule }) => rule)).toEqual(['doodlopend'])
    expect(findings[0]?.message).toContain('(bij kleur: weet-niet)')
  })

  it('names the region when only there a path does not end well', () => {
    const texts = editDialogs(
      createDialogTexts(),
      twente,
      '      - say: In Almelo is een winkel.\n',
      '      - say: In Almelo is een winkel.\n      - goto: over-groen\n        when: { kleur: [groen] }\n',
    )
    const { findings } = loadContent(writeDialogs(texts))
    expect(findings).toMatchObject([
      { rule: 'rondje', message: expect.stringContaining('(regio twente, bij kleur: groen)') },
    ])
  })

  it('allows a step that only another topic jumps to', () => {
    const later = `  - answer: later
    text: Een peer wordt zacht.
    easier: Zacht.
    shorter: Zacht.
    example: Bo is een verzonnen persoon.
    rule: Dat staat in het boek.
    sources: [G2]
  - handoff: Een mens weet er meer van.
`
    const texts = editDialogs(createDialogTexts(), appels, 'goto: peren', 'goto: peren/later')
    expect(loadContent(writeDialogs({ ...texts, [peren]: texts[peren] + later })).findings).toEqual([])
  })

  it('allows a condition on what another topic asked', () => {
    const texts = editDialogs(
      createDialogTexts(),
      peren,
      '  - handoff:',
      '  - say: Je hebt een rode appel.\n    when: { kleur: [rood] }\n  - handoff:',
    )
    expect(loadContent(writeDialogs(texts)).findings).toEqual([])
  })

  it('allows a region to end a topic earlier than others do', () => {
    const texts = createDialogTexts()
    const ended = `${texts[twente] ?? ''}      - say: Proef een appel in Almelo.
        id: kleine-stap-almelo
      - end: closing
        related: [peren, bessen]
`
    expect(loadContent(writeDialogs({ ...texts, [twente]: ended })).findings).toEqual([])
  })

  it('lets a way to another topic count as help, because that topic is walked by itself', () => {
    const texts = editDialogs(
      createDialogTexts(),
      bessen,
      '- handoff: Een mens praat graag over bessen.',
      '- goto: appels',
    )
    expect(loadContent(writeDialogs(texts)).findings).toEqual([])
  })
})
