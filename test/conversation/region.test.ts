import { describe, expect, it } from '@jest/globals'
import { readingContext } from '../../src/conversation/decide.ts'
import type { ConversationState } from '../../src/conversation/state.ts'
import { maxButtons } from '../../src/conversation/talk.ts'
import type { Intent, PlaceMeaning } from '../../src/understanding/meaning.ts'
import { sampleContent, sampleContentOfRegions } from './sample-content.ts'
import { labels, now, talk, texts } from './sample-talk.ts'

const unclear: Intent = { kind: 'unclear', topics: [] }
const inPlace = (...municipalities: string[]): PlaceMeaning => ({ municipalities, isWhole: true })
const seven = ['twente', 'b', 'c', 'd', 'e', 'f', 'g']

/** Somebody who was just asked where they live, in a topic that depends on it. */
function asked(content = sampleContent()) {
  const person = talk(content)
  person.topic('back')
  return person
}

describe('the question where somebody lives', () => {
  it('offers regions a page at a time, each once, always with a way to say none and a human', () => {
    const content = sampleContentOfRegions(seven.slice(1))
    const person = talk(content)
    const first = labels(person.topic('back'))
    expect(first).toEqual(['Name of twente', 'Name of b', 'Name of c', 'more regions', 'rather not', 'a human'])
    const said = person.choose('regions:3')
    expect(texts(said)).toEqual(['ask-region-more'])
    expect(labels(said)).toEqual(['Name of d', 'Name of e', 'Name of f', 'Name of g', 'elsewhere', 'a human'])
    expect(labels(said).length).toBeLessThanOrEqual(maxButtons)
  })

  it('goes on with the topic after a region of a later page', () => {
    const person = asked(sampleContentOfRegions(seven.slice(1)))
    person.choose('regions:3')
    expect(texts(person.choose('region:f'))).toEqual(['region-known name of f', 'fact back-answer', 'closing'])
    expect(person.state.region).toBe('f')
  })

  it('takes "elsewhere" for the region of everybody else', () => {
    const person = asked(sampleContentOfRegions(seven.slice(1)))
    person.choose('regions:3')
    expect(texts(person.choose('region:landelijk'))).toEqual(['region-unknown', 'fact back-answer', 'closing'])
  })

  it('takes a municipality that is typed', () => {
    const person = asked()
    expect(texts(person.mean({ intent: unclear, place: inPlace('Almelo') }))).toEqual([
      'region-known name of twente',
      'fact back-answer',
      'closing',
    ])
    expect(person.state.misunderstoodInARow).toBe(0)
  })

  it('takes a municipality of no region for everywhere else', () => {
    const person = asked()
    expect(texts(person.mean({ intent: unclear, place: inPlace('Zwolle') }))[0]).toBe('region-unknown')
    expect(person.state.region).toBe('landelijk')
  })

  it('asks which municipality is meant when they lie in different regions', () => {
    const person = asked()
    const said = person.mean({ intent: unclear, place: inPlace('Almelo', 'Zwolle') })
    expect(texts(said)).toEqual(['ask-which-municipality'])
    expect(labels(said)).toEqual(['Almelo', 'Zwolle', 'elsewhere', 'a human'])
    expect(texts(person.choose('region:twente'))).toEqual([
      'region-known name of twente',
      'fact back-answer',
      'closing',
    ])
  })

  it('offers no municipalities when there are more than three: typing one is easier then', () => {
    const said = asked().mean({ intent: unclear, place: inPlace('Almelo', 'Zwolle', 'Raalte', 'Ommen') })
    expect(texts(said)).toEqual(['ask-which-municipality'])
    expect(labels(said)).toEqual(['elsewhere', 'a human'])
  })

  it('does not ask which one when all lie in one region', () => {
    const person = asked()
    expect(texts(person.mean({ intent: unclear, place: inPlace('Almelo', 'Hengelo') }))[0]).toBe(
      'region-known name of twente',
    )
  })

  it('lets a button win from a place with the same name', () => {
    const person = asked()
    const said = person.mean({
      intent: { kind: 'choice', choice: 'region:twente' },
      place: inPlace('Zwolle', 'Almelo'),
    })
    expect(texts(said)[0]).toBe('region-known name of twente')
  })

  it('asks once more when it does not know the name, with the same buttons, and then offers a human', () => {
    const person = asked()
    const before = person.state.offered
    expect(texts(person.unclear('atlantis'))).toEqual(['ask-region-again'])
    expect(person.state.offered).toEqual(before)
    expect(texts(person.unclear('atlantis'))[0]).toBe('not-understood-again')
  })

  it('is answered by typing on the way to a human too', () => {
    const person = talk()
    person.command('mens')
    expect(texts(person.mean({ intent: unclear, place: inPlace('Almelo') }))).toEqual([
      'region-known name of twente',
      'handoff-open helper organisation of twente',
      'handoff-how',
    ])
  })

  it('hears a human asked for beside the place, and needs not ask the place again', () => {
    const mens: Intent = { kind: 'command', command: 'mens' }
    const place = { municipalities: ['Almelo'], isWhole: false }
    const passed = ['region-known name of twente', 'handoff-open helper organisation of twente', 'handoff-how']
    expect(texts(asked().mean({ intent: mens, place }))).toEqual(passed)
    const person = talk()
    person.command('mens')
    expect(texts(person.mean({ intent: mens, place }))).toEqual(passed)
  })

  it('keeps a question that was asked beside the place for later', () => {
    const person = asked()
    const intent: Intent = { kind: 'topic', topic: 'money', confidence: 1, also: [] }
    person.mean({ intent, place: { municipalities: ['Almelo'], isWhole: false } })
    expect(labels(person.choose('closing:yes'))).toContain('title of money')
  })

  it('is still asked on the way to a human after words about danger: "verder" asks it again, a place answers it', () => {
    const person = talk()
    person.command('mens')
    person.say(unclear, { level: 'oranje', rule: 'test' })
    expect(readingContext(person.state, now).isPlaceAsked).toBe(true)
    expect(texts(person.choose('command:verder'))).toEqual(['crisis-reminder', 'ask-region'])
    expect(person.state.region).toBeUndefined()
    person.say(unclear, { level: 'oranje', rule: 'test' })
    expect(texts(person.mean({ intent: unclear, place: inPlace('Almelo') })).at(-1)).toBe('handoff-how')
    expect(person.state.region).toBe('twente')
  })

  it('takes the button of a topic for that topic on the way to a human, not for a place', () => {
    const person = talk()
    person.command('mens')
    person.say({ kind: 'clarify', topics: [{ topic: 'money', confidence: 0.4 }] })
    expect(texts(person.choose('topic:money'))).toEqual(['feeling', 'which one?'])
    expect(person.state.region).toBeUndefined()
  })

  it('keeps the way out of the handoff beside the regions of a later page', () => {
    const person = talk(sampleContentOfRegions(seven.slice(1)))
    const first = labels(person.command('mens')).at(-1)
    expect(labels(person.choose('regions:3')).at(-1)).toBe(first)
  })

  it('puts the open question again when a page of regions is asked for that nobody waits for', () => {
    const person = talk()
    person.topic('money')
    expect(texts(person.choose('regions:3'))).toEqual(['which one?'])
  })
})

