import { findAbout, findRange, isWaiting, type Range, readPer } from './read-count.ts'
import { isAnyTaken, isBreak, type Token } from './read-tokens.ts'
import { type FoundHours, findDays, findHalfDays, findParts, findTimes } from './read-work-days.ts'
import type { Bound, SlotLexicon } from './slot-lexicon.ts'
import { type HoursMention, mostHours } from './slots.ts'

const fullTime = { from: 36, to: 40 }
/** "Ongeveer", "zo'n", "een" and the like may stand between a bound and its number. */
const mostWordsToBound = 2
/** "Ik slaap maar 4 uur": what the hours are for may also stand before them. */
const mostWordsToSleep = 3

/**
 * Reads numbers of hours of work: "12 uur", "een uurtje of 10", "2 dagdelen", "3 dagen van 4 uur", "van 8 naar 16 uur".
 * A time on the clock ("om 12 uur", "van 8 tot 12 uur") is none, and neither is how long something else takes ("2 uur
 * geleden", "een uur reizen").
 * @param tokens see `readTokens`
 * @param lexicon of the language
 * @param options.taken tokens that were read as something else
 * @param options.isAsked true when the bot just asked for hours: then a bare number counts
 * @returns in order of the text
 */
export function readHours(
  tokens: readonly Token[],
  lexicon: SlotLexicon,
  { taken, isAsked }: { taken: ReadonlySet<number>; isAsked: boolean },
): HoursMention[] {
  const found: FoundHours[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const hours = taken.has(at) ? undefined : findAt(tokens, at, lexicon, isAsked)
    if (hours === undefined || hours.to > 24 * 7 || isAnyTaken(taken, hours)) continue
    found.push(applyBound(tokens, hours, lexicon))
    at = hours.end - 1
  }
  return found.map(({ at, end, ...hours }) => ({
    ...hours,
    start: tokens[at]?.start ?? 0,
    end: tokens[end - 1]?.end ?? 0,
  }))
}

function findAt(tokens: readonly Token[], at: number, lexicon: SlotLexicon, isAsked: boolean): FoundHours | undefined {
  const { is } = lexicon
  const full = is.fullTime.find(tokens, at)
  if (full) return { ...fullTime, per: 'week', isEstimate: true, at, end: full.end }
  return (
    findHalfDays(tokens, at, lexicon) ??
    findUnits(tokens, at, lexicon) ??
    (isAsked ? findBare(tokens, at, lexicon) : undefined)
  )
}

/** A number or range with a unit behind it. */
function findUnits(tokens: readonly Token[], at: number, lexicon: SlotLexicon): FoundHours | undefined {
  const { is, unit } = lexicon
  const count = findAbout(tokens, at, lexicon) ?? findRange(tokens, at, lexicon)
  if (count === undefined) return undefined
  const { value: range, end } = count
  const parts = is.workParts.find(tokens, end)
  if (parts) return findParts(tokens, { range, at, end: parts.end }, lexicon)
  const times = is.times.find(tokens, end)
  if (times) return findTimes(tokens, { range, at, end: times.end }, lexicon)
  const counted = unit.find(tokens, end)
  if (counted?.value === 'day') return findDays(tokens, { range, at, end: counted.end }, lexicon)
  const unitEnd = 'isUnitRead' in range ? end : counted?.value === 'hour' ? counted.end : undefined
  if (unitEnd === undefined) return undefined
  const per = readPer(tokens, unitEnd, lexicon)
  const isWork = per !== undefined || isOfWork(tokens, at, unitEnd, lexicon)
  if (!isWork) return undefined
  const said = per?.value ?? (isOfOneDay(tokens, at, lexicon) ? 'day' : 'unsaid')
  return { from: range.from, to: range.to, isEstimate: range.isEstimate, per: said, at, end: per?.end ?? unitEnd }
}

/** "elke dag 2 uur", "maandag 4 uur werken". */
function isOfOneDay(tokens: readonly Token[], at: number, { is, unit, weekday }: SlotLexicon): boolean {
  const day = weekday.findBefore(tokens, at)
  if (day) return !is.every.has(tokens[day.end - 1])
  return is.every.has(tokens[at - 2]) && unit.find(tokens, at - 1)?.value === 'day'
}

/** Whether "12 uur" without "per week" is about work: no time on the clock, no waiting, no travelling. */
function isOfWork(tokens: readonly Token[], at: number, end: number, lexicon: SlotLexicon): boolean {
  const { is, weekday, part, relativeDay } = lexicon
  const isClockWord = is.clockWords.findBefore(tokens, at) !== undefined
  if (is.working.has(tokens[end]) && !isClockWord) return true
  const isClockRange = is.clockRangeOpen.has(tokens[at - 1]) && is.until.has(tokens[at + 1])
  if (isClockRange || isClockWord) return false
  if (isWaiting(tokens, at, lexicon) || is.waitingAfter.find(tokens, end) !== undefined) return false
  for (let index = Math.max(0, at - mostWordsToSleep); index < at; index += 1) {
    if (is.waitingAfter.has(tokens[index])) return false
  }
  if (part.find(tokens, end) !== undefined) return false
  const day = weekday.findBefore(tokens, at)
  // "Elke maandag 4 uur" is work, "maandag 4 uur" a time.
  if (day && !is.every.has(tokens[day.end - 1])) return false
  return relativeDay.findBefore(tokens, at) === undefined
}

/** A bare number, when hours were asked. */
function findBare(tokens: readonly Token[], at: number, lexicon: SlotLexicon): FoundHours | undefined {
  const range = findRange(tokens, at, lexicon, true)
  const next = range && tokens[range.end]
  const isOver =
    range &&
    (isBreak(next) || [lexicon.is.momentJoin, lexicon.is.doubting].some((words) => words.find(tokens, range.end)))
  if (range === undefined || !isOver) return undefined
  if (lexicon.is.waitingWords.findBefore(tokens, at) || lexicon.is.clockWords.findBefore(tokens, at)) return undefined
  return { ...range.value, per: 'unsaid', at, end: range.end }
}

/** "minstens 12 uur" is 12 up to all, "hooguit 12 uur" is none up to 12. */
function applyBound(tokens: readonly Token[], hours: FoundHours, { bound, is }: SlotLexicon): FoundHours {
  for (let at = hours.at; at >= Math.max(0, hours.at - mostWordsToBound); at -= 1) {
    const found = bound.findBefore(tokens, at)
    if (found) return { ...hours, ...boundsOf(found.value, hours), at: found.end }
    if (!is.rangeOpen.has(tokens[at - 1]) && !is.articles.has(tokens[at - 1])) break
  }
  return hours
}

function boundsOf(bound: Bound, { from, to }: Range): { from: number; to: number } {
  switch (bound) {
    case 'at-least':
      return { from, to: Math.max(mostHours, to) }
    case 'more':
      return { from: from + 1, to: Math.max(mostHours, to) }
    case 'at-most':
      return { from: 0, to }
    case 'less':
      return { from: 0, to: Math.max(0, to - 1) }
  }
}
