import type { Found } from './phrase-table.ts'
import { type FoundDay, readDate, readYear } from './read-date.ts'
import { readNumber } from './read-number.ts'
import { isDigits, type Token } from './read-tokens.ts'
import type { SlotLexicon } from './slot-lexicon.ts'

const daysInUnit = { day: 1, week: 7, month: 30, year: 365 }
/** "Over een paar weken" is so many at most. */
const mostOfFew = 5

/**
 * Reads a day or a stretch of days: "overmorgen", "donderdag over een week", "2 december", "2-12", "eind van de maand".
 * @param tokens see `readTokens`
 * @param at where it must begin
 * @param lexicon of the language
 */
export function readDay(tokens: readonly Token[], at: number, lexicon: SlotLexicon): FoundDay | undefined {
  return (
    readRelative(tokens, at, lexicon) ??
    readAhead(tokens, at, lexicon) ??
    readHoliday(tokens, at, lexicon) ??
    readWeekend(tokens, at, lexicon) ??
    readPeriod(tokens, at, lexicon) ??
    readWeekday(tokens, at, lexicon) ??
    readDate(tokens, at, lexicon)
  )
}

function readRelative(tokens: readonly Token[], at: number, { relativeDay }: SlotLexicon): FoundDay | undefined {
  const found = relativeDay.find(tokens, at)
  return (
    found && {
      day: { kind: 'in-days', days: found.value.days },
      part: found.value.part,
      isVague: false,
      end: found.end,
    }
  )
}

/** "over twee weken", "binnen een maand". */
function readAhead(tokens: readonly Token[], at: number, lexicon: SlotLexicon): FoundDay | undefined {
  const { is, unit, numbers } = lexicon
  const isWithin = is.within.has(tokens[at])
  if (!isWithin && !is.ahead.has(tokens[at])) return undefined
  const some = is.few.find(tokens, at + 1)
  const number = some ? { value: mostOfFew, end: some.end } : readNumber(tokens, at + 1, numbers)
  const counted = number && unit.find(tokens, number.end)
  if (number === undefined || counted === undefined) return undefined
  const { value: name, end } = counted
  if (name === 'hour' || name === 'minute' || !Number.isInteger(number.value) || number.value > 400) return undefined
  if (isWithin || some) return { day: { kind: 'within', days: number.value * daysInUnit[name] }, isVague: true, end }
  switch (name) {
    case 'day':
      return { day: { kind: 'in-days', days: number.value }, isVague: false, end }
    case 'week':
      return { day: { kind: 'week', weeks: number.value }, isVague: true, end }
    case 'month':
      return { day: { kind: 'month', months: number.value }, isVague: true, end }
    case 'year':
      return { day: { kind: 'month', months: 12 * number.value }, isVague: true, end }
  }
}

function readHoliday(tokens: readonly Token[], at: number, { holiday }: SlotLexicon): FoundDay | undefined {
  const found = holiday.find(tokens, at)
  if (found === undefined) return undefined
  const [month, day] = found.value
  return { day: { kind: 'date', day, month }, isVague: false, end: found.end }
}

/** "het weekend", "na het weekend", "volgend weekend". */
function readWeekend(tokens: readonly Token[], at: number, { is }: SlotLexicon): FoundDay | undefined {
  const side = is.after.has(tokens[at]) ? 'after' : is.before.has(tokens[at]) ? 'before' : 'in'
  let index = side === 'in' ? at : at + 1
  if (is.articles.has(tokens[index]) || is.this.has(tokens[index]) || is.coming.has(tokens[index])) index += 1
  const isNext = is.next.has(tokens[index])
  if (isNext) index += 1
  if (!is.weekend.has(tokens[index])) return undefined
  return { day: { kind: 'weekend', weeks: isNext ? 1 : 0, side }, isVague: true, end: index + 1 }
}

