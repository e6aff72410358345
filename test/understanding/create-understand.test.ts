import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createUnderstand } from '../../src/understanding/create-understand.ts'
import type { OfferedChoice, ReadingContext } from '../../src/understanding/meaning.ts'
import { exampleSentences, trainingOf } from './example-sentences.ts'

const understand = createUnderstand(trainingOf(exampleSentences))
const dutch = { isPlaceAsked: false, locale: 'nl', mayChangeLanguage: false }
const nothingAsked: ReadingContext = { ...dutch, choices: [], expectsText: false }
const uitkeringen: OfferedChoice[] = [
  { id: 'bijstand', label: 'Bijstand', phrases: ['van de gemeente'] },
  { id: 'wajong', label: 'Wajong', phrases: ['jonggehandicapt'] },
  { id: 'unknown', label: 'Weet ik niet', phrases: [] },
]
const asked: ReadingContext = { ...dutch, choices: uitkeringen, expectsText: false }
const textAsked: ReadingContext = {
  ...dutch,
  choices: [{ id: 'skip', label: 'Niets toevoegen', phrases: ['overslaan'] }],
  expectsText: true,
}

describe('createUnderstand: topics', () => {
  it.each([
    ['Wat als het niet goed gaat, kan ik dan nog wel terugkomen bij jullie op de dagbesteding?', 'terugkomen'],
    ['Wat gebeurt er dan met mijn uitkering?', 'uitkering'],
    ['Kom ik niet in de schulden?', 'schulden'],
    ['Ik durf niet, ik blijf wel hier. Ik weet wat ik heb', 'durf-niet'],
  ])('reads the sentence of the leaflet "%s" as %s, and as nothing more', (text, topic) => {
    expect(understand(text, nothingAsked)).toEqual({
      intent: { kind: 'topic', topic, confidence: expect.any(Number), also: [] },
    })
  })

  it.each([
    ['WAT GEBEURT ER MET MIJN UITKERING???', 'uitkering'],
    ['wat gebeurd er met mn utkering', 'uitkering'],
    ['Wát gebéurt er mèt mijn uitkëring', 'uitkering'],
    ['komm ik in de schuldennn', 'schulden'],
    ['kan k trug kommen op de dagbestedin', 'terugkomen'],
  ])('reads "%s" in spite of capitals, accents and spelling', (text, topic) => {
    expect(understand(text, nothingAsked).intent).toMatchObject({ kind: 'topic', topic })
  })

  it('answers the first question and keeps the other one', () => {
    const { intent } = understand(
      'Wat gebeurt er met mijn uitkering? En kan ik terugkomen op de dagbesteding?',
      nothingAsked,
    )
    expect(intent).toMatchObject({ kind: 'topic', topic: 'uitkering', also: [{ topic: 'terugkomen' }] })
  })

  it('finds the question at the end of a long story', () => {
    const story = 'Ik woon in een flat en ik hou van vogels kijken. Mijn buurman ook. '.repeat(20)
    const { intent } = understand(`${story} Wat gebeurt er met mijn uitkering?`, nothingAsked)
    expect(intent).toMatchObject({ kind: 'topic', topic: 'uitkering' })
  })

  it('offers close topics, best first, instead of choosing', () => {
    const { intent } = understand('bang voor wajong', nothingAsked)
    expect(intent.kind).toBe('clarify')
    if (intent.kind !== 'clarify') throw new Error('unreachable')
    expect(intent.topics.map((guess) => guess.topic)).toEqual(expect.arrayContaining(['uitkering', 'durf-niet']))
    expect(intent.topics.length).toBeLessThanOrEqual(3)
    expect(intent.topics[0]?.confidence).toBeGreaterThanOrEqual(intent.topics[1]?.confidence ?? 1)
  })

  it.each([
    'hoe duur is een vliegticket naar brazilië',
    'xqzvw plomf grtz',
    'what is the meaning of this',
    'wie wordt er kampioen',
  ])('says honestly that it does not understand "%s"', (text) => {
    expect(understand(text, nothingAsked).intent.kind).toBe('unclear')
  })

  it.each(['', '   ', '👍', '?!', '...', '\u200b'])('finds nothing to read in %j', (text) => {
    expect(understand(text, nothingAsked).intent).toEqual({ kind: 'empty' })
  })
})

