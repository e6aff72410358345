import { describe, expect, it } from '@jest/globals'
import { loadContent, type UsableContent } from '../../src/content/load-content.ts'
import type { AnswerStep, Topic } from '../../src/conversation/content.ts'
import { wordsIn } from '../../src/conversation/words-in.ts'
import { createDialogTexts, type DialogTexts, editDialogs, writeDialogs } from './dialog-folder.ts'

const today = new Date('2026-11-22T12:00:00Z')

function load(texts: DialogTexts): UsableContent {
  const { usable, findings } = loadContent(writeDialogs(texts), today)
  expect(findings).toEqual([])
  if (usable === undefined) throw new Error('nothing was loaded')
  return usable
}

/** The topic as it is in a region. */
function getTopic(usable: UsableContent, region: string, id: string): Topic {
  const words = wordsIn(usable.content)
  const topic = words.regions[region]?.topics[id] ?? words.topics[id]
  if (topic === undefined) throw new Error(`no topic ${id} in ${region}`)
  return topic
}

/** The answers that a region gives in its own words. */
function getAnswers(usable: UsableContent, region: string, topic: string): Record<string, AnswerStep> {
  return wordsIn(usable.content).regions[region]?.answers[topic] ?? {}
}

describe('compileContent', () => {
  it('gives unnamed steps a name by their kind, and keeps the names of authors', () => {
    const { steps } = getTopic(load(createDialogTexts()), 'landelijk', 'appels')
    expect(steps.map((step) => step.id)).toEqual([
      'say-1',
      'vraag',
      'over-rood',
      'goto-1',
      'over-groen',
      'groen-vervolg',
      'contacts-1',
      'ladder-1',
      'kopen',
      'kopen-later',
      'kleine-stap',
      'end-1',
    ])
  })

  it('turns the goto of a choice into a position and a goto to another topic into goto-topic', () => {
    const { steps } = getTopic(load(createDialogTexts()), 'landelijk', 'appels')
    const groen = expect.objectContaining({ id: 'groen', goto: 4 })
    const unsure = expect.objectContaining({ id: 'weet-niet', goto: 4 })
    expect(steps[1]).toMatchObject({ op: 'ask', choices: [{ id: 'rood' }, groen, unsure] })
    expect(steps[3]).toEqual({ op: 'goto-topic', id: 'goto-1', topic: 'peren', when: { kleur: ['rood'] } })
  })

  it('turns a goto inside the topic into a jump and names the step of a goto into the middle of another topic', () => {
    const edited = editDialogs(
      createDialogTexts(),
      'topics/appels.yaml',
      '  - goto: peren\n',
      '  - goto: peren/zacht\n',
    )
    const jumping = editDialogs(
      edited,
      'topics/appels.yaml',
      '  - region: winkel\n',
      '  - goto: winkel\n  - region: winkel\n',
    )
    const { steps } = getTopic(load(jumping), 'twente', 'appels')
    expect(steps[3]).toMatchObject({ op: 'goto-topic', topic: 'peren', step: 'zacht' })
    expect(steps[6]).toEqual({ op: 'jump', id: 'goto-2', to: 7 })
  })

  it('compiles contacts and a ladder with the words around them', () => {
    const { steps } = getTopic(load(createDialogTexts()), 'landelijk', 'appels')
    expect(steps[6]).toEqual({
      op: 'contacts',
      id: 'contacts-1',
      purpose: 'helpen',
      text: 'Hier kun je in {region} terecht.',
      none: 'Hier ken ik geen adres. Vraag het je {helper}.',
    })
    expect(steps[7]).toEqual({ op: 'ladder', id: 'ladder-1', text: 'Zo gaat het in {region}.' })
  })

  it('keeps the answer of a region beside that of the topic, with its own words and sources', () => {
    const usable = load(createDialogTexts())
    const national = getTopic(usable, 'twente', 'appels').steps.find((step) => step.id === 'over-groen')
    expect(national).toMatchObject({ text: 'Een groene appel is zuur.', sources: [{ id: 'G1' }] })
    expect(getAnswers(usable, 'landelijk', 'appels')).toEqual({})
    expect(getAnswers(usable, 'twente', 'appels')).toEqual({
      'over-groen': expect.objectContaining({
        text: 'In Twente is een groene appel zoet, zegt je {helper}.',
        easier: 'Groen is zuur.',
        sources: [expect.objectContaining({ id: 'T1', title: 'Bron in Twente' })],
      }),
    })
  })

  it('dates an answer by itself, else by the file its words come from', () => {
    const ended = editDialogs(
      createDialogTexts(),
      'regions/twente.yaml',
      'validUntil: 2027-11-01',
      'validUntil: 2027-03-01',
    )
    const own = editDialogs(
      ended,
      'topics/appels.yaml',
      '  - answer: over-rood\n',
      '  - answer: over-rood\n    validUntil: 2027-10-01\n',
    )
    const usable = load(own)
    const dates = getTopic(usable, 'twente', 'appels').steps.flatMap((step) =>
      step.op === 'answer' ? [[step.id, step.validUntil]] : [],
    )
    expect(dates).toEqual([
      ['over-rood', '2027-10-01'],
      ['over-groen', '2027-11-01'],
      ['winkel-twente', '2027-03-01'],
      ['kopen', '2027-06-30'],
      ['kopen-later', '2027-11-01'],
    ])
    expect(getAnswers(usable, 'twente', 'appels')['over-groen']?.validUntil).toBe('2027-03-01')
  })

  it('dates an answer of a region by the topic when the region changes no words of it', () => {
    const shorter = editDialogs(
      createDialogTexts(),
      'regions/twente.yaml',
      'validUntil: 2027-11-01',
      'validUntil: 2027-03-01',
    )
    const texts = editDialogs(
      shorter,
      'regions/twente.yaml',
      '      text: In Twente is een groene appel zoet, zegt je {helper}.\n',
      '',
    )
    expect(getAnswers(load(texts), 'twente', 'appels')['over-groen']).toMatchObject({
      text: 'Een groene appel is zuur.',
      sources: [{ id: 'T1' }],
      validUntil: '2027-11-01',
    })
  })

  it('lets the day that a region gives for its answer win', () => {
    const texts = editDialogs(
      createDialogTexts(),
      'regions/twente.yaml',
      '    over-groen:\n',
      '    over-groen:\n      reviewedOn: 2026-10-01\n      validUntil: 2027-02-01\n',
    )
    expect(getAnswers(load(texts), 'twente', 'appels')['over-groen']).toMatchObject({
      reviewedOn: '2026-10-01',
      validUntil: '2027-02-01',
    })
  })

  it('ends an answer with the last day of an amount in it, also in another form of the answer and in a region', () => {
    const inForm = editDialogs(
      createDialogTexts(),
      'topics/peren.yaml',
      'shorter: Zacht.',
      'shorter: Een appel kost {bedrag:appel}.',
    )
    const texts = editDialogs(
      inForm,
      'regions/twente.yaml',
      'In Twente is een groene appel zoet, zegt je {helper}.',
      'In Twente kost een groene appel {bedrag:appel}.',
    )
    const usable = load(texts)
    expect(getTopic(usable, 'landelijk', 'peren').steps[2]).toMatchObject({ id: 'zacht', validUntil: '2027-06-30' })
    expect(getAnswers(usable, 'twente', 'appels')['over-groen']?.validUntil).toBe('2027-06-30')
  })

  it('tells an answer which one takes over, and that one from which day', () => {
    const { steps } = getTopic(load(createDialogTexts()), 'landelijk', 'appels')
    expect(steps[8]).toMatchObject({ id: 'kopen', validUntil: '2027-06-30', succeededBy: 'kopen-later' })
    expect(steps[9]).toMatchObject({ id: 'kopen-later', validFrom: '2027-07-01' })
    expect(steps[9]).not.toHaveProperty('succeededBy')
  })

  it('keeps who takes over when a region says an answer differently', () => {
    const dutch = editDialogs(
      createDialogTexts(),
      'regions/twente.yaml',
      'answers:\n  appels:\n',
      'answers:\n  appels:\n    kopen:\n      text: In Twente krijg je een appel.\n    kopen-later:\n      text: In Twente koop je een appel.\n',
    )
    const words = 'text: Here., easier: Here., shorter: Here., example: Invented., rule: Here.'
    const texts = editDialogs(
      dutch,
      'en/regions/twente.yaml',
      '  appels:\n',
      `  appels:\n    kopen: { ${words} }\n    kopen-later: { ${words} }\n`,
    )
    const answers = getAnswers(load(texts), 'twente', 'appels')
    expect(answers.kopen).toMatchObject({ text: 'In Twente krijg je een appel.', succeededBy: 'kopen-later' })
    expect(answers['kopen-later']).toMatchObject({ text: 'In Twente koop je een appel.', validFrom: '2027-07-01' })
  })

  it('puts the steps of a region in at its slot, only there', () => {
    const { content } = load(createDialogTexts())
    const words = wordsIn(content)
    expect(words.regions.twente?.topics.appels?.steps.map((step) => step.id)).toEqual([
      'say-1',
      'vraag',
      'over-rood',
      'goto-1',
      'over-groen',
      'groen-vervolg',
      'winkel-say-1',
      'winkel-twente',
      'contacts-1',
      'ladder-1',
      'kopen',
      'kopen-later',
      'kleine-stap',
      'end-1',
    ])
    expect(Object.keys(words.regions.twente?.topics ?? {})).toEqual(['appels'])
    expect(words.regions.landelijk?.topics).toEqual({})
  })

  it('joins the condition of a slot with that of the step put in there', () => {
    const slotted = editDialogs(
      createDialogTexts(),
      'topics/appels.yaml',
      '  - region: winkel\n',
      '  - region: winkel\n    when: { kleur: [rood, groen] }\n',
    )
    const texts = editDialogs(
      slotted,
      'regions/twente.yaml',
      '      - say: In Almelo is een winkel.\n',
      '      - say: In Almelo is een winkel.\n        when: { kleur: [groen, weet-niet] }\n',
    )
    const { steps } = getTopic(load(texts), 'twente', 'appels')
    expect(steps[6]?.when).toEqual({ kleur: ['groen'] })
    expect(steps[7]?.when).toEqual({ kleur: ['rood', 'groen'] })
  })

  it('leaves the words of a region and the amounts in the texts, to fill in while talking', () => {
    const usable = load(createDialogTexts())
    const words = wordsIn(usable.content)
    expect(getTopic(usable, 'twente', 'appels').steps[2]).toMatchObject({
      text: 'Een rode appel krijg je van je {helper}.',
    })
    expect(words.regions.landelijk?.words).toEqual({ helper: 'begeleider' })
    expect(words.regions.twente?.words).toEqual({ helper: 'sleutelfiguur' })
    expect(words.amounts.appel?.map(({ from }) => from)).toEqual(['2026-01-01', '2027-01-01'])
  })

  it('gives each region its contacts, with the source they rest on', () => {
    const { regions } = wordsIn(load(createDialogTexts()).content)
    expect(regions.landelijk?.contacts).toEqual([])
    expect(regions.twente?.contacts).toEqual([
      {
        id: 'fruitwinkel',
        name: 'De Fruitwinkel',
        about: 'Hier kun je fruit kopen.',
        for: ['helpen'],
        phone: '053 123 45 67',
        source: { id: 'T1', title: 'Bron in Twente', url: 'https://bron.voorbeeld.nl/twente', date: 'onbekend' },
        checkedOn: '2026-11-01',
        checkBefore: '2027-11-01',
      },
    ])
  })
})
