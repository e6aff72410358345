import { readNumber } from './read-number.ts'
import { type FoundTime, readTime } from './read-time.ts'
import { isBreak, type Token } from './read-tokens.ts'
import type { SlotLexicon } from './slot-lexicon.ts'

/**
 * Reads one time, or two with "tot" between them; also "een uur of drie".
 * @param tokens see `readTokens`
 * @param at where it must begin
 * @param lexicon of the language
 * @returns one or two; empty when there is none
 */
export function readTimes(tokens: readonly Token[], at: number, lexicon: SlotLexicon): FoundTime[] {
  const { is, unit, numbers } = lexicon
  const about = readNumber(tokens, at, numbers)
  const isAbout =
    about?.value === 1 && unit.find(tokens, about.end)?.value === 'hour' && tokens[about.end + 1]?.text === 'of'
  const first = readTime(tokens, isAbout ? about.end + 2 : at, lexicon)
  if (first === undefined) return []
  const isDash = /^[-–]$/.test(tokens[first.end]?.text ?? '')
  const until = isDash ? { end: first.end + 1 } : is.until.find(tokens, first.end)
  const second = until && readTime(tokens, until.end, lexicon)
  return second === undefined ? [first] : [first, second]
}

/**
 * Tells whether numbers are times here, and not how long something takes.
 * @param tokens see `readTokens`
 * @param at where they begin
 * @param found.times what was read
 * @param found.hasContext true when a day or a part of the day stands before them
 * @param lexicon of the language
 */
export function isTime(
  tokens: readonly Token[],
  at: number,
  { times, hasContext }: { times: FoundTime[]; hasContext: boolean },
  lexicon: SlotLexicon,
): boolean {
  const { is, part } = lexicon
  const last = times.at(-1)
  if (last === undefined || isPerUnit(tokens, last.end, lexicon) || is.working.has(tokens[last.end])) return false
  if (times.every(({ isSure }) => isSure)) return true
  const isPartNext =
    part.find(tokens, last.end) !== undefined ||
    lexicon.weekday.find(tokens, last.end) !== undefined ||
    lexicon.relativeDay.find(tokens, last.end) !== undefined
  const isRange = times.length > 1
  if (isRange) return is.clockRangeOpen.has(tokens[at - 1]) || hasContext || times.some(({ isSure }) => isSure)
  const isClock = is.clockWords.findBefore(tokens, at) !== undefined
  if (last.hasUnit || last.minute > 0) return isClock || hasContext || isPartNext
  // A bare "om 3" must end the clause: "om 2 redenen" is no time.
  const isOver = isBreak(tokens[last.end]) || is.momentJoin.has(tokens[last.end]) || isPartNext
  return (isClock || hasContext) && isOver
}

/** Whether "per week", "in de maand" or the like stands here. */
export function isPerUnit(tokens: readonly Token[], at: number, { is, unit }: SlotLexicon): boolean {
  const per = is.per.find(tokens, at)
  return per !== undefined && unit.find(tokens, per.end) !== undefined
}
