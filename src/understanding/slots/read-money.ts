import type { Found } from './phrase-table.ts'
import { readNumber } from './read-number.ts'
import { isAnyTaken, type Token } from './read-tokens.ts'
import type { SlotLexicon } from './slot-lexicon.ts'
import type { MoneyMention } from './slots.ts'

/** Without the word "euro" a number per month is money from here on; below it, it may be hours or days. */
const leastPerMonth = 50
/** More than anybody means; such a number is something else. */
const mostEuros = 10_000_000

interface FoundMoney {
  euros: number
  toEuros?: number
  per?: MoneyMention['per']
  at: number
  end: number
}

/**
 * Reads amounts of money: "€ 1.200,50", "1200 euro per maand", "12 honderd", "anderhalve ton", "50 piek", "50 cent",
 * "800 tot 1000 euro". A number without a sign of money is read only with "bruto", "netto" or a decent sum per month.
 * @param tokens see `readTokens`
 * @param lexicon of the language
 * @param taken tokens that were read as something else
 * @returns in order of the text; amounts in cents
 */
export function readMoney(tokens: readonly Token[], lexicon: SlotLexicon, taken: ReadonlySet<number>): MoneyMention[] {
  const mentions: MoneyMention[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const found = findAt(tokens, at, lexicon)
    if (found === undefined || (found.toEuros ?? found.euros) > mostEuros || isAnyTaken(taken, found)) continue
    mentions.push({
      cents: Math.round(found.euros * 100),
      ...(found.toEuros === undefined ? {} : { toCents: Math.round(found.toEuros * 100) }),
      ...(found.per === undefined ? {} : { per: found.per }),
      start: tokens[found.at]?.start ?? 0,
      end: tokens[found.end - 1]?.end ?? 0,
    })
    at = found.end - 1
  }
  return mentions
}

function findAt(tokens: readonly Token[], at: number, lexicon: SlotLexicon): FoundMoney | undefined {
  const hasSign = tokens[at]?.text === '€'
  const numberAt = hasSign ? at + 1 : at
  const name = lexicon.moneyName.find(tokens, numberAt)
  // "Een ton" without a number is a barrel as well: a heap of work, of worry.
  const number = readAmount(tokens, numberAt, lexicon)
  if (number === undefined) return name && tokens[at - 1]?.text === 'een' ? undefined : nameAlone(at, name)
  const { range, end } = number
  const unit = hasSign ? takeUnit(tokens, end, lexicon) : findUnit(tokens, end, lexicon)
  const per = readPer(tokens, unit?.end ?? end, lexicon)
  // "Een ton werk" is a heap of it.
  if (unit !== undefined && unit.value > 1 && lexicon.is.working.has(tokens[unit.end])) return undefined
  const isMoney = unit !== undefined || isBareMoney(range.from, per?.value, tokens, end, lexicon)
  if (!isMoney) return undefined
  const times = unit?.value ?? 1
  return {
    euros: range.from * times,
    ...(range.to === range.from ? {} : { toEuros: range.to * times }),
    ...(per === undefined ? {} : { per: per.value }),
    at,
    end: per?.end ?? unit?.end ?? end,
  }
}

/** A name of a sum that needs no number: "tientje". */
function nameAlone(at: number, name: Found<number> | undefined): FoundMoney | undefined {
  return name && name.value < 100 ? { euros: name.value, at, end: name.end } : undefined
}

/** One number, "een paar honderd", or a range. */
function readAmount(
  tokens: readonly Token[],
  at: number,
  { is, numbers }: SlotLexicon,
): { range: { from: number; to: number }; end: number } | undefined {
  const some = is.few.find(tokens, at)
  if (some) {
    const scale = readNumber(tokens, some.end, numbers)
    const isScale = scale !== undefined && (scale.value === 100 || scale.value === 1000)
    if (isScale) return { range: { from: 2 * scale.value, to: 5 * scale.value }, end: scale.end }
    return { range: { from: 2, to: 5 }, end: some.end }
  }
  const first = readNumber(tokens, at, numbers)
  if (first === undefined) return undefined
  const joinEnd = tokens[first.end]?.text === '-' ? first.end + 1 : is.rangeJoin.find(tokens, first.end)?.end
  const secondAt = joinEnd !== undefined && tokens[joinEnd]?.text === '€' ? joinEnd + 1 : joinEnd
  const second = secondAt === undefined ? undefined : readNumber(tokens, secondAt, numbers)
  if (second === undefined || second.value <= first.value)
    return { range: { from: first.value, to: first.value }, end: first.end }
  return { range: { from: first.value, to: second.value }, end: second.end }
}

/** What follows an amount with a euro sign: ",-", or the word as well. */
function takeUnit(tokens: readonly Token[], at: number, lexicon: SlotLexicon): Found<number> {
  return findUnit(tokens, at, lexicon) ?? { value: 1, end: at }
}

/** Euros in one of what stands here: euro, cent, ton. */
function findUnit(tokens: readonly Token[], at: number, { is, moneyName }: SlotLexicon): Found<number> | undefined {
  if (tokens[at]?.text === '€') return { value: 1, end: at + 1 }
  // "1200,-"
  if (tokens[at]?.text === ',' && /^[-–]$/.test(tokens[at + 1]?.text ?? ''))
    return { value: 1, end: is.gross.find(tokens, at + 2)?.end ?? at + 2 }
  const name = moneyName.find(tokens, at)
  if (name) return { value: name.value, end: is.euro.find(tokens, name.end)?.end ?? name.end }
  const euro = is.euro.find(tokens, at)
  if (euro) return { value: 1, end: is.gross.find(tokens, euro.end)?.end ?? euro.end }
  const cent = is.cent.find(tokens, at)
  if (cent) return { value: 0.01, end: cent.end }
  const gross = is.gross.find(tokens, at)
  return gross && { value: 1, end: gross.end }
}

function isBareMoney(
  value: number,
  per: MoneyMention['per'],
  tokens: readonly Token[],
  end: number,
  { numbers }: SlotLexicon,
): boolean {
  if (per === 'month' || per === 'year') return value >= leastPerMonth
  // "14,99 per uur", "12 honderd".
  const last = tokens[end - 1]?.text ?? ''
  if (per === 'hour') return /^\d+[.,]\d\d$/.test(last)
  return numbers.hundred.includes(last) && value > 100
}

/** "per maand", "p/m", "in de week". */
function readPer(
  tokens: readonly Token[],
  at: number,
  { is, unit }: SlotLexicon,
): Found<NonNullable<MoneyMention['per']>> | undefined {
  const hasSlash = tokens[at]?.text === '/'
  const per = hasSlash ? { end: at + 1 } : is.moneyPer.find(tokens, at)
  if (per === undefined) return undefined
  const unitAt = /^[./]$/.test(tokens[per.end]?.text ?? '') ? per.end + 1 : per.end
  const counted = unit.find(tokens, unitAt)
  if (counted === undefined || counted.value === 'minute') return undefined
  return { value: counted.value, end: counted.end }
}
