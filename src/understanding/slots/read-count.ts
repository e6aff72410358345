import type { Found } from './phrase-table.ts'
import { readNumber } from './read-number.ts'
import type { Token } from './read-tokens.ts'
import type { SlotLexicon } from './slot-lexicon.ts'

/** What "een paar" means at least and at most. */
const few = { least: 2, most: 5 }

/** A number, or two with everything between them. */
export interface Range {
  from: number
  to: number
  isEstimate: boolean
}

/** "12", "8 tot 12", "van 8 naar 16", "tussen 8 en 12", "een paar". */
export function findRange(
  tokens: readonly Token[],
  at: number,
  { is, numbers, unit }: SlotLexicon,
  isAsked = false,
): Found<Range> | undefined {
  const some = is.few.find(tokens, at)
  if (some) return { value: { from: few.least, to: few.most, isEstimate: true }, end: some.end }
  if (isClockTime(tokens[at])) return undefined
  const first = readNumber(tokens, at, numbers)
  if (first === undefined) return undefined
  const alone = { value: { from: first.value, to: first.value, isEstimate: false }, end: first.end }
  // "8 uur naar 16 uur" repeats the unit.
  const joinAt = unit.find(tokens, first.end)?.value === 'hour' ? first.end + 1 : first.end
  const join = findJoin(tokens, joinAt, is)
  const second = join === undefined ? undefined : readNumber(tokens, join, numbers)
  if (second === undefined || isClockTime(tokens[second.end - 1])) return alone
  const isAscending = second.value > first.value
  const isCounted = unit.find(tokens, second.end) !== undefined || is.workParts.find(tokens, second.end) !== undefined
  if (!isCounted && !isAsked) return alone
  const [from, to] = isAscending ? [first.value, second.value] : [second.value, first.value]
  return { value: { from, to, isEstimate: false }, end: second.end }
}

function findJoin(tokens: readonly Token[], at: number, is: SlotLexicon['is']): number | undefined {
  if (tokens[at]?.text === '-' || tokens[at]?.text === '–' || tokens[at]?.text === '/') return at + 1
  return is.rangeJoin.find(tokens, at)?.end
}

/** "een uurtje of 10", "uur of twaalf": the unit stands before the number. */
export function findAbout(
  tokens: readonly Token[],
  at: number,
  { unit, numbers }: SlotLexicon,
): Found<Range & { isUnitRead: true }> | undefined {
  const unitAt = readNumber(tokens, at, numbers)?.value === 1 ? at + 1 : at
  const hour = unit.find(tokens, unitAt)
  if (hour?.value !== 'hour' || tokens[hour.end]?.text !== 'of') return undefined
  const number = readNumber(tokens, hour.end + 1, numbers)
  if (number === undefined) return undefined
  return { value: { from: number.value, to: number.value, isEstimate: true, isUnitRead: true }, end: number.end }
}

/** "per week", "in de week", "p/w", "per dag". */
export function readPer(
  tokens: readonly Token[],
  at: number,
  { is, unit }: SlotLexicon,
): Found<'week' | 'day' | 'month'> | undefined {
  if (is.perWeek.has(tokens[at])) return { value: 'week', end: at + 1 }
  const hasSlash = tokens[at]?.text === '/'
  const per = hasSlash ? { end: at + 1 } : is.per.find(tokens, at)
  if (per === undefined) return undefined
  const unitAt = /^[./]$/.test(tokens[per.end]?.text ?? '') ? per.end + 1 : per.end
  const counted = unit.find(tokens, unitAt)
  if (counted?.value !== 'week' && counted?.value !== 'day' && counted?.value !== 'month') return undefined
  return { value: counted.value, end: counted.end }
}

/** "12.00" and "12:00" are times; "7,5" is a number. */
function isClockTime(token: Token | undefined): boolean {
  return token !== undefined && /^(?:[01]?\d|2[0-4])[.:][0-5]\d$/.test(token.text)
}

/** "over 2 uur", "al 3 dagen"; but "een baan voor 12 uur" is work. */
export function isWaiting(tokens: readonly Token[], at: number, { is }: SlotLexicon): boolean {
  const waiting = is.waitingWords.findBefore(tokens, at)
  return waiting !== undefined && !is.working.has(tokens[waiting.end - 1])
}
