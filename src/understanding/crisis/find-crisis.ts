import { type CrisisDoor, type CrisisLevel, type CrisisSignal, crisisLevels } from '../meaning.ts'
import type { CrisisRule } from './crisis-rule.ts'
import { isAnnounced, lowerByContext } from './lower-by-context.ts'
import { compilePattern, findMatch, type Pattern, type PatternMatch } from './pattern.ts'
import { type CrisisWords, type Lexicon, readCrisisWords } from './read-crisis-words.ts'
import { doorRules } from './rules-doors.ts'
import { geelRules } from './rules-geel.ts'
import { geelDespairRules } from './rules-geel-despair.ts'
import { geelFamilyRules } from './rules-geel-families.ts'
import { geelSignalRules } from './rules-geel-signals.ts'
import { languageRules } from './rules-languages.ts'
import { languageDangerRules } from './rules-languages-danger.ts'
import { languageMoreRules } from './rules-languages-more.ts'
import { languageNowRules } from './rules-languages-now.ts'
import { languageWishRules } from './rules-languages-wish.ts'
import { oranjeRules } from './rules-oranje.ts'
import { oranjeActRules } from './rules-oranje-act.ts'
import { oranjeAsideRules } from './rules-oranje-aside.ts'
import { oranjeBurdenRules } from './rules-oranje-burden.ts'
import { oranjeDailyRules } from './rules-oranje-daily.ts'
import { oranjeDeathRules } from './rules-oranje-death.ts'
import { oranjeEdgeRules } from './rules-oranje-edge.ts'
import { oranjeHarmRules } from './rules-oranje-harm.ts'
import { oranjeHintRules } from './rules-oranje-hint.ts'
import { oranjeImageRules } from './rules-oranje-image.ts'
import { oranjeLifeRules } from './rules-oranje-life.ts'
import { oranjeLongingRules } from './rules-oranje-longing.ts'
import { oranjeMethodRules } from './rules-oranje-method.ts'
import { oranjeOpenRules } from './rules-oranje-open.ts'
import { oranjePlainRules } from './rules-oranje-plain.ts'
import { oranjeRegretRules } from './rules-oranje-regret.ts'
import { oranjeReliefRules } from './rules-oranje-relief.ts'
import { oranjeTellingRules } from './rules-oranje-telling.ts'
import { oranjeViolenceRules } from './rules-oranje-violence.ts'
import { oranjeWearyRules } from './rules-oranje-weary.ts'
import { oranjeWishRules } from './rules-oranje-wish.ts'
import { oranjeWoundRules } from './rules-oranje-wound.ts'
import { roodRules } from './rules-rood.ts'
import { roodDangerRules } from './rules-rood-danger.ts'
import { roodDoneRules } from './rules-rood-done.ts'
import { roodEdgeRules } from './rules-rood-edge.ts'
import { roodHintRules } from './rules-rood-hint.ts'
import { roodInstantRules } from './rules-rood-instant.ts'
import { roodLastRules } from './rules-rood-last.ts'
import { roodMomentRules } from './rules-rood-moment.ts'
import { roodNowRules } from './rules-rood-now.ts'
import { roodPlaceRules } from './rules-rood-place.ts'
import { roodPlainRules } from './rules-rood-plain.ts'
import { roodRescueRules } from './rules-rood-rescue.ts'
import { roodSpotRules } from './rules-rood-spot.ts'
import { roodTakenRules } from './rules-rood-taken.ts'
import { roodThreatRules } from './rules-rood-threat.ts'
import { roodViolenceRules } from './rules-rood-violence.ts'
import { roodVowRules } from './rules-rood-vow.ts'
import { roodWideRules } from './rules-rood-wide.ts'
import { witRules } from './rules-wit.ts'
import { indexSpokenForms } from './spoken-forms.ts'

