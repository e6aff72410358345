import { describe, expect, it } from '@jest/globals'
import { type ConversationState, createState } from '../../src/conversation/state.ts'
import { redactMessage } from '../../src/privacy/redact-message.ts'
import { marks } from './marks.ts'

const words = { redacted: marks }
const asking = (stage: 'phone' | 'email' | 'region'): ConversationState => ({
  ...createState('sample'),
  waiting: { for: 'handoff', handoff: { stage, topic: 'money' } },
})

describe('redactMessage', () => {
  it('passes on nothing as it was typed when nothing is asked for', () => {
    expect(redactMessage('bel 06 12345678', createState('sample'), words)).toEqual({
      text: 'bel [telefoonnummer]',
      redacted: ['phone'],
    })
  })

  it('passes on a phone number that was asked for, and does not count it as taken out', () => {
    expect(redactMessage('06 12345678', asking('phone'), words)).toEqual({
      text: '[telefoonnummer]',
      typed: '06 12345678',
      redacted: [],
    })
  })

  it('counts what was not asked for beside it', () => {
    const { text, redacted } = redactMessage('zwaantje@voorbeeld.example of 111222333', asking('email'), words)
    expect({ text, redacted }).toEqual({ text: '[mailadres] of [burgerservicenummer]', redacted: ['bsn'] })
  })

  it('passes on nothing as it was typed on other steps of a handoff', () => {
    expect(redactMessage('06 12345678', asking('region'), words)).not.toHaveProperty('typed')
  })
})
