import type { CrisisLevel } from '../meaning.ts'
import type { PatternMatch } from './pattern.ts'
import type { CrisisWords } from './read-crisis-words.ts'
import { clauseOpeners, wordClasses } from './word-classes.ts'

const openers = new Set(clauseOpeners.split(' '))

const denials = new Set([...wordClasses.niet.split(' '), 'nee', 'zonder', 'noch'])
// "niet meer", "niet alleen", "ik weet niet of": these do not deny what follows.
const notADenialBefore = new Set(
  'meer erg alleen anders stoppen ophouden slapen weten langer verder zeker weet'.split(' '),
)
const begs = new Set('mag mocht kan kon'.split(' '))
const present = new Set('wil ga denk overweeg pleeg snijd doe hoef stappen'.split(' '))
const past = new Set(wordClasses.eerder.split(' '))
/** "ik ga zo": here "zo" is a time. */
const starts = new Set('ga doe spring stap loop neem rij maken'.split(' '))
const again = new Set('weer opnieuw steeds terug'.split(' '))
const others = new Set(wordClasses.ander.split(' '))
const self = new Set(['ik', 'me', 'mij', 'mijn', 'mezelf'])
const pronouns = new Set(['hij', 'zij', 'ze', 'hem', 'haar'])
/** "een kind dat …": what follows is about that person. */
const relatives = new Set(['dat', 'die'])
const turnsToWriter = new Set(['weg', 'en', 'overleden', 'ziek', 'want'])
const says = new Set(wordClasses.zegt.split(' '))
const betweenSaysAndWords = new Set(
  'dat me mij steeds vaak altijd gisteren gister vroeger laatst vandaag nu tegen hem weleens ons soms ik wil'.split(
    ' ',
  ),
)
const soon = new Set(wordClasses.soon.split(' '))

/**
 * Weighs what stands around a match of an `own` rule: denied is geel, long ago or somebody else's words is wit.
 * Never silence: whoever names it, gets a door. Source: facts-veilig-en-taal.md §1.3 and §1.5.
 * @param level level of the rule
 * @param isDeniable false when a denial belongs to the words themselves
 */
export function lowerByContext(
  level: CrisisLevel,
  match: PatternMatch,
  text: CrisisWords,
  isDeniable: boolean,
): CrisisLevel {
  if (isReported(match, text) || isAboutAnother(match, text)) return 'wit'
  if (isDeniable && isDenied(match, text)) return 'geel'
  if (isPast(match, text)) return 'wit'
  return level
}

/** Tells whether a time close by stands in a match or beside it: then it is announced. */
export function isAnnounced(match: PatternMatch, text: CrisisWords): boolean {
  for (let index = startOfAnnouncement(match, text); index < Math.min(text.words.length, match.end + 2); index++) {
    const word = text.words[index] ?? ''
    if (index >= match.end && (text.breaks[index] === 2 || openers.has(word))) return false
    if (word === 'zo' && starts.has(text.words[index - 1] ?? '')) return true
    if (!soon.has(word)) continue
    // "nu" outside the words themselves is mostly a filler: "ik wil dood en nu?"
    if (word !== 'nu' || (index > match.start && index < match.end)) return true
  }
  return false
}

/** A time may open the sentence ("vanavond als ze slaapt stap ik …") or stand up to five words before, in the same clause. */
function startOfAnnouncement(match: PatternMatch, text: CrisisWords): number {
  let from = match.start
  while (from > 0 && match.start - from < 10 && text.breaks[from] !== 2) from--
  const opener = text.words[from] ?? ''
  if (soon.has(opener) && opener !== 'nu' && text.breaks[from] === 2) return from
  from = match.start
  while (from > 0 && match.start - from < 5 && text.breaks[from] === 0 && !openers.has(text.words[from - 1] ?? ''))
    from--
  return from
}

