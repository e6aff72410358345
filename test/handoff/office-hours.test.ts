import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { OfficeHours } from '../../src/conversation/content.ts'
import { holidayNames } from '../../src/conversation/dialog-files/region-file.ts'
import { addOfficeHours, isOpen, nextOpening, OfficeNeverOpensError } from '../../src/handoff/office-hours.ts'

const nineToFive = { fromMinute: 540, toMinute: 1020 }
const weekdays: OfficeHours = {
  timeZone: 'Europe/Amsterdam',
  week: [null, nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, null],
  closedOn: [...holidayNames],
  closedDates: ['2026-12-28'],
  earlyClosing: { '12-24': 780 },
}
const always: OfficeHours = {
  timeZone: 'Europe/Amsterdam',
  week: Array.from({ length: 7 }, () => ({ fromMinute: 0, toMinute: 1440 })),
  closedOn: [],
  closedDates: [],
  earlyClosing: {},
}
const never: OfficeHours = { ...weekdays, week: [] }

describe('isOpen', () => {
  it.each([
    ['a minute before opening', '2026-11-23T08:59:00+01:00', false],
    ['at opening', '2026-11-23T09:00:00+01:00', true],
    ['in the afternoon', '2026-11-23T16:59:59+01:00', true],
    ['at closing', '2026-11-23T17:00:00+01:00', false],
    ['on Saturday', '2026-11-21T12:00:00+01:00', false],
    ['on a holiday', '2026-12-25T12:00:00+01:00', false],
    ['on another closed date', '2026-12-28T12:00:00+01:00', false],
    ['before early closing', '2026-12-24T12:59:00+01:00', true],
    ['at early closing', '2026-12-24T13:00:00+01:00', false],
    ['in summer, at nine on the wall', '2026-07-01T09:00:00+02:00', true],
    ['in summer, at nine by winter time', '2026-07-01T17:30:00+02:00', false],
  ])('is right %s', (_when, at, open) => {
    expect(isOpen(weekdays, new Date(at))).toBe(open)
  })

  it('takes a day on which early closing comes before opening as closed', () => {
    const hours = { ...weekdays, earlyClosing: { '12-24': 480 } }
    expect(isOpen(hours, new Date('2026-12-24T10:00:00+01:00'))).toBe(false)
  })
})

describe('nextOpening', () => {
  it('gives the moment itself when the office is open', () => {
    const at = new Date('2026-11-23T10:07:00+01:00')
    expect(nextOpening(weekdays, at)).toEqual(at)
  })

  it('goes over the weekend', () => {
    expect(nextOpening(weekdays, new Date('2026-11-20T17:00:00+01:00'))).toEqual(new Date('2026-11-23T09:00:00+01:00'))
  })

  it('goes over Christmas, a closed date and New Year', () => {
    expect(nextOpening(weekdays, new Date('2026-12-24T13:00:00+01:00'))).toEqual(new Date('2026-12-29T09:00:00+01:00'))
    expect(nextOpening(weekdays, new Date('2026-12-30T18:00:00+01:00'))).toEqual(new Date('2027-01-04T09:00:00+01:00'))
  })

  it.each([
    ['25 October 2026', '2026-10-23T17:30:00+02:00', '2026-10-26T09:00:00+01:00'],
    ['31 October 2027', '2027-10-29T17:30:00+02:00', '2027-11-01T09:00:00+01:00'],
    ['28 March 2027, with Easter', '2027-03-25T17:30:00+01:00', '2027-03-30T09:00:00+02:00'],
  ])('keeps nine on the wall over the night of %s', (_night, from, to) => {
    expect(nextOpening(weekdays, new Date(from))).toEqual(new Date(to))
  })

  it('says clearly that an office never opens', () => {
    expect(() => nextOpening(never, new Date('2026-11-23T10:00:00Z'))).toThrow(OfficeNeverOpensError)
  })
})

