import { describe, expect, it } from '@jest/globals'
import { ContentError } from '../../src/content/content-error.ts'
import { loadContent, readContent, type UsableContent } from '../../src/content/load-content.ts'
import type { Topic } from '../../src/conversation/content.ts'
import { createDialogTexts, type DialogTexts, writeDialogs } from './dialog-folder.ts'

const today = new Date('2026-11-22T12:00:00Z')

function load(texts: DialogTexts): UsableContent {
  const { usable, findings } = loadContent(writeDialogs(texts), today)
  expect(findings).toEqual([])
  if (usable === undefined) throw new Error('nothing was loaded')
  return usable
}

function getTopic(usable: UsableContent, region: string, id: string): Topic {
  const topic = usable.content.topics[region]?.[id]
  if (topic === undefined) throw new Error(`no topic ${id} in ${region}`)
  return topic
}

describe('loadContent', () => {
  it('finds nothing wrong in dialogs that are right', () => {
    expect(load(createDialogTexts()).content.menu).toEqual(['appels', 'peren'])
  })

  it('gives unnamed steps a name by their kind, and keeps the names of authors', () => {
    const { steps } = getTopic(load(createDialogTexts()), 'landelijk', 'appels')
    expect(steps.map((step) => step.id)).toEqual([
      'say-1',
      'vraag',
      'over-rood',
      'goto-1',
      'over-groen',
      'groen-vervolg',
      'kopen',
      'end-1',
    ])
  })

  it('turns the goto of a choice into a position and a goto to another topic into goto-topic', () => {
    const { steps } = getTopic(load(createDialogTexts()), 'landelijk', 'appels')
    const groen = expect.objectContaining({ id: 'groen', goto: 4 })
    expect(steps[1]).toMatchObject({ op: 'ask', choices: [{ id: 'rood' }, groen] })
    expect(steps[3]).toEqual({ op: 'goto-topic', id: 'goto-1', topic: 'peren', step: 0, when: { kleur: ['rood'] } })
  })

  it('turns a goto inside the topic into a jump and one into the middle of another topic into its position', () => {
    const texts = createDialogTexts()
    const edited = edit(texts, 'topics/appels.yaml', '  - goto: peren\n', '  - goto: peren/zacht\n')
    const jumping = edit(
      edited,
      'topics/appels.yaml',
      '  - say: Neem er een mee.\n    id: groen-vervolg\n',
      '  - goto: winkel\n',
    )
    const { steps } = getTopic(load(jumping), 'twente', 'appels')
    expect(steps[3]).toMatchObject({ op: 'goto-topic', topic: 'peren', step: 1 })
    expect(steps[5]).toEqual({ op: 'jump', id: 'goto-2', to: 6 })
  })

  it('replaces an answer by that of the region, with its words, sources and review dates', () => {
    const usable = load(createDialogTexts())
    const national = getTopic(usable, 'landelijk', 'appels').steps.find((step) => step.id === 'over-groen')
    const regional = getTopic(usable, 'twente', 'appels').steps.find((step) => step.id === 'over-groen')
    expect(national).toMatchObject({ text: 'Een groene appel is zuur.', sources: [{ id: 'G1' }] })
    expect(regional).toMatchObject({
      text: 'In Twente is een groene appel zoet, zegt je sleutelfiguur.',
      easier: 'Groen is zuur.',
      sources: [{ id: 'T1', title: 'Bron in Twente' }],
    })
  })

  it('dates an answer by itself, else by the file its words come from', () => {
    const texts = edit(createDialogTexts(), 'regions/twente.yaml', 'validUntil: 2027-11-01', 'validUntil: 2027-03-01')
    const usable = load(texts)
    const dates = (region: string) =>
      getTopic(usable, region, 'appels').steps.flatMap((step) =>
        step.op === 'answer' ? [[step.id, step.validUntil]] : [],
      )
    expect(dates('landelijk')).toEqual([
      ['over-rood', '2027-11-01'],
      ['over-groen', '2027-11-01'],
      ['kopen', '2027-06-01'],
    ])
    expect(dates('twente')).toEqual([
      ['over-rood', '2027-11-01'],
      ['over-groen', '2027-03-01'],
      ['winkel-twente', '2027-03-01'],
      ['kopen', '2027-06-01'],
    ])
  })

  it('puts the steps of a region in at its slot and leaves nothing there in other regions', () => {
    const usable = load(createDialogTexts())
    expect(getTopic(usable, 'twente', 'appels').steps.map((step) => step.id)).toEqual([
      'say-1',
      'vraag',
      'over-rood',
      'goto-1',
      'over-groen',
      'groen-vervolg',
      'winkel-say-1',
      'winkel-twente',
      'kopen',
      'end-1',
    ])
  })

  it('joins the condition of a slot with that of the step put in there', () => {
    const slotted = edit(
      createDialogTexts(),
      'topics/appels.yaml',
      '  - region: winkel\n',
      '  - region: winkel\n    when: { kleur: [rood, groen] }\n',
    )
    const texts = edit(
      slotted,
      'regions/twente.yaml',
      '      - say: In Almelo is een winkel.\n',
      '      - say: In Almelo is een winkel.\n        when: { kleur: [groen] }\n',
    )
    const { steps } = getTopic(load(texts), 'twente', 'appels')
    expect(steps[6]?.when).toEqual({ kleur: ['groen'] })
    expect(steps[7]?.when).toEqual({ kleur: ['rood', 'groen'] })
  })

  it('fills the words of each region into its topics', () => {
    const usable = load(createDialogTexts())
    const textIn = (region: string) => getTopic(usable, region, 'appels').steps[2]
    expect(textIn('landelijk')).toMatchObject({ text: 'Een rode appel krijg je van je begeleider.' })
    expect(textIn('twente')).toMatchObject({ text: 'Een rode appel krijg je van je sleutelfiguur.' })
  })

  it('turns office hours into minutes, Sunday first', () => {
    const { office } = load(createDialogTexts()).content.regions.twente ?? {}
    expect(office).toEqual({
      timeZone: 'Europe/Amsterdam',
      week: [
        { fromMinute: 600, toMinute: 720 },
        { fromMinute: 540, toMinute: 1050 },
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
      ],
      closedOn: ['koningsdag'],
      closedDates: ['2026-12-28'],
      earlyClosing: { '12-24': 780 },
    })
  })

  it('takes the region without municipalities for everybody else', () => {
    expect(load(createDialogTexts()).content.fallbackRegion).toBe('landelijk')
  })

  it('hands the example sentences of topics and commands on for training', () => {
    const { training } = load(createDialogTexts())
    expect(training.topics.appels).toHaveLength(15)
    expect(training.commands.mens).toEqual(['opdracht mens'])
    expect(training.outOfScope).toEqual(['wat voor weer is het'])
  })

  it('gives the same version for the same files, whatever the order of their keys', () => {
    const reordered = edit(
      createDialogTexts(),
      'topics/appels.yaml',
      'id: appels\ntitle: Over appels\n',
      'title: Over appels\nid: appels\n',
    )
    const version = load(createDialogTexts()).content.version
    expect(version).toMatch(/^[0-9a-f]{16}$/)
    expect(load(createDialogTexts()).content.version).toBe(version)
    expect(load(reordered).content.version).toBe(version)
  })

  it.each([
    ['a text of a topic', 'topics/appels.yaml', 'Groen is zuur.', 'Groen is erg zuur.'],
    ['an office hour', 'regions/twente.yaml', "to: '17:30'", "to: '17:00'"],
    ['a phrase', 'phrases.yaml', 'Dit is een tekst.', 'Dit is een zin.'],
    ['a crisis text', 'crisis.yaml', 'Bel nu 113.', 'Bel meteen 113.'],
  ])('gives another version when %s changes', (_what, path, from, to) => {
    const changed = load(edit(createDialogTexts(), path, from, to)).content.version
    expect(changed).not.toBe(load(createDialogTexts()).content.version)
  })

  it('freezes everything it gives', () => {
    const { content, training } = load(createDialogTexts())
    const thaw = (value: unknown): unknown[] =>
      typeof value !== 'object' || value === null
        ? []
        : [...(Object.isFrozen(value) ? [] : [value]), ...Object.values(value).flatMap(thaw)]
    expect(thaw(content)).toEqual([])
    expect(thaw(training)).toEqual([])
  })
})