function isDenied(match: PatternMatch, text: CrisisWords): boolean {
  for (let index = startOfClause(match, text); index <= match.end && index < text.words.length; index++) {
    const word = text.words[index] ?? ''
    if (!denials.has(word) || match.named.includes(index)) continue
    const isInside = index >= match.start && index < match.end
    if (isInside && hasSentenceEnd(text, index, match.end)) continue
    if (!isInside && endsSentenceBetween(text, index, match)) continue
    const next = text.words[index + 1] ?? ''
    const before = text.words[index - 1] ?? ''
    if (word === 'zonder' && next === 'dat') continue
    if (
      before === 'weet' ||
      before === 'weten' ||
      before === 'kan' ||
      text.words.slice(Math.max(0, index - 6), index).includes('waarom')
    )
      continue
    // "mag ik niet doodgaan" begs for it.
    if (isBegged(index, text)) continue
    if (!isInside && notADenialBefore.has(next)) continue
    if (isInside && (next === 'alleen' || next === 'erg' || next === 'anders' || next === 'stoppen')) continue
    return true
  }
  return false
}

/** "mag ik niet", "kan ik mijn leven niet": the verb stands before "ik", so this is a question. */
function isBegged(index: number, text: CrisisWords): boolean {
  for (let at = index - 1; at > 0 && index - at < 6; at--) {
    if (text.breaks[at] !== 0) return false
    if (text.words[at] === 'ik') return begs.has(text.words[at - 1] ?? '')
  }
  return false
}

/**
 * Where a denial before the match may stand: not before another "ik", because "ik kan dit niet aan ik wil dood" denies
 * nothing; but "ik denk niet dat ik dood wil" does.
 */
function startOfClause(match: PatternMatch, text: CrisisWords): number {
  let from = match.start
  while (from > 0 && match.start - from < 7 && text.breaks[from] === 0) {
    const isNewSubject = (index: number): boolean => text.words[index] === 'ik' && text.words[index - 1] !== 'dat'
    if (isNewSubject(from)) return from
    from--
  }
  return from
}

/** "Eruit stappen. Niet uit het traject. Uit het leven.": what is denied there is something else. */
function hasSentenceEnd(text: CrisisWords, index: number, end: number): boolean {
  for (let next = index + 1; next < end; next++) if (text.breaks[next] === 2) return true
  return false
}

function endsSentenceBetween(text: CrisisWords, index: number, match: PatternMatch): boolean {
  const from = Math.min(index, match.end - 1)
  const to = Math.max(index, match.start)
  for (let between = from + 1; between <= to; between++) if (text.breaks[between] !== 0) return true
  return false
}

function isPast(match: PatternMatch, text: CrisisWords): boolean {
  if (isOverNow(match, text)) return true
  for (let index = match.start; index < match.end; index++) if (present.has(text.words[index] ?? '')) return false
  let isLongAgo = false
  for (const index of sentenceOf(match, text)) {
    const word = text.words[index] ?? ''
    if (again.has(word)) return false
    if (word === 'nu' && !['niet', 'gaat', 'is', 'gelukkig', 'heb', 'ben', 'wil'].includes(text.words[index + 1] ?? ''))
      return false
    if (word === 'nu' && /^(dood|niet meer leven|zelfmoord)/.test(text.words.slice(index + 2, index + 5).join(' ')))
      return false
    if (word === 'toen')
      isLongAgo ||= /^ik (?:[a-z0-9]+ ){0,2}(?:was|klein|jong|jonger|kind)/.test(
        text.words.slice(index + 1, index + 6).join(' '),
      )
    else if (word === 'ooit' && text.words[index + 1] === 'nog') continue
    else if (word === 'verleden' || word === 'puber' || past.has(word)) {
      const unit = text.words[index - 1] ?? ''
      // "een week geleden" is not the past: it is still near.
      isLongAgo ||=
        word !== 'geleden' || unit.startsWith('jaar') || unit.startsWith('jaren') || unit === 'tijd' || unit === 'lang'
    }
  }
  return isLongAgo
}

