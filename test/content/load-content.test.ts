import { describe, expect, it } from '@jest/globals'
import { ContentError } from '../../src/content/content-error.ts'
import { loadContent, readContent, type UsableContent } from '../../src/content/load-content.ts'
import { wordsIn } from '../../src/conversation/words-in.ts'
import { createDialogTexts, type DialogTexts, editDialogs, writeDialogs } from './dialog-folder.ts'

const today = new Date('2026-11-22T12:00:00Z')

function load(texts: DialogTexts): UsableContent {
  const { usable, findings } = loadContent(writeDialogs(texts), today)
  expect(findings).toEqual([])
  if (usable === undefined) throw new Error('nothing was loaded')
  return usable
}

describe('loadContent', () => {
  it('finds nothing wrong in dialogs that are right', () => {
    expect(wordsIn(load(createDialogTexts()).content).menu).toEqual({
      first: ['appels'],
      groups: [{ id: 'alles', label: 'Alles', topics: ['appels', 'bessen', 'peren'] }],
    })
  })

  it('tells which region a municipality belongs to', () => {
    expect(load(createDialogTexts()).content.regionOfMunicipality).toEqual({ Almelo: 'twente', Borne: 'twente' })
  })

  it('remembers where each region says something differently', () => {
    const { overrides, dialogs } = load(createDialogTexts())
    const [twente] = dialogs.regions.filter(({ data }) => data.id === 'twente')
    expect([...overrides]).toEqual([['twente appels/over-groen', twente?.placeOf(['answers', 'appels', 'over-groen'])]])
  })

  it('turns office hours into minutes, Sunday first', () => {
    const { office } = load(createDialogTexts()).content.regions.twente ?? {}
    expect(office).toEqual({
      timeZone: 'Europe/Amsterdam',
      week: [{ fromMinute: 600, toMinute: 720 }, { fromMinute: 540, toMinute: 1050 }, null, null, null, null, null],
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
    const { nl, en } = training.languages
    expect(training.defaultLocale).toBe('nl')
    const { appels = [], ...others } = nl?.examples.topics ?? {}
    expect(Object.keys(others)).toEqual(['bessen', 'peren'])
    expect(appels).toHaveLength(42)
    expect(appels.at(-1)).toBe('mijn appel is nummer 40')
    expect(nl?.examples.commands.mens).toEqual(['opdracht mens'])
    expect(nl?.examples.outOfScope).toEqual(['wat voor weer is het'])
    expect(Object.keys(en?.examples.topics ?? {})).toEqual(['appels'])
    expect(en?.examples.commands.mens).toEqual(['command mens'])
    expect(en?.words.yes).toEqual(['jawel'])
  })

  it('teaches that the name of a topic means that topic', () => {
    const { nl, en } = load(createDialogTexts()).training.languages
    expect(nl?.examples.topics.appels?.slice(0, 2)).toEqual(['Over appels', 'appels'])
    expect(en?.examples.topics.appels).toContain('About apples')
  })

  it('hands the names of places on, and takes the name of a region for each of its municipalities', () => {
    expect(load(createDialogTexts()).training.places).toEqual({
      municipalities: { Almelo: ['Bornerbroek'], Borne: [], Zwolle: [] },
      ambiguous: { Twente: ['Almelo', 'Borne'], Overijssel: ['Almelo', 'Zwolle'] },
    })
  })

  it('gives the same version for the same files, whatever the order of their keys', () => {
    const reordered = editDialogs(
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
    ['an amount', 'amounts.yaml', 'value: 1.5', 'value: 1.6'],
    ['the name of a municipality of a region', 'regions/twente.yaml', '  - Borne\n', '  - Zwolle\n'],
    ['a translated text', 'en/topics/appels.yaml', 'Take one.', 'Take this one.'],
    ['a phrase', 'phrases.yaml', 'Dit is een tekst.', 'Dit is een zin.'],
    ['a crisis text', 'crisis.yaml', 'Bel nu 112 of 113.', 'Bel meteen 112 of 113.'],
  ])('gives another version when %s changes', (_what, path, from, to) => {
    const changed = load(editDialogs(createDialogTexts(), path, from, to)).content.version
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
    const texts = editDialogs(
      createDialogTexts(),
      'topics/peren.yaml',
      'validUntil: 2027-11-01',
      'validUntil: 2026-11-02',
    )
    expect(readContent(writeDialogs(texts)).content.locales.nl?.topics.peren?.title).toBe('Over peren')
  })

  it('throws one error that lists every finding with file, line and hint', () => {
    const once = editDialogs(createDialogTexts(), 'topics/appels.yaml', 'Neem er een mee.', 'Neem er een mee!')
    const folder = writeDialogs(editDialogs(once, 'topics/peren.yaml', 'Een peer is zacht.', 'Een peer is gek.'))
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
