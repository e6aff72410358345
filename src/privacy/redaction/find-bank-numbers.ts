import { passesLuhn, passesMod97 } from './check-digits.ts'
import { betweenDigits, findMatches, type Span } from './span.ts'
import { isMoment } from './tell-moments.ts'

const gap = `[${betweenDigits}]{0,3}`

/** Also with a digit too few or too many, so that a typing error does not let it through. */
const dutchIban = new RegExp(`N${gap}L${gap}\\d${gap}\\d(?:${gap}[A-Z]){4}(?:${gap}\\d){8,10}\\d{0,2}(?!\\d)`, 'gi')

const ibanStart = /(?<![A-Z0-9])[A-Z]{2}\d\d(?=[ .-]?[A-Z0-9])/gi
const ibanLength = { least: 15, most: 34 }
/** Words have none or few. */
const leastIbanDigits = 8

const card = /(?<![\d+])[2-6](?:[ -]?\d){12,18}(?![ -]?\d)/g

/**
 * Finds IBANs: Dutch ones by their form, right or not; others when their check digits are right.
 * @param plain a text of `plainOf`
 */
export function findIbans(plain: string): Span[] {
  const dutch = findMatches(dutchIban, plain)
  const foreign = findMatches(ibanStart, plain, (match) => findIbanEnd(plain, match.index) ?? false)
  return dutch.length === 0
    ? foreign
    : [...dutch, ...foreign.filter((span) => !dutch.some(overlaps(span)))].sort(inOrder)
}

/** Where an IBAN that begins here ends: the longest one that is right and stops where a group does. */
function findIbanEnd(plain: string, start: number): number | undefined {
  let iban = ''
  let found: number | undefined
  for (let at = start; iban.length <= ibanLength.most; at += 1) {
    const char = plain[at] ?? ''
    const isInside = /[a-z0-9]/i.test(char)
    if (!isInside && iban.length >= ibanLength.least && /[a-z0-9]/i.test(plain[at - 1] ?? '') && isIban(iban))
      found = at
    if (isInside) iban += char
    else if (!/[ .-]/.test(char) || !/[a-z0-9]/i.test(plain[at + 1] ?? '')) return found
  }
  return found
}

function isIban(iban: string): boolean {
  return iban.replace(/\D/g, '').length >= leastIbanDigits && passesMod97(iban)
}

/** Finds numbers of bank cards: 13 to 19 digits that pass the Luhn test. */
export function findCards(plain: string): Span[] {
  return findMatches(card, plain, ([digits], span) => passesLuhn(digits.replace(/\D/g, '')) && !isMoment(plain, span))
}

function overlaps(span: Span): (other: Span) => boolean {
  return ({ start, end }) => start < span.end && end > span.start
}

function inOrder(one: Span, other: Span): number {
  return one.start - other.start
}
