import type { HolidayName } from '../conversation/dialog-files/region-file.ts'

/**
 * Gives the date of every holiday in a year. Two may fall on one day (Hemelvaartsdag on 5 May).
 * @param year four digits, 1583 or later
 * @returns name -> date as `2026-12-31`
 * Source: Algemene termijnenwet art. 3; Koningsdag moves to the 26th when the 27th is a Sunday.
 */
export function holidaysOf(year: number): Record<HolidayName, string> {
  const easter = easterSunday(year)
  const fromEaster = (days: number) => isoDate(addDays(easter, days))
  const kingsBirthday = utcDay(year, 4, 27)
  return {
    nieuwjaarsdag: `${year}-01-01`,
    'goede-vrijdag': fromEaster(-2),
    'tweede-paasdag': fromEaster(1),
    koningsdag: isoDate(kingsBirthday.getUTCDay() === 0 ? addDays(kingsBirthday, -1) : kingsBirthday),
    bevrijdingsdag: `${year}-05-05`,
    hemelvaartsdag: fromEaster(39),
    hemelvaartsvrijdag: fromEaster(40),
    'tweede-pinksterdag': fromEaster(50),
    'eerste-kerstdag': `${year}-12-25`,
    'tweede-kerstdag': `${year}-12-26`,
    oudejaarsdag: `${year}-12-31`,
  }
}

/**
 * Tells whether a day is one of the holidays that count.
 * @param date calendar day, `2026-12-31`
 * @param names holidays that count; a name that is no holiday never matches
 */
export function isHoliday(date: string, names: readonly string[]): boolean {
  const holidays: Record<string, string> = holidaysOf(Number(date.slice(0, 4)))
  return names.some((name) => holidays[name] === date)
}

/** Easter Sunday by the Gregorian rule (Meeus, Jones and Butcher). The letters are those of the rule. */
function easterSunday(year: number): Date {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const dayCount = h + l - 7 * m + 114
  return utcDay(year, Math.floor(dayCount / 31), (dayCount % 31) + 1)
}

function utcDay(year: number, month: number, day: number): Date {
  return new Date(Date.UTC(year, month - 1, day))
}

function addDays(day: Date, days: number): Date {
  return new Date(day.getTime() + days * 86_400_000)
}

function isoDate(day: Date): string {
  return day.toISOString().slice(0, 10)
}