describe('where somebody lives, said unasked', () => {
  const say = (start: Partial<ConversationState>, place: PlaceMeaning, intent: Intent = unclear) => {
    const person = talk(sampleContent(), start)
    return { person, said: person.mean({ intent, place }, 'ik woon in Almelo') }
  }

  it('is taken, and the menu is offered', () => {
    const { person, said } = say({}, inPlace('Almelo'))
    expect(texts(said)).toEqual(['region-known name of twente'])
    expect(labels(said)).toContain('title of money')
    expect(person.state.region).toBe('twente')
  })

  it('is taken together with what was asked in the same message', () => {
    const intent: Intent = { kind: 'topic', topic: 'back', confidence: 1, also: [] }
    const { said } = say({}, { municipalities: ['Almelo'], isWhole: false }, intent)
    expect(texts(said)).toEqual(['region-known name of twente', 'feeling back', 'fact back-answer', 'closing'])
  })

  it('is taken in the middle of a question, which is put again', () => {
    const person = talk()
    person.topic('money')
    expect(texts(person.mean({ intent: unclear, place: inPlace('Almelo') }))).toEqual([
      'region-known name of twente',
      'which one?',
    ])
  })

  it('changes a region that was known, and is not confirmed when it is the same', () => {
    expect(say({ region: 'landelijk' }, inPlace('Almelo')).person.state.region).toBe('twente')
    expect(texts(say({ region: 'twente' }, inPlace('Hengelo')).said)).toEqual(['menu'])
  })

  it('is asked further when it can be several regions, after which the open question is put again', () => {
    const person = talk()
    person.topic('money')
    const said = person.mean({ intent: unclear, place: inPlace('Almelo', 'Zwolle') })
    expect(texts(said)).toEqual(['ask-which-municipality'])
    expect(person.state.region).toBeUndefined()
    expect(texts(person.choose('region:twente'))).toEqual(['region-known name of twente', 'which one?'])
  })

  it('is not asked further when the message is about something else', () => {
    const intent: Intent = { kind: 'topic', topic: 'money', confidence: 1, also: [] }
    const { person, said } = say({ region: 'twente' }, { municipalities: ['Almelo', 'Zwolle'], isWhole: false }, intent)
    expect(texts(said)).toEqual(['feeling', 'which one?'])
    expect(person.state.region).toBe('twente')
  })

  it('does not change who answers while a handoff is under way', () => {
    const person = talk(sampleContent(), { region: 'twente' })
    person.command('mens')
    person.mean({ intent: unclear, place: inPlace('Zwolle') })
    expect(person.state.region).toBe('twente')
  })
})
