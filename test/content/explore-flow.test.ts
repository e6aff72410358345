import { describe, expect, it } from '@jest/globals'
import { exploreFlow } from '../../src/content/explore-flow.ts'
import type { Step } from '../../src/conversation/content.ts'

const ask: Step = {
  op: 'ask',
  id: 'vraag',
  text: '?',
  slot: 'kleur',
  choices: [
    { id: 'rood', label: 'Rood', phrases: [] },
    { id: 'groen', label: 'Groen', phrases: [], goto: 3 },
  ],
}
const end: Step = { op: 'end', id: 'end-1', related: [] }
const answer: Step = {
  op: 'answer',
  id: 'antwoord',
  text: '',
  easier: '',
  shorter: '',
  example: '',
  rule: '',
  sources: [],
  reviewedOn: '2026-11-01',
  validUntil: '2027-11-01',
}
const smallStep: Step = { op: 'say', id: 'kleine-stap-eten', text: '' }
const fromStart = [{ index: 0, answers: {} }]

describe('exploreFlow', () => {
  it('follows every choice and reaches every step', () => {
    const steps: Step[] = [ask, answer, { op: 'jump', id: 'goto-1', to: 4 }, answer, smallStep, end]
    const { reached, problems, isComplete } = exploreFlow(steps, fromStart)
    expect([...reached].sort()).toEqual([0, 1, 2, 3, 4, 5])
    expect(problems).toEqual([])
    expect(isComplete).toBe(true)
  })

  it('passes a question over whose answer is known, and goes the way of that answer', () => {
    const { reached } = exploreFlow([ask, answer, end, answer, end], [{ index: 0, answers: { kleur: 'groen' } }])
    expect([...reached].sort()).toEqual([0, 3, 4])
  })

  it('puts the question when the slot holds a choice that is not one of its own', () => {
    const { reached } = exploreFlow([ask, answer, end, answer, end], [{ index: 0, answers: { kleur: 'blauw' } }])
    expect(reached.size).toBe(5)
  })

  it('tells with which answers a path runs dead', () => {
    const steps: Step[] = [
      smallStep,
      { ...ask, choices: ask.op === 'ask' ? ask.choices.map(({ goto: _to, ...choice }) => choice) : [] },
      answer,
      { ...end, when: { kleur: ['rood'] } },
    ]
    const { problems } = exploreFlow(steps, fromStart)
    expect(problems).toEqual([{ kind: 'dead-end', index: 2, answers: { kleur: 'groen' } }])
  })

  it('sees a ring of gotos that asks nothing new', () => {
    const steps: Step[] = [answer, { op: 'jump', id: 'goto-1', to: 0 }]
    expect(exploreFlow(steps, fromStart).problems).toMatchObject([{ kind: 'endless-loop', index: 1 }])
  })

  it('asks for an answer or a human on each path', () => {
    const human: Step = { op: 'handoff', id: 'mens', text: '' }
    expect(exploreFlow([end], fromStart).problems).toMatchObject([{ kind: 'no-help', index: 0 }])
    expect(exploreFlow([human], fromStart).problems).toEqual([])
  })

  it('asks for a small step before each end, but not where a human takes over', () => {
    const human: Step = { op: 'handoff', id: 'mens', text: '' }
    expect(exploreFlow([answer, end], fromStart).problems).toMatchObject([{ kind: 'no-small-step', index: 1 }])
    expect(exploreFlow([answer, smallStep, end], fromStart).problems).toEqual([])
    expect(exploreFlow([answer, human], fromStart).problems).toEqual([])
  })

  it('does not take any sentence for the small step', () => {
    const sentence: Step = { op: 'say', id: 'say-1', text: '' }
    expect(exploreFlow([answer, sentence, end], fromStart).problems).toMatchObject([{ kind: 'no-small-step' }])
  })

  const createQuestions = (count: number) =>
    Array.from(
      { length: count },
      (_, index): Step => ({
        ...ask,
        id: `v${index}`,
        slot: `s${index}`,
        choices: ['rood', 'groen'].map((id) => ({ id, label: id, phrases: [] })),
      }),
    )
  const region: Step = { op: 'ask-region', id: 'waar' }

  it('allows three questions on a path, and counts the one for the region', () => {
    const rest = [answer, smallStep, end]
    expect(exploreFlow([...createQuestions(3), ...rest], fromStart).problems).toEqual([])
    expect(exploreFlow([...createQuestions(2), region, ...rest], fromStart).problems).toEqual([])
    expect(exploreFlow([...createQuestions(4), ...rest], fromStart).problems).toMatchObject([
      { kind: 'many-questions', index: 3 },
    ])
    expect(exploreFlow([...createQuestions(3), region, ...rest], fromStart).problems).toMatchObject([
      { kind: 'many-questions', index: 3 },
    ])
  })

  it('does not count a question whose answer is known', () => {
    const steps = [...createQuestions(4), answer, smallStep, end]
    expect(exploreFlow(steps, [{ index: 0, answers: { s1: 'rood' } }]).problems).toEqual([])
  })

  it('counts the questions of each path apart', () => {
    const apart = createQuestions(6).map(
      (step, index): Step => (index === 0 ? step : { ...step, when: { s0: [index < 3 ? 'rood' : 'groen'] } }),
    )
    const problems = exploreFlow([...apart, answer, smallStep, end], fromStart).problems
    expect(problems).toMatchObject([{ kind: 'many-questions', index: 5, answers: { s0: 'groen' } }])
  })

  it('gives up in the open when a flow has more situations than can be walked', () => {
    const known = Array.from({ length: 9 }, (_, index) => `k${index}`)
    const tests = Array.from(
      { length: 400 },
      (_, index): Step => ({ ...answer, when: { [`k${index % 9}`]: ['rood'] } }),
    )
    const entries = Array.from({ length: 512 }, (_, number) => ({
      index: 0,
      answers: Object.fromEntries(known.map((slot, bit) => [slot, (number >> bit) % 2 === 0 ? 'rood' : 'groen'])),
    }))
    expect(exploreFlow([...tests, smallStep, end], entries).isComplete).toBe(false)
  })
})
