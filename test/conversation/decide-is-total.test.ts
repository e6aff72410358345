import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Condition, Content, Step } from '../../src/conversation/content.ts'
import { decide } from '../../src/conversation/decide.ts'
import type { Input, Surroundings } from '../../src/conversation/decision.ts'
import { type ConversationState, conversationStateSchema, createState } from '../../src/conversation/state.ts'
import { maxButtons } from '../../src/conversation/talk.ts'
import { commands, crisisLevels, type Intent, type Meaning } from '../../src/understanding/meaning.ts'
import { sampleAnswer, sampleBilingualContent } from './sample-content.ts'

const topicIds = ['money', 'back', 'work']
const slots = ['one', 'two']
const choiceIds = ['a', 'b', 'c']

const condition: fc.Arbitrary<Condition> = fc.dictionary(
  fc.constantFrom(...slots),
  fc.subarray(choiceIds, { minLength: 1 }),
  { maxKeys: 2 },
)

const bareStep: fc.Arbitrary<Step> = fc.oneof(
  fc.constant<Step>({ op: 'say', id: '', text: 'said' }),
  fc
    .record({
      validUntil: fc.constantFrom('2026-01-01', '2030-01-01'),
      validFrom: fc.option(fc.constantFrom('2026-01-02', '2030-01-02'), { nil: undefined }),
      successor: fc.option(fc.nat(12), { nil: undefined }),
    })
    .map(
      ({ validUntil, validFrom, successor }): Step =>
        sampleAnswer('', {
          validUntil,
          ...(validFrom === undefined ? {} : { validFrom }),
          ...(successor === undefined ? {} : { succeededBy: `step-${successor}` }),
        }),
    ),
  fc
    .record({ slot: fc.constantFrom(...slots), gotos: fc.array(fc.option(fc.nat(12)), { minLength: 3, maxLength: 3 }) })
    .map(
      ({ slot, gotos }): Step => ({
        op: 'ask',
        id: '',
        text: 'asked',
        slot,
        choices: choiceIds.map((id, index) => {
          const goto = gotos[index]
          return { id, label: `label ${id}`, phrases: [], ...(goto == null ? {} : { goto }) }
        }),
      }),
    ),
  fc.constant<Step>({ op: 'ask-region', id: '' }),
  fc.nat(12).map((to): Step => ({ op: 'jump', id: '', to })),
  fc
    .record({ topic: fc.constantFrom(...topicIds, 'unknown'), step: fc.nat(12) })
    .map(({ topic, step }): Step => ({ op: 'goto-topic', id: '', topic, step: `step-${step}` })),
  fc.constant<Step>({ op: 'contacts', id: '', purpose: 'helpen', text: 'contacts', none: 'no contacts' }),
  fc.constant<Step>({ op: 'ladder', id: '', text: 'the ladder' }),
  fc.constant<Step>({ op: 'handoff', id: '', text: 'to a human' }),
  fc.subarray(topicIds).map((related): Step => ({ op: 'end', id: '', related })),
)

const flow = fc
  .array(fc.tuple(bareStep, fc.option(condition)), { maxLength: 10 })
  .map((steps) =>
    steps.map(([step, when], index): Step => ({ ...step, id: `step-${index}`, ...(when === null ? {} : { when }) })),
  )

const anyContent = fc.record({ money: flow, back: flow, work: flow }).map((topics) => sampleBilingualContent(topics))

const guess = fc.record({
  topic: fc.constantFrom(...topicIds, 'unknown'),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
})
const intent: fc.Arbitrary<Intent> = fc.oneof(
  fc.constant<Intent>({ kind: 'empty' }),
  fc.constantFrom(...commands).map((command): Intent => ({ kind: 'command', command })),
  fc.tuple(guess, fc.array(guess, { maxLength: 4 })).map(([best, also]): Intent => ({ kind: 'topic', ...best, also })),
  fc.array(guess, { maxLength: 4 }).map((topics): Intent => ({ kind: 'clarify', topics })),
  fc.array(guess, { maxLength: 4 }).map((topics): Intent => ({ kind: 'unclear', topics })),
  fc.string({ maxLength: 12 }).map((choice): Intent => ({ kind: 'choice', choice })),
  fc.constantFrom('nl', 'en', 'fr').map((locale): Intent => ({ kind: 'language', locale })),
)

