import { readNumber } from './read-number.ts'
import type { Token } from './read-tokens.ts'
import type { SlotLexicon } from './slot-lexicon.ts'
import type { DayPart } from './slots.ts'

/** A time as it was said, before it is known whether it is in the morning or the afternoon. */
export interface FoundTime {
  hour: number
  minute: number
  /** True when the hours can only be read as those of a whole day: 14.00, 03:00. */
  is24Hours: boolean
  /** True when nothing else is written so; "3 uur" and "3" can also be how long, or how many. */
  isSure: boolean
  /** True when a word for hours stands with it. */
  hasUnit: boolean
  end: number
}

const quarterMinutes = 15
/** Without part of the day these hours are in the afternoon: nobody is called at three at night. */
const afternoonHours = { from: 1, to: 6 }

/**
 * Reads a time of the clock: "9.30 uur", "9u30", "half drie", "kwart voor vier", "tien over drie", "5 voor half 3", "3 uur".
 * @param tokens see `readTokens`
 * @param at where it must begin
 * @param lexicon of the language
 */
export function readTime(tokens: readonly Token[], at: number, lexicon: SlotLexicon): FoundTime | undefined {
  return (
    readWritten(tokens, at, lexicon) ??
    readHalf(tokens, at, lexicon) ??
    readBeside(tokens, at, lexicon) ??
    readHour(tokens, at, lexicon)
  )
}

/** "9.30", "9:30 uur", "14.00". */
function readWritten(tokens: readonly Token[], at: number, lexicon: SlotLexicon): FoundTime | undefined {
  const token = tokens[at]
  const match = /^(\d{1,2})([.:])(\d{2})$/.exec(token?.text ?? '')
  if (match === null) return undefined
  const [, hours = '', sign, minutes = ''] = match
  const hour = Number(hours)
  const minute = Number(minutes)
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return undefined
  const unit = findHourUnit(tokens, at + 1, lexicon)
  const is24Hours = hour > 12 || hour === 0 || (hours.length === 2 && hours.startsWith('0'))
  return {
    hour,
    minute,
    is24Hours,
    isSure: sign === ':' || unit !== undefined,
    hasUnit: unit !== undefined,
    end: unit ?? at + 1,
  }
}

/** "half drie", "half past two". */
function readHalf(tokens: readonly Token[], at: number, lexicon: SlotLexicon): FoundTime | undefined {
  const half = lexicon.is.half.find(tokens, at)
  const named = half && readClockHour(tokens, half.end, lexicon)
  if (named === undefined) return undefined
  const hour = lexicon.halfIsBefore ? (named.hour + 11) % 12 || 12 : named.hour
  return {
    hour,
    minute: 30,
    is24Hours: false,
    isSure: true,
    hasUnit: false,
    end: skipHourUnit(tokens, named.end, lexicon),
  }
}

/** "kwart voor vier", "tien over drie", "5 voor half 3". */
function readBeside(tokens: readonly Token[], at: number, lexicon: SlotLexicon): FoundTime | undefined {
  const { is, numbers } = lexicon
  const quarter = is.quarter.find(tokens, at)
  const beside = quarter ? { value: quarterMinutes, end: quarter.end } : readNumber(tokens, at, numbers)
  if (beside === undefined || !Number.isInteger(beside.value) || beside.value > 29) return undefined
  const isBefore = is.toHour.has(tokens[beside.end])
  if (!isBefore && !is.pastHour.has(tokens[beside.end])) return undefined
  const named = readHalf(tokens, beside.end + 1, lexicon) ?? readNamedHour(tokens, beside.end + 1, lexicon)
  if (named === undefined) return undefined
  const total = (named.hour % 12) * 60 + named.minute + (isBefore ? -beside.value : beside.value)
  const minuteOfHalfDay = (total + 12 * 60) % (12 * 60)
  const hour = Math.floor(minuteOfHalfDay / 60)
  return { ...named, hour: hour === 0 ? 12 : hour, minute: minuteOfHalfDay % 60 }
}

function readNamedHour(tokens: readonly Token[], at: number, lexicon: SlotLexicon): FoundTime | undefined {
  const named = readClockHour(tokens, at, lexicon)
  if (named === undefined) return undefined
  const end = skipHourUnit(tokens, named.end, lexicon)
  return { hour: named.hour, minute: 0, is24Hours: false, isSure: true, hasUnit: end > named.end, end }
}

/** "3 uur", "9u30", "15u", or a bare number. */
function readHour(tokens: readonly Token[], at: number, lexicon: SlotLexicon): FoundTime | undefined {
  const number = readNumber(tokens, at, lexicon.numbers)
  if (number === undefined || !Number.isInteger(number.value) || number.value > 24) return undefined
  const unit = findHourUnit(tokens, number.end, lexicon)
  const minutes = unit === undefined ? undefined : readMinutes(tokens, unit)
  return {
    hour: number.value,
    minute: minutes ?? 0,
    is24Hours: number.value > 12 || number.value === 0,
    isSure: minutes !== undefined,
    hasUnit: unit !== undefined,
    end: unit === undefined ? number.end : minutes === undefined ? unit : unit + 1,
  }
}

/** The minutes that are written on to the word for hours: "9u30". */
function readMinutes(tokens: readonly Token[], at: number): number | undefined {
  const [before, minutes] = [tokens[at - 1], tokens[at]]
  const isJoined = minutes !== undefined && minutes.start === before?.end && /^[0-5]\d$/.test(minutes.text)
  return isJoined ? Number(minutes.text) : undefined
}

/** A whole hour from 1 to 12. */
function readClockHour(
  tokens: readonly Token[],
  at: number,
  { numbers }: SlotLexicon,
): { hour: number; end: number } | undefined {
  const number = readNumber(tokens, at, numbers)
  if (number === undefined || !Number.isInteger(number.value)) return undefined
  return number.value >= 1 && number.value <= 12 ? { hour: number.value, end: number.end } : undefined
}

function findHourUnit(tokens: readonly Token[], at: number, { is }: SlotLexicon): number | undefined {
  return is.clockUnit.find(tokens, at)?.end
}

function skipHourUnit(tokens: readonly Token[], at: number, lexicon: SlotLexicon): number {
  return findHourUnit(tokens, at, lexicon) ?? at
}

/**
 * Works out the minute of the day.
 * @param time as it was said
 * @param part part of the day that was said with it; without one, hours 1 to 6 are in the afternoon
 * @returns minutes after midnight, 0 to 1,439
 * Source: dossier on language and time, §5.2.
 */
export function minuteOfDay(time: Pick<FoundTime, 'hour' | 'minute' | 'is24Hours'>, part: DayPart | undefined): number {
  const hour = time.is24Hours ? time.hour % 24 : toWholeDay(time.hour, part)
  return hour * 60 + time.minute
}

function toWholeDay(hour: number, part: DayPart | undefined): number {
  switch (part) {
    case 'morning':
      return hour % 12 === 0 ? 12 : hour
    case 'afternoon':
    case 'evening':
      return hour === 12 ? (part === 'evening' ? 0 : 12) : hour + 12
    case 'night':
      return hour === 12 ? 0 : hour >= 10 ? hour + 12 : hour
    default:
      return hour >= afternoonHours.from && hour <= afternoonHours.to ? hour + 12 : hour
  }
}
