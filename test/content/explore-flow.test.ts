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
  rule: '',
  sources: [],
  reviewedOn: '2026-11-01',
  validUntil: '2027-11-01',
}
const fromStart = [{ index: 0, answers: {} }]

describe('exploreFlow', () => {
  it('follows every choice and reaches every step', () => {
    const steps: Step[] = [ask, answer, end, answer, end]
    const { reached, problems, isComplete } = exploreFlow(steps, fromStart)
    expect([...reached].sort()).toEqual([0, 1, 2, 3, 4])
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
      ask,
      answer,
      { ...end, when: { kleur: ['groen'] } },
      answer,
      { ...end, when: { kleur: ['rood'] } },
    ]
    const { problems } = exploreFlow(steps, fromStart)
    expect(problems).toEqual([{ kind: 'dead-end', index: 3, answers: { kleur: 'groen' } }])
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

  const questions = Array.from(
    { length: 16 },
    (_, index): Step => ({
      ...ask,
      id: `v${index}`,
      slot: `s${index}`,
      choices: ask.choices.map(({ id, label, phrases }) => ({ id, label, phrases })),
    }),
  )

  it('walks many questions whose answers matter to nothing else', () => {
    const { reached, isComplete } = exploreFlow([...questions, answer, end], fromStart)
    expect(isComplete).toBe(true)
    expect(reached.size).toBe(18)
  })

  it('gives up in the open when a flow has more situations than can be walked', () => {
    const tests = questions.map((_, index): Step => ({ ...answer, when: { [`s${index}`]: ['rood'] } }))
    expect(exploreFlow([...questions, ...tests, end], fromStart).isComplete).toBe(false)
  })
})
