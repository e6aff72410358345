import { describe, expect, it } from '@jest/globals'
import type { OfficeHours, Region } from '../../src/conversation/content.ts'
import { OfficeNeverOpensError } from '../../src/handoff/office-hours.ts'
import { NoRouteError, promiseAnswer } from '../../src/handoff/promise.ts'

function region(changes: { from?: number; to?: number; office?: Partial<OfficeHours> } = {}): Region {
  const day = { fromMinute: changes.from ?? 540, toMinute: changes.to ?? 1020 }
  return {
    id: 'voorbeeld',
    name: 'Voorbeeld',
    municipalities: [],
    office: {
      timeZone: 'Europe/Amsterdam',
      week: [null, day, day, day, day, day, null],
      closedOn: [],
      closedDates: [],
      earlyClosing: {},
      ...changes.office,
    },
    routing: [
      {
        topics: ['uitkering', 'schulden'],
        queue: 'geld',
        organisation: 'Gemeente Voorbeeld',
        role: 'klantmanager',
        answerWithinHours: 8,
      },
      {
        topics: [],
        queue: 'aanmeldpunt',
        organisation: 'Stichting Voorbeeld',
        role: 'sleutelfiguur',
        answerWithinHours: 2,
      },
      { topics: ['ips'], queue: 'nooit', organisation: 'Niemand', role: 'niemand', answerWithinHours: 1 },
    ],
  }
}

describe('promiseAnswer', () => {
  it('takes the first route that names the topic', () => {
    expect(promiseAnswer(region(), 'schulden', new Date('2026-11-23T10:00:00+01:00'))).toEqual({
      queue: 'geld',
      organisation: 'Gemeente Voorbeeld',
      role: 'klantmanager',
      answerBy: new Date('2026-11-24T10:00:00+01:00'),
      onDuty: true,
    })
  })

  it('takes the route for everything before a later one that names the topic', () => {
    expect(promiseAnswer(region(), 'ips', new Date('2026-11-23T10:00:00+01:00')).queue).toBe('aanmeldpunt')
  })

  it('rounds up to a quarter of an hour', () => {
    expect(promiseAnswer(region(), 'mens', new Date('2026-11-23T10:01:00+01:00')).answerBy).toEqual(
      new Date('2026-11-23T12:15:00+01:00'),
    )
  })

  it('says that nobody is on duty, and begins counting at the next opening', () => {
    const promise = promiseAnswer(region(), 'mens', new Date('2026-11-20T19:40:00+01:00'))
    expect(promise.onDuty).toBe(false)
    expect(promise.answerBy).toEqual(new Date('2026-11-23T11:00:00+01:00'))
  })

  it('promises closing time when that is a quarter', () => {
    expect(promiseAnswer(region(), 'mens', new Date('2026-11-23T14:50:00+01:00')).answerBy).toEqual(
      new Date('2026-11-23T17:00:00+01:00'),
    )
  })

  it('does not round past closing time but into the next opening', () => {
    const until1650 = region({ from: 550, to: 1010 })
    expect(promiseAnswer(until1650, 'mens', new Date('2026-11-23T14:48:00+01:00')).answerBy).toEqual(
      new Date('2026-11-24T09:15:00+01:00'),
    )
  })

  it('keeps the exact time for an office that is never open on a quarter', () => {
    const shortly = region({ from: 541, to: 551 })
    const { answerBy } = promiseAnswer(shortly, 'mens', new Date('2026-11-23T09:01:00+01:00'))
    expect(answerBy).toEqual(new Date('2026-12-08T09:11:00+01:00'))
  })

  it('names a region that routes a topic to nobody', () => {
    const nobody = { ...region(), routing: region().routing.slice(0, 1) }
    expect(() => promiseAnswer(nobody, 'ips', new Date('2026-11-23T10:00:00Z'))).toThrow(NoRouteError)
  })

  it('does not promise for an office that never opens', () => {
    const never = region({ office: { week: [] } })
    expect(() => promiseAnswer(never, 'mens', new Date('2026-11-23T10:00:00Z'))).toThrow(OfficeNeverOpensError)
  })
})
