import { describe, expect, it } from '@jest/globals'
import { measureText } from '../../src/content/measure-text.ts'

describe('measureText', () => {
  const wordsOf = (text: string) => measureText(text).sentences.map((sentence) => sentence.words)

  it('ends a sentence at a sign before a space and at the end of a line', () => {
    expect(wordsOf('Dat klinkt zwaar. Wil je praten? Bel nu\nOf chat.')).toEqual([3, 3, 2, 2])
  })

  it('does not end a sentence inside a web address, a time or a number', () => {
    expect(wordsOf('Chat op 113.nl of kom om 9.00 uur.')).toEqual([8])
  })

  it('ends a sentence behind a closing quote', () => {
    expect(wordsOf('Typ “wissen.” Dan is het weg.')).toEqual([2, 4])
  })

  it('counts a telephone number and a variable as one word', () => {
    expect(wordsOf('Bel 088 0767 000 en vraag {helper}.')).toEqual([5])
  })

  it('computes the score of Flesch-Douma', () => {
    const { flesch, words, averageWords } = measureText('Je mag hier blijven. Dat is goed.')
    expect(words).toBe(7)
    expect(averageWords).toBe(3.5)
    expect(flesch).toBeCloseTo(206.835 - 0.93 * 3.5 - 77 * (8 / 7), 5)
  })

  it('finds no sentence in an empty text', () => {
    expect(measureText('  ')).toMatchObject({ sentences: [], words: 0 })
  })
})
