import type { Spellings } from '../normalise-text.ts'
import type { Found } from './phrase-table.ts'
import { readTokens, type Token } from './read-tokens.ts'
import type { SlotWords } from './slot-words.ts'

/** The number words of a language. */
export interface NumberWords {
  /** Words from 0 to 99. */
  small: ReadonlyMap<string, number>
  hundred: readonly string[]
  thousand: readonly string[]
  decimalSign: ',' | '.'
}

/**
 * Prepares number words: the tens with the units are made, "vijfentwintig" or "twentyfive".
 * @param words from `words.yaml`
 * @param spellings a number word that is a spelling of another is looked up as that one
 */
export function indexNumbers(words: SlotWords, spellings: Spellings): NumberWords {
  const small = new Map<string, number>()
  const written = Object.entries(words.numbers).flatMap(([word, value]) =>
    readTokens(word, spellings).map(({ text }) => [text, value] as const),
  )
  const units = written.filter(([, value]) => Number.isInteger(value) && value >= 1 && value <= 9)
  const tens = written.filter(([, value]) => value >= 20 && value <= 90)
  for (const [ten, tenValue] of tens) {
    for (const [unit, unitValue] of units) {
      small.set(words.numberJoin === '' ? ten + unit : unit + words.numberJoin + ten, tenValue + unitValue)
    }
  }
  for (const [word, value] of written) small.set(word, value)
  return { small, hundred: words.hundred, thousand: words.thousand, decimalSign: words.decimalSign }
}

/**
 * Reads a number in digits or words: 12, 7,5, 1.200,50, 2½, "twaalf", "vijf en twintig", "twaalfhonderd", "12 honderd".
 * @param tokens see `readTokens`
 * @param at where it must begin
 * @param words of the language
 */
export function readNumber(tokens: readonly Token[], at: number, words: NumberWords): Found<number> | undefined {
  const first = tokens[at]
  if (first === undefined) return undefined
  const value = /^\d/.test(first.text) ? parseDigits(first.text, words.decimalSign) : parseWord(first.text, words)
  if (value === undefined) return undefined
  const next = tokens[at + 1]
  if (next?.text === '½') return { value: value + 0.5, end: at + 2 }
  const scale = scaleOf(next, words)
  if (scale !== undefined && value < 100) return { value: value * scale, end: at + 2 }
  return readSpacedTens(tokens, at, value, words) ?? { value, end: at + 1 }
}

/** "vijf en twintig", "twenty five". */
function readSpacedTens(
  tokens: readonly Token[],
  at: number,
  value: number,
  { small }: NumberWords,
): Found<number> | undefined {
  const [, second, third] = tokens.slice(at, at + 3)
  if (!small.has(tokens[at]?.text ?? '')) return undefined
  const isUnit = value >= 1 && value <= 9 && Number.isInteger(value)
  if (isUnit && second?.text === 'en') {
    const ten = small.get(third?.text ?? '')
    return ten !== undefined && isTen(ten) ? { value: ten + value, end: at + 3 } : undefined
  }
  if (!isTen(value)) return undefined
  const unitAt = second?.text === '-' ? at + 2 : at + 1
  const unit = small.get(tokens[unitAt]?.text ?? '')
  return unit !== undefined && unit >= 1 && unit <= 9 && Number.isInteger(unit)
    ? { value: value + unit, end: unitAt + 1 }
    : undefined
}

function isTen(value: number): boolean {
  return value >= 20 && value <= 90 && value % 10 === 0
}

function scaleOf(token: Token | undefined, { hundred, thousand }: NumberWords): number | undefined {
  if (token === undefined) return undefined
  if (hundred.includes(token.text)) return 100
  return thousand.includes(token.text) ? 1000 : undefined
}

/** With signs between the thousands, in the notation of the language. */
const grouped = { ',': /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/, '.': /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/ }
const mostDigits = 15

function parseDigits(text: string, decimalSign: ',' | '.'): number | undefined {
  if (text.length > mostDigits) return undefined
  if (grouped[decimalSign].test(text)) {
    return Number(text.replaceAll(decimalSign === ',' ? '.' : ',', '').replace(',', '.'))
  }
  return /^\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : undefined
}

/** A word up to 99, or made with hundred and thousand: "twaalfhonderd", "tweeduizend", "honderdvijftig". */
function parseWord(word: string, words: NumberWords): number | undefined {
  const small = words.small.get(word)
  if (small !== undefined) return small
  for (const [names, scale] of [
    [words.thousand, 1000],
    [words.hundred, 100],
  ] as const) {
    for (const name of names) {
      const index = word.indexOf(name)
      if (index < 0) continue
      const before = word.slice(0, index)
      const after = word.slice(index + name.length)
      const times = before === '' ? 1 : scale === 1000 ? parseWord(before, words) : words.small.get(before)
      const rest = after === '' ? 0 : parseWord(after, words)
      if (times !== undefined && rest !== undefined && rest < scale) return times * scale + rest
    }
  }
  return undefined
}