/** Where somebody says they live: in a region, in none, or in one of several. */
const place = fc.record({
  municipalities: fc.subarray(['Almelo', 'Hengelo', 'Zwolle'], { minLength: 1 }),
  isWhole: fc.boolean(),
})

/** A message; `pick` takes one of the buttons that are really on offer. */
const move = fc.record({
  intent,
  pick: fc.option(fc.nat(7)),
  crisis: fc.option(fc.constantFrom(...crisisLevels), { freq: 8 }),
  place: fc.option(place, { freq: 4 }),
  language: fc.option(fc.constantFrom('nl', 'en', 'fr'), { freq: 8 }),
  otherLanguage: fc.option(fc.constantFrom('tr', 'other', 'constructor'), { freq: 8 }),
  text: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('06 12345678', 'sam@example.org', '{tekst}'),
  ),
  kind: fc.constantFrom<Input['kind']>(
    'message',
    'message',
    'message',
    'message',
    'message',
    'start',
    'attachment',
    'too-long',
  ),
})

const around: Surroundings = {
  now: new Date('2026-11-23T09:00:00Z'),
  caseNumber: 1001,
  isContentLost: false,
  promise: () => ({
    queue: 'q',
    organisation: 'o',
    role: 'r',
    answerBy: new Date('2026-11-23T12:00:00Z'),
    onDuty: false,
  }),
  redact: (text) => text.replaceAll(/\d/g, '0'),
}

type Move = typeof move extends fc.Arbitrary<infer T> ? T : never

function toInput(state: ConversationState, { kind, intent: meant, pick, crisis, text, ...said }: Move): Input {
  if (kind === 'start' || kind === 'attachment') return { kind }
  const offered = pick === null ? undefined : state.offered[pick]
  const chosen: Intent = offered === undefined ? meant : { kind: 'choice', choice: offered.id }
  const meaning: Meaning = {
    intent: chosen,
    ...(crisis === null ? {} : { crisis: { level: crisis, rule: 'test' } }),
    ...(said.place === null ? {} : { place: said.place }),
    ...(said.language === null ? {} : { language: said.language }),
    ...(said.otherLanguage === null ? {} : { otherLanguage: said.otherLanguage }),
  }
  return kind === 'too-long' ? { kind, meaning } : { kind: 'message', text, meaning }
}

function check(content: Content, before: ConversationState, input: Input): ConversationState {
  const frozen = JSON.stringify(before)
  const { state, effects } = decide(before, input, content, around)
  expect(JSON.stringify(before)).toBe(frozen)
  expect(conversationStateSchema.safeParse(state).success).toBe(true)
  // What is stored must read back as it was.
  expect(conversationStateSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state)
  const replies = effects.flatMap((effect) => (effect.kind === 'reply' ? [effect.reply] : []))
  expect(replies.length).toBeGreaterThan(0)
  for (const reply of replies) {
    expect(reply.text).not.toBe('')
    expect(reply.buttons.length).toBeLessThanOrEqual(maxButtons)
  }
  const isDangerous = input.kind !== 'start' && input.kind !== 'attachment' && input.meaning.crisis !== undefined
  if (isDangerous) expect(replies[0]?.marks.kind).toBe('crisis')
  return state
}

describe('decide', () => {
  it('gives a valid state and at least one reply for any flow, state and input, and crisis words first', () => {
    fc.assert(
      fc.property(anyContent, fc.array(move, { minLength: 1, maxLength: 14 }), (content, moves) => {
        let state = createState(content.version)
        for (const each of moves) state = check(content, state, toInput(state, each))
      }),
      { numRuns: 600 },
    )
  })

  it('reaches a human from every state in one step', () => {
    fc.assert(
      fc.property(anyContent, fc.array(move, { maxLength: 10 }), (content, moves) => {
        let state = createState(content.version)
        for (const each of moves) state = check(content, state, toInput(state, each))
        const mens: Input = { kind: 'message', text: 'mens', meaning: { intent: { kind: 'command', command: 'mens' } } }
        const { effects } = decide(state, mens, content, around)
        const kinds = effects.flatMap((effect) => (effect.kind === 'reply' ? [effect.reply.marks.kind] : []))
        expect(kinds).toContain('handoff')
      }),
      { numRuns: 200 },
    )
  })
})
