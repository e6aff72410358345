import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { readContent } from '../../src/content/load-content.ts'
import { createTrainOnce } from '../../src/content/train-once.ts'
import { createUnderstand } from '../../src/understanding/create-understand.ts'
import { findCrisis } from '../../src/understanding/crisis/find-crisis.ts'

const { training } = readContent(join(import.meta.dirname, '../../dialogs'))
const understand = createUnderstand(training, createTrainOnce())
const dutch = { isPlaceAsked: false, locale: 'nl', mayChangeLanguage: false }
const nothingAsked = { ...dutch, choices: [], expectsText: false }
const languages = Object.entries(training.languages).map(([locale, { examples }]) => ({ locale, examples }))

describe('understanding trained on the real dialogs', () => {
  it.each([
    ['Wat als het niet goed gaat, kan ik dan nog wel terugkomen bij jullie op de dagbesteding?', 'terugkomen'],
    ['Wat gebeurt er dan met mijn uitkering?', 'uitkering'],
    ['Kom ik niet in de schulden?', 'schulden'],
    ['Ik durf niet, ik blijf wel hier. Ik weet wat ik heb', 'durf-niet'],
  ])('reads "%s" as %s', (text, topic) => {
    expect(understand(text, nothingAsked).intent).toMatchObject({ kind: 'topic', topic })
  })

  it.each([
    'Ergens anders',
    'ergens anders',
    'Deventer',
    'Zwolle',
    'Hengelo',
    'Almelo',
    'Enschede',
    'Haaksbergen',
    'Apeldoorn',
    'Den Haag',
    'ja',
    'nee',
    'weet ik niet',
  ])('takes "%s", a short answer to another question, neither for a command nor for a sure topic', (text) => {
    expect(['unclear', 'clarify']).toContain(understand(text, nothingAsked).intent.kind)
  })

  it('leaves an unknown place unclear where a region is asked, and reads the fallback in its own words', () => {
    const choices = [
      { id: 'region:twente', label: 'Twente', phrases: ['Hengelo'] },
      { id: 'region:landelijk', label: 'Ergens anders', phrases: [] },
    ]
    const read = (text: string) => understand(text, { ...dutch, choices, expectsText: false }).intent
    expect(read('Deventer').kind).toBe('unclear')
    expect(read('Zwolle').kind).toBe('unclear')
    expect(read('ergens anders')).toEqual({ kind: 'choice', choice: 'region:landelijk' })
    expect(read('hengelo')).toEqual({ kind: 'choice', choice: 'region:twente' })
  })

  it.each(['oké', 'ja', 'nee', 'ok'])('does not let "%s" skip a question that has no such choice', (text) => {
    const choices = [{ id: 'bijstand', label: 'Bijstand', phrases: [] }]
    expect(understand(text, { ...dutch, choices, expectsText: false }).intent).toEqual({ kind: 'unclear', topics: [] })
  })

  it.each([
    ['mens spreken', 'mens'],
    ['dank u', 'bedankt'],
    ['stop maar', 'stoppen'],
    ['korter graag', 'korter'],
    ['waarom dan', 'waarom'],
  ])('still hears "%s" as %s', (text, command) => {
    expect(understand(text, nothingAsked).intent).toEqual({ kind: 'command', command })
  })

  it.each(languages)('raises none of the example sentences in $locale to rood or oranje', ({ examples }) => {
    const sentences = [
      ...Object.values(examples.topics).flat(),
      ...Object.values(examples.commands).flat(),
      ...examples.outOfScope,
    ]
    const raised = sentences.filter((text) => ['rood', 'oranje'].includes(findCrisis(text)?.level ?? ''))
    expect(raised).toEqual([])
  })

  it.each(languages)('knows every command in the words of its examples in $locale', ({ locale, examples }) => {
    for (const [command, texts] of Object.entries(examples.commands)) {
      for (const text of texts)
        expect([text, understand(text, { ...nothingAsked, locale }).intent]).toEqual([
          text,
          { kind: 'command', command },
        ])
    }
  })
})
