import { describe, expect, it } from '@jest/globals'
import { findLanguage, type Strings, strings } from '../../../src/web/chat/strings.ts'

const textsOf = (words: Strings) =>
  Object.values(words).flatMap((value) => {
    if (typeof value === 'function') return []
    return typeof value === 'string' ? [value] : Object.values(value)
  })
const all = [...textsOf(strings.nl), ...textsOf(strings.en)]

describe('strings', () => {
  it.each(all)('stays calm: %s', (text) => {
    expect(text).not.toMatch(/!|\p{Extended_Pictographic}/u)
  })

  it.each(textsOf(strings.nl))('says je: %s', (text) => {
    expect(text).not.toMatch(/\b(u|uw)\b/i)
  })

  it.each(all)('has sentences of at most 15 words: %s', (text) => {
    for (const sentence of text.split(/[.?]\s+/)) expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(15)
  })

  it('counts characters down, and says what to do when the message is too long', () => {
    expect(strings.nl.charactersLeft(20)).toBe('Nog 20 tekens over.')
    expect(strings.nl.charactersLeft(1)).toBe('Nog 1 teken over.')
    expect(strings.nl.charactersLeft(-5)).toBe('Je bericht is 5 tekens te lang. Verstuur het in twee delen.')
    expect(strings.en.charactersLeft(20)).toBe('20 characters left.')
    expect(strings.en.charactersLeft(1)).toBe('1 character left.')
    expect(strings.en.charactersLeft(-5)).toBe('Your message is 5 characters too long. Send it in two parts.')
  })
})

describe('findLanguage', () => {
  it('reads tags, and knows only languages the page has words in', () => {
    expect(['nl-NL', 'EN-gb', 'en', 'fr-FR', '', undefined, 7].map(findLanguage)).toEqual([
      'nl',
      'en',
      'en',
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})
