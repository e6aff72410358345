import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { describeTopics } from '../../src/content/describe-topics.ts'
import { readContent } from '../../src/content/load-content.ts'

const { dialogs } = readContent(join(import.meta.dirname, '..', '..', 'dialogs'))

describe('describeTopics', () => {
  const aboutTopic = describeTopics(dialogs)

  it('gives the first sentence of what a topic is about, on one line', () => {
    expect(aboutTopic('terugkomen')).toBe('Angst om de oude plek kwijt te zijn.')
  })

  it('has a line of its own for every topic, and none for what is no topic', () => {
    const lines = dialogs.topics.map(({ data }) => aboutTopic(data.id))
    for (const line of lines) expect(line).toMatch(/^\p{Lu}[^\n]{20,198}[.!?]$/u)
    expect(new Set(lines).size).toBe(lines.length)
    expect(aboutTopic('lottoballen')).toBe('')
  })
})
