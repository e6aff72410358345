import { before, betweenDigits, findMatches, type Span } from './span.ts'
import { beginsAsMoment, isAmount, isMoment } from './tell-moments.ts'

const gap = `[${betweenDigits}()]{0,3}`
/** Not the minutes of a time: in "9.00-12.00" no number begins with 00. */
const abroad = '(?:\\+|(?<!\\d[.:,])00)'

/** Ten digits, or +31 and nine. The 0 that many write after +31 is allowed, also between brackets. */
const dutch = new RegExp(
  `(?<!\\d)(?:${abroad}${gap}3${gap}1${gap}(?:0${gap})?|\\(?0${gap})[1-9](?:${gap}\\d){8}(?!\\d)`,
  'g',
)
/** A mobile number with a digit too few or too many, or with 31 and no +. */
const almostDutch = new RegExp(
  `(?<!\\d)0${gap}6(?:[${betweenDigits}]?\\d){7,9}(?!\\d)|(?<![\\d+])31[ .-]?6(?:[ .-]?\\d){8}(?!\\d)`,
  'g',
)
const foreign = new RegExp(`(?<!\\d)${abroad}${gap}[1-9](?:${gap}\\d){8,13}(?!\\d)`, 'g')
const anyNumber = new RegExp(
  `(?<!\\d[${betweenDigits}()]{0,2})\\(?\\d(?:[${betweenDigits}()]{0,2}\\d){6,14}(?!\\d)`,
  'g',
)
const phoneWord =
  /(?<!\p{L})(?:tel|telefoon|telefoonnummer|telnr|mobiel|mobieltje|06-nummer|nummer|whatsapp|app|bel|bellen|bereikbaar|phone|mobile|number|call)(?!\p{L})/iu
const phoneWordWithin = 24
/** Numbers of organisations; nobody lives behind them. */
const publicNumber = /^(?:0800|090[069])\D?(?:\d{4}|\d{7})$/

/**
 * Finds Dutch phone numbers with anything between their digits.
 * Source: the dossier "veilig en taal", §5.4.
 * @param plain a text of `plainOf`
 */
export function findDutchPhones(plain: string): Span[] {
  return findMatches(dutch, plain, (_, span) => !isMoment(plain, span))
}

/** Finds what is almost a Dutch mobile number: a digit too few or too many, or 31 without a +. */
export function findAlmostPhones(plain: string): Span[] {
  return findMatches(almostDutch, plain, (_, span) => !isMoment(plain, span))
}

/** Finds phone numbers of other countries. */
export function findForeignPhones(plain: string): Span[] {
  return findMatches(foreign, plain, (_, span) => !isMoment(plain, span))
}

/** Finds seven digits or more that are called a phone number. */
export function findNamedPhones(plain: string): Span[] {
  if (!phoneWord.test(plain)) return []
  return findMatches(anyNumber, plain, (_, span) => {
    const isNamed = phoneWord.test(before(plain, span.start, phoneWordWithin))
    if (!isNamed || publicNumber.test(plain.slice(span.start, span.end))) return false
    return !beginsAsMoment(plain, span) && !isMoment(plain, span) && !isAmount(plain, span)
  })
}

const anyDigits = new RegExp(`\\+?\\(?\\d(?:[${betweenDigits}()]{0,3}\\d){3,30}`, 'g')

/** Finds whatever was typed as a phone number where one is asked for, right or not. */
export function findAskedPhone(plain: string): Span[] {
  return findMatches(anyDigits, plain)
}
