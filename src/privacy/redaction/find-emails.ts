import { dealtWith, findMatches, type Span } from './span.ts'

const at = '(?: ?@ ?| ?[([]at[)\\]] ?)'
const address = new RegExp(`[\\p{L}\\d._%+-]{1,64}${at}[\\p{L}\\d-]{1,63}(?:\\.[\\p{L}\\d-]{1,63}){0,5}`, 'giu')
const spelledOut =
  /[\p{L}\d._%+-]{1,64} (?:apenstaartje|apenstaart) [\p{L}\d.-]{1,63}(?: (?:punt|dot) \p{L}{2,20}){0,3}/giu

/**
 * Finds e-mail addresses, also those that are spelled out or not whole.
 * @param plain a text of `plainOf`
 */
export function findEmails(plain: string): Span[] {
  return /@|[([]at[)\]]/i.test(plain) ? findMatches(address, plain) : []
}

/** Finds addresses in which the sign itself is a word. */
export function findSpelledEmails(plain: string): Span[] {
  return /apenstaart/i.test(plain) ? findMatches(spelledOut, plain) : []
}

const anyWithAt = new RegExp(`[^\\s@${dealtWith}]{0,64}@[^\\s${dealtWith}]{0,254}`, 'g')

/** Finds whatever was typed as an e-mail address where one is asked for, right or not. */
export function findAskedEmail(plain: string): Span[] {
  return plain.includes('@') ? findMatches(anyWithAt, plain) : []
}
