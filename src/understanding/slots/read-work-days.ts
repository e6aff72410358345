import type { Found } from './phrase-table.ts'
import { isWaiting, type Range, readPer } from './read-count.ts'
import { readNumber } from './read-number.ts'
import type { Token } from './read-tokens.ts'
import type { SlotLexicon } from './slot-lexicon.ts'
import type { HoursMention } from './slots.ts'

/** Hours in a part of a day, and in a day of work. */
const hoursIn = { part: 4, day: 8 }
const daysInWeek = 5

/** Hours found in the tokens from `at` up to but not including `end`. */
export interface FoundHours extends Range {
  per: HoursMention['per']
  at: number
  end: number
}

/** Something that was counted, with the words from `at` up to but not including `end`. */
export interface Counted {
  range: Range
  at: number
  end: number
}

/** "halve dagen", without a number: half of every day of work. */
export function findHalfDays(tokens: readonly Token[], at: number, { is }: SlotLexicon): FoundHours | undefined {
  const halfDays = is.halfDays.find(tokens, at)
  if (halfDays === undefined || is.every.has(tokens[at - 1])) return undefined
  const hours = hoursIn.part * daysInWeek
  return { from: hours, to: hours, isEstimate: true, per: 'week', at, end: halfDays.end }
}

/** "2 dagdelen", "2 ochtenden van 3 uur". */
export function findParts(tokens: readonly Token[], counted: Counted, lexicon: SlotLexicon): FoundHours | undefined {
  const each = readEach(tokens, counted.end, lexicon)
  if (each) return multiply(counted, each)
  const per = readPer(tokens, counted.end, lexicon)
  // "Een ochtend" is as often a moment as a part of a week.
  if (counted.range.to === 1 && per === undefined) return undefined
  return { ...scale(counted.range, hoursIn.part), per: 'week', at: counted.at, end: per?.end ?? counted.end }
}

/** "3 keer 4 uur", "2 x 4 uur", "3 keer per week 4 uur". */
export function findTimes(tokens: readonly Token[], counted: Counted, lexicon: SlotLexicon): FoundHours | undefined {
  const per = readPer(tokens, counted.end, lexicon)
  const each = readEach(tokens, per?.end ?? counted.end, lexicon) ?? readPart(tokens, per?.end ?? counted.end, lexicon)
  return each && multiply(counted, each)
}

/** "3 dagen van 4 uur", "2 dagen per week"; days alone are too often something else. */
export function findDays(tokens: readonly Token[], counted: Counted, lexicon: SlotLexicon): FoundHours | undefined {
  const per = readPer(tokens, counted.end, lexicon)
  const each = readEach(tokens, per?.end ?? counted.end, lexicon)
  if (each) return multiply(counted, each)
  const isWork = per?.value === 'week' || lexicon.is.working.find(tokens, counted.end) !== undefined
  if (!isWork || isWaiting(tokens, counted.at, lexicon)) return undefined
  return { ...scale(counted.range, hoursIn.day), per: 'week', at: counted.at, end: per?.end ?? counted.end }
}

/** How many hours each of the parts or days is: "van 4 uur", "4 uur per dag". */
function readEach(tokens: readonly Token[], at: number, lexicon: SlotLexicon): Found<Range> | undefined {
  const { is, numbers, unit } = lexicon
  const start = is.rangeOpen.has(tokens[at]) || is.articles.has(tokens[at]) || tokens[at]?.text === ',' ? at + 1 : at
  const number = readNumber(tokens, start, numbers)
  const hour = number && unit.find(tokens, number.end)
  if (number === undefined || hour?.value !== 'hour') return undefined
  const per = readPer(tokens, hour.end, lexicon)
  if (per !== undefined && per.value !== 'day') return undefined
  return { value: { from: number.value, to: number.value, isEstimate: false }, end: per?.end ?? hour.end }
}

/** "een ochtend", behind a number of times. */
function readPart(tokens: readonly Token[], at: number, { is, numbers }: SlotLexicon): Found<Range> | undefined {
  const parts = is.workParts.find(tokens, readNumber(tokens, at, numbers)?.end ?? at)
  return parts && { value: { from: hoursIn.part, to: hoursIn.part, isEstimate: true }, end: parts.end }
}

function multiply({ range, at }: Counted, each: Found<Range>): FoundHours {
  const { from, to } = each.value
  return {
    from: range.from * from,
    to: range.to * to,
    isEstimate: range.isEstimate || each.value.isEstimate,
    per: 'week',
    at,
    end: each.end,
  }
}

function scale(range: Range, hours: number): Range {
  return { from: range.from * hours, to: range.to * hours, isEstimate: true }
}