/** "vroeger wilde ik dood, nu gaat het goed": a time long ago, and since then it is well. */
function isOverNow(match: PatternMatch, text: CrisisWords): boolean {
  const around = sentenceOf(match, text).map((index) => text.words[index] ?? '')
  const said = around.join(' ')
  if (/\b(?:weer|opnieuw|nog steeds|nog altijd|terug in|steeds vaker)\b/.test(said)) return false
  if (/\btoen ik (?:\w+ ){0,3}was\b|\b(?:was|zat) (?:ik )?toen\b|\bin die tijd\b/.test(said) && !/\bal\b/.test(said))
    return true
  const isLongAgo =
    past.has(around.find((word) => past.has(word) && word !== 'geleden') ?? '') ||
    /\b(?:als kind|als puber|als tiener|toen ik|in (?:19|20)\d\d|(?:jaar|jaren) (?:terug|geleden))\b/.test(said)
  if (!isLongAgo) return false
  return (
    /\bnu (?:\w+ ){0,3}(?:goed|beter|blij|gelukkig|stabiel|over|voorbij|prima|niet meer)\b/.test(said) ||
    /\b(?:is|was) (?:\w+ ){0,2}(?:over|voorbij|verleden tijd)\b/.test(said) ||
    (/\b(?:in (?:19|20)\d\d|(?:jaar|jaren) terug)\b/.test(said) && !/\bnu\b/.test(said))
  )
}

function isReported(match: PatternMatch, text: CrisisWords): boolean {
  // After the end of a sentence these are the writer's own words again.
  if (text.breaks[match.start] === 2) return false
  let index = match.start - 1
  let hasThat = false
  for (let skipped = 0; skipped < 5 && betweenSaysAndWords.has(text.words[index] ?? ''); skipped++, index--) {
    hasThat ||= text.words[index] === 'dat'
  }
  if (hasThat || !says.has(text.words[index] ?? '')) return false
  for (let before = index - 1; before >= Math.max(0, index - 4); before--) {
    const word = text.words[before] ?? ''
    if (word === 'ik') return false
    if (others.has(word)) return true
  }
  return others.has(text.words[index + 1] ?? '')
}

/**
 * "mijn broer wil dood": the person named nearest before the words is somebody else. After "weg" or "en" the sentence may
 * have gone on about the writer ("man weg werk weg wil dood"), so there the higher step stays.
 */
function isAboutAnother(match: PatternMatch, text: CrisisWords): boolean {
  if (self.has(text.words[match.start] ?? '')) return false
  const selfAt = match.named.findIndex((index) => self.has(text.words[index] ?? ''))
  // "ik wil naar mijn vrouw in de hemel": the writer stands right before the words.
  if (text.words[match.start - 1] === 'ik' || (text.words[match.start - 2] === 'ik' && text.breaks[match.start] === 0))
    return false
  // "… dan hang ik me op": the writer is inside the words. Only at their very end may "ik" belong to what follows.
  if (selfAt >= 0 && selfAt < match.named.length - 1) return false
  const hasSelf = selfAt >= 0
  for (let index = hasSelf ? match.start - 1 : match.end - 1; index >= Math.max(0, match.start - 7); index--) {
    const word = text.words[index] ?? ''
    if (word === 'ik' || turnsToWriter.has(word)) return false
    const isNear = !pronouns.has(word) || match.start - index <= 4
    // "het pistool van mijn opa": whose it is says nothing about who acts.
    const isOwner =
      (text.words[index - 1] === 'van' || text.words[index - 2] === 'van') &&
      !relatives.has(text.words[index + 1] ?? '')
    if (others.has(word) && isNear && !isOwner && !match.named.includes(index)) return true
    if (index <= match.start && text.breaks[index] === 2) return false
  }
  return false
}

function sentenceOf(match: PatternMatch, text: CrisisWords): number[] {
  let from = match.start
  while (from > 0 && match.start - from < 30 && text.breaks[from] !== 2) from--
  let to = match.end
  while (to < text.words.length && text.breaks[to] !== 2 && to - match.end < 30) to++
  return Array.from({ length: to - from }, (_unused, offset) => from + offset)
}
