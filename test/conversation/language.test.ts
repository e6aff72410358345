import { describe, expect, it } from '@jest/globals'
import { readingContext } from '../../src/conversation/decide.ts'
import type { Meaning } from '../../src/understanding/meaning.ts'
import { sampleBilingualContent, sampleTopics } from './sample-content.ts'
import { labels, now, replies, talk, texts } from './sample-talk.ts'

const english = { locale: 'en', isLocaleChosen: true }

describe('the language of a conversation', () => {
  it('changes by the button at the start, and greets anew in that language', () => {
    const person = talk(sampleBilingualContent())
    person.start()
    const said = person.choose('language:en')
    expect(texts(said)).toEqual(['greeting'])
    expect(said[0]?.locale).toBe('en-GB')
    expect(labels(said)).toEqual(['title of money', 'more', 'Dutch', 'a human'])
    expect(person.state).toMatchObject(english)
  })

  it('changes when it is asked for in words', () => {
    const person = talk(sampleBilingualContent())
    expect(person.say({ kind: 'language', locale: 'en' })[0]?.locale).toBe('en-GB')
  })

  it('follows the first message, and answers it in that language', () => {
    const person = talk(sampleBilingualContent())
    const said = person.mean({ intent: { kind: 'topic', topic: 'money', confidence: 1, also: [] }, language: 'en' })
    expect(texts(said)).toEqual(['language-changed', 'English feeling', 'English which one?'])
    expect(new Set(said.map(({ locale }) => locale))).toEqual(new Set(['en-GB']))
    expect(person.state).toMatchObject(english)
  })

  it('says the words about danger in the language of the message, and nothing before them', () => {
    const person = talk(sampleBilingualContent())
    const said = person.mean({
      intent: { kind: 'unclear', topics: [] },
      crisis: { level: 'rood', rule: 'test' },
      language: 'en',
    })
    expect(said).toHaveLength(1)
    expect(said[0]).toMatchObject({ locale: 'en-GB', marks: { kind: 'crisis', level: 'rood' } })
  })

  it('follows a message that is too long too, for what it says about that and about danger', () => {
    const unclear: Meaning = { intent: { kind: 'unclear', topics: [] }, language: 'en' }
    const dangerous: Meaning = { ...unclear, crisis: { level: 'rood', rule: 'test' } }
    for (const meaning of [unclear, dangerous]) {
      const said = replies(talk(sampleBilingualContent()).put({ kind: 'too-long', meaning }))
      expect(said.map(({ locale }) => locale)).toEqual(['en-GB'])
    }
  })

  it('does not follow a language that nothing is written in', () => {
    const person = talk(sampleBilingualContent())
    const said = person.mean({ intent: { kind: 'unclear', topics: [] }, language: 'fr' })
    expect(texts(said)).toEqual(['not-understood'])
    expect(person.state.locale).toBe('nl')
    person.choose('language:fr')
    expect(person.state.locale).toBe('nl')
  })

  it('changes in the middle of a question, which is put again in the new words', () => {
    const person = talk(sampleBilingualContent())
    person.topic('money')
    const said = person.say({ kind: 'language', locale: 'en' })
    expect(texts(said)).toEqual(['language-changed', 'English which one?'])
    expect(labels(said)).toEqual(['Benefit A', 'Benefit B', 'a human'])
    expect(texts(person.choose('choice:a'))[0]).toBe('English fact answer-a')
  })

  it('changes while the bot asks whether the worry is smaller, and keeps asking', () => {
    const person = talk(sampleBilingualContent())
    person.topic('money')
    person.choose('choice:a')
    expect(texts(person.say({ kind: 'language', locale: 'en' }))).toEqual(['language-changed', 'closing'])
    expect(person.state.waiting.for).toBe('closing')
  })

  it('stays when somebody begins again, or has all erased', () => {
    const person = talk(sampleBilingualContent(), english)
    person.command('opnieuw')
    expect(person.state).toMatchObject(english)
    person.command('wissen')
    person.choose('erase:yes')
    expect(person.state).toMatchObject(english)
  })

  it('is guessed only until it is chosen or a topic was begun', () => {
    const mayChange = (person: ReturnType<typeof talk>) => readingContext(person.state, now).mayChangeLanguage
    const person = talk(sampleBilingualContent())
    person.start()
    expect(mayChange(person)).toBe(true)
    person.topic('money')
    expect(mayChange(person)).toBe(false)
    expect(mayChange(talk(sampleBilingualContent(), english))).toBe(false)
  })
})

describe('a topic that is not translated', () => {
  it('is told in Dutch, after saying so', () => {
    const person = talk(sampleBilingualContent(), { ...english, region: 'twente' })
    expect(texts(person.topic('back'))).toEqual(['only-other-language', 'feeling back', 'fact back-answer', 'closing'])
  })

  it('is marked as Dutch, message by message', () => {
    const person = talk(sampleBilingualContent(), { ...english, region: 'twente' })
    const said = [...person.topic('back'), ...person.command('makkelijker')]
    expect(said.map(({ locale, marks }) => `${marks.step} ${locale}`)).toEqual([
      'only-other-language en-GB',
      'feeling nl-NL',
      'back-answer nl-NL',
      'closing en-GB',
      'back-answer/makkelijker nl-NL',
    ])
  })

  it('is told in Dutch further, after saying so, when the language changes in the middle of it', () => {
    const steps = { ...sampleTopics(), only: sampleTopics().money ?? [] }
    const person = talk(sampleBilingualContent(steps))
    person.topic('only')
    const said = person.say({ kind: 'language', locale: 'en' })
    expect(texts(said)).toEqual(['language-changed', 'only-other-language', 'which one?'])
    expect(said.at(-1)).toMatchObject({ locale: 'nl-NL', marks: { conversationLocale: 'en-GB' } })
  })

  it('is not offered as a related topic, nor kept for later', () => {
    const person = talk(sampleBilingualContent(), english)
    person.topic('money', ['back'])
    person.choose('choice:a')
    expect(labels(person.choose('closing:yes'))).toEqual(['the menu', 'a human'])
  })

  it('needs no such words in the language it is written in', () => {
    const person = talk(sampleBilingualContent(), { region: 'twente' })
    expect(texts(person.topic('back'))).toEqual(['feeling back', 'fact back-answer', 'closing'])
  })
})
