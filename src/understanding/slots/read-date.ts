import type { Found } from './phrase-table.ts'
import { readNumber } from './read-number.ts'
import { isBreak, isDigits, type Token } from './read-tokens.ts'
import type { SlotLexicon } from './slot-lexicon.ts'
import type { DayMeaning, DayPart } from './slots.ts'

/** A day that was named, with the part of the day when it is in the same word. */
export interface FoundDay {
  day: DayMeaning
  part?: DayPart | undefined
  /** True when it gives no one day, or can be meant in two ways. */
  isVague: boolean
  end: number
}

/** Behind a number: 2e, 2de, 2nd. */
const ordinalEndings = /^(?:e|de|ste|st|nd|rd|th)$/
/** An earlier year is a day of birth, not a moment to meet. */
const firstYear = 2020

/** "2 december", "2 dec 2026", "2-12", "2/12/2026", "2026-12-02", "op de 15e". */
export function readDate(tokens: readonly Token[], at: number, lexicon: SlotLexicon): FoundDay | undefined {
  const number = readNumber(tokens, at, lexicon.numbers)
  if (number === undefined) return readMonthFirst(tokens, at, lexicon)
  if (!Number.isInteger(number.value)) return undefined
  const isOrdinal = ordinalEndings.test(tokens[number.end]?.text ?? '')
  const wordEnd = isOrdinal ? number.end + 1 : number.end
  const month = lexicon.month.find(tokens, lexicon.is.articles.has(tokens[wordEnd]) ? wordEnd + 1 : wordEnd)
  if (month) {
    const year = readYear(tokens, month.end)
    return toDate({ day: number.value, month: month.value, year: year?.value }, year?.end ?? month.end)
  }
  if (isOrdinal && tokens[at - 1]?.text === 'de' && isBreak(tokens[wordEnd]) && isDay(number.value, 12)) {
    return { day: { kind: 'day-of-month', day: number.value }, isVague: false, end: wordEnd }
  }
  return readNumericDate(tokens, at, lexicon)
}

/** "December 2nd", as in English. */
function readMonthFirst(
  tokens: readonly Token[],
  at: number,
  { month, numbers, unit }: SlotLexicon,
): FoundDay | undefined {
  const named = month.find(tokens, at)
  const number = named && readNumber(tokens, named.end, numbers)
  if (named === undefined || number === undefined || !Number.isInteger(number.value)) return undefined
  const end = ordinalEndings.test(tokens[number.end]?.text ?? '') ? number.end + 1 : number.end
  if (unit.find(tokens, end)) return undefined
  const year = readYear(tokens, end)
  return toDate({ day: number.value, month: named.value, year: year?.value }, year?.end ?? end)
}

function readNumericDate(tokens: readonly Token[], at: number, { unit, is }: SlotLexicon): FoundDay | undefined {
  const [first, sign, second, again, third] = tokens.slice(at, at + 5)
  if (!isDigits(first) || !isDigits(second) || sign === undefined || !/^[-/]$/.test(sign.text)) return undefined
  if (first.end !== sign.start || sign.end !== second.start) return undefined
  const hasThird = again?.text === sign.text && isDigits(third) && again.end === third.start
  const numbers = [first, second, ...(hasThird ? [third] : [])].map(({ text }) => Number(text))
  if (numbers.some((value) => !Number.isInteger(value))) return undefined
  const end = at + (hasThird ? 5 : 3)
  const [one = 0, two = 0, three] = numbers
  if (first.text.length === 4 && three !== undefined) return toDate({ day: three, month: two, year: one }, end)
  // "2-3 dagen", "8-12 uur" and "24/7" are no dates, and "1/2" is a half.
  const isCounted = unit.find(tokens, end) !== undefined || is.workParts.find(tokens, end) !== undefined
  if (isCounted || is.times.find(tokens, end) || (sign.text === '/' && three === undefined && isFraction(one, two)))
    return undefined
  return toDate({ day: one, month: two, year: three === undefined || three > 99 ? three : 2000 + three }, end)
}

function isFraction(one: number, two: number): boolean {
  return one < two ? two <= 4 : one === two || (one === 24 && two === 7)
}

export function readYear(tokens: readonly Token[], at: number): Found<number> | undefined {
  const text = tokens[at]?.text ?? ''
  return /^20[2-9]\d$/.test(text) ? { value: Number(text), end: at + 1 } : undefined
}

function toDate(
  { day, month, year }: { day: number; month: number; year: number | undefined },
  end: number,
): FoundDay | undefined {
  if (!isDay(day, month) || (year !== undefined && year < firstYear)) return undefined
  return { day: { kind: 'date', day, month, ...(year === undefined ? {} : { year }) }, isVague: false, end }
}

function isDay(day: number, month: number): boolean {
  const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  return days !== undefined && day >= 1 && day <= days
}