describe('readContent', () => {
  it('gives the content when only review dates have passed', () => {
    const texts = edit(createDialogTexts(), 'topics/peren.yaml', 'validUntil: 2027-11-01', 'validUntil: 2026-11-02')
    expect(readContent(writeDialogs(texts)).content.topics.twente?.peren?.title).toBe('Over peren')
  })

  it('throws one error that lists every finding with file, line and hint', () => {
    const once = edit(createDialogTexts(), 'topics/appels.yaml', 'Neem er een mee.', 'Neem er een mee!')
    const folder = writeDialogs(edit(once, 'topics/peren.yaml', 'Een peer is zacht.', 'Een peer is gek.'))
    const error = catchContentError(() => readContent(folder))
    expect(error.code).toBe('content-invalid')
    expect(error.findings.map((finding) => finding.rule)).toEqual(['uitroepteken', 'woord'])
    for (const { file, line, hint } of error.findings) {
      expect(error.message).toContain(`${file}:${line}`)
      expect(error.message).toContain(hint)
    }
  })

  it('throws when the folder does not exist', () => {
    const error = catchContentError(() => readContent('no-such-folder'))
    expect(error.findings.map((finding) => finding.file)).toContain('no-such-folder/crisis.yaml')
  })
})

function catchContentError(run: () => unknown): ContentError {
  try {
    run()
  } catch (error) {
    if (error instanceof ContentError) return error
    throw error
  }
  throw new Error('it did not throw')
}

function edit(texts: DialogTexts, path: string, from: string, to: string): DialogTexts {
  const text = texts[path]
  if (text === undefined || !text.includes(from)) throw new Error(`${path} does not hold "${from}"`)
  return { ...texts, [path]: text.replace(from, () => to) }
}
