import { isSameButForTyping } from '../spelling-distance.ts'
import { type FoundBenefit, judgeStanding } from './benefit-standing.ts'
import { isDigits, type Token } from './read-tokens.ts'
import type { SlotLexicon } from './slot-lexicon.ts'
import type { BenefitKind, BenefitMention } from './slots.ts'

/** First years of the later two kinds of Wajong. */
const wajongYears = { second: 2010, third: 2015 }
/** Words between "wajong" and a year: "sinds", "van voor". */
const mostWordsToYear = 3

/**
 * Reads which benefits are named, and what is said of each: that somebody has it, had it, has not got it.
 * @param tokens see `readTokens`
 * @param lexicon of the language
 * @returns in order of the text
 */
export function readBenefits(tokens: readonly Token[], lexicon: SlotLexicon): BenefitMention[] {
  const found = findBenefits(tokens, lexicon)
  return found.map((benefit) => ({
    kind: benefit.kind,
    standing: judgeStanding(tokens, benefit, lexicon),
    start: tokens[benefit.at]?.start ?? 0,
    end: tokens[benefit.end - 1]?.end ?? 0,
  }))
}

function findBenefits(tokens: readonly Token[], lexicon: SlotLexicon): FoundBenefit[] {
  const isKindUnknown = tokens.some((_token, at) => lexicon.is.unknownWhich.find(tokens, at) !== undefined)
  const found: FoundBenefit[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const name = findName(tokens, at, lexicon)
    if (name === undefined) continue
    const whole = sharpen(tokens, takeNoun(tokens, name, lexicon), lexicon)
    found.push(isKindUnknown ? { ...whole, kind: unknownOf(whole.kind) } : whole)
    at = whole.end - 1
  }
  return found
}

function findName(tokens: readonly Token[], at: number, lexicon: SlotLexicon): FoundBenefit | undefined {
  const exact = lexicon.benefit.find(tokens, at)
  if (exact) return { kind: exact.value, at, end: exact.end }
  const word = tokens[at]?.text ?? ''
  if (word.length < 5) return undefined
  // People seldom miss the first letter, and looking at fewer names keeps long stories fast.
  const near = lexicon.longBenefits.find(([name]) => name[0] === word[0] && isSameButForTyping(name, word))
  return near && { kind: near[1], at, end: at + 1 }
}

/** "wia-uitkering", "ww uitkering". */
function takeNoun(tokens: readonly Token[], found: FoundBenefit, { is }: SlotLexicon): FoundBenefit {
  const nounAt = tokens[found.end]?.text === '-' ? found.end + 1 : found.end
  return is.benefitNouns.has(tokens[nounAt]) ? { ...found, end: nounAt + 1 } : found
}

/** The kind of Wajong, by "oude" or by a year. */
function sharpen(tokens: readonly Token[], found: FoundBenefit, { is }: SlotLexicon): FoundBenefit {
  if (found.kind !== 'wajong') return found
  if (is.oldWords.has(tokens[found.at - 1])) return { ...found, kind: 'wajong-oud', at: found.at - 1 }
  for (let at = found.end; at <= found.end + mostWordsToYear; at += 1) {
    const token = tokens[at]
    if (isDigits(token)) {
      const before = tokens[at - 1]
      const side = is.before.has(before) ? 'before' : is.after.has(before) ? 'after' : undefined
      const kind = wajongOf(token.text, side)
      return kind === undefined ? found : { kind, at: found.at, end: at + 1 }
    }
    if (![is.sinceWords, is.before, is.after].some((words) => words.has(tokens[at])) && !isBracket(tokens[at])) break
  }
  return found
}

function wajongOf(year: string, side: 'before' | 'after' | undefined): BenefitKind | undefined {
  if (!/^(?:19[7-9]|20[0-4])\d$/.test(year)) return undefined
  const value = Number(year)
  if (side === 'before') return value <= wajongYears.second ? 'wajong-oud' : undefined
  if (value < wajongYears.second) return 'wajong-oud'
  if (side === 'after') return value >= wajongYears.third ? 'wajong-2015' : undefined
  return value < wajongYears.third ? 'wajong-2010' : 'wajong-2015'
}

function isBracket(token: Token | undefined): boolean {
  return token?.text === '('
}

function unknownOf(kind: BenefitKind): BenefitKind {
  if (kind === 'wajong') return 'wajong-onbekend'
  return kind === 'wia' ? 'wia-onbekend' : kind
}
