import type { RedactedKind } from '../conversation/dialog-files/phrases-file.ts'
import {
  findAddresses,
  findLivedAt,
  findLongAddresses,
  findSmallAddresses,
  findSmallLivedAt,
} from './redaction/find-addresses.ts'
import { findCards, findIbans } from './redaction/find-bank-numbers.ts'
import { findBirthDates } from './redaction/find-birth-dates.ts'
import { findBsns } from './redaction/find-bsns.ts'
import { findAskedEmail, findEmails, findSpelledEmails } from './redaction/find-emails.ts'
import { findCalled, findIAm, findIntroduced, findSigned, findTitled } from './redaction/find-names.ts'
import {
  findAlmostPhones,
  findAskedPhone,
  findDutchPhones,
  findForeignPhones,
  findNamedPhones,
} from './redaction/find-phones.ts'
import { findPostcodes } from './redaction/find-postcodes.ts'
import { findBareReferences, findDocuments, findPlates, findReferences } from './redaction/find-references.ts'
import { dealWith, findMatches, plainOf, type Span } from './redaction/span.ts'

/** What stands in the place of what was taken out, without its brackets. */
export type RedactionMarks = Readonly<Record<RedactedKind, string>>

/** A text that may be kept. */
export interface Redacted {
  text: string
  /** What was taken out, each kind once, in the order of the text. */
  found: readonly RedactedKind[]
}

type Rule = readonly [kind: RedactedKind | 'kept', find: (plain: string) => Span[]]

/** Only where no digit stands near: inside a longer number "113" is a part of that number. */
const helpNumber =
  /(?<!\d[ .-]{0,3})(?:112|113)(?![ .-]{0,3}\d)|(?<!\d[ .-]?)(?:0800[ -]?0113|0800[ -]?2000|0800[ -]?0188|0800[ -]?1205|0900[ -]?0101|0900[ -]?8844|088[ -]?0767[ -]?000)(?![ .-]?\d)/g

/**
 * In this order: a phone number that is taken for a burgerservicenummer leaves digits behind, and so does an e-mail
 * address in which a number was found first.
 */
const rules: readonly Rule[] = [
  ['kept', (plain) => findMatches(helpNumber, plain)],
  ['email', findEmails],
  ['email', findSpelledEmails],
  ['iban', findIbans],
  ['card', findCards],
  ['phone', findDutchPhones],
  ['bsn', findBsns],
  ['phone', findAlmostPhones],
  ['phone', findForeignPhones],
  ['number', findReferences],
  ['number', findBareReferences],
  ['number', findPlates],
  ['phone', findNamedPhones],
  ['address', findAddresses],
  ['address', findSmallAddresses],
  ['address', findLongAddresses],
  ['address', findLivedAt],
  ['address', findSmallLivedAt],
  ['postcode', findPostcodes],
  ['date', findBirthDates],
  ['document', findDocuments],
  ['name', findIntroduced],
  ['name', findCalled],
  ['name', findTitled],
  ['name', findIAm],
  ['name', findSigned],
]

const fieldRules: Readonly<Record<'phone' | 'email', Rule>> = {
  phone: ['phone', findAskedPhone],
  email: ['email', findAskedEmail],
}

/** What is taken out can lay bare what stood against it; more often than this only in a text made for it. */
const maxRounds = 20

/**
 * Takes personal data out of what a person typed, and puts a mark such as `[telefoonnummer]` in its place. Help numbers,
 * names of places, amounts, hours and dates that are no date of birth stay. Pure, and the same when done twice. What is left
 * may still tell who somebody is, so that it is never called anonymous.
 * Source: the dossier "veilig en taal", §5.4.
 * @param text as typed, of any length
 * @param marks word for each kind
 * @param field set where a phone number or an e-mail address was asked for: then one that is not right is taken out too
 */
export function redact(text: string, marks: RedactionMarks, field?: 'phone' | 'email'): Redacted {
  const applied = field === undefined ? rules : [...rules, fieldRules[field]]
  const spans: (Span & { kind: Rule[0] })[] = findMarks(text, marks)
  let plain = dealWith(plainOf(text), spans)
  for (let round = 0, isNew = true; isNew && round < maxRounds; round += 1) {
    isNew = false
    for (const [kind, find] of applied) {
      const found = find(plain)
      if (found.length === 0) continue
      plain = dealWith(plain, found)
      spans.push(...found.map((span) => ({ ...span, kind })))
      isNew = true
    }
  }
  return write(text, spans, marks)
}

/** Marks that stand in it already, of this function or typed: they are no part of anything. */
function findMarks(text: string, marks: RedactionMarks): (Span & { kind: 'kept' })[] {
  if (!text.includes('[')) return []
  const words = new Set(Object.values(marks))
  return [...text.matchAll(/\[([^[\]]{1,40})\]/g)].flatMap(({ index, 0: mark, 1: word = '' }) =>
    words.has(word) ? [{ start: index, end: index + mark.length, kind: 'kept' as const }] : [],
  )
}

function write(text: string, spans: (Span & { kind: Rule[0] })[], marks: RedactionMarks): Redacted {
  const found = new Set<RedactedKind>()
  let result = ''
  let from = 0
  for (const { start, end, kind } of spans.sort((one, other) => one.start - other.start)) {
    result += text.slice(from, start)
    result += kind === 'kept' ? text.slice(start, end) : `[${marks[kind]}]`
    from = end
    if (kind !== 'kept') found.add(kind)
  }
  return { text: result + text.slice(from), found: [...found] }
}
