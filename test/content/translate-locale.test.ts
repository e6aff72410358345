import { describe, expect, it } from '@jest/globals'
import { loadContent } from '../../src/content/load-content.ts'
import type { LocaleContent } from '../../src/conversation/content.ts'
import { createDialogTexts, type DialogTexts, editDialogs, writeDialogs } from './dialog-folder.ts'

function load(texts: DialogTexts): { nl: LocaleContent; en: LocaleContent } {
  const { usable, findings } = loadContent(writeDialogs(texts))
  expect(findings).toEqual([])
  const { nl, en } = usable?.content.locales ?? {}
  if (nl === undefined || en === undefined) throw new Error('a language is missing')
  return { nl, en }
}

const answerIn = (words: LocaleContent | undefined, id: string) =>
  words?.topics.appels?.steps.flatMap((step) => (step.op === 'answer' && step.id === id ? [step] : []))[0]

describe('translateLocale', () => {
  it('keeps every step in its place, with the same conditions and ways on', () => {
    const { nl, en } = load(createDialogTexts())
    const skeleton = (words: LocaleContent) =>
      words.topics.appels?.steps.map((step) => [
        step.op,
        step.id,
        step.when,
        step.op === 'ask' ? step.choices.map(({ id, goto }) => [id, goto]) : [],
      ])
    expect(skeleton(en)).toEqual(skeleton(nl))
  })

  it('puts its own words into each kind of step', () => {
    const { en } = load(createDialogTexts())
    const { title, steps = [] } = en.topics.appels ?? {}
    expect(title).toBe('About apples')
    expect(steps[0]).toMatchObject({ text: 'Many people think of apples.' })
    expect(steps[1]).toMatchObject({
      text: 'Which colour is it?',
      choices: [{ label: 'Red', phrases: [] }, { label: 'Green' }, { label: 'I do not know' }],
    })
    expect(steps[6]).toMatchObject({ purpose: 'helpen', text: 'Here you can go.', none: 'I know no address.' })
    expect(steps[7]).toMatchObject({ op: 'ladder', text: 'This is how it goes.' })
    expect(steps[8]).toMatchObject({
      text: 'You pay {bedrag:appel}.',
      easier: 'Buy.',
      example: 'Invented.',
      rule: 'Buy.',
    })
  })

  it('rests on the sources and the review of the Dutch answer', () => {
    const { nl, en } = load(createDialogTexts())
    const { sources, reviewedOn, succeededBy } = answerIn(nl, 'kopen') ?? {}
    expect(answerIn(en, 'kopen')).toMatchObject({ sources, reviewedOn, succeededBy })
  })

  it('holds only the topics that are translated', () => {
    expect(Object.keys(load(createDialogTexts()).en.topics)).toEqual(['appels'])
  })

  it('ends an answer when the Dutch one does, or earlier when the translation says so', () => {
    const ending = (day: string) =>
      load(editDialogs(createDialogTexts(), 'en/topics/appels.yaml', 'validUntil: 2027-11-01', `validUntil: ${day}`))
    const soon = ending('2027-03-01')
    expect(answerIn(soon.en, 'over-rood')?.validUntil).toBe('2027-03-01')
    expect(answerIn(soon.nl, 'over-rood')?.validUntil).toBe('2027-11-01')
    const late = ending('2028-03-01')
    expect(answerIn(late.en, 'over-rood')?.validUntil).toBe('2027-11-01')
    expect(answerIn(late.en, 'kopen')?.validUntil).toBe('2027-06-30')
  })

  it('says what is different in a region in its own words, and ends it by the file of that region', () => {
    const texts = editDialogs(
      createDialogTexts(),
      'en/regions/twente.yaml',
      'validUntil: 2027-11-01',
      'validUntil: 2027-04-01',
    )
    const { en } = load(texts)
    expect(en.regions.twente).toMatchObject({
      name: 'Twente',
      words: { helper: 'helper' },
      route: [
        { id: 'plukken', name: 'Picking', about: 'the gardener' },
        { id: 'wassen', name: 'Washing', about: 'the cook' },
        { id: 'eten', name: 'Eating', about: 'you' },
      ],
      answers: { appels: { 'over-groen': { text: 'Sweet here.', sources: [{ id: 'T1' }], validUntil: '2027-04-01' } } },
    })
    expect(en.regions.landelijk).toMatchObject({ name: 'the Netherlands', answers: {} })
  })

  it('leaves out the steps that a region adds, which are not translated', () => {
    const { nl, en } = load(createDialogTexts())
    expect(Object.keys(nl.regions.twente?.topics ?? {})).toEqual(['appels'])
    expect(en.regions.twente?.topics).toEqual({})
  })

  it('translates what a contact is for, and keeps its number and its dates', () => {
    const [contact] = load(createDialogTexts()).en.regions.twente?.contacts ?? []
    expect(contact).toMatchObject({
      name: 'De Fruitwinkel',
      about: 'You can buy fruit here.',
      hours: 'every day',
      phone: '053 123 45 67',
      checkBefore: '2027-11-01',
    })
  })

  it('writes amounts as that language does', () => {
    const { nl, en } = load(createDialogTexts())
    expect(nl.amounts.appel?.map(({ text }) => text)).toEqual(['€\u00a01,50', '€\u00a02,00'])
    expect(en.amounts.appel?.map(({ text }) => text)).toEqual(['€1.50', '€2.00'])
    expect(en.tag).toBe('en-GB')
  })

  it('has a menu, phrases and crisis words of its own', () => {
    const texts = editDialogs(
      createDialogTexts(),
      'en/phrases.yaml',
      'greeting:\n    text: Dit is een tekst.',
      'greeting:\n    text: Hello.',
    )
    const crisis = editDialogs(texts, 'en/crisis.yaml', 'Bel nu 112 of 113.', 'Call 112 or 113.')
    const { nl, en } = load(crisis)
    expect(en.menu).toEqual({ first: ['appels'], groups: [{ id: 'alles', label: 'Alles', topics: ['appels'] }] })
    expect(en.phrases.greeting.texts).toEqual(['Hello.'])
    expect(nl.phrases.greeting.texts).toEqual(['Dit is een tekst.'])
    expect(en.crisis.messages.rood.text).toEqual(['Call 112 or 113.'])
    expect(en.crisis.numbers).toEqual(nl.crisis.numbers)
  })
})
