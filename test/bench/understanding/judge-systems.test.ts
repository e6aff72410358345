import { describe, expect, it } from '@jest/globals'
import { judgeSystems, measureTogether } from '../../../bench/understanding/judge-systems.ts'
import { readingOfLabels } from '../../../bench/understanding/reading-of-labels.ts'
import type { SystemFigures } from '../../../bench/understanding/system-figures.ts'
import type { TestSets } from '../../../bench/understanding/test-sets.ts'
import { outOfScope } from '../../../src/authoring/understand/measure-readings.ts'
import { topicLabel } from '../../../src/understanding/label-examples.ts'

const lines = [
  { text: 'a', labels: ['uren'] },
  { text: 'b', labels: ['loon'] },
  { text: 'c', labels: ['mens'] },
  { text: 'd', labels: [outOfScope] },
]
const sets: TestSets = { development: lines, measure: lines, hard: lines }

/** A system that reads each set the same way: topic and confidence for each of the four lines. */
function figuresOf(read: [string, number][]): SystemFigures {
  const readings = read.map(([topic, probability]) => readingOfLabels([{ label: topicLabel(topic), probability }]))
  const times = { median: 1, p99: 1, cpu: 1 }
  return {
    training: { cpuMs: 1, wallMs: 1 },
    memory: { added: 1 },
    readings: { development: readings, measure: readings, hard: readings },
    times: { sentences: times, long: times },
  }
}

describe('judgeSystems', () => {
  const careful = figuresOf([
    ['uren', 0.9],
    ['loon', 0.8],
    ['uren', 0.7],
    ['uren', 0.6],
  ])
  // The first decides for itself; here it leaves one in-scope line unanswered.
  const [first, second] = careful.readings.measure
  if (first === undefined || second === undefined) throw new Error('Two readings were made above.')
  const ours: SystemFigures = {
    ...careful,
    readings: { ...careful.readings, measure: [first, { ...second, decision: 'unsure' }] },
  }
  const daring = figuresOf([
    ['uren', 0.3],
    ['uren', 0.2],
    ['uren', 0.1],
    ['uren', 0.25],
  ])

  it('takes what the first system decides as it is', () => {
    const [judged] = judgeSystems([{ id: 'opstap', figures: ours }], sets)
    expect(judged?.sets.measure.threshold).toBeUndefined()
    expect(judged?.sets.measure.measures.answered).toEqual({ right: 1, of: 1 })
  })

  it('lets each other system answer as many in-scope lines as the first, set by set', () => {
    const [, other] = judgeSystems(
      [
        { id: 'opstap', figures: ours },
        { id: 'nlpjs', figures: daring },
      ],
      sets,
    )
    expect(other?.sets.measure.threshold).toBe(0.3)
    expect(other?.sets.measure.measures.answered.of).toBe(1)
    expect(other?.sets.measure.measures.wronglyAnswered).toEqual({ right: 0, of: 1 })
    expect(other?.sets.hard.threshold).toBe(0.2)
    expect(other?.sets.hard.measures.answered).toEqual({ right: 1, of: 2 })
    expect(other?.sets.hard.measures.wronglyAnswered).toEqual({ right: 1, of: 1 })
  })

  it('measures sets together as one', () => {
    expect(measureTogether(daring.readings, sets, ['measure', 'hard']).topicFirst).toEqual({ right: 2, of: 4 })
  })
})
