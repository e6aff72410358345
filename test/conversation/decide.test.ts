import { describe, expect, it } from '@jest/globals'
import type { Step } from '../../src/conversation/content.ts'
import { isSafePoint, readingContext } from '../../src/conversation/decide.ts'
import { wordsIn } from '../../src/conversation/words-in.ts'
import type { Meaning } from '../../src/understanding/meaning.ts'
import { sampleAnswer, sampleContent, sampleRegionWords, sampleTopics } from './sample-content.ts'
import { labels, now, replies, talk, texts } from './sample-talk.ts'

describe('decide: a topic', () => {
  it('says the feeling, asks, answers, gives a step and asks whether the worry is smaller', () => {
    const person = talk()
    expect(texts(person.topic('money'))).toEqual(['feeling', 'which one?'])
    const said = person.choose('choice:a')
    expect(texts(said)).toEqual(['fact answer-a', 'small step', 'closing'])
    expect(said.map((reply) => reply.marks.kind)).toEqual(['answer', 'answer', 'question'])
    expect(labels(said)).toEqual(['closing yes', 'closing a-bit', 'closing no', 'otherwise', 'a human'])
  })

  it('goes where a choice points', () => {
    const person = talk()
    person.topic('money')
    expect(texts(person.choose('choice:b'))).toEqual(['fact answer-b', 'small step', 'closing'])
  })

  it('does not ask again what it knows, unless the topic is asked anew', () => {
    const person = talk(sampleContent(), { answers: { benefit: 'a' } })
    expect(texts(person.topic('money'))).toEqual(['feeling', 'fact answer-a', 'small step', 'closing'])
    expect(texts(person.topic('money'))).toEqual(['feeling', 'which one?'])
  })

  it('asks for the region once and goes on in the words of that region', () => {
    const content = sampleContent()
    wordsIn(content).regions.twente = sampleRegionWords('twente', {
      topics: {
        back: {
          id: 'back',
          title: 'back',
          steps: [
            { op: 'say', id: 'extra', text: 'only here' },
            ...(sampleTopics().back ?? []).slice(0, 2),
            sampleAnswer('back-answer', { text: 'fact of twente' }),
          ],
        },
      },
    })
    const person = talk(content)
    const asked = person.topic('back')
    expect(texts(asked)).toEqual(['feeling back', 'ask-region'])
    expect(labels(asked)).toEqual(['Name of twente', 'rather not', 'a human'])
    expect(texts(person.choose('region:twente'))).toEqual(['region-known name of twente', 'fact of twente', 'closing'])
    expect(texts(person.topic('back'))).not.toContain('ask-region')
  })

  it('takes "rather not" for everywhere else', () => {
    const person = talk()
    person.topic('back')
    expect(texts(person.choose('region:none'))).toEqual(['region-unknown', 'fact back-answer', 'closing'])
    expect(person.state.region).toBe('landelijk')
  })

  it('does not state an answer after its last day, and offers a human instead', () => {
    const expired = (validUntil: string) =>
      talk(sampleContent({ money: [sampleAnswer('a', { validUntil }), { op: 'end', id: 'end', related: [] }] }))
    expect(texts(expired('2026-11-23').topic('money'))).toEqual(['fact a', 'closing'])
    const late = expired('2026-11-22').topic('money')
    expect(texts(late)).toEqual(['expired'])
    expect(labels(late)).toEqual(['a human', 'the menu'])
  })

  it('counts the last day of an answer in the time zone of the region', () => {
    const content = sampleContent({ money: [sampleAnswer('a', { validUntil: '2026-12-31' })] })
    const person = talk(content)
    const newYear = { now: new Date('2026-12-31T23:30:00Z') } // half past midnight in Amsterdam
    const meaning: Meaning = { intent: { kind: 'topic', topic: 'money', confidence: 1, also: [] } }
    expect(texts(replies(person.put({ kind: 'message', text: 'x', meaning }, newYear)))).toEqual(['expired'])
  })

  it('ends a ring of jumps instead of turning in it', () => {
    const ring: Step[] = [
      { op: 'say', id: 'a', text: 'a' },
      { op: 'jump', id: 'b', to: 0 },
    ]
    expect(texts(talk(sampleContent({ money: ring })).topic('money')).at(-1)).toBe('closing')
  })

  it('answers a question in the middle of a topic and comes back to it', () => {
    const person = talk(sampleContent(), { region: 'twente' })
    person.topic('money')
    expect(texts(person.topic('back'))).toEqual(['feeling back', 'fact back-answer', 'closing'])
    expect(texts(person.choose('closing:yes'))).toEqual(['closing-smaller', 'resume title of money', 'which one?'])
  })

  it('keeps a second topic of one message for later', () => {
    const person = talk(sampleContent(), { region: 'twente' })
    person.topic('back', ['money'])
    const said = person.choose('closing:yes')
    expect(texts(said)).toEqual(['closing-smaller', 'also-asked title of money'])
    expect(labels(said)[0]).toBe('title of money')
  })
})

