import type { PhraseTable } from './phrase-table.ts'
import { isBreak, type Token } from './read-tokens.ts'
import type { SlotLexicon } from './slot-lexicon.ts'
import type { BenefitKind, BenefitStanding } from './slots.ts'

/** A benefit found in the tokens from `at` up to but not including `end`. */
export interface FoundBenefit {
  kind: BenefitKind
  at: number
  end: number
}

/** "geen" may stand so many words before the benefit. */
const mostWordsAfterDenial = 4
/** "denk ik" may stand so many words from the benefit, also in the next piece of the sentence. */
const mostWordsToDoubt = 6

/**
 * Tells what is said of a benefit. Whoever says "mijn wajong" has it, whatever they fear; otherwise what stands nearest
 * counts: whose it is, whether it is denied, past, wanted or doubted.
 * @param tokens see `readTokens`
 * @param found the benefit
 * @param lexicon of the language
 */
export function judgeStanding(tokens: readonly Token[], found: FoundBenefit, lexicon: SlotLexicon): BenefitStanding {
  const { is } = lexicon
  const clause = clauseAround(tokens, found, lexicon)
  const stands = (table: PhraseTable<unknown>, from = clause.from, to = clause.to) =>
    findWithin(tokens, table, from, to) !== undefined
  if (isMine(tokens, found, lexicon)) return stands(is.stopped) ? 'had' : doubtOr('has')
  if (isOfOther(tokens, found, clause, lexicon)) return 'other-person'
  // Whose "no benefit" it is and whether it lies ahead still counts, but nobody denies that they have none.
  if (found.kind !== 'geen' && isDenied(tokens, found, clause, lexicon)) return 'denies'
  if (stands(is.wanting)) return 'wants'
  if (stands(is.past) || stands(is.stopped)) return 'had'
  return doubtOr('has')

  function doubtOr(standing: BenefitStanding): BenefitStanding {
    const from = Math.max(0, found.at - mostWordsToDoubt)
    const to = Math.min(tokens.length, found.end + mostWordsToDoubt)
    const isAsked = tokens[found.end]?.text === '?' && found.at === 0
    return isAsked || stands(is.doubting, from, to) ? 'doubts' : standing
  }
}

interface Clause {
  from: number
  to: number
}

function clauseAround(tokens: readonly Token[], { at, end }: FoundBenefit, { is }: SlotLexicon): Clause {
  let from = at
  while (from > 0 && !isBreak(tokens[from - 1]) && !is.clauseWords.has(tokens[from - 1])) from -= 1
  let to = end
  while (!isBreak(tokens[to]) && !is.clauseWords.has(tokens[to])) to += 1
  return { from, to }
}

function findWithin(
  tokens: readonly Token[],
  table: PhraseTable<unknown>,
  from: number,
  to: number,
): number | undefined {
  for (let at = from; at < to; at += 1) {
    const found = table.find(tokens, at)
    if (found !== undefined && found.end <= to) return at
  }
  return undefined
}

/** "mijn wajong", "mijn oude wajong". */
function isMine(tokens: readonly Token[], { at }: FoundBenefit, { is }: SlotLexicon): boolean {
  return is.mine.has(tokens[at - 1]) || (is.mine.has(tokens[at - 2]) && is.oldWords.has(tokens[at - 1]))
}

/** "mijn zoon heeft wajong", "de wajong van mijn man": the person named nearest before it has it, unless that is "ik". */
function isOfOther(tokens: readonly Token[], found: FoundBenefit, { from, to }: Clause, { is }: SlotLexicon): boolean {
  for (let at = found.at - 1; at >= from; at -= 1) {
    if (is.self.has(tokens[at])) return false
    if (is.others.has(tokens[at])) return true
  }
  const ownerAt = is.mine.has(tokens[found.end + 1]) ? found.end + 2 : found.end + 1
  return ownerAt < to && is.articles.has(tokens[found.end]) && is.others.has(tokens[ownerAt])
}

function isDenied(tokens: readonly Token[], found: FoundBenefit, clause: Clause, { is }: SlotLexicon): boolean {
  for (let at = found.at - 1; at >= Math.max(clause.from, found.at - mostWordsAfterDenial); at -= 1) {
    if (!is.denying.has(tokens[at])) continue
    // "Weet niet of", "niet zeker" and "geen idee" are doubt.
    return ![at, at - 1].some((index) => is.doubting.find(tokens, index) ?? is.unknownWhich.find(tokens, index))
  }
  // "Wajong heb ik niet": the denial ends the clause. "Wajong heb ik niet meer" is past.
  const last = clause.to - 1
  return (
    last > found.end - 1 &&
    is.denying.has(tokens[last]) &&
    is.doubting.find(tokens, last - 1) === undefined &&
    !is.unknownWhich.find(tokens, last - 1)
  )
}
