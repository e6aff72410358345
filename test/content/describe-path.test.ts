import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { describePath } from '../../src/content/describe-path.ts'

const schema = z.object({
  date: z.string().describe('A day.'),
  steps: z.array(
    z.union([
      z.object({ say: z.string().describe('What is said.') }),
      z.object({ ask: z.string().describe('A question.'), silent: z.string() }).describe('One step.'),
    ]),
  ),
  words: z.record(z.string(), z.string().describe('A word.')),
})

describe('describePath', () => {
  it.each([
    [['date'], 'A day.'],
    [['steps', 1, 'ask'], 'A question.'],
    [['words', 'helper'], 'A word.'],
    [['steps', 0, 'silent'], 'One step.'],
  ])('finds what the schema says about %j', (path, description) => {
    expect(describePath(schema, path)).toBe(description)
  })

  it('finds nothing where the schema says nothing', () => {
    expect(describePath(schema, ['steps'])).toBeUndefined()
    expect(describePath(schema, ['nowhere'])).toBeUndefined()
  })
})
