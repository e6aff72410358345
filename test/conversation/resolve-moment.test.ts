import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parse } from 'yaml'
import { z } from 'zod'
import { type ResolvedMoment, resolveMoment } from '../../src/conversation/resolve-moment.ts'
import { createTimeZone } from '../../src/handoff/time-zone.ts'
import type { DayMeaning, MomentMention } from '../../src/understanding/slots/slots.ts'
import { readDutch } from '../understanding/slots/read-slots.ts'

const zone = createTimeZone('Europe/Amsterdam')
/** A Saturday. */
const now = zone.momentOf('2026-11-21', 10 * 60)
const sentences = z
  .record(z.string(), z.array(z.string()))
  .parse(parse(readFileSync(new URL('moments.yaml', import.meta.url), 'utf8')))

function resolveAll(text: string, at = now): ResolvedMoment[] {
  return (readDutch(text).moments ?? []).flatMap((moment) => resolveMoment(moment, at, zone) ?? [])
}

function write({ from, until, time, part, isVague }: ResolvedMoment): string {
  const clock = (minute: number) => `${Math.floor(minute / 60)}.${String(minute % 60).padStart(2, '0')}`
  const end = time?.toMinute === undefined ? '' : `-${clock(time.toMinute)}`
  return [
    from === until ? from : `${from} - ${until}`,
    ...(time === undefined ? [] : [clock(time.minute) + end]),
    ...(part === undefined ? [] : [part]),
    ...(isVague ? ['vaag'] : []),
  ].join(' ')
}

describe('resolveMoment', () => {
  it.each(Object.entries(sentences))('reads "%s" on a Saturday morning', (text, moments) => {
    expect(resolveAll(text).map(write)).toEqual(moments)
  })

  it('is tested with at least 60 sentences', () => {
    expect(Object.keys(sentences).length).toBeGreaterThanOrEqual(60)
  })

  it.each([
    ['2027-03-27', 'morgen om 3 uur', '2027-03-28 15.00', '2027-03-28T13:00:00.000Z'],
    ['2027-03-28', 'morgen om 10 uur', '2027-03-29 10.00', '2027-03-29T08:00:00.000Z'],
    ['2026-10-24', 'morgen om half drie', '2026-10-25 14.30', '2026-10-25T13:30:00.000Z'],
    ['2027-10-30', 'overmorgen om 9.30 uur', '2027-11-01 9.30', '2027-11-01T08:30:00.000Z'],
  ])('keeps the wall clock when summer time begins or ends: on %s "%s"', (day, text, words, moment) => {
    const [found] = resolveAll(text, zone.momentOf(day, 12 * 60))
    expect(found && write(found)).toBe(words)
    expect(found && zone.momentOf(found.from, found.time?.minute ?? 0).toISOString()).toBe(moment)
  })

  it('counts hours from now over the end of summer time', () => {
    const [found] = resolveAll('over 2 uur', new Date('2026-10-25T00:30:00Z'))
    expect(found && write(found)).toBe('2026-10-25 3.30')
  })

  it('knows what day it is where the person lives, just after midnight', () => {
    const [found] = resolveAll('morgen', new Date('2026-11-20T23:30:00Z'))
    expect(found?.from).toBe('2026-11-22')
  })

  const number = (min: number, max: number) => fc.integer({ min, max })
  const days: fc.Arbitrary<DayMeaning> = fc.oneof(
    fc.record({ kind: fc.constant('in-days' as const), days: number(0, 400) }),
    fc.record({
      kind: fc.constant('weekday' as const),
      weekday: number(0, 6),
      which: fc.constant('coming' as const),
      weeks: number(0, 50),
    }),
    fc.record({ kind: fc.constant('date' as const), day: number(1, 28), month: number(1, 12) }),
    fc.record({ kind: fc.constant('week' as const), weeks: number(0, 50) }),
    fc.record({ kind: fc.constant('month' as const), months: number(0, 24) }),
    fc.record({ kind: fc.constant('within' as const), days: number(0, 400) }),
  )

  it('gives days that exist, from today on, in order, on any day', () => {
    const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(moments, days, (at, day) => {
        const mention: MomentMention = { day, isVague: false, start: 0, end: 1 }
        const found = resolveMoment(mention, at, zone)
        if (found === undefined) throw new Error('a day from today on was not found')
        expect(found.from >= zone.dayAt(at)).toBe(true)
        expect(found.until >= found.from).toBe(true)
        for (const each of [found.from, found.until]) {
          expect(new Date(`${each}T00:00:00Z`).toISOString().slice(0, 10)).toBe(each)
        }
      }),
      { numRuns: 500 },
    )
  })
})