describe('decide: after an answer', () => {
  const answered = () => {
    const person = talk()
    person.topic('money')
    person.choose('choice:a')
    return person
  }

  it.each([
    ['makkelijker', 'easy answer-a'],
    ['korter', 'short answer-a'],
    ['voorbeeld', 'example answer-a'],
  ] as const)('says it again on "%s" and keeps the open question', (command, text) => {
    const person = answered()
    const said = person.command(command)
    expect(texts(said)).toEqual([text])
    expect(labels(said)).toContain('closing yes')
  })

  it('tells rule, source, review and last day on "waarom"', () => {
    const [why] = answered().command('waarom')
    expect(why?.text).toContain('rule answer-a')
    expect(why?.text).toContain('Source: https://example.org/s1')
    expect(why?.text).toContain('1 november 2026')
    expect(why?.text).toContain('1 mei 2027')
  })

  it('says all answers that came together in another form, and why of the first', () => {
    const end: Step = { op: 'end', id: 'end', related: [] }
    const person = talk(sampleContent({ money: [sampleAnswer('one'), sampleAnswer('two'), end] }))
    person.topic('money')
    expect(texts(person.command('korter'))).toEqual(['short one', 'short two'])
    expect(texts(person.command('waarom'))[0]).toContain('rule one')
    expect(texts(person.command('voorbeeld'))).toEqual(['example one'])
  })

  it('explains the answer that a button was under, not the last one', () => {
    const person = answered()
    person.topic('back')
    person.choose('region:none')
    const said = person.put({
      kind: 'message',
      text: 'korter',
      meaning: { intent: { kind: 'command', command: 'korter' } },
      about: { topic: 'money', answer: 'answer-a' },
    })
    expect(texts(replies(said))).toEqual(['short answer-a'])
  })

  it('offers the forms on "anders"', () => {
    expect(labels(answered().command('anders'))).toEqual(['easier', 'shorter', 'example', 'why', 'a human'])
  })

  it('offers a human first when the worry is not smaller', () => {
    expect(labels(answered().choose('closing:no'))[0]).toBe('a human')
  })

  it('does not explain an answer that is past its last day', () => {
    const person = answered()
    const said = person.put(
      { kind: 'message', text: 'korter', meaning: { intent: { kind: 'command', command: 'korter' } } },
      { now: new Date('2027-06-01T09:00:00Z') },
    )
    expect(texts(replies(said))).toEqual(['expired'])
  })
})

describe('decide: not understood', () => {
  it('says so, and the second time offers a human first', () => {
    const person = talk()
    expect(texts(person.unclear())).toEqual(['not-understood'])
    const again = person.unclear()
    expect(texts(again)).toEqual(['not-understood-again'])
    expect(labels(again)[0]).toBe('a human')
  })

  it('puts the open question again', () => {
    const person = talk()
    person.topic('money')
    expect(texts(person.unclear())).toEqual(['not-understood', 'which one?'])
  })

  it('asks which topic is meant when two are close', () => {
    const said = talk().say({
      kind: 'clarify',
      topics: [
        { topic: 'money', confidence: 0.4 },
        { topic: 'back', confidence: 0.3 },
      ],
    })
    expect(labels(said)).toEqual(['title of money', 'title of back', 'none of these', 'a human'])
  })

  it('survives a button of an older message', () => {
    const person = talk()
    person.topic('money')
    expect(texts(person.choose('closing:yes'))).toEqual(['which one?'])
  })
})

