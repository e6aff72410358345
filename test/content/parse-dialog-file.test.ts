import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { parseDialogFile } from '../../src/content/parse-dialog-file.ts'
import { appels, describeBreakages, peren, twente } from './breakage.ts'

describeBreakages('parseDialogFile', [
  {
    title: 'a forgotten quote',
    file: appels,
    from: 'title: Over appels',
    to: "title: 'Over appels",
    rule: 'yaml',
    at: "title: 'Over",
  },
  {
    title: 'a key that stands there twice',
    file: appels,
    from: 'about: Voor',
    to: 'title: Twee\nabout: Voor',
    rule: 'yaml',
    at: 'title: Twee',
  },
  {
    title: 'a text that begins with an asterisk',
    file: appels,
    from: 'say: Veel mensen denken aan appels.',
    to: 'say: *Veel',
    rule: 'yaml',
    at: 'say: *Veel',
  },
  { title: 'a key that is missing', file: peren, from: 'title: Over peren\n', to: '', rule: 'vorm', at: 'id: peren' },
  {
    title: 'a key nobody knows',
    file: peren,
    from: 'title:',
    to: 'kleur: geel\ntitle:',
    rule: 'vorm',
    at: 'kleur: geel',
  },
  { title: 'a step of no known kind', file: peren, from: '- handoff:', to: '- roep:', rule: 'vorm', at: '- roep:' },
  {
    title: 'an answer without its easier variant',
    file: peren,
    from: '    easier: Zacht.\n',
    to: '',
    rule: 'vorm',
    at: '- answer: zacht',
  },
  {
    title: 'a question with one choice',
    file: appels,
    from: '      - { id: groen, label: Groen, goto: over-groen }\n',
    to: '',
    rule: 'vorm',
    at: '    choices:',
  },
  {
    title: 'a button that is too long',
    file: appels,
    from: 'label: Groen',
    to: 'label: Een groene appel die ook nog een beetje rood is',
    rule: 'vorm',
    at: 'label: Een groene',
  },
  {
    title: 'a date in another form',
    file: peren,
    from: 'validUntil: 2027-11-01',
    to: 'validUntil: 1 november',
    rule: 'vorm',
    at: '1 november',
  },
  {
    title: 'a time in another form',
    file: twente,
    from: "to: '17:30'",
    to: 'to: half zes',
    rule: 'vorm',
    at: 'half zes',
  },
  {
    title: 'too few example sentences',
    file: peren,
    from: '  - mijn peer is nummer 1\n',
    to: '',
    rule: 'vorm',
    at: 'examples:',
  },
])

describe('parseDialogFile', () => {
  const schema = z.object({ first: z.array(z.string()), second: z.array(z.string()) })

  it('reads what stands behind a reference, and places it where it is written', () => {
    const { source } = parseDialogFile('a.yaml', 'first: &both\n  - one\n  - two\nsecond: *both\n', schema)
    expect(source?.data.second).toEqual(['one', 'two'])
    expect(source?.placeOf(['second', 1])).toEqual({ file: 'a.yaml', line: 3 })
  })

  it('places what is not there at the nearest thing around it', () => {
    const { source } = parseDialogFile('a.yaml', 'first: []\nsecond:\n  - one\n', schema)
    expect(source?.placeOf(['second', 7, 'text']).line).toBe(2)
    expect(source?.placeOf(['third']).line).toBe(1)
  })

  it('gives what the schema tells authors as the hint', () => {
    const described = z.object({ day: z.iso.date().describe('A day as year-month-day.') })
    const { findings } = parseDialogFile('a.yaml', 'day: someday', described)
    expect(findings).toMatchObject([{ rule: 'vorm', line: 1, hint: 'A day as year-month-day.' }])
  })
})
