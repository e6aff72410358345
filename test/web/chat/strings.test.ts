import { describe, expect, it } from '@jest/globals'
import { charactersLeft, strings } from '../../../src/web/chat/strings.ts'

const all = Object.values(strings).flatMap((value) => (typeof value === 'string' ? [value] : Object.values(value)))

describe('strings', () => {
  it.each(all)('stays calm and says je: %s', (text) => {
    expect(text).not.toMatch(/!|\p{Extended_Pictographic}/u)
    expect(text).not.toMatch(/\b(u|uw)\b/i)
  })

  it.each(all)('has sentences of at most 15 words: %s', (text) => {
    for (const sentence of text.split(/[.?]\s+/)) expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(15)
  })
})

describe('charactersLeft', () => {
  it('counts down, and says what to do when the message is too long', () => {
    expect(charactersLeft(20)).toBe('Nog 20 tekens over.')
    expect(charactersLeft(1)).toBe('Nog 1 teken over.')
    expect(charactersLeft(-5)).toBe('Je bericht is 5 tekens te lang. Verstuur het in twee delen.')
  })
})
