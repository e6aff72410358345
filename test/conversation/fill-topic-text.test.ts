import { describe, expect, it } from '@jest/globals'
import type { Content } from '../../src/conversation/content.ts'
import { fillTopicText } from '../../src/conversation/fill-topic-text.ts'
import { wordsIn } from '../../src/conversation/words-in.ts'
import { sampleBilingualContent } from './sample-content.ts'
import { beginSample, talk, texts } from './sample-talk.ts'

function createContent(): Content {
  const content = sampleBilingualContent()
  const periods = (first: string, second: string) => ({
    'wage-hour': [
      { from: '2026-01-01', until: '2026-12-31', text: first },
      { from: '2027-01-01', until: '2027-06-30', text: second },
    ],
  })
  wordsIn(content).amounts = periods('€ 14,99', '€ 15,20')
  wordsIn(content, 'en').amounts = periods('€14.99', '€15.20')
  return content
}

describe('fillTopicText', () => {
  it.each([
    [{ region: 'twente' }, 'In name of twente asks helper of twente.'],
    [{ region: 'landelijk' }, 'In name of landelijk asks helper of landelijk.'],
    [{}, 'In name of landelijk asks helper of landelijk.'],
    [{ region: 'gone' }, 'In name of landelijk asks helper of landelijk.'],
  ])('fills in the name and the words of the region of %j', (start, text) => {
    expect(fillTopicText(beginSample(createContent(), start), 'money', 'In {region} asks {helper}.')).toBe(text)
  })

  it.each([
    ['2026-12-31', '€ 14,99'],
    ['2027-01-01', '€ 15,20'],
    ['2027-06-30', '€ 15,20'],
  ])('fills in the amount of %s', (day, text) => {
    expect(fillTopicText(beginSample(createContent(), {}, day), 'money', '{bedrag:wage-hour}')).toBe(text)
  })

  it('takes the day of the region, not that of the clock of the program', () => {
    const begun = beginSample(createContent())
    const newYear = { ...begun, around: { ...begun.around, now: new Date('2026-12-31T23:30:00Z') } }
    expect(fillTopicText(newYear, 'money', '{bedrag:wage-hour}')).toBe('€ 15,20')
  })

  it('fills in the amount as the language of the conversation writes it', () => {
    expect(fillTopicText(beginSample(createContent(), { locale: 'en' }), 'money', '{bedrag:wage-hour}')).toBe('€14.99')
  })

  it('fills in the words of the language in which a topic is told, when it is not translated', () => {
    const content = createContent()
    const english = wordsIn(content, 'en').regions.twente
    if (english !== undefined) english.name = 'English Twente'
    const begun = beginSample(content, { locale: 'en', region: 'twente' })
    expect(fillTopicText(begun, 'back', '{region} {bedrag:wage-hour}')).toBe('name of twente € 14,99')
    expect(fillTopicText(begun, 'money', '{region} {bedrag:wage-hour}')).toBe('English Twente €14.99')
  })

  it('leaves a text without names as it is', () => {
    expect(fillTopicText(beginSample(createContent()), 'money', 'No names, 100 %.')).toBe('No names, 100 %.')
  })

  it('shows a name that nothing fills in, so that a test can find it', () => {
    const begun = beginSample(createContent(), {}, '2027-07-01')
    expect(fillTopicText(begun, 'money', '{nothing} {bedrag:nothing} {bedrag:wage-hour}')).toBe(
      '{nothing} {bedrag:nothing} {bedrag:wage-hour}',
    )
  })

  it('is done in what is said, asked and put on buttons', () => {
    const content = createContent()
    wordsIn(content).topics.money = {
      id: 'money',
      title: 'money',
      steps: [
        { op: 'say', id: 'feeling', text: 'say {helper}' },
        {
          op: 'ask',
          id: 'which',
          text: 'ask {helper}',
          slot: 'who',
          choices: [{ id: 'a', label: 'my {helper}', phrases: [] }],
        },
        { op: 'handoff', id: 'human', text: 'handoff {helper}' },
      ],
    }
    const person = talk(content, { region: 'twente' })
    const asked = person.topic('money')
    expect(texts(asked)).toEqual(['say helper of twente', 'ask helper of twente'])
    expect(asked.at(-1)?.buttons[0]).toEqual({ label: 'my helper of twente' })
    expect(texts(person.choose('choice:a'))[0]).toBe('handoff helper of twente')
  })
})