/** "volgende week", "eind van de maand", "begin december", "in december", "volgend jaar". */
function readPeriod(tokens: readonly Token[], at: number, lexicon: SlotLexicon): FoundDay | undefined {
  const { is, unit, month, portion } = lexicon
  const place = portion.find(tokens, at)
  let index = place?.end ?? at
  if (place && is.articles.has(tokens[index])) index += 1
  const part = place && { portion: place.value }
  const named = month.find(tokens, index)
  if (named && (place || tokens[at - 1]?.text === 'in')) {
    const year = readYear(tokens, named.end)
    return {
      day: { kind: 'named-month', month: named.value, ...(year === undefined ? {} : { year: year.value }), ...part },
      isVague: true,
      end: year?.end ?? named.end,
    }
  }
  const isNext = is.next.has(tokens[index])
  const isThis = is.this.has(tokens[index]) || is.coming.has(tokens[index])
  if (!isNext && !isThis && !place) return undefined
  const counted = unit.find(tokens, isNext || isThis ? index + 1 : index)
  if (counted === undefined) return undefined
  const ahead = isNext ? 1 : 0
  if (counted.value === 'week') {
    const week = { day: { kind: 'week', weeks: ahead, ...part }, isVague: true, end: counted.end } as const
    return readDayOfWeek(tokens, week, isNext ? 'next' : 'this', lexicon) ?? week
  }
  if (counted.value === 'month')
    return { day: { kind: 'month', months: ahead, ...part }, isVague: true, end: counted.end }
  return undefined
}

/** "volgende week dinsdag". */
function readDayOfWeek(
  tokens: readonly Token[],
  week: { end: number },
  which: 'this' | 'next',
  lexicon: SlotLexicon,
): FoundDay | undefined {
  const start = lexicon.is.momentJoin.has(tokens[week.end]) ? week.end + 1 : week.end
  const named = lexicon.weekday.find(tokens, start)
  if (named === undefined) return undefined
  const { weekday, part } = named.value
  return { day: { kind: 'weekday', weekday, which, weeks: 0 }, part, isVague: false, end: named.end }
}

/** "maandag", "komende dinsdagochtend", "donderdag over een week", "vrijdag 4 december", "di 10.00". */
function readWeekday(tokens: readonly Token[], at: number, lexicon: SlotLexicon): FoundDay | undefined {
  const { is, weekday, unit, numbers } = lexicon
  const isNext = is.next.has(tokens[at])
  const modifier = is.coming.find(tokens, at) ?? is.this.find(tokens, at) ?? (isNext ? { end: at + 1 } : undefined)
  const named = weekday.find(tokens, modifier?.end ?? at) ?? readShortDay(tokens, modifier?.end ?? at, lexicon)
  if (named === undefined) return undefined
  const { weekday: day, part } = named.value
  const dateAt = tokens[named.end]?.text === ',' ? named.end + 1 : named.end
  const date = readDate(tokens, is.articles.has(tokens[dateAt]) ? dateAt + 1 : dateAt, lexicon)
  if (date?.day.kind === 'date' || date?.day.kind === 'day-of-month')
    return { ...date, day: { ...date.day, weekday: day }, part }
  const ahead = is.ahead.has(tokens[named.end]) ? readNumber(tokens, named.end + 1, numbers) : undefined
  const counted = ahead && unit.find(tokens, ahead.end)
  if (ahead && counted?.value === 'week' && Number.isInteger(ahead.value) && ahead.value < 60) {
    return {
      day: { kind: 'weekday', weekday: day, which: 'coming', weeks: ahead.value },
      part,
      isVague: false,
      end: counted.end,
    }
  }
  const which = is.next.has(tokens[named.end]) ? 'next' : is.this.has(tokens[named.end]) ? 'this' : undefined
  const trailing = which && unit.find(tokens, named.end + 1)
  if (which && trailing?.value === 'week') {
    return { day: { kind: 'weekday', weekday: day, which, weeks: 0 }, part, isVague: false, end: trailing.end }
  }
  // On Monday "volgende donderdag" is in three days for some and in ten for others.
  return {
    day: { kind: 'weekday', weekday: day, which: isNext ? 'next' : 'coming', weeks: 0 },
    part,
    isVague: isNext,
    end: named.end,
  }
}

/** "di 10.00", "vr 4 dec": short names are also ordinary words, so a number or a part of the day must follow. */
function readShortDay(
  tokens: readonly Token[],
  at: number,
  { shortDay, part }: SlotLexicon,
): Found<{ weekday: number; part?: undefined }> | undefined {
  const short = shortDay.find(tokens, at)
  if (short === undefined) return undefined
  const end = tokens[short.end]?.text === '.' ? short.end + 1 : short.end
  const isNamed = isDigits(tokens[end]) || part.find(tokens, end) !== undefined
  // "Zo 3 uur" is how long it takes.
  const isDay = short.value === 0 ? isDigits(tokens[end]) && /^[-/]$/.test(tokens[end + 1]?.text ?? '') : isNamed
  return isDay ? { value: { weekday: short.value }, end } : undefined
}
