import { describe, expect, it } from '@jest/globals'
import type { AnswerStep, Content, Step } from '../../src/conversation/content.ts'
import { answerOf, dueOn, isInDate } from '../../src/conversation/topic-answer.ts'
import { wordsIn } from '../../src/conversation/words-in.ts'
import { sampleAnswer, sampleContent } from './sample-content.ts'
import { beginSample, replies, talk, texts } from './sample-talk.ts'

function createAnswer(id: string, more: Partial<AnswerStep>): AnswerStep {
  const step = sampleAnswer(id, more)
  if (step.op !== 'answer') throw new Error('the sample answer is no answer')
  return step
}

const old = createAnswer('old', { validUntil: '2026-12-31', succeededBy: 'new' })
const next = createAnswer('new', { validFrom: '2027-01-01', validUntil: '2027-06-30' })
const alone = createAnswer('alone', { validUntil: '2026-12-31' })

describe('dueOn', () => {
  const due = (answer: AnswerStep, day: string, steps: Step[] = [old, next]) =>
    dueOn(beginSample(sampleContent(), {}, day), answer, steps)

  it.each([
    ['2026-11-23', 'say', 'skip'],
    ['2026-12-31', 'say', 'skip'],
    ['2027-01-01', 'skip', 'say'],
    ['2027-06-30', 'skip', 'say'],
    ['2027-07-01', 'skip', 'ended'],
  ])('gives one answer of two that follow each other on %s: %s, %s', (day, first, second) => {
    expect([due(old, day), due(next, day)]).toEqual([first, second])
  })

  it('tells that an answer ended which nothing follows', () => {
    expect(due(alone, '2026-12-31', [alone])).toBe('say')
    expect(due(alone, '2027-01-01', [alone])).toBe('ended')
  })

  it('tells that an answer ended when the next one has not begun yet', () => {
    const early = createAnswer('old', { validUntil: '2026-11-30', succeededBy: 'new' })
    expect(due(early, '2026-12-01', [early, next])).toBe('ended')
    expect(due(early, '2027-01-01', [early, next])).toBe('skip')
  })

  it('counts days where the candidate lives', () => {
    const begun = beginSample(sampleContent())
    const newYear = { ...begun, around: { ...begun.around, now: new Date('2026-12-31T23:30:00Z') } }
    expect([dueOn(newYear, old, [old, next]), dueOn(newYear, next, [old, next])]).toEqual(['skip', 'say'])
  })
})

describe('isInDate', () => {
  it('holds up to and including the last day', () => {
    expect(isInDate(beginSample(sampleContent(), {}, '2026-12-31'), alone)).toBe(true)
    expect(isInDate(beginSample(sampleContent(), {}, '2027-01-01'), alone)).toBe(false)
  })
})

describe('answerOf', () => {
  const withOwn = (): Content => {
    const content = sampleContent({ money: [alone] })
    const { twente } = wordsIn(content).regions
    if (twente !== undefined) twente.answers = { money: { alone: { ...alone, text: 'fact of twente' } } }
    return content
  }

  it('takes the words of the region, in that region only', () => {
    expect(answerOf(beginSample(withOwn(), { region: 'twente' }), 'money', alone).text).toBe('fact of twente')
    expect(answerOf(beginSample(withOwn(), { region: 'landelijk' }), 'money', alone).text).toBe('fact alone')
    expect(answerOf(beginSample(withOwn()), 'money', alone).text).toBe('fact alone')
  })

  it('takes them for the same answer of the same topic only', () => {
    const begun = beginSample(withOwn(), { region: 'twente' })
    expect(answerOf(begun, 'back', alone).text).toBe('fact alone')
    expect(answerOf(begun, 'money', old).text).toBe('fact old')
  })
})

describe('a topic whose rules change', () => {
  const content = sampleContent({ money: [old, next, { op: 'end', id: 'end', related: [] }] })
  const on = (day: string, someContent = content) =>
    texts(
      replies(
        talk(someContent, { region: 'twente' }).put(
          {
            kind: 'message',
            text: 'money',
            meaning: { intent: { kind: 'topic', topic: 'money', confidence: 1, also: [] } },
          },
          { now: new Date(`${day}T09:00:00Z`) },
        ),
      ),
    )

  it.each([
    ['2026-12-31', ['fact old', 'closing']],
    ['2027-01-02', ['fact new', 'closing']],
    ['2028-01-02', ['expired']],
  ])('says on %s what holds then', (day, said) => {
    expect(on(day)).toEqual(said)
  })

  it('never says nothing: a region whose words end early says so', () => {
    const early = sampleContent({ money: [old, next, { op: 'end', id: 'end', related: [] }] })
    const { twente } = wordsIn(early).regions
    if (twente !== undefined)
      twente.answers = { money: { old: { ...old, text: 'fact of twente', validUntil: '2026-11-30' } } }
    expect(on('2026-11-30', early)).toEqual(['fact of twente', 'closing'])
    expect(on('2026-12-01', early)).toEqual(['expired'])
    expect(on('2027-01-01', early)).toEqual(['fact new', 'closing'])
  })
})
