import type { DayMeaning, DayPart, MomentMention, Portion, TimeMeaning } from '../understanding/slots/slots.ts'

/** What is needed of a time zone; the one of the office hours has it. */
export interface WallClock {
  /** The wall clock at a moment, `2026-12-31 14:05`. */
  wallClockAt(at: Date): string
}

/** A moment on the calendar. Nothing is booked from it before the person agreed to it in words. */
export interface ResolvedMoment {
  /** First day, `2026-11-24`. */
  from: string
  /** Last day; the same as `from` when it is one day. */
  until: string
  /** Minutes after midnight on the wall clock; `toMinute` is there for a stretch. Absent when no time was said. */
  time?: TimeMeaning
  part?: DayPart
  /** True when the person must still say which day or which time. */
  isVague: boolean
}

const daysInWeek = 7
/** First and last day of each part of a month, counted from 1; the last of the end is the end of the month. */
const partsOfMonth: Record<Portion, { first: number; last: number }> = {
  beginning: { first: 1, last: 10 },
  middle: { first: 11, last: 20 },
  end: { first: 21, last: 31 },
}
/** Days of a week from Monday, 0 to 6. */
const partsOfWeek: Record<Portion, { first: number; last: number }> = {
  beginning: { first: 0, last: 1 },
  middle: { first: 2, last: 2 },
  end: { first: 3, last: 4 },
}

/**
 * Works out which days a moment is, from now on. A weekday is the first one after today, a date without a year the coming
 * one, a time without a day the first that comes. A week runs from Monday to Sunday.
 * @param moment as it was said
 * @param now the moment at which it was said
 * @param zone where the person lives; all days and times are those of its wall clock, so that summer time is right
 * @returns undefined for a day that does not exist, such as 29 February of a year that has none, or that lies in the past
 */
export function resolveMoment(moment: MomentMention, now: Date, zone: WallClock): ResolvedMoment | undefined {
  if (moment.inMinutes !== undefined) return at(new Date(now.getTime() + moment.inMinutes * 60_000), zone)
  const [today = '', clock = ''] = zone.wallClockAt(now).split(' ')
  const days = moment.day === undefined ? firstDayOf(moment, today, clock) : findDays(moment.day, today)
  if (days === undefined || days.until < today) return undefined
  const { time, part } = moment
  return {
    from: days.from,
    until: days.until,
    ...(time === undefined ? {} : { time }),
    ...(part === undefined ? {} : { part }),
    isVague: moment.isVague || days.isVague === true,
  }
}

interface Days {
  from: string
  until: string
  isVague?: boolean
}

function at(moment: Date, zone: WallClock): ResolvedMoment {
  const [day = '', clock = ''] = zone.wallClockAt(moment).split(' ')
  return { from: day, until: day, time: { minute: minuteOf(clock) }, isVague: false }
}

/** A time that is past today is tomorrow. */
function firstDayOf({ time }: MomentMention, today: string, clock: string): Days {
  const isPast = time !== undefined && time.minute <= minuteOf(clock)
  return oneDay(isPast ? addDays(today, 1) : today)
}

function findDays(day: DayMeaning, today: string): Days | undefined {
  switch (day.kind) {
    case 'in-days':
      return oneDay(addDays(today, day.days))
    case 'weekday':
      return oneDay(findWeekday(day, today))
    case 'date':
      return findDate(day, today)
    case 'day-of-month':
      return findDayOfMonth(day, today)
    case 'week': {
      const { first, last } = day.portion === undefined ? { first: 0, last: 6 } : partsOfWeek[day.portion]
      const monday = addDays(mondayOf(today), day.weeks * daysInWeek)
      return notBefore(today, { from: addDays(monday, first), until: addDays(monday, last) })
    }
    case 'month':
      return findMonth(addMonths(today, day.months), day.portion, today)
    case 'named-month': {
      const { month, portion } = day
      const thisYear = Number(today.slice(0, 4))
      const year = day.year ?? (month < Number(today.slice(5, 7)) ? thisYear + 1 : thisYear)
      return findMonth(`${year}-${twoDigits(month)}`, portion, today)
    }
    case 'weekend': {
      const saturday = addDays(mondayOf(today), 5 + day.weeks * daysInWeek)
      if (day.side === 'after') return { from: addDays(saturday, 2), until: addDays(saturday, 3) }
      if (day.side === 'before') return notBefore(today, { from: today, until: addDays(saturday, -1) })
      return notBefore(today, { from: saturday, until: addDays(saturday, 1) })
    }
    case 'within':
      return { from: today, until: addDays(today, day.days) }
  }
}

function findWeekday({ weekday, which, weeks }: Extract<DayMeaning, { kind: 'weekday' }>, today: string): string {
  const fromMonday = (weekday + 6) % daysInWeek
  if (which !== 'coming') return addDays(mondayOf(today), fromMonday + (which === 'next' ? daysInWeek : 0))
  const ahead = (weekday - weekdayOf(today) + daysInWeek) % daysInWeek
  return addDays(today, (ahead === 0 ? daysInWeek : ahead) + weeks * daysInWeek)
}

/** A date; when a weekday was said that it is not, one of the two is a mistake. */
function findDate(
  { day, month, year, weekday }: Extract<DayMeaning, { kind: 'date' }>,
  today: string,
): Days | undefined {
  const inYear = (value: number) => existing(`${value}-${twoDigits(month)}-${twoDigits(day)}`)
  const thisYear = Number(today.slice(0, 4))
  const found =
    year !== undefined
      ? inYear(year)
      : // A leap day is at most eight years away.
        Array.from({ length: 9 }, (_unused, ahead) => inYear(thisYear + ahead)).find(
          (each) => each !== undefined && each >= today,
        )
  return found === undefined ? undefined : { ...oneDay(found), isVague: isOther(found, weekday) }
}

function findDayOfMonth(
  { day, weekday }: Extract<DayMeaning, { kind: 'day-of-month' }>,
  today: string,
): Days | undefined {
  const found = [0, 1, 2]
    .map((ahead) => existing(`${addMonths(today, ahead)}-${twoDigits(day)}`))
    .find((each) => each !== undefined && each >= today)
  return found === undefined ? undefined : { ...oneDay(found), isVague: isOther(found, weekday) }
}

function isOther(day: string, weekday: number | undefined): boolean {
  return weekday !== undefined && weekdayOf(day) !== weekday
}

/** @param month `2026-12` */
function findMonth(month: string, portion: Portion | undefined, today: string): Days {
  const lastDay = addDays(`${addMonths(`${month}-01`, 1)}-01`, -1)
  const { first, last } = portion === undefined ? { first: 1, last: 31 } : partsOfMonth[portion]
  const until = `${month}-${twoDigits(last)}`
  return notBefore(today, { from: `${month}-${twoDigits(first)}`, until: until < lastDay ? until : lastDay })
}

function oneDay(day: string): Days {
  return { from: day, until: day }
}

function notBefore(today: string, { from, until }: Days): Days {
  return { from: from < today && today <= until ? today : from, until }
}

function existing(day: string): string | undefined {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : undefined
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** @returns a month, `2026-12` */
function addMonths(day: string, months: number): string {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + months)
  return date.toISOString().slice(0, 7)
}

function mondayOf(day: string): string {
  return addDays(day, -((weekdayOf(day) + 6) % daysInWeek))
}

function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

function minuteOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return hour * 60 + minute
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
