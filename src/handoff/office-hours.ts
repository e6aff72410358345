import type { OfficeHours } from '../conversation/content.ts'
import { isHoliday } from './holidays.ts'
import { createTimeZone, type TimeZone } from './time-zone.ts'

/** Days in a row without an opening after which we believe that the office never opens. */
const maxClosedDays = 400

/** An office that never opens: nobody can be promised an answer. Its region file needs hours on some day. */
export class OfficeNeverOpensError extends Error {
  readonly code = 'office-never-opens'

  constructor(from: Date) {
    super(
      `Not enough opening hours after ${from.toISOString()}: ${maxClosedDays} days in a row have none. ` +
        'Give the region file hours on at least one weekday that is not closed by holidays or closedDates.',
    )
    this.name = 'OfficeNeverOpensError'
  }
}

/** A stretch in which the office is open. */
interface Opening {
  fromMs: number
  toMs: number
}

/**
 * Tells whether somebody is there.
 * @param hours hours of the region
 * @param at any moment; the opening moment counts as open, the closing moment as closed
 */
export function isOpen(hours: OfficeHours, at: Date): boolean {
  const zone = createTimeZone(hours.timeZone)
  const opening = openingOn(hours, zone, zone.dayAt(at))
  return opening !== undefined && at.getTime() >= opening.fromMs && at.getTime() < opening.toMs
}

/**
 * Finds the first moment, from `at` on, at which somebody is there.
 * @param hours hours of the region
 * @param at where to begin
 * @returns `at` itself when the office is open
 * @throws {OfficeNeverOpensError} when no day of the next 400 has hours
 */
export function nextOpening(hours: OfficeHours, at: Date): Date {
  for (const opening of openingsFrom(hours, at)) {
    if (opening.toMs > at.getTime()) return new Date(Math.max(opening.fromMs, at.getTime()))
  }
  throw new OfficeNeverOpensError(at)
}

/**
 * Adds hours during which the office is open. Time passes on the clock of the universe: a day on which the hour is put
 * forward inside the opening hours counts an hour less.
 * @param hours hours of the region
 * @param from where counting begins; time before the office opens counts for nothing
 * @param hoursToAdd 0 or more, fractions allowed
 * @returns a moment inside the opening hours; the closing moment when the hours run out exactly then
 * @throws {OfficeNeverOpensError} when 400 days in a row have no hours
 */
export function addOfficeHours(hours: OfficeHours, from: Date, hoursToAdd: number): Date {
  let remainingMs = Math.round(hoursToAdd * 3_600_000)
  for (const opening of openingsFrom(hours, from)) {
    const startMs = Math.max(opening.fromMs, from.getTime())
    const openMs = opening.toMs - startMs
    if (openMs >= remainingMs) return new Date(startMs + remainingMs)
    remainingMs -= Math.max(openMs, 0)
  }
  throw new OfficeNeverOpensError(from)
}

/** The openings of the day of `at` and all later days, until 400 days in a row have none. */
function* openingsFrom(hours: OfficeHours, at: Date): Generator<Opening> {
  const zone = createTimeZone(hours.timeZone)
  let day = zone.dayAt(at)
  for (let closedDays = 0; closedDays < maxClosedDays; closedDays += 1) {
    const opening = openingOn(hours, zone, day)
    if (opening !== undefined) {
      closedDays = -1
      yield opening
    }
    day = nextDay(day)
  }
}

function openingOn(hours: OfficeHours, zone: TimeZone, day: string): Opening | undefined {
  const usual = hours.week[new Date(`${day}T00:00:00Z`).getUTCDay()]
  if (!usual || hours.closedDates.includes(day) || isHoliday(day, hours.closedOn)) return undefined
  const toMinute = Math.min(usual.toMinute, hours.earlyClosing[day.slice(5)] ?? usual.toMinute)
  if (toMinute <= usual.fromMinute) return undefined
  const opening = {
    fromMs: zone.momentOf(day, usual.fromMinute).getTime(),
    toMs: zone.momentOf(day, toMinute).getTime(),
  }
  return opening.toMs > opening.fromMs ? opening : undefined
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
