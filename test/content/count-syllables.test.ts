import { describe, expect, it } from '@jest/globals'
import { countSyllables } from '../../src/content/count-syllables.ts'

describe('countSyllables', () => {
  it.each([
    ['je', 1],
    ['werk', 1],
    ['uitkering', 3],
    ['dagbesteding', 4],
    ['terugkomen', 4],
    ['schulden', 2],
    ['moeilijk', 2],
    ['nieuwe', 2],
    ['geïnd', 2],
    ['ruzie', 2],
    ['leeuw', 1],
    ['mooie', 2],
    ['begeleider', 4],
    ['UWV', 3],
    ['Wajong', 2],
    ['113', 2],
    ['7', 1],
    ['gesprek,', 2],
  ])('reads %s as %i', (word, syllables) => {
    expect(countSyllables(word)).toBe(syllables)
  })
})