/** Every written rule, heaviest level first. */
export const crisisRules: readonly CrisisRule[] = [
  ...roodRules,
  ...roodViolenceRules,
  ...roodNowRules,
  ...roodDangerRules,
  ...roodMomentRules,
  ...roodPlaceRules,
  ...roodLastRules,
  ...roodDoneRules,
  ...roodHintRules,
  ...roodInstantRules,
  ...roodEdgeRules,
  ...roodTakenRules,
  ...roodSpotRules,
  ...roodVowRules,
  ...roodThreatRules,
  ...roodRescueRules,
  ...roodPlainRules,
  ...roodWideRules,
  ...doorRules,
  ...oranjeRules,
  ...oranjeActRules,
  ...oranjeViolenceRules,
  ...languageRules,
  ...languageMoreRules,
  ...languageNowRules,
  ...languageWishRules,
  ...languageDangerRules,
  ...oranjeLifeRules,
  ...oranjeDeathRules,
  ...oranjeMethodRules,
  ...oranjeLongingRules,
  ...oranjeReliefRules,
  ...oranjeImageRules,
  ...oranjeRegretRules,
  ...oranjeHarmRules,
  ...oranjeHintRules,
  ...oranjeTellingRules,
  ...oranjeEdgeRules,
  ...oranjeWishRules,
  ...oranjeWearyRules,
  ...oranjeBurdenRules,
  ...oranjeWoundRules,
  ...oranjePlainRules,
  ...oranjeOpenRules,
  ...oranjeAsideRules,
  ...oranjeDailyRules,
  ...geelRules,
  ...geelSignalRules,
  ...geelDespairRules,
  ...geelFamilyRules,
  ...witRules,
].sort((one, other) => rank(one.level) - rank(other.level))

/** Of one pattern no more matches than this are weighed: whoever wrote the same words ten times was heard long before. */
const mostJudged = 10
/** A sentence in two messages is looked for this many words around the seam. */
const seamWords = 30

interface CompiledRule {
  rule: CrisisRule
  unless: readonly Pattern[]
  softenedBy: readonly Pattern[]
}

interface Entry {
  owner: CompiledRule
  pattern: Pattern
  order: number
}

/** Every pattern, found by its rarest word, so that a message is held against few of them. */
interface RuleIndex {
  byWord: ReadonlyMap<string, readonly Entry[]>
  /** By the first three letters of the prefix. */
  byPrefix: ReadonlyMap<string, readonly { prefix: string; entry: Entry }[]>
  lexicon: Lexicon
}

const index = indexRules(crisisRules)

/**
 * Looks for danger in a message, by written rules only. When two steps are possible the higher one wins.
 * @param text the message; the first 10,000 characters are read
 * @param previousText the person's message just before, when it came less than two minutes ago: a sentence that was sent
 *   in two parts is read as one; what stood in the previous message alone is not repeated
 * @returns the heaviest signal, or undefined when nothing points to danger
 * Source: facts-veilig-en-taal.md §1.3–1.5 and §1.7.
 */
export function findCrisis(text: string, previousText?: string): CrisisSignal | undefined {
  const words = readCrisisWords(text, index.lexicon)
  if (words.words.length === 0) return undefined
  const alone = heaviest(words, 0)
  if (previousText === undefined || alone?.level === 'rood') return alone
  const before = readCrisisWords(previousText.slice(-600), index.lexicon)
  if (before.words.length === 0) return alone
  const joined = {
    words: [...before.words.slice(-seamWords), ...words.words.slice(0, seamWords)],
    breaks: [...before.breaks.slice(-seamWords), 0, ...words.breaks.slice(1, seamWords)],
    isSignsOnly: false,
    effort: words.effort,
  }
  const together = heaviest(joined, Math.min(seamWords, before.words.length))
  if (!together || together.level === 'wit') return alone
  return !alone || rank(together.level) < rank(alone.level) ? together : alone
}

/** @param seam when above 0, only matches that lie on both sides of this word count. */
function heaviest(text: CrisisWords, seam: number): CrisisSignal | undefined {
  if (text.isSignsOnly) return { level: 'geel', rule: 'alleen-tekens' }
  let best: CrisisSignal | undefined
  const tried = candidates(text)
  for (const candidate of tried) {
    const { rule } = candidate.entry.owner
    if (best && rank(rule.level) >= rank(best.level) && rule.risesWhenSoon !== true) continue
    const found = applyRule(candidate, text, seam)
    if (found && (!best || rank(found.level) < rank(best.level))) best = found
    if (best?.level === 'rood') break
  }
  // Somebody who fills a message with such words is not met with silence.
  if (best === undefined) return text.effort.left <= 0 ? { level: 'geel', rule: 'te-veel-tegelijk' } : undefined
  const besideDoor = best.door === undefined && best.level !== 'wit' ? findDoor(tried, text, seam) : undefined
  return besideDoor === undefined ? best : { ...best, besideDoor }
}

/** Whoever wants to die may also be beaten at home: the heaviest door that another rule opens. */
function findDoor(tried: readonly Candidate[], text: CrisisWords, seam: number): CrisisDoor | undefined {
  for (const candidate of tried) {
    const { door } = candidate.entry.owner.rule
    if (door === undefined) continue
    const found = applyRule(candidate, text, seam)
    if (found !== undefined && found.level !== 'wit') return door
  }
  return undefined
}

interface Candidate {
  entry: Entry
  /** Where the anchor of the pattern stands in the text, rising. */
  positions: number[]
}

