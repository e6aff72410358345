import { describe, expect, it } from '@jest/globals'
import { type Case, casePut, moveCase, readCase, UnreadableCaseError } from '../../src/handoff/case.ts'
import { exampleCase } from './example-case.ts'

const closedAt = new Date('2026-11-23T12:00:00Z')

function stored(value: ReturnType<typeof casePut>['value']) {
  return { partition: 'conversation-12', collection: 'cases', id: '12', value, version: 1 }
}

describe('openCase', () => {
  it('keeps what was approved, word for word, and begins open', () => {
    expect(exampleCase()).toMatchObject({
      number: 12,
      approvedText: 'Ik wil weten of ik terug kan.\nGroetjes',
      conversationId: 'conversation-12',
      channel: 'directline',
      openedAt: '2026-11-23T09:00:00.000Z',
      answerBy: '2026-11-23T13:00:00.000Z',
      status: { is: 'open' },
    })
  })
})

describe('moveCase', () => {
  it('closes an open Case with a reason and a moment', () => {
    expect(moveCase(exampleCase(), { event: 'close', reason: 'answered' }, closedAt)).toMatchObject({
      outcome: 'moved',
      case: { status: { is: 'closed', reason: 'answered', at: '2026-11-23T12:00:00.000Z' } },
    })
  })

  it('withdraws an open Case', () => {
    expect(moveCase(exampleCase(), { event: 'withdraw' }, closedAt)).toMatchObject({
      outcome: 'moved',
      case: { status: { is: 'withdrawn' } },
    })
  })

  it.each([{ event: 'close', reason: 'not-needed' } as const, { event: 'withdraw' } as const])(
    'writes an end once: $event is refused afterwards',
    (event) => {
      const closed: Case = {
        ...exampleCase(),
        status: { is: 'closed', reason: 'answered', at: closedAt.toISOString() },
      }
      expect(moveCase(closed, event, closedAt)).toEqual({ outcome: 'refused', status: closed.status })
      const withdrawn: Case = { ...exampleCase(), status: { is: 'withdrawn', at: closedAt.toISOString() } }
      expect(moveCase(withdrawn, event, closedAt)).toEqual({ outcome: 'refused', status: withdrawn.status })
    },
  )
})

describe('casePut and readCase', () => {
  it.each([
    ['a phone number', exampleCase()],
    ['a crisis', exampleCase({ crisis: 'oranje' })],
    ['an answer in the chat', exampleCase({ contact: { how: 'chat' } })],
    ['an email address', exampleCase({ contact: { how: 'email', address: 'robin@example.org' } })],
  ])('give back a Case with %s as it was', (_what, toStore) => {
    expect(readCase(stored(casePut(toStore).value))).toEqual(toStore)
  })

  it('puts it in the lists by status, region and number, the earliest promise first', () => {
    const order = Date.parse('2026-11-23T13:00:00Z')
    expect(casePut(exampleCase(), 0)).toMatchObject({
      collection: 'cases',
      id: '12',
      ifVersion: 0,
      indexes: [
        { name: 'status', value: 'open', order },
        { name: 'region', value: 'twente', order },
        { name: 'number', value: '12' },
      ],
    })
    expect(casePut(exampleCase())).not.toHaveProperty('ifVersion')
  })

  it.each([
    ['of a newer format', { ...exampleCase(), format: 2 }],
    ['without its approved text', { ...exampleCase(), approvedText: undefined }],
  ])('refuse a Case %s by its number', (_what, damaged) => {
    expect(() => readCase(stored(JSON.parse(JSON.stringify(damaged))))).toThrow(UnreadableCaseError)
    expect(() => readCase(stored(JSON.parse(JSON.stringify(damaged))))).toThrow(/^Case 12 /)
  })
})
