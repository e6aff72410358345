import type { CrisisWords } from './read-crisis-words.ts'
import { canonicalBySpelling } from './spelling.ts'
import { clauseOpeners, wordClasses } from './word-classes.ts'

/** One element of a compiled pattern. */
type Element =
  | { kind: 'words'; words: ReadonlySet<string>; prefixes: readonly string[]; isOptional: boolean; isEnd: boolean }
  | { kind: 'gap'; most: number; isFillerOnly: boolean }
  | { kind: 'far' }
  | { kind: 'begin' }
  | { kind: 'end' }

/** A pattern of `CrisisRule`, ready to be matched. */
export interface Pattern {
  elements: readonly Element[]
  /** The rarest required element: a text without it cannot match. */
  anchor: { words: ReadonlySet<string>; prefixes: readonly string[] }
  /** How many words before the anchor a match can begin, at most. */
  reach: number
  /** True for a line that opens with `>`: it counts only from where the danger begins. */
  isAfterwardsOnly: boolean
  /** Above 0 for a line that opens with `&8`: all its words, in any order, within so many words of one sentence. */
  span: number
}

/** Where a pattern matched. */
export interface PatternMatch {
  /** Where the search began to match, a leading gap included; search on from the next. */
  from: number
  /** Index of the first word. */
  start: number
  /** Index after the last word. */
  end: number
  /** Indexes of the words the pattern itself named; the others in between stand in gaps. */
  named: readonly number[]
}

const fillers = new Set(wordClasses.vul.split(' '))
const openers = new Set(clauseOpeners.split(' '))

/** Two things said apart, in one message. */
const mostFarWords = 25

// Words that stand in most Dutch sentences: a bad choice to look a pattern up by.
const common = new Set(
  'ik je jij hij zij ze we het de een er is ben was wil wilde wou zou kan ga gaat heb heeft niet meer geen aan van in op voor met dat die mijn me mij te om als maar en zo iets wat uit af over naar bij nog ook nu dan'.split(
    ' ',
  ),
)

/**
 * Compiles one line of a rule.
 * @throws Error when a class is unknown or no element is required; a mistake in the rule file, found at start
 */
export function compilePattern(line: string): Pattern {
  const [opening = '', rest] = /^(>|&\d{1,2}) (.+)$/.exec(line)?.slice(1) ?? ['', line]
  const isAfterwardsOnly = opening === '>'
  const span = opening.startsWith('&') ? Number(opening.slice(1)) : 0
  const elements = (rest ?? line).split(' ').map((part) => compileElement(part, line))
  let anchor: Pattern['anchor'] | undefined
  let reach = 0
  let passed = 0
  let lowestCost = Number.POSITIVE_INFINITY
  for (const element of elements) {
    const before = passed
    passed += widthOf(element)
    if (element.kind !== 'words' || element.isOptional || element.isEnd) continue
    const commonWords = [...element.words].filter((word) => common.has(word)).length
    // "ik" stands in most sentences, so any other word is the better anchor.
    const cost =
      commonWords * 1000 + (element.words.has('ik') ? 5000 : 0) + element.words.size + element.prefixes.length
    if (cost < lowestCost) {
      lowestCost = cost
      anchor = element
      reach = before
    }
  }
  if (!anchor) throw new Error(`Crisis pattern "${line}" names no word that must be there. Add one.`)
  if (span === 0) return { elements, anchor, reach, isAfterwardsOnly, span }
  if (elements.some((element) => element.kind !== 'words' || element.isOptional || element.isEnd))
    throw new Error(`Crisis pattern "${line}" has no order, so it may hold words only.`)
  return { elements, anchor, reach: span, isAfterwardsOnly, span }
}

function widthOf(element: Element): number {
  if (element.kind === 'gap') return element.most
  if (element.kind === 'far') return mostFarWords
  return element.kind === 'words' ? 1 : 0
}

function compileElement(part: string, line: string): Element {
  if (part === '^') return { kind: 'begin' }
  if (part === '$') return { kind: 'end' }
  if (part === '%') return { kind: 'far' }
  const gap = /^([~_])(\d{1,2})$/.exec(part)
  if (gap) return { kind: 'gap', most: Number(gap[2]), isFillerOnly: gap[1] === '_' }
  const isOptional = part.endsWith('?')
  const alternatives = (isOptional ? part.slice(0, -1) : part).split('|').flatMap((name) => expand(name, line))
  return {
    kind: 'words',
    words: new Set(alternatives.filter((word) => !word.endsWith('*'))),
    prefixes: alternatives.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
    isOptional,
    isEnd: alternatives.includes('$'),
  }
}

function expand(name: string, line: string): string[] {
  if (!name.startsWith('@')) return [canonicalBySpelling.get(name) ?? name]
  const found = Object.entries(wordClasses).find(([className]) => className === name.slice(1))
  if (!found) throw new Error(`Crisis pattern "${line}" uses the class ${name}, which word-classes.ts does not have.`)
  return found[1].split(' ').map((word) => canonicalBySpelling.get(word) ?? word)
}