describe('addOfficeHours', () => {
  it('stays on the day when there is time', () => {
    expect(addOfficeHours(weekdays, new Date('2026-11-23T10:00:00+01:00'), 4)).toEqual(
      new Date('2026-11-23T14:00:00+01:00'),
    )
  })

  it('goes on the next morning', () => {
    expect(addOfficeHours(weekdays, new Date('2026-11-23T15:30:00+01:00'), 4)).toEqual(
      new Date('2026-11-24T11:30:00+01:00'),
    )
  })

  it('lets time before opening count for nothing', () => {
    expect(addOfficeHours(weekdays, new Date('2026-11-21T03:00:00+01:00'), 1)).toEqual(
      new Date('2026-11-23T10:00:00+01:00'),
    )
  })

  it('ends at closing time when the hours run out exactly then', () => {
    expect(addOfficeHours(weekdays, new Date('2026-11-23T13:00:00+01:00'), 4)).toEqual(
      new Date('2026-11-23T17:00:00+01:00'),
    )
  })

  it('counts a shorter day as shorter', () => {
    expect(addOfficeHours(weekdays, new Date('2026-12-24T12:00:00+01:00'), 2)).toEqual(
      new Date('2026-12-29T10:00:00+01:00'),
    )
  })

  it.each([
    ['has 23 hours', '2027-03-28T00:00:00+01:00', '2027-03-29T01:00:00+02:00'],
    ['has 25 hours', '2026-10-25T00:00:00+02:00', '2026-10-25T23:00:00+01:00'],
    ['has 25 hours', '2027-10-31T00:00:00+02:00', '2027-10-31T23:00:00+01:00'],
  ])('lets 24 hours pass by the clock of the universe on a day that %s', (_day, from, to) => {
    expect(addOfficeHours(always, new Date(from), 24)).toEqual(new Date(to))
  })

  it('counts hours that begin in the skipped hour from the jump on', () => {
    const night = { ...always, week: always.week.map(() => ({ fromMinute: 150, toMinute: 240 })) }
    expect(nextOpening(night, new Date('2027-03-28T00:00:00+01:00'))).toEqual(new Date('2027-03-28T03:30:00+02:00'))
    expect(addOfficeHours(night, new Date('2027-03-28T00:00:00+01:00'), 0.5)).toEqual(
      new Date('2027-03-28T04:00:00+02:00'),
    )
  })

  it('says clearly that an office never opens', () => {
    expect(() => addOfficeHours(never, new Date('2026-11-23T10:00:00Z'), 1)).toThrow(OfficeNeverOpensError)
  })
})

describe('office hours of any kind', () => {
  const minutes = fc.integer({ min: 0, max: 288 }).map((fives) => fives * 5)
  const day = fc.option(
    fc
      .tuple(minutes, minutes)
      .map(([one, other]) => ({ fromMinute: Math.min(one, other), toMinute: Math.max(one, other) })),
    { nil: null },
  )
  const office: fc.Arbitrary<OfficeHours> = fc.record({
    timeZone: fc.constantFrom('Europe/Amsterdam', 'America/New_York', 'Australia/Lord_Howe', 'UTC'),
    // One day is surely open, so that every example has an answer.
    week: fc.array(day, { minLength: 6, maxLength: 6 }).map((days) => [{ fromMinute: 480, toMinute: 720 }, ...days]),
    closedOn: fc.subarray([...holidayNames]),
    closedDates: fc.subarray(['2026-11-22', '2027-03-28', '2027-10-31']),
    earlyClosing: fc.constantFrom({}, { '12-24': 600, '12-31': 600 }),
  })
  const moment = fc.date({
    min: new Date('2026-01-01T00:00:00Z'),
    max: new Date('2028-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  const hours = fc.integer({ min: 0, max: 160 }).map((quarters) => quarters / 4)
  const runs = { numRuns: 60 }

  it('end inside the opening hours', () => {
    fc.assert(
      fc.property(office, moment, hours, (of, from, add) => {
        const end = addOfficeHours(of, from, add)
        expect(isOpen(of, end) || isOpen(of, new Date(end.getTime() - 1))).toBe(true)
        expect(end.getTime()).toBeGreaterThanOrEqual(from.getTime() + add * 3_600_000)
      }),
      runs,
    )
  })

  it('never end earlier when counting begins later or lasts longer', () => {
    fc.assert(
      fc.property(office, moment, moment, hours, hours, (of, one, other, few, more) => {
        const [early, late] = one < other ? [one, other] : [other, one]
        const end = addOfficeHours(of, early, few).getTime()
        expect(addOfficeHours(of, late, few).getTime()).toBeGreaterThanOrEqual(end)
        expect(addOfficeHours(of, early, few + more).getTime()).toBeGreaterThanOrEqual(end)
      }),
      runs,
    )
  })

  it('add up', () => {
    fc.assert(
      fc.property(office, moment, hours, hours, (of, from, first, then) => {
        expect(addOfficeHours(of, addOfficeHours(of, from, first), then)).toEqual(
          addOfficeHours(of, from, first + then),
        )
      }),
      runs,
    )
  })

  it('open next at a moment that is open, with nothing open before it', () => {
    fc.assert(
      fc.property(office, moment, fc.double({ min: 0, max: 1, noNaN: true }), (of, from, share) => {
        const opening = nextOpening(of, from)
        expect(isOpen(of, opening)).toBe(true)
        const between = new Date(from.getTime() + Math.floor((opening.getTime() - from.getTime()) * share) - 1)
        if (between >= from) expect(isOpen(of, between)).toBe(false)
      }),
      runs,
    )
  })
})