describe('createUnderstand: commands', () => {
  it.each([
    ['Mens', 'mens'],
    ['mens graag!', 'mens'],
    ['ik wil een mens spreken alsjeblieft', 'mens'],
    ['kan ik misschien even iemand spreken', 'mens'],
    ['Stop', 'stoppen'],
    ['menu', 'menu'],
    ['verwijder mijn gegevens aub', 'wissen'],
    ['Hallo!', 'groet'],
    ['dankjewel', 'bedankt'],
    ['makkelijker', 'makkelijker'],
  ])('reads "%s" as %s', (text, command) => {
    expect(understand(text, nothingAsked).intent).toEqual({ kind: 'command', command })
  })

  it('hears a command while a choice is asked', () => {
    expect(understand('ik wil een mens spreken', asked).intent).toEqual({ kind: 'command', command: 'mens' })
    expect(understand('stop', asked).intent).toEqual({ kind: 'command', command: 'stoppen' })
  })

  it.each(['ja', 'nee', 'weet ik niet'])('does not take "%s" for a command or topic when nothing was asked', (text) => {
    expect(understand(text, nothingAsked).intent).toEqual({ kind: 'unclear', topics: [] })
  })

  it('does not let a story about stopping with work end the conversation', () => {
    const { intent } = understand(
      'ik wil stoppen met werken en terug naar mijn oude plek op de dagbesteding',
      nothingAsked,
    )
    expect(intent).not.toMatchObject({ kind: 'command' })
  })
})

describe('createUnderstand: choices', () => {
  it.each([
    ['Wajong', 'wajong'],
    ['wajong denk ik', 'wajong'],
    ['ik heb een wajon', 'wajong'],
    ['de tweede', 'wajong'],
    ['2', 'wajong'],
    ['jonggehandicapt', 'wajong'],
    ['bijstant', 'bijstand'],
    ['weet ik niet', 'unknown'],
    ['geen idee', 'unknown'],
    ['de laatste', 'unknown'],
  ])('reads "%s" as the choice %s', (text, choice) => {
    expect(understand(text, asked).intent).toEqual({ kind: 'choice', choice })
  })

  it('reads a longer question as a question, not as the choice it happens to name', () => {
    expect(understand('wat gebeurt er met mijn wajong als ik ga werken?', asked).intent).toMatchObject({
      kind: 'topic',
      topic: 'uitkering',
    })
  })

  it('takes a choice on offer before a command with the same words', () => {
    const choices = [{ id: 'again', label: 'Opnieuw', phrases: [] }]
    expect(understand('opnieuw', { ...dutch, choices, expectsText: false }).intent).toEqual({
      kind: 'choice',
      choice: 'again',
    })
  })
})

describe('createUnderstand: free text', () => {
  it.each([
    ['overslaan', { kind: 'choice', choice: 'skip' }],
    ['mens', { kind: 'command', command: 'mens' }],
    ['wissen', { kind: 'command', command: 'wissen' }],
    ['hallo', { kind: 'unclear', topics: [] }],
    ['wat gebeurt er met mijn uitkering?', { kind: 'unclear', topics: [] }],
    ['0612345678', { kind: 'unclear', topics: [] }],
    ['1', { kind: 'unclear', topics: [] }],
  ])('reads "%s" while free text is asked', (text, intent) => {
    expect(understand(text, textAsked).intent).toEqual(intent)
  })

  it('sees danger in free text', () => {
    expect(understand('ik wil dood', textAsked)).toEqual({
      crisis: { level: 'oranje', rule: expect.any(String) },
      intent: { kind: 'unclear', topics: [] },
    })
  })
})

describe('createUnderstand: danger', () => {
  it('keeps what else was meant beside the danger', () => {
    const meaning = understand('Ik wil niet meer leven. Wat gebeurt er met mijn uitkering?', nothingAsked)
    expect(meaning.crisis?.level).toBe('oranje')
    expect(meaning.intent).toMatchObject({ kind: 'topic', topic: 'uitkering' })
  })

  it('joins a sentence that was sent in two parts', () => {
    expect(understand('dood', { ...nothingAsked, previousText: 'ik wil' }).crisis?.level).toBe('oranje')
  })

  it('leaves crisis out when nothing points to it', () => {
    expect('crisis' in understand('ik verveel me dood', nothingAsked)).toBe(false)
  })

  it('finds danger without a single example sentence, so it never depends on the classifier', () => {
    const untrained = createUnderstand(trainingOf({ topics: {}, commands: {}, outOfScope: [] }))
    expect(untrained('ik wil dood', nothingAsked).crisis?.level).toBe('oranje')
    expect(untrained('wat is dit', nothingAsked).intent).toEqual({ kind: 'unclear', topics: [] })
  })
})

