import { describe, expect, it } from '@jest/globals'
import { hostileChars, hostileKinds, makeHostileTexts } from '../../../bench/understanding/hostile-texts.ts'
import { exampleSentences, trainingOf } from '../../understanding/example-sentences.ts'

const training = {
  ...trainingOf(exampleSentences),
  places: { municipalities: { Verzonnenstad: ['Verzonnendorp'] }, ambiguous: {} },
}

describe('makeHostileTexts', () => {
  it.each(hostileKinds)('makes texts of %s of the full length, the same each time', (kind) => {
    const texts = makeHostileTexts(kind, training)
    expect(texts.length).toBeGreaterThan(0)
    expect(texts.every((text) => text.length === hostileChars)).toBe(true)
    expect(makeHostileTexts(kind, training)).toEqual(texts)
  })
})
