import type { FoundDay } from './read-date.ts'
import { readDay } from './read-day.ts'
import { readNumber } from './read-number.ts'
import { type FoundTime, minuteOfDay } from './read-time.ts'
import { isPerUnit, isTime, readTimes } from './read-times.ts'
import { isAnyTaken, type Token } from './read-tokens.ts'
import type { SlotLexicon } from './slot-lexicon.ts'
import type { DayMeaning, DayPart, MomentMention, TimeMeaning } from './slots.ts'

/** Small words between the day, the part of the day and the time: "maandag zo rond een uur of drie". */
const mostJoinWords = 3
/** A part of the day alone is a moment only in a short answer: "liefst in de ochtend". */
const mostWordsOfPart = 5

interface FoundMoment {
  found: FoundDay | undefined
  part: DayPart | undefined
  times: FoundTime[]
  at: number
  end: number
}

/** What was read, with the tokens it came from. */
export interface ReadMoments {
  mentions: MomentMention[]
  taken: ReadonlySet<number>
}

/**
 * Reads moments: a day, a part of the day and a time, in any order, each at most once. What comes back every week
 * ("elke maandag") is no moment.
 * @param tokens see `readTokens`
 * @param lexicon of the language
 * @param taken tokens that were read as something else
 * @returns moments in order of the text
 */
export function readMoments(tokens: readonly Token[], lexicon: SlotLexicon, taken: ReadonlySet<number>): ReadMoments {
  const mentions: MomentMention[] = []
  const used = new Set<number>()
  const keep = (mention: Omit<MomentMention, 'start' | 'end'>, at: number, end: number) => {
    mentions.push({ ...mention, start: tokens[at]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 })
    for (let index = at; index < end; index += 1) used.add(index)
  }
  for (let at = 0; at < tokens.length; at += 1) {
    if (taken.has(at)) continue
    const soon = readMinutesAhead(tokens, at, lexicon)
    if (soon) {
      keep({ inMinutes: soon.minutes, isVague: false }, at, soon.end)
      at = soon.end - 1
      continue
    }
    const moment = readMoment(tokens, at, lexicon)
    if (moment === undefined || isAnyTaken(taken, moment)) continue
    if (!lexicon.is.every.has(tokens[at - 1])) keep(describe(moment), moment.at, moment.end)
    at = moment.end - 1
  }
  return { mentions, taken: used }
}

/** "over een half uur", "over 10 minuten". */
function readMinutesAhead(
  tokens: readonly Token[],
  at: number,
  { is, numbers, unit }: SlotLexicon,
): { minutes: number; end: number } | undefined {
  if (!is.ahead.has(tokens[at])) return undefined
  const first = readNumber(tokens, at + 1, numbers)
  const number = first?.value === 1 ? (readNumber(tokens, first.end, numbers) ?? first) : first
  const counted = number && unit.find(tokens, number.end)
  if (number === undefined || (counted?.value !== 'hour' && counted?.value !== 'minute')) return undefined
  const minutes = Math.round(number.value * (counted.value === 'hour' ? 60 : 1))
  return minutes <= 24 * 60 ? { minutes, end: counted.end } : undefined
}

function readMoment(tokens: readonly Token[], start: number, lexicon: SlotLexicon): FoundMoment | undefined {
  const moment: FoundMoment = { found: undefined, part: undefined, times: [], at: start, end: start }
  let at = start
  for (;;) {
    const end = takePart(tokens, at, moment, lexicon)
    if (end !== undefined) {
      moment.end = end
      at = end
      continue
    }
    const next = skipJoin(tokens, at, lexicon)
    if (next === undefined || !canGoOn(tokens, next, moment, lexicon)) break
    at = next
  }
  return moment.end > start && isMoment(tokens, moment, lexicon) ? moment : undefined
}

/** Takes the next part of a moment that is not there yet; @returns where it ends */
function takePart(tokens: readonly Token[], at: number, moment: FoundMoment, lexicon: SlotLexicon): number | undefined {
  if (moment.found === undefined) {
    const day = readDay(tokens, at, lexicon)
    if (day !== undefined) {
      moment.found = day
      moment.part ??= day.part
      return day.end
    }
  }
  if (moment.part === undefined) {
    const part = lexicon.part.find(tokens, at)
    if (part !== undefined) {
      moment.part = part.value
      return part.end
    }
  }
  if (moment.times.length > 0) return undefined
  const times = readTimes(tokens, at, lexicon)
  const last = times.at(-1)
  const hasContext = moment.found !== undefined ? isOneDay(moment.found.day) : moment.part !== undefined
  if (last === undefined || !isTime(tokens, at, { times, hasContext }, lexicon)) return undefined
  moment.times = times
  return last.end
}

function isOneDay(day: DayMeaning): boolean {
  return ['in-days', 'weekday', 'date', 'day-of-month'].includes(day.kind)
}

function skipJoin(tokens: readonly Token[], at: number, { is }: SlotLexicon): number | undefined {
  if (tokens[at]?.text === ',') return at + 1
  return is.momentJoin.find(tokens, at)?.end
}

/** Goes past small words only when more of the moment follows soon. */
function canGoOn(tokens: readonly Token[], from: number, moment: FoundMoment, lexicon: SlotLexicon): boolean {
  let at: number | undefined = from
  for (let count = 0; at !== undefined && count < mostJoinWords; count += 1) {
    if (takePart(tokens, at, { ...moment }, lexicon) !== undefined) return true
    at = skipJoin(tokens, at, lexicon)
  }
  return false
}

/** A part of the day alone says little: "ik werk in de ochtend" and "een ochtend per week" name no moment. */
function isMoment(tokens: readonly Token[], { found, times, end }: FoundMoment, lexicon: SlotLexicon): boolean {
  if (found !== undefined || times.length > 0) return true
  const isShort = tokens.length <= mostWordsOfPart && !tokens.some((token) => lexicon.is.working.has(token))
  return isShort && !isPerUnit(tokens, end, lexicon)
}

function describe({ found, part, times }: FoundMoment): Omit<MomentMention, 'start' | 'end'> {
  const [first, second] = times
  const time = first === undefined ? undefined : toTime(first, second, part)
  return {
    ...(found === undefined ? {} : { day: found.day }),
    ...(part === undefined ? {} : { part }),
    ...(time === undefined ? {} : { time }),
    isVague: found?.isVague ?? time === undefined,
  }
}

function toTime(first: FoundTime, second: FoundTime | undefined, part: DayPart | undefined): TimeMeaning {
  const minute = minuteOfDay(first, part)
  if (second === undefined) return { minute }
  const end = minuteOfDay(second, part)
  // "van 10 tot 2": the end is after the beginning.
  const toMinute = end <= minute && end + 12 * 60 > minute && end < 12 * 60 ? end + 12 * 60 : end
  return toMinute > minute ? { minute, toMinute } : { minute }
}
