import type { Spellings } from '../normalise-text.ts'

/** A word, a number or a sign, with where it stands in the text. */
export interface Token {
  /** Lower case, without accents and apostrophes, in the usual spelling. */
  text: string
  start: number
  end: number
}

/** Of a long story the beginning and the end are read, as for topics. */
const headChars = 600
/** See `headChars`. */
const tailChars = 300
/** Letters and digits are kept apart, so that "12u" is two tokens. */
const tokenPattern = /\d+(?:[.,:]\d+)*|½|[\p{L}\p{M}]+(?:['’`´][\p{L}\p{M}]+)*|[€/\-–.,;:!?()\n+]/gu
const longestWord = 40

/**
 * Cuts a text into tokens. Of more than 900 characters only the first 600 and the last 300 are read, with a line end
 * between them.
 * @param text any text
 * @param spellings how people also type a word
 * @returns tokens in order; their places are places in `text`
 */
export function readTokens(text: string, spellings: Spellings = new Map()): Token[] {
  if (text.length <= headChars + tailChars) return readPart(text, 0, spellings)
  const tailAt = text.length - tailChars
  return [
    ...readPart(text.slice(0, headChars), 0, spellings),
    { text: '\n', start: headChars, end: headChars },
    ...readPart(text.slice(tailAt), tailAt, spellings),
  ]
}

function readPart(text: string, offset: number, spellings: Spellings): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(tokenPattern)) {
    const plain = plainWord(match[0])
    if (plain === '') continue
    const start = offset + match.index
    tokens.push({ text: spellings.get(plain) ?? plain, start, end: start + match[0].length })
  }
  return tokens
}

function plainWord(word: string): string {
  if (word === '½') return word
  const lower = word.toLowerCase().slice(0, longestWord)
  if (/^[ -~\n]*$/.test(lower)) return lower.replace(/['`]/g, '')
  return lower.normalize('NFKD').replace(/[\p{M}'’`´]+/gu, '')
}

/** Whether a clause ends at this token, or the text does. */
export function isBreak(token: Token | undefined): boolean {
  return token === undefined || /^[.,;:!?()\n]$/.test(token.text)
}

/** Whether a token is a number in digits. */
export function isDigits(token: Token | undefined): token is Token {
  return token !== undefined && /^\d/.test(token.text)
}

/** Whether any token from `at` up to but not including `end` was read as something else. */
export function isAnyTaken(taken: ReadonlySet<number>, { at, end }: { at: number; end: number }): boolean {
  for (let index = at; index < end; index += 1) if (taken.has(index)) return true
  return false
}
