import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  commands,
  crisisLevels,
  type Intent,
  type Meaning,
  type ReadingContext,
} from '../../src/understanding/meaning.ts'
import { findUnsureTopics, withChosenTopic } from '../../src/understanding/second-opinion.ts'

const context: ReadingContext = {
  choices: [],
  expectsText: false,
  isPlaceAsked: false,
  locale: 'nl',
  mayChangeLanguage: false,
}
const guesses = [
  { topic: 'loon', confidence: 0.4 },
  { topic: 'schulden', confidence: 0.3 },
]
const unclear: Intent = { kind: 'unclear', topics: guesses }
const clarify: Intent = { kind: 'clarify', topics: guesses }
const arbitraryIntent: fc.Arbitrary<Intent> = fc.oneof(
  fc.constantFrom<Intent>(unclear, clarify, { kind: 'unclear', topics: [] }),
  fc.constantFrom<Intent>({ kind: 'empty' }, { kind: 'choice', choice: 'x' }, { kind: 'language', locale: 'en' }),
  fc.constantFrom(...commands).map((command): Intent => ({ kind: 'command', command })),
  fc.constant<Intent>({ kind: 'topic', topic: 'loon', confidence: 0.9, also: [] }),
)

describe('findUnsureTopics', () => {
  it('gives the guesses of a message that is not clear, at most five', () => {
    expect(findUnsureTopics({ intent: unclear }, context)).toEqual(guesses)
    expect(findUnsureTopics({ intent: clarify }, context)).toEqual(guesses)
    const many = [...'abcdefg'].map((topic) => ({ topic, confidence: 0.1 }))
    expect(findUnsureTopics({ intent: { kind: 'unclear', topics: many } }, context)).toHaveLength(5)
  })

  it('gives none for any sign of danger, whatever else was meant', () => {
    const dangerous = fc.record({
      intent: arbitraryIntent,
      crisis: fc.record({ level: fc.constantFrom(...crisisLevels), rule: fc.string() }),
    })
    fc.assert(fc.property(dangerous, (meaning: Meaning) => findUnsureTopics(meaning, context).length === 0))
  })

  it('gives none for what was understood', () => {
    const clear = arbitraryIntent.filter(({ kind }) => kind !== 'clarify' && kind !== 'unclear')
    fc.assert(fc.property(clear, (intent) => findUnsureTopics({ intent }, context).length === 0))
  })

  it('gives none for a place, and where free text or a place is asked', () => {
    const place = { municipalities: ['Almelo'], isWhole: true }
    expect(findUnsureTopics({ intent: unclear, place }, context)).toEqual([])
    expect(findUnsureTopics({ intent: unclear }, { ...context, expectsText: true })).toEqual([])
    expect(findUnsureTopics({ intent: unclear }, { ...context, isPlaceAsked: true })).toEqual([])
  })
})

describe('withChosenTopic', () => {
  it('is sure only of a topic that was going to be offered', () => {
    expect(withChosenTopic(clarify, 'schulden')).toEqual({
      kind: 'topic',
      topic: 'schulden',
      confidence: 0.3,
      also: [],
    })
  })

  it('asks about a topic with weak support, or none, that one first', () => {
    expect(withChosenTopic(unclear, 'schulden')).toEqual({ kind: 'clarify', topics: [guesses[1], guesses[0]] })
    const added = { topic: 'uren', confidence: 0 }
    expect(withChosenTopic(unclear, 'uren')).toEqual({ kind: 'clarify', topics: [added, ...guesses] })
    expect(withChosenTopic(clarify, 'uren')).toEqual({ kind: 'clarify', topics: [added, ...guesses] })
  })

  it('changes nothing without a choice, or when the message was clear', () => {
    fc.assert(
      fc.property(arbitraryIntent, fc.option(fc.string(), { nil: undefined }), (intent, topic) => {
        const isUnsure = intent.kind === 'clarify' || intent.kind === 'unclear'
        if (topic === undefined || !isUnsure) expect(withChosenTopic(intent, topic)).toBe(intent)
      }),
    )
  })

  it('never makes a command, a choice, another language or more than three buttons of anything', () => {
    const unsure = arbitraryIntent.filter(({ kind }) => kind === 'clarify' || kind === 'unclear')
    fc.assert(
      fc.property(unsure, fc.string(), (intent, topic) => {
        const outcome = withChosenTopic(intent, topic)
        if (outcome.kind === 'clarify') expect(outcome.topics.length).toBeLessThanOrEqual(3)
        else expect(outcome).toEqual({ kind: 'topic', topic, confidence: expect.any(Number), also: [] })
      }),
    )
  })
})
