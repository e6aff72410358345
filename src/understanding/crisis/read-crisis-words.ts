import {
  canonicalBySpelling,
  findCoreWord,
  findPair,
  findTellingWord,
  glued,
  pairOpeners,
  signs,
  splitGlued,
} from './spelling.ts'

/** A message as the crisis rules read it. */
export interface CrisisWords {
  /** Canonical words, in order. */
  words: readonly string[]
  /** What stands before each word: 0 nothing, 1 a comma or new line, 2 the end of a sentence. */
  breaks: readonly number[]
  /** True when the message holds signs (emoji) and no word at all. */
  isSignsOnly: boolean
  /** Steps of matching that are left; a message made of nothing but the words of the rules would take long. */
  effort: { left: number }
}

/** The words that the rules name. */
export interface Lexicon {
  /** They are never "repaired" into another. */
  known: ReadonlySet<string>
  /** As they sound in a dialect, or in a hurry -> as they are written. */
  spoken: ReadonlyMap<string, string>
}

/** So much of a message is folded to plain letters at a time. */
const pieceChars = 500
/** Steps for one message: five times what 10,000 characters of an ordinary story take. */
const mostSteps = 120_000
/** So many words in a row that stood in the message before are not read again. */
const repeatedWords = 12

/** More than this is never read; the turn refuses longer messages. */
const mostChars = 10_000

