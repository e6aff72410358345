import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { countOtherLetters, lettersIn } from '../../src/understanding/letter-bits.ts'

const word = fc.stringMatching(/^[a-z]{0,12}$/)

describe('countOtherLetters', () => {
  it.each([
    ['almelo', 'almelo', 0],
    ['almelo', 'almello', 0],
    ['almelo', 'almero', 1],
    ['almelo', 'almeo', 0],
    ['', 'abc', 3],
  ])('of %s and %s is %d', (one, other, count) => {
    expect(countOtherLetters(lettersIn(one), lettersIn(other))).toBe(count)
  })

  it('counts each kind of letter that one of two words has and the other has not', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        const only = [...new Set(one + other)].filter((letter) => one.includes(letter) !== other.includes(letter))
        expect(countOtherLetters(lettersIn(one), lettersIn(other))).toBe(only.length)
      }),
    )
  })
})
