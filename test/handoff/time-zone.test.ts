import { describe, expect, it } from '@jest/globals'
import { createTimeZone } from '../../src/handoff/time-zone.ts'

describe('createTimeZone', () => {
  const amsterdam = createTimeZone('Europe/Amsterdam')

  it('reads the wall clock in winter and summer', () => {
    expect(amsterdam.wallClockAt(new Date('2026-12-31T23:30:00Z'))).toBe('2027-01-01 00:30')
    expect(amsterdam.wallClockAt(new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01 00:30')
    expect(amsterdam.dayAt(new Date('2026-12-31T23:30:00Z'))).toBe('2027-01-01')
  })

  it.each([
    ['the day of the jump, before it', '2027-03-28', 60, '2027-03-28T00:00:00.000Z'],
    ['the day of the jump, in the skipped hour', '2027-03-28', 150, '2027-03-28T01:30:00.000Z'],
    ['the day of the jump, after it', '2027-03-28', 540, '2027-03-28T07:00:00.000Z'],
    ['the hour that comes twice', '2027-10-31', 150, '2027-10-31T00:30:00.000Z'],
    ['after the hour that comes twice', '2026-10-25', 540, '2026-10-25T08:00:00.000Z'],
    ['the end of a day', '2026-10-24', 1440, '2026-10-24T22:00:00.000Z'],
  ])('finds the moment of %s', (_when, day, minute, moment) => {
    expect(amsterdam.momentOf(day, minute).toISOString()).toBe(moment)
  })

  it('refuses a zone that does not exist', () => {
    expect(() => createTimeZone('Europe/Nergens')).toThrow(RangeError)
  })
})
