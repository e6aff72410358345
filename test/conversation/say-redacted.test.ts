import { describe, expect, it } from '@jest/globals'
import type { RedactedKind } from '../../src/conversation/dialog-files/phrases-file.ts'
import type { Meaning } from '../../src/understanding/meaning.ts'
import { labels, replies, talk, texts } from './sample-talk.ts'

const money: Meaning = { intent: { kind: 'topic', topic: 'money', confidence: 1, also: [] } }
const danger: Meaning = { intent: { kind: 'unclear', topics: [] }, crisis: { level: 'oranje', rule: 'test' } }

/** Talks with messages of which something was taken out. */
function talkWith() {
  const person = talk()
  return {
    person,
    type: (meaning: Meaning, ...redacted: RedactedKind[]) =>
      replies(person.put({ kind: 'message', text: '[…]', redacted, meaning })),
  }
}

describe('what was taken out of a message', () => {
  it('is told before the answer, which is given all the same', () => {
    expect(texts(talkWith().type(money, 'bsn', 'phone'))).toEqual(['redacted bsn, phone', 'feeling', 'which one?'])
  })

  it('leaves the buttons to the answer', () => {
    const plain = talkWith().type(money)
    expect(labels(talkWith().type(money, 'bsn'))).toEqual(labels(plain))
  })

  it('is told once for each kind', () => {
    const { type } = talkWith()
    type(money, 'bsn')
    expect(texts(type(money, 'bsn'))).not.toContain('redacted bsn')
    expect(texts(type(money, 'bsn', 'name'))[0]).toBe('redacted name')
  })

  it('is not told again when the candidate begins anew, and is again after erasing', () => {
    const { person, type } = talkWith()
    type(money, 'bsn')
    person.command('opnieuw')
    expect(texts(type(money, 'bsn'))).not.toContain('redacted bsn')
    person.command('wissen')
    person.choose('erase:yes')
    expect(texts(type(money, 'bsn'))[0]).toBe('redacted bsn')
  })

  it('is told after words about danger, never before them', () => {
    expect(texts(talkWith().type(danger, 'address'))).toEqual(['crisis oranje 113', 'redacted address'])
  })

  it('comes after the numbers that are repeated later on', () => {
    const { type } = talkWith()
    type(danger)
    expect(texts(type(money, 'bsn')).slice(0, 2)).toEqual(['crisis-reminder', 'redacted bsn'])
  })

  it('is told of a message that is too long', () => {
    const { person } = talkWith()
    const input = { kind: 'too-long', meaning: money, redacted: ['bsn'] } as const
    expect(texts(replies(person.put(input)))).toEqual(['too-long', 'redacted bsn'])
  })
})

describe('a contact field that was asked for', () => {
  it('takes the number from the words as typed, and remembers the rest without it', () => {
    const person = talk(undefined, { region: 'twente' })
    person.command('mens')
    person.choose('handoff:phone')
    const meaning: Meaning = { intent: { kind: 'unclear', topics: [] } }
    person.put({ kind: 'message', text: '[phone]', typed: '06 12345678', meaning })
    expect(person.state.waiting).toMatchObject({ handoff: { contact: { how: 'phone', number: '0612345678' } } })
    expect(person.state.previousText?.text).toBe('[phone]')
  })
})
