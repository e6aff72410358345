import { describe, expect, it } from '@jest/globals'
import { readingOfLabels } from '../../../bench/understanding/reading-of-labels.ts'
import { outOfScopeLabel } from '../../../src/understanding/label-examples.ts'

describe('readingOfLabels', () => {
  it('answers the topic on top, and offers the next two', () => {
    const reading = readingOfLabels([
      { label: 'topic:uren', probability: 0.4 },
      { label: 'topic:loon', probability: 0.3 },
      { label: 'command:mens', probability: 0.1 },
      { label: 'topic:reizen', probability: 0.09 },
      { label: 'topic:ips', probability: 0.08 },
    ])
    expect(reading).toMatchObject({ topic: 'uren', confidence: 0.4, command: null, decision: 'answer' })
    expect(reading.alternatives.map(({ topic }) => topic)).toEqual(['loon', 'reizen'])
  })

  it('hears a command on top, and still names the likeliest topic', () => {
    const reading = readingOfLabels([
      { label: 'command:mens', probability: 0.6 },
      { label: 'topic:uren', probability: 0.2 },
    ])
    expect(reading).toMatchObject({ topic: 'uren', confidence: 0.2, command: 'mens', decision: 'command' })
  })

  it('answers nothing when out of scope stands on top, or nothing does', () => {
    expect(readingOfLabels([{ label: outOfScopeLabel, probability: 0.9 }])).toMatchObject({
      topic: null,
      confidence: 0,
      decision: 'unsure',
    })
    expect(readingOfLabels([]).decision).toBe('unsure')
  })
})