/** Only patterns whose rarest word stands in the text are tried, and only near it: that keeps long messages fast. */
function candidates(text: CrisisWords): Candidate[] {
  const found = new Map<Entry, Candidate>()
  const inOrder: Candidate[] = []
  const note = (entry: Entry, position: number): void => {
    const known = found.get(entry)
    if (known) {
      if (known.positions[known.positions.length - 1] !== position) known.positions.push(position)
      return
    }
    const candidate = { entry, positions: [position] }
    found.set(entry, candidate)
    inOrder.push(candidate)
  }
  for (let position = 0; position < text.words.length; position++) {
    const word = text.words[position] ?? ''
    for (const entry of index.byWord.get(word) ?? []) note(entry, position)
    for (const { prefix, entry } of index.byPrefix.get(word.slice(0, 3)) ?? [])
      if (word.startsWith(prefix)) note(entry, position)
  }
  return inOrder.sort((one, other) => one.entry.order - other.entry.order)
}

function applyRule({ entry, positions }: Candidate, text: CrisisWords, seam: number): CrisisSignal | undefined {
  const { owner, pattern } = entry
  const { rule } = owner
  let best: CrisisSignal | undefined
  let from = 0
  let judged = 0
  for (const position of positions) {
    from = Math.max(from, position - pattern.reach)
    for (
      let match = findMatch(pattern, text, from, position + 1);
      match;
      match = findMatch(pattern, text, from, position + 1)
    ) {
      from = match.from + 1
      if (++judged > mostJudged) return best
      const signal = judge(owner, match, text, seam)
      if (signal && (!best || rank(signal.level) < rank(best.level))) best = signal
      if (best?.level === 'rood' || (best?.level === rule.level && rule.risesWhenSoon !== true)) return best
    }
  }
  return best
}

function judge(owner: CompiledRule, match: PatternMatch, text: CrisisWords, seam: number): CrisisSignal | undefined {
  const { rule } = owner
  if (seam > 0 && !(match.start < seam && match.end > seam)) return undefined
  if (owner.unless.some((line) => standsInSentence(line, text, match))) return undefined
  const level = owner.softenedBy.some((line) => standsInSentence(line, text, match)) ? 'geel' : rule.level
  const lowered = rule.reading === 'plain' ? level : lowerByContext(level, match, text, rule.reading === 'own')
  const isRaised = rule.risesWhenSoon === true && lowered === rule.level && isAnnounced(match, text)
  const door = rule.door === undefined ? {} : { door: rule.door }
  return isRaised
    ? { level: 'rood', rule: `${rule.name}-nu`, ...door }
    : { level: lowered, rule: rule.name, ...(lowered === 'wit' && rule.level !== 'wit' ? {} : door) }
}

/** A harmless object counts within the sentence, at most 12 words before or 14 after the danger. */
function standsInSentence(line: Pattern, text: CrisisWords, { start, end }: PatternMatch): boolean {
  let from = start
  while (!line.isAfterwardsOnly && from > 0 && start - from < 12 && text.breaks[from] !== 2) from--
  const match = findMatch(line, text, from, end + 14)
  if (!match) return false
  for (let index = end; index <= match.start && index < text.words.length; index++)
    if (text.breaks[index] === 2) return false
  return true
}

function rank(level: CrisisLevel): number {
  return crisisLevels.indexOf(level)
}

function indexRules(rules: readonly CrisisRule[]): RuleIndex {
  const byWord = new Map<string, Entry[]>()
  const byPrefix = new Map<string, { prefix: string; entry: Entry }[]>()
  const knownWords = new Set<string>()
  for (const [order, rule] of rules.entries()) {
    const unless = (rule.unless ?? []).map(compilePattern)
    const softenedBy = (rule.softenedBy ?? []).map(compilePattern)
    const patterns = rule.patterns.map(compilePattern)
    for (const pattern of [...patterns, ...unless, ...softenedBy])
      for (const word of wordsOf(pattern)) knownWords.add(word)
    for (const pattern of patterns) {
      const entry = { owner: { rule, unless, softenedBy }, pattern, order }
      for (const word of pattern.anchor.words) byWord.set(word, [...(byWord.get(word) ?? []), entry])
      for (const prefix of pattern.anchor.prefixes) {
        const opening = prefix.slice(0, 3)
        byPrefix.set(opening, [...(byPrefix.get(opening) ?? []), { prefix, entry }])
      }
    }
  }
  return { byWord, byPrefix, lexicon: { known: knownWords, spoken: indexSpokenForms(knownWords) } }
}

function wordsOf(pattern: Pattern): string[] {
  return pattern.elements.flatMap((element) => (element.kind === 'words' ? [...element.words] : []))
}
