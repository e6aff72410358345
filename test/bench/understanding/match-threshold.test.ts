import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { answerFrom, findThreshold } from '../../../bench/understanding/match-threshold.ts'
import { readingOfLabels } from '../../../bench/understanding/reading-of-labels.ts'

const topicRead = (probability: number) => readingOfLabels([{ label: 'topic:reizen', probability }])
const commandRead = readingOfLabels([{ label: 'command:mens', probability: 0.9 }])

const countAnswers = (readings: ReturnType<typeof topicRead>[]) =>
  readings.filter(({ decision }) => decision === 'answer').length

describe('findThreshold', () => {
  it('lets a system answer as many lines as were asked, the surest ones', () => {
    const readings = [topicRead(0.2), topicRead(0.9), commandRead, topicRead(0.6)]
    const threshold = findThreshold(readings, 2)
    expect(threshold).toBe(0.6)
    expect(answerFrom(readings, threshold).map(({ decision }) => decision)).toEqual([
      'unsure',
      'answer',
      'command',
      'answer',
    ])
  })

  it('is 0 for a system that cannot answer so many', () => {
    expect(findThreshold([topicRead(0.4), commandRead], 2)).toBe(0)
  })

  it('lets nothing be answered where nothing should be', () => {
    const readings = [topicRead(1)]
    expect(countAnswers(answerFrom(readings, findThreshold(readings, 0)))).toBe(0)
  })

  it('never lets fewer be answered than asked while there are enough, whatever the confidences', () => {
    const confidences = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 })
    fc.assert(
      fc.property(confidences, fc.nat(), (values, wish) => {
        const readings = values.map(topicRead)
        const count = wish % (values.length + 1)
        const answered = countAnswers(answerFrom(readings, findThreshold(readings, count)))
        expect(answered).toBeGreaterThanOrEqual(count)
        // Only equal confidences can make it more.
        if (new Set(values).size === values.length) expect(answered).toBe(count)
      }),
    )
  })
})