/**
 * Finds where a pattern matches.
 * @param from first word index at which a match may begin
 * @param until word index before which it must begin
 * @returns the first match in that range, or undefined
 */
export function findMatch(pattern: Pattern, text: CrisisWords, from: number, until: number): PatternMatch | undefined {
  const named: number[] = []
  const last = Math.min(until, text.words.length)
  if (pattern.span > 0) return findTogether(pattern, text, from, last)
  for (let start = from; start < last && text.effort.left > 0; start++) {
    named.length = 0
    const end = matchElement(pattern.elements, 0, text, start, start, named)
    if (end > start) return { from: start, start: named[0] ?? start, end, named: [...named] }
  }
  return undefined
}

/** Finds all words of a pattern in any order: the first of them at `from` or later, the others within its span. */
function findTogether(pattern: Pattern, text: CrisisWords, from: number, last: number): PatternMatch | undefined {
  for (let start = from; start < last && text.effort.left > 0; start++) {
    text.effort.left--
    const word = text.words[start] ?? ''
    const opening = pattern.elements.findIndex((element) => element.kind === 'words' && isOneOf(word, element))
    if (opening < 0) continue
    const named = gather(pattern, opening, text, start)
    if (named) return { from: start, start, end: (named[named.length - 1] ?? start) + 1, named }
  }
  return undefined
}

/** @returns where each word of the pattern stands, rising, or undefined when one is missing. */
function gather(pattern: Pattern, opening: number, text: CrisisWords, start: number): number[] | undefined {
  const taken = [start]
  for (const [at, element] of pattern.elements.entries()) {
    if (at === opening || element.kind !== 'words') continue
    let place = -1
    for (let index = start + 1; index <= start + pattern.span && text.breaks[index] !== 2; index++) {
      text.effort.left--
      const word = text.words[index]
      if (word === undefined) break
      if (taken.includes(index) || !isOneOf(word, element)) continue
      place = index
      break
    }
    if (place < 0) return undefined
    taken.push(place)
  }
  return taken.sort((one, other) => one - other)
}

/** @returns the index after the last matched word, or -1. Depth is bounded by the pattern, width by its gaps. */
function matchElement(
  elements: readonly Element[],
  at: number,
  text: CrisisWords,
  start: number,
  position: number,
  named: number[],
): number {
  const element = elements[at]
  if (!element) return position
  text.effort.left--
  if (element.kind === 'begin') {
    const isBegin = position === 0 || text.breaks[position] !== 0 || openers.has(text.words[position - 1] ?? '')
    return isBegin ? matchElement(elements, at + 1, text, start, position, named) : -1
  }
  if (element.kind === 'end') {
    return isClauseEnd(text, position) ? matchElement(elements, at + 1, text, start, position, named) : -1
  }
  if (element.kind === 'far') {
    const last = Math.min(position + mostFarWords, text.words.length)
    for (let next = position; next < last; next++) {
      const end = matchElement(elements, at + 1, text, next, next, named)
      if (end > next) return end
    }
    return -1
  }
  if (element.kind === 'gap') {
    for (let skipped = 0; skipped <= element.most; skipped++) {
      const end = matchElement(elements, at + 1, text, start, position + skipped, named)
      if (end >= 0) return end
      const word = text.words[position + skipped]
      if (word === undefined || (element.isFillerOnly && !fillers.has(word))) return -1
      if (position + skipped > start && text.breaks[position + skipped] === 2) return -1
    }
    return -1
  }
  const word = text.words[position]
  const crossesSentence = position > start && text.breaks[position] === 2
  if (word !== undefined && !crossesSentence && isOneOf(word, element)) {
    named.push(position)
    const end = matchElement(elements, at + 1, text, start, position + 1, named)
    if (end >= 0) return end
    named.pop()
  }
  if (element.isEnd && isClauseEnd(text, position)) return matchElement(elements, at + 1, text, start, position, named)
  return element.isOptional ? matchElement(elements, at + 1, text, start, position, named) : -1
}

function isClauseEnd(text: CrisisWords, position: number): boolean {
  // "ik kan niet meer hoor, echt" ends where the words that carry something end; at most four such words.
  for (let index = position; index <= position + 4; index++) {
    const word = text.words[index]
    if (word === undefined || text.breaks[index] !== 0 || openers.has(word)) return true
    if (!fillers.has(word)) return false
  }
  return false
}

/** Tells whether a word is one of the words, or begins with one of the prefixes, of a pattern's element. */
export function isOneOf(word: string, of: { words: ReadonlySet<string>; prefixes: readonly string[] }): boolean {
  if (of.words.has(word)) return true
  for (const prefix of of.prefixes) if (word.startsWith(prefix)) return true
  return false
}
