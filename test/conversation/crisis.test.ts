import { describe, expect, it } from '@jest/globals'
import { readingContext } from '../../src/conversation/decide.ts'
import type { Input } from '../../src/conversation/decision.ts'
import { sampleBilingualContent, sampleContent } from './sample-content.ts'
import { labels, now, replies, talk, texts } from './sample-talk.ts'

describe('decide: crisis', () => {
  it.each(['rood', 'oranje', 'geel'] as const)(
    'says the words of %s alone and first, and keeps the conversation open',
    (level) => {
      const person = talk()
      person.topic('money')
      const said = person.say({ kind: 'choice', choice: 'choice:a' }, { level, rule: 'test' })
      expect(said).toHaveLength(1)
      expect(said[0]?.marks).toEqual({ topic: 'crisis', step: level, kind: 'crisis', level })
      expect(texts(person.command('verder')).at(-1)).toBe('which one?')
    },
  )

  it('says the words of a door of its own instead of those of the step', () => {
    const signal = { level: 'oranje', rule: 'test', door: 'geweld-thuis' } as const
    const [said] = talk().say({ kind: 'unclear', topics: [] }, signal)
    expect(said?.text).toBe('door of violence 112 113')
    expect(said?.marks).toMatchObject({ kind: 'crisis', level: 'oranje' })
    expect(said?.buttons).toContainEqual(expect.objectContaining({ url: 'tel:08002000' }))
    expect(said?.buttons).not.toContainEqual(expect.objectContaining({ label: 'call 113' }))
  })

  it.each([
    ['what else was said', { level: 'oranje', rule: 'test', besideDoor: 'geweld-thuis' }],
    ['danger now', { level: 'rood', rule: 'test', door: 'geweld-thuis' }],
  ] as const)('adds the line and the number of a door under the words of the step: %s', (_what, signal) => {
    const [said] = talk().say({ kind: 'unclear', topics: [] }, signal)
    expect(said?.text).toMatch(new RegExp(`^crisis ${signal.level} .*\\nline on violence$`))
    expect(said?.buttons).toContainEqual(expect.objectContaining({ url: 'tel:08002000' }))
  })

  it('says the words of the step when a door has none', () => {
    const [said] = talk().say({ kind: 'unclear', topics: [] }, { level: 'geel', rule: 'test', door: 'onrust' })
    expect(said?.text).toBe('crisis geel 113 luisterlijn')
  })

  it('says the words in the language the person wrote in, and leaves the conversation in its own', () => {
    const person = talk(sampleBilingualContent())
    person.topic('money')
    const [said] = person.say({ kind: 'unclear', topics: [] }, { level: 'oranje', rule: 'test', language: 'en' })
    expect(said).toMatchObject({ locale: 'en-GB', marks: { kind: 'crisis', conversationLocale: 'nl-NL' } })
    expect(person.state.locale).toBe('nl')
  })

  it('says the words in the language of the conversation when that of the message has none', () => {
    const [said] = talk().say({ kind: 'unclear', topics: [] }, { level: 'oranje', rule: 'test', language: 'xx' })
    expect(said?.text).toBe('crisis oranje 113')
  })

  it('still hears the answer to the open question, of which it does not show the buttons', () => {
    const person = talk()
    person.topic('money')
    const [said] = person.say({ kind: 'unclear', topics: [] }, { level: 'oranje', rule: 'test' })
    expect(said?.buttons.map(({ label }) => label)).not.toContain('Benefit A')
    expect(person.state.offered.map(({ label }) => label)).toContain('Benefit A')
    expect(texts(person.choose('choice:a'))).toContain('fact answer-a')
  })

  it('repeats the numbers on later turns after oranje, for a day', () => {
    const person = talk()
    person.say({ kind: 'unclear', topics: [] }, { level: 'oranje', rule: 'test' })
    expect(texts(person.topic('money'))[0]).toBe('crisis-reminder')
    const nextWeek = { now: new Date('2026-11-30T09:00:00Z') }
    const later = person.put(
      { kind: 'message', text: 'x', meaning: { intent: { kind: 'command', command: 'menu' } } },
      nextWeek,
    )
    expect(texts(replies(later))).toEqual(['menu'])
  })

  it('says wit first and then answers what was asked', () => {
    const said = talk().say({ kind: 'topic', topic: 'money', confidence: 1, also: [] }, { level: 'wit', rule: 'test' })
    expect(texts(said)).toEqual(['crisis wit', 'feeling', 'which one?'])
  })

  it('comes first in a handoff field too, and what was typed there is kept', () => {
    const person = talk(sampleContent(), { region: 'twente' })
    person.command('mens')
    person.choose('handoff:chat')
    person.choose('handoff:add')
    const said = person.say({ kind: 'unclear', topics: [] }, { level: 'oranje', rule: 'test' }, 'typed words')
    expect(said[0]?.marks.kind).toBe('crisis')
    expect(said.at(-1)?.text).toContain('typed words')
  })

  it('shows what is passed on once more when the yes came with it, and opens no Case before that', () => {
    const person = talk(sampleContent(), { region: 'twente' })
    person.command('mens')
    person.choose('handoff:chat')
    const yes = { kind: 'choice', choice: 'handoff:yes' } as const
    const input = (crisis?: { level: 'oranje'; rule: string }): Input => ({
      kind: 'message',
      text: 'yes',
      meaning: { intent: yes, ...(crisis === undefined ? {} : { crisis }) },
    })
    const first = person.put(input({ level: 'oranje', rule: 'test' }))
    expect(first.some(({ kind }) => kind === 'open-case')).toBe(false)
    const [crisis, shown] = texts(replies(first))
    expect(crisis).toBe('crisis oranje 113')
    const opened = person.put(input()).find((effect) => effect.kind === 'open-case')
    expect(shown).toContain(opened?.case.approvedText)
    expect(opened?.case.crisis).toBe('oranje')
  })

  it('does not pass on the words of the buttons under it', () => {
    const person = talk(sampleContent(), { region: 'twente' })
    person.command('mens')
    person.choose('handoff:phone')
    person.say({ kind: 'unclear', topics: [] }, undefined, '06 12345678')
    person.choose('handoff:add')
    person.say({ kind: 'unclear', topics: [] }, { level: 'oranje', rule: 'test' }, 'typed words')
    person.choose('handoff:add')
    const said = person.say({ kind: 'choice', choice: 'command:verder' }, undefined, 'go on')
    expect(said.at(-1)?.text).toBe('handoff-add')
    expect(texts(said).join()).not.toContain('go on')
  })

  it('does not take a phone number out of a message with danger in it, and asks again on "verder"', () => {
    const person = talk(sampleContent(), { region: 'twente' })
    person.command('mens')
    person.choose('handoff:phone')
    const said = person.say({ kind: 'unclear', topics: [] }, { level: 'rood', rule: 'test' })
    expect(texts(said)).toEqual(['crisis rood 112 113'])
    expect(texts(person.command('verder')).at(-1)).toBe('handoff-phone')
  })

  it('goes on with the question that came with the danger, when the person wants', () => {
    const person = talk()
    person.say({ kind: 'topic', topic: 'money', confidence: 1, also: [] }, { level: 'geel', rule: 'test' })
    expect(labels(person.command('verder'))[0]).toBe('title of money')
  })
})

describe('readingContext after danger', () => {
  it('does not hand over words that were met with the crisis words already', () => {
    const person = talk()
    person.say({ kind: 'unclear', topics: [] }, { level: 'oranje', rule: 'test' }, 'dangerous words')
    expect(readingContext(person.state, now).previousText).toBeUndefined()
  })
})