const tokenPattern = /[\p{L}\p{N}][\p{L}\p{N}'’`´*@$]*|[.!?;]+|[,:\n()]|\p{Extended_Pictographic}/gu
const invisible = /[\p{M}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu
const digitLetters: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
}
const gluedWord = new RegExp(glued.map(([form]) => form).join('|'))

/**
 * Reads a message into canonical words: case, accents, invisible signs, drawn-out letters, digits for letters, sms and
 * spoken spelling, words split or glued, emoji. Never throws; work grows in line with the length.
 * @param text the message; only the first 10,000 characters are read
 * @param lexicon the words that the rules name
 */
export function readCrisisWords(text: string, lexicon: Lexicon): CrisisWords {
  const words: string[] = []
  const breaks: number[] = []
  let pending: 0 | 1 | 2 = 2
  let letters = 0
  for (const token of plain(text).match(tokenPattern) ?? []) {
    const code = token.charCodeAt(0)
    if (code === 46 || code === 33 || code === 63 || code === 59) {
      // An ellipsis draws a sentence out; it does not end it.
      const strength = code === 46 && token.length > 1 ? 1 : 2
      if (strength > pending) pending = strength
      continue
    }
    if (code === 44 || code === 58 || code === 10 || code === 40 || code === 41) {
      if (pending < 1) pending = 1
      continue
    }
    const sign = signs.get(token)
    if (sign === undefined && !/[\p{L}\p{N}]/u.test(token)) continue
    if (sign === undefined) letters++
    for (const word of (sign ?? repair(token, lexicon)).split(' ')) {
      words.push(word)
      breaks.push(pending)
      pending = 0
    }
  }
  const isSignsOnly = letters === 0 && words.length > 0
  return joinPairs(joinLetters(leaveOutRepeats({ words, breaks, isSignsOnly, effort: { left: mostSteps } })))
}

/** What was pasted twice is read once: it says nothing new, and a word typed a thousand times costs nothing. */
function leaveOutRepeats(text: CrisisWords): CrisisWords {
  if (text.words.length <= 2 * repeatedWords) return text
  const latest = new Map<string, number>()
  const words: string[] = []
  const breaks: number[] = []
  let pending = 0
  let earlier = -1
  let run = 0
  for (const [index, word] of text.words.entries()) {
    // What goes on as it went on before, word for word; else a new run begins at the latest place of this word.
    const isSame = earlier >= 0 && text.words[earlier + 1] === word
    earlier = isSame ? earlier + 1 : (latest.get(word) ?? -1)
    run = isSame ? run + 1 : Number(earlier >= 0)
    latest.set(word, index)
    pending = Math.max(pending, text.breaks[index] ?? 0)
    if (run > repeatedWords) continue
    words.push(word)
    breaks.push(pending)
    pending = 0
  }
  return { ...text, words, breaks }
}

function plain(text: string): string {
  const short = text.length > mostChars ? text.slice(0, mostChars) : text
  const lower = short.toLowerCase()
  if (/^[\n -~]*$/.test(lower)) return lower
  return foldSigns(lower)
    .replace(invisible, '')
    .slice(0, mostChars + 2_000)
    .replaceAll('ı', 'i')
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
}

/** Letters with marks, in other fonts and in wide forms as plain ones, piece by piece: one sign can stand for eighteen. */
function foldSigns(lower: string): string {
  let folded = ''
  for (let from = 0; from < lower.length && folded.length < 2 * mostChars; ) {
    const isHalfPair = /[\ud800-\udbff]/.test(lower[from + pieceChars - 1] ?? '')
    const to = from + pieceChars + (isHalfPair ? 1 : 0)
    folded += lower.slice(from, to).normalize('NFKD')
    from = to
  }
  return folded
}

function repair(token: string, lexicon: Lexicon): string {
  const { known } = lexicon
  let word = token
  if (/['’`´]/.test(word)) word = word.replace(/['’`´]/g, '')
  const canonical = canonicalBySpelling.get(word)
  if (canonical !== undefined) return canonical
  if (known.has(word)) return word
  if (/(.)\1\1/.test(word)) {
    for (const shorter of [word.replace(/(.)\1{2,}/g, '$1$1'), word.replace(/(.)\1+/g, '$1')]) {
      const found = canonicalBySpelling.get(shorter) ?? (known.has(shorter) ? shorter : undefined)
      if (found !== undefined) return found
    }
    word = word.replace(/(.)\1{2,}/g, '$1$1')
  }
  if (/[\d@$]/.test(word) && /\p{L}/u.test(word)) {
    const spelled = word.replace(/[0134578@$]/g, (sign) => digitLetters[sign] ?? sign)
    const found = canonicalBySpelling.get(spelled) ?? (known.has(spelled) ? spelled : findTellingWord(spelled))
    if (found !== undefined) return found
  }
  if (word.includes('*')) return unmask(word)
  const spoken = lexicon.spoken.get(word)
  if (spoken !== undefined) return spoken
  if (word.length < 5) return word
  if (word.length > 7 && /(?:pil|pillen|tablet|tabletten|medicijnen)$/.test(word)) return 'pillen'
  const core = word.length <= 24 ? findCoreWord(word) : undefined
  if (core !== undefined) return core
  if (word.length < 6) return word
  const inside = gluedWord.exec(word)?.[0]
  if (inside !== undefined && !word.startsWith('zelfmoord')) return glued.find(([form]) => form === inside)?.[1] ?? word
  if (word.length > 24) return word
  const parts = splitGlued(word)
  if (parts) return parts.join(' ')
  return findTellingWord(word) ?? word
}

/** Reads words that hide letters behind asterisks, as people learned elsewhere: z*lfm**rd, d**d. */
function unmask(word: string): string {
  const bare = word.replace(/\*+$/, '')
  if (!bare.includes('*')) return bare
  for (const candidate of ['dood', 'zelfmoord', 'suicide', 'zelfdoding']) {
    if (candidate.length !== bare.length || candidate[0] !== bare[0]) continue
    if (Array.from(bare).every((letter, index) => letter === '*' || letter === candidate[index])) return candidate
  }
  return bare.replaceAll('*', '')
}

/** "d o o d" is one word. */
function joinLetters(text: CrisisWords): CrisisWords {
  if (!text.words.some((word, index) => word.length === 1 && text.words[index + 1]?.length === 1)) return text
  const words: string[] = []
  const breaks: number[] = []
  for (let index = 0; index < text.words.length; index++) {
    let end = index
    while (text.words[end]?.length === 1 && /\p{L}/u.test(text.words[end] ?? '')) end++
    const letters = text.words.slice(index, end).join('')
    const isWord = end - index >= 3
    const joined = isWord ? spellOut(letters) : [text.words[index] ?? '']
    words.push(...joined)
    breaks.push(...joined.map((_word, place) => (place === 0 ? (text.breaks[index] ?? 0) : 0)))
    if (isWord) index = end - 1
  }
  return { ...text, words, breaks }
}

function spellOut(letters: string): string[] {
  const inside = gluedWord.exec(letters)?.[0]
  const meant = glued.find(([form]) => form === inside)?.[1] ?? canonicalBySpelling.get(letters) ?? letters
  return meant.split(' ')
}

function joinPairs(text: CrisisWords): CrisisWords {
  if (!text.words.some((word) => pairOpeners.has(word))) return text
  const words: string[] = []
  const breaks: number[] = []
  for (let index = 0; index < text.words.length; index++) {
    const word = text.words[index] ?? ''
    const next = text.words[index + 1]
    const pair =
      next !== undefined && text.breaks[index + 1] === 0 && pairOpeners.has(word) ? findPair(word, next) : undefined
    for (const [place, part] of (pair ?? word).split(' ').entries()) {
      words.push(part)
      breaks.push(place === 0 ? (text.breaks[index] ?? 0) : 0)
    }
    if (pair !== undefined) index++
  }
  return { ...text, words, breaks }
}
