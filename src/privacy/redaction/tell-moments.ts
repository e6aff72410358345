import { after, before, type Span } from './span.ts'

const day = '(?:0?[1-9]|[12]\\d|3[01])'
const month = '(?:0?[1-9]|1[0-2])'
const time = '[0-2]?\\d[.:][0-5][05]'
/** A date of our days: one of long ago is more likely to be a part of a number. */
const dateOfNow = (sign: string) =>
  `(?:${day}(?<${sign}>[-/.])${month}\\k<${sign}>20(?:1[3-9]|[23]\\d)|20(?:1[3-9]|[23]\\d)-${month}-${day})`

const anyDate = new RegExp(
  `(?<!\\d)(?:${day}([-/. ])${month}\\1(?:19|20)\\d\\d|(?:19|20)\\d\\d-${month}-${day})(?!\\d)`,
  'g',
)
/** Longest date. */
const dateLength = 10

/** What somebody writes about when: a date and a time, from … to …, a time and a date. */
const moments = new RegExp(
  [
    `${dateOfNow('one')} \\d{1,2}(?:[.:][0-5][05])?(?!\\d)`,
    `${day}-${month}-2\\d ${time}(?!\\d)`,
    `${time} ?- ?${time}(?: \\d{1,2})?(?!\\d)`,
    `${time} ${dateOfNow('two')}(?!\\d)`,
  ].join('|'),
  'y',
)

/**
 * Tells whether digits in a row are a date with a time, or begin in the middle of a date: in "5-06-2026 10.30" ten digits
 * from the 0 on look like a phone number.
 * @param plain the text
 * @param span the digits
 */
export function isMoment(plain: string, { start, end }: Span): boolean {
  moments.lastIndex = start
  const found = moments.exec(plain)
  if (found !== null && start + found[0].length >= end) return true
  const from = Math.max(0, start - dateLength)
  return [...plain.slice(from, start + dateLength).matchAll(anyDate)].some(({ index, 0: date }) => {
    const at = from + index
    return at < start && at + date.length > start
  })
}

const moment = new RegExp(`(?:${anyDate.source}|${time} ?- ?${time}(?!\\d))`, 'y')

/** Tells whether digits begin as a date, or as from … to …, whatever follows. */
export function beginsAsMoment(plain: string, { start }: Span): boolean {
  moment.lastIndex = start
  return moment.test(plain)
}

const unitAfter =
  /^ ?(?:uur|uren|dagen|dag|weken|week|maanden|maand|jaar|jaren|keer|euro|eur|minuten|procent|km|kilo|kg|hours?|days?|weeks?|months?|years?|times)(?!\p{L})|^ ?[€%]/iu
const moneyBefore = /(?:€|\beuro|\beur) ?$/iu

/** Tells whether a number is followed by what it counts, or preceded by €: "12 uur", "€ 1.200". */
export function isAmount(plain: string, { start, end }: Span): boolean {
  return unitAfter.test(after(plain, end, 10)) || moneyBefore.test(before(plain, start, 6))
}