describe('decide: commands', () => {
  it('greets with the menu at the start', () => {
    const said = talk().start()
    expect(texts(said)).toEqual(['greeting'])
    expect(labels(said)).toEqual(['title of money', 'title of back', 'more', 'a human'])
  })

  it('asks before it erases, and then forgets everything', () => {
    const person = talk(sampleContent(), { region: 'twente', answers: { benefit: 'a' } })
    expect(labels(person.command('wissen'))).toEqual(['erase-ask yes', 'erase-ask no'])
    const effects = person.put({
      kind: 'message',
      text: 'ja',
      meaning: { intent: { kind: 'choice', choice: 'erase:yes' } },
    })
    expect(effects.map((effect) => effect.kind)).toEqual(['erase', 'reply'])
    expect(person.state.answers).toEqual({})
    expect(person.state.region).toBeUndefined()
  })

  it('keeps everything when erasing is taken back', () => {
    const person = talk(sampleContent(), { region: 'twente' })
    person.command('wissen')
    expect(texts(person.choose('erase:no'))).toEqual(['erase-cancelled'])
    expect(person.state.region).toBe('twente')
  })

  it('says goodbye without closing the door', () => {
    const person = talk()
    person.topic('money')
    expect(labels(person.command('stoppen'))).toEqual(['the menu', 'a human'])
    expect(texts(person.topic('money'))).toEqual(['feeling', 'which one?'])
  })

  it('begins anew on "opnieuw" but knows the region', () => {
    const person = talk(sampleContent(), { region: 'twente', answers: { benefit: 'a' } })
    expect(texts(person.command('opnieuw'))).toEqual(['restart'])
    expect(person.state.answers).toEqual({})
    expect(person.state.region).toBe('twente')
  })
})

describe('decide: input that holds nothing to answer', () => {
  it('asks for less when a message is too long, but danger in it comes first', () => {
    const meaning: Meaning = { intent: { kind: 'unclear', topics: [] } }
    expect(texts(replies(talk().put({ kind: 'too-long', meaning })))).toEqual(['too-long'])
    const danger: Meaning = { ...meaning, crisis: { level: 'rood', rule: 'test' } }
    expect(texts(replies(talk().put({ kind: 'too-long', meaning: danger })))).toEqual(['crisis rood 112 113'])
  })

  it('says that it cannot read a file', () => {
    expect(texts(replies(talk().put({ kind: 'attachment' })))).toEqual(['attachment'])
  })

  it('begins again when the content it began with is gone', () => {
    const person = talk(sampleContent(), { waiting: { for: 'answer', place: { topic: 'gone', step: 'gone' } } })
    const meaning: Meaning = { intent: { kind: 'choice', choice: 'choice:a' } }
    const said = replies(person.put({ kind: 'message', text: 'a', meaning }, { isContentLost: true }))
    expect(texts(said)[0]).toBe('content-changed')
  })
})

describe('readingContext', () => {
  it('hands over the last message for two minutes', () => {
    const person = talk()
    person.unclear('first half')
    expect(readingContext(person.state, new Date(now.getTime() + 60_000)).previousText).toBe('first half')
    expect(readingContext(person.state, new Date(now.getTime() + 180_000)).previousText).toBeUndefined()
  })
})

describe('isSafePoint', () => {
  it('is where nothing is asked or paused', () => {
    const person = talk()
    expect(isSafePoint(person.state)).toBe(true)
    person.topic('money')
    expect(isSafePoint(person.state)).toBe(false)
  })
})
