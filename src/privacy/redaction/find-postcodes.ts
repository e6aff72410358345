import { houseNumber } from './find-addresses.ts'
import { after, before, dealtWith, findMatches, type Span, unseen } from './span.ts'
import { isAmount } from './tell-moments.ts'

const letters = new RegExp(`^[1-9]\\d{3}[ ${unseen}]{0,2}(?<letters>[A-Za-z]{2})`)
const postcode = new RegExp(
  `(?<![\\p{L}\\d.,])[1-9]\\d{3}[ ${unseen}]{0,2}[A-Za-z]{2}(?![\\p{L}\\d])(?<house>[ ,\\n]{1,3}${houseNumber})?`,
  'gu',
)
/** Never given out, or what an amount is counted in. */
const noPostcode = /^(?:s[ads]|eu|k[mgjbw]|[cm][mlgb]|gb|[ap]m)$/i
/** Small words of two letters, which stand after a year or an amount more often than in a postcode. */
const smallWord =
  /^(?:aan|al|af|as|at|be|bv|by|da|de|do|dr|ed|eh|en|er|go|he|ie|if|ik|in|is|it|ja|je|jl|ma|me|mn|mw|my|na|no|nr|nu|of|oh|om|on|op|or|pp|sn|so|te|to|up|ur|uu|we|wo|za|ze|zo)$/i
const postcodeWord = /(?<!\p{L})(?:postcode|pc|zip|postal code)(?: is|:)? ?$/iu

/**
 * Finds postcodes, with the house number when it follows. In small letters only where it does, or where it is called one.
 * Source: the dossier "veilig en taal", §5.4; "1000 km", "2400 uur" and "2026 in" are none.
 */
export function findPostcodes(plain: string): Span[] {
  const isShouting = !/\p{Ll}/u.test(plain) && /\p{Lu}{3}/u.test(plain)
  return findMatches(postcode, plain, (match, span) => {
    const found = letters.exec(match[0])
    const pair = found?.groups?.letters ?? ''
    if (noPostcode.test(pair)) return false
    const end = span.start + (found?.[0].length ?? 0)
    const isCounted = match.groups?.house !== undefined && isAmount(plain, span)
    const hasHouse = match.groups?.house !== undefined && !isCounted
    const isSmallWord = smallWord.test(pair)
    const isSure = /^[A-Z]{2}$/.test(pair) && !(isShouting && isSmallWord)
    const isNamed = postcodeWord.test(before(plain, span.start, 20)) || isBehindAddress(plain, span.start)
    if (!isSure && !isNamed && !(hasHouse && !(isSmallWord && / /.test(found?.[0] ?? '')))) return false
    return hasHouse && !isContinued(plain, span.end) ? span.end : end
  })
}

/** Behind a street that was found, whatever the case of its letters. */
function isBehindAddress(plain: string, at: number): boolean {
  const near = plain.slice(Math.max(0, at - 4), at)
  return near.trimEnd().replace(/,$/, '').endsWith(dealtWith)
}

/** "7511 AB 12.30" holds a time, no house. */
function isContinued(plain: string, at: number): boolean {
  return /^[.:,]\d/.test(after(plain, at, 2))
}