describe('createUnderstand: any input', () => {
  const words = fc.constantFrom(
    'ik',
    'wil',
    'dood',
    'niet',
    'uitkering',
    'er',
    'een',
    'eind',
    'aan',
    'zelfmoord',
    '🔪',
    '.',
    '?',
    'd o o d',
    '\u0301',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.array(words, { maxLength: 60 }).map((list) => list.join(' ')),
  )

  it('is total and deterministic', () => {
    fc.assert(
      fc.property(texts, fc.option(texts, { nil: undefined }), fc.boolean(), (text, previousText, expectsText) => {
        const context: ReadingContext = {
          ...dutch,
          choices: uitkeringen,
          expectsText,
          ...(previousText === undefined ? {} : { previousText }),
        }
        const meaning = understand(text, context)
        expect(understand(text, context)).toEqual(meaning)
        expect(['choice', 'command', 'topic', 'clarify', 'unclear', 'empty']).toContain(meaning.intent.kind)
      }),
      { numRuns: 300, seed: 20261121 },
    )
  })

  it('gives the same model for the same examples', () => {
    const again = createUnderstand(trainingOf(exampleSentences))
    for (const text of ['houd ik mijn wajong', 'ik vind het eng', 'iets heel anders']) {
      expect(again(text, nothingAsked)).toEqual(understand(text, nothingAsked))
    }
  })

  it.each([
    ['words', 'ik wil niet dood en ook geen eind aan mijn leven '.repeat(300)],
    ['emoji', '🔪💊'.repeat(2_500)],
    ['combining marks', 'd\u0338\u0322\u031bo\u0336'.repeat(2_000)],
    ['right-to-left text', 'مرحبا بكم '.repeat(1_000)],
    ['one letter', 'a'.repeat(10_000)],
    ['single letters', 'd o o d '.repeat(1_250)],
    ['ligatures', '\ufdfa'.repeat(10_000)],
    ['asterisks', 'd**d*'.repeat(2_000)],
  ])('reads 10,000 characters of %s to the end', (_name, text) => {
    expect(understand(text.slice(0, 10_000), { ...nothingAsked, previousText: text }).intent.kind).toEqual(
      expect.any(String),
    )
  })

  it('sees danger at the very end of 10,000 characters', () => {
    const long = `${'Ik werk in de tuin en dat is fijn. '.repeat(300).slice(0, 9_900)}. Ik wil dood.`
    expect(understand(long, nothingAsked).crisis?.level).toBe('oranje')
  })
})

describe('createUnderstand: what somebody says about themselves', () => {
  const soorten: OfferedChoice[] = [
    { id: 'bijstand', label: 'Bijstand', phrases: [], hears: { benefit: ['bijstand'] } },
    { id: 'wajong', label: 'Wajong', phrases: [], hears: { benefit: ['wajong'] } },
    { id: 'unknown', label: 'Weet ik niet', phrases: [] },
  ]
  const uren: OfferedChoice[] = [
    { id: 'few', label: 'Weinig', phrases: [], hears: { hours: { from: 0, to: 20 } } },
    { id: 'many', label: 'Veel', phrases: [], hears: { hours: { from: 21, to: 60 } } },
    { id: 'unknown', label: 'Weet ik niet', phrases: [] },
  ]

  it('stands beside the intent', () => {
    const { intent, slots } = understand('ik heb wajong, wat gebeurt er met mijn uitkering', nothingAsked)
    expect(intent).toMatchObject({ kind: 'topic', topic: 'uitkering' })
    expect(slots?.benefits).toEqual([{ kind: 'wajong', standing: 'has', start: 7, end: 13 }])
  })

  it.each([
    ['ik denk bijstand', soorten, 'bijstand'],
    ['ik heb geen bijstand maar wajong', soorten, 'wajong'],
    ['een uurtje of 10', uren, 'few'],
    ['twaalf', uren, 'few'],
    ['2', uren, 'few'],
    ['30 uur lijkt me wel wat', uren, 'many'],
    ['de tweede', uren, 'many'],
  ])('reads "%s" as the choice it falls in', (text, choices, choice) => {
    expect(understand(text, { ...asked, choices }).intent).toEqual({ kind: 'choice', choice })
  })

  it.each(['geen wajong', 'ik had wajong', 'mijn man heeft wajong'])(
    'does not take "%s" for the choice it names',
    (text) => {
      expect(understand(text, { ...asked, choices: soorten }).intent).not.toMatchObject({ choice: 'wajong' })
    },
  )

  it('is not read in free text', () => {
    expect(understand('ik heb wajong', textAsked).slots).toBeUndefined()
  })
})
