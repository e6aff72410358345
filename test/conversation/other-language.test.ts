import { describe, expect, it } from '@jest/globals'
import type { Meaning } from '../../src/understanding/meaning.ts'
import { sampleBilingualContent } from './sample-content.ts'
import { labels, replies, talk, texts } from './sample-talk.ts'

const turkish: Meaning = { intent: { kind: 'unclear', topics: [] }, otherLanguage: 'tr' }
const unnamed: Meaning = { ...turkish, otherLanguage: 'other' }
const begin = () => talk(sampleBilingualContent())

describe('a message in another language', () => {
  it('is answered in that language, with a human in its words and the languages that can be chosen', () => {
    const [said, ...more] = begin().mean(turkish)
    expect(more).toEqual([])
    expect(said).toMatchObject({ text: 'line tr', locale: 'tr', marks: { conversationLocale: 'nl-NL' } })
    expect(said?.buttons).toEqual([
      { label: 'human tr', locale: 'tr' },
      { label: 'English', locale: 'en-GB' },
      { label: 'Dutch', locale: 'nl-NL' },
    ])
  })

  it('is answered shortly the second time, and in the language of the conversation too', () => {
    const person = begin()
    person.mean(turkish)
    const said = person.mean(turkish)
    expect(texts(said)).toEqual(['again tr', 'other-language'])
    expect(said.map(({ locale }) => locale)).toEqual(['tr', 'nl-NL'])
    expect(labels(said)).toEqual(['human tr', 'English', 'Dutch'])
  })

  it('is answered in full again when it is in yet another language', () => {
    const person = begin()
    person.mean(turkish)
    expect(texts(person.mean(unnamed))).toEqual(['other-language', 'other-language'])
    expect(texts(person.mean(turkish))).toEqual(['line tr'])
  })

  it('is answered in the languages we have when it has no lines of its own, and then in one', () => {
    const person = begin()
    const said = person.mean(unnamed)
    expect(said.map(({ locale }) => locale)).toEqual(['nl-NL', 'en-GB'])
    expect(labels(said)).toEqual(['a human', 'English', 'Dutch'])
    expect(person.mean(unnamed).map(({ locale }) => locale)).toEqual(['nl-NL'])
  })

  it('leaves an open question open, which can still be answered', () => {
    const person = begin()
    person.topic('money')
    person.mean(turkish)
    expect(person.state.waiting).toMatchObject({ for: 'answer' })
    expect(texts(person.choose('choice:a'))).toContain('fact answer-a')
  })

  it('leads to a human in one tap, and to a language', () => {
    const person = begin()
    person.mean(turkish)
    expect(texts(person.choose('command:mens'))).toEqual(['ask-region'])
    const other = begin()
    other.mean(turkish)
    expect(other.choose('language:en')[0]?.locale).toBe('en-GB')
  })

  it('is passed by for a button and for the call for a human, whatever language they are in', () => {
    const person = begin()
    person.topic('money')
    expect(texts(person.mean({ ...turkish, intent: { kind: 'choice', choice: 'choice:a' } }))).toContain(
      'fact answer-a',
    )
    expect(texts(person.mean({ ...turkish, intent: { kind: 'command', command: 'mens' } }))).toEqual(['ask-region'])
  })

  it('says the place that was asked, whatever language it is said in', () => {
    const person = begin()
    person.topic('back')
    const place = { municipalities: ['Almelo'], isWhole: false }
    person.mean({ ...turkish, place })
    expect(person.state.region).toBe('twente')
  })

  it('is answered with the words about danger when there is danger, and nothing before or after them', () => {
    const person = begin()
    const said = person.mean({ ...turkish, crisis: { level: 'rood', rule: 'test' } })
    expect(said.map(({ marks }) => marks.kind)).toEqual(['crisis'])
    expect(texts(person.mean(turkish)).at(-1)).toBe('line tr')
  })

  it('gets its line when it is too long as well', () => {
    expect(texts(replies(begin().put({ kind: 'too-long', meaning: turkish })))).toEqual(['line tr'])
  })

  it('is not counted as not understood', () => {
    const person = begin()
    person.mean(turkish)
    person.mean(turkish)
    expect(person.state.misunderstoodInARow).toBe(0)
  })
})

describe('what is passed on about another language', () => {
  const passOn = (meaning: Meaning | undefined) => {
    const person = talk(sampleBilingualContent(), { region: 'twente' })
    if (meaning !== undefined) person.mean(meaning)
    person.command('mens')
    return texts(person.choose('handoff:chat')).join(' ')
  }

  it('names it in Dutch', () => {
    expect(passOn(turkish)).toContain('language Turks')
    expect(passOn(unnamed)).toContain('language unnamed')
    expect(passOn(undefined)).not.toContain('language')
  })

  it('stays after beginning again, and goes when everything is erased', () => {
    const person = begin()
    person.mean(turkish)
    person.command('opnieuw')
    expect(person.state.otherLanguage).toEqual({ tag: 'tr', isTold: true })
    person.command('wissen')
    person.choose('erase:yes')
    expect(person.state.otherLanguage).toBeUndefined()
  })
})
