import { describe, expect, it } from '@jest/globals'
import { decide } from '../../src/conversation/decide.ts'
import type { AnswerPromise, Effect, Reply } from '../../src/conversation/decision.ts'
import { mayOpenCase, parseEmail, parsePhone } from '../../src/conversation/handoff.ts'
import { type ConversationState, createState } from '../../src/conversation/state.ts'
import type { Intent } from '../../src/understanding/meaning.ts'
import { sampleContent } from './sample-content.ts'

const content = sampleContent()
const promise: AnswerPromise = {
  queue: 'care',
  organisation: 'Invented Care',
  role: 'helper',
  answerBy: new Date('2026-11-23T11:00:00Z'),
  onDuty: true,
}

function handoff(start: Partial<ConversationState> = { region: 'twente' }, promised: AnswerPromise = promise) {
  let state: ConversationState = { ...createState('sample'), ...start }
  const hear = (intent: Intent, text: string): Effect[] => {
    const around = {
      now: new Date('2026-11-23T09:00:00Z'),
      caseNumber: 1042,
      isContentLost: false,
      promise: () => promised,
    }
    const decision = decide(state, { kind: 'message', text, meaning: { intent } }, content, around)
    state = decision.state
    return decision.effects
  }
  return {
    mens: () => hear({ kind: 'command', command: 'mens' }, 'mens'),
    choose: (id: string) => hear({ kind: 'choice', choice: id }, id),
    type: (text: string) => hear({ kind: 'unclear', topics: [] }, text),
    ask: (topic: string) => hear({ kind: 'topic', topic, confidence: 1, also: [] }, topic),
    get state() {
      return state
    },
  }
}

const said = (effects: Effect[]): Reply[] =>
  effects.flatMap((effect) => (effect.kind === 'reply' ? [effect.reply] : []))
const texts = (effects: Effect[]): string[] => said(effects).map((reply) => reply.text)
const opened = (effects: Effect[]) => effects.find((effect) => effect.kind === 'open-case')

describe('handoff', () => {
  it('says who answers and asks how to be reached', () => {
    expect(texts(handoff().mens())).toEqual(['handoff-open helper Invented Care', 'handoff-how'])
  })

  it('asks for the region first when it decides who answers', () => {
    const person = handoff({})
    expect(texts(person.mens())).toEqual(['ask-region'])
    expect(texts(person.choose('region:twente'))).toEqual([
      'region-known name of twente',
      'handoff-open helper Invented Care',
      'handoff-how',
    ])
  })

  it('opens a Case only after "yes" to the exact text, and passes on exactly that text', () => {
    const person = handoff()
    person.ask('money')
    person.mens()
    const shown = texts(person.choose('handoff:chat'))[0] ?? ''
    expect(mayOpenCase(person.state)).toBe(true)
    const effects = person.choose('handoff:yes')
    const effect = opened(effects)
    expect(effect).toMatchObject({
      case: {
        number: 1042,
        region: 'twente',
        queue: 'care',
        topic: 'money',
        contact: { how: 'chat' },
        consentVersion: 'sample',
      },
    })
    const approved = effect?.kind === 'open-case' ? effect.case.approvedText : ''
    expect(approved).toBe('about title of money\nregion name of twente\ncontact handoff-summary chat')
    expect(shown.endsWith(approved)).toBe(true)
    expect(texts(effects)).toEqual(['handoff-done 1042 helper Invented Care moment maandag 23 november 12.00'])
  })

  it('shows in the text to approve that there was danger, because the Case says so too', () => {
    const person = handoff({ region: 'twente', crisis: { level: 'oranje', at: '2026-11-20T08:00:00.000Z' } })
    person.mens()
    expect(texts(person.choose('handoff:chat')).join('\n')).toContain('danger handoff-summary crisis')
    const effect = opened(person.choose('handoff:yes'))
    const draft = effect?.kind === 'open-case' ? effect.case : undefined
    expect(draft?.crisis).toBe('oranje')
    expect(draft?.approvedText).toContain('danger handoff-summary crisis')
  })

  it('says when nobody is there now', () => {
    const person = handoff({ region: 'twente' }, { ...promise, onDuty: false })
    person.mens()
    person.choose('handoff:chat')
    expect(texts(person.choose('handoff:yes'))[0]).toMatch(/^handoff-done-later/)
  })

  it('takes a phone number, asks again for one it cannot read, and lets the person choose otherwise', () => {
    const person = handoff()
    person.mens()
    person.choose('handoff:phone')
    expect(texts(person.type('bel maar'))).toEqual(['handoff-phone-invalid'])
    expect(texts(person.type('06 12345678'))[0]).toContain('contact handoff-summary phone: 0612345678')
    const other = handoff()
    other.mens()
    other.choose('handoff:phone')
    expect(texts(other.choose('handoff:chat'))[0]).toContain('handoff-summary chat')
  })

  it('takes an e-mail address', () => {
    const person = handoff()
    person.mens()
    person.choose('handoff:email')
    expect(texts(person.type('geen idee'))).toEqual(['handoff-email-invalid'])
    expect(texts(person.type('sam@example.org'))[0]).toContain('email: sam@example.org')
  })

  it('adds a sentence of the candidate, word for word, also when it looks like a variable', () => {
    const person = handoff()
    person.mens()
    person.choose('handoff:chat')
    person.choose('handoff:add')
    expect(texts(person.type('liever in de ochtend {tekst}'))[0]).toContain('added liever in de ochtend {tekst}')
  })

  it('opens nothing after "no" and goes on with what was asked', () => {
    const person = handoff()
    person.ask('money')
    person.mens()
    person.choose('handoff:chat')
    const effects = person.choose('handoff:no')
    expect(opened(effects)).toBeUndefined()
    expect(texts(effects)).toEqual(['handoff-cancelled', 'resume title of money', 'which one?'])
  })

  it('points at the open Case instead of opening a second one', () => {
    const person = handoff()
    person.mens()
    person.choose('handoff:chat')
    person.choose('handoff:yes')
    expect(texts(person.mens())).toEqual(['handoff-pending 1042 Invented Care moment maandag 23 november 12.00'])
  })

  it('answers another question in between', () => {
    const person = handoff()
    person.mens()
    expect(texts(person.ask('money'))).toEqual(['feeling', 'which one?'])
  })
})

describe('parsePhone', () => {
  it.each([
    ['06 12345678', '0612345678'],
    ['06-12 34 56 78', '0612345678'],
    ['bel me op +31 6 12345678 graag', '0612345678'],
    ['0031612345678', '0612345678'],
    ['(074) 123 45 67', '0741234567'],
    ['+32 470 12 34 56', '+32470123456'],
  ])('reads %p', (text, number) => {
    expect(parsePhone(text)).toBe(number)
  })

  it.each(['112', '12 uur per week', '0612', '06 1234567', '123456789012345678', ''])('finds none in %p', (text) => {
    expect(parsePhone(text)).toBeUndefined()
  })
})

describe('parseEmail', () => {
  it('reads an address out of a sentence', () => {
    expect(parseEmail('mail naar noor.test+1@mail.example.org aub')).toBe('noor.test+1@mail.example.org')
  })

  it.each(['noor@', '@example.org', 'noor at example.org', ''])('finds none in %p', (text) => {
    expect(parseEmail(text)).toBeUndefined()
  })
})
