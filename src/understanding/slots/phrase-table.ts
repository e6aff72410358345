import type { Spellings } from '../normalise-text.ts'
import { readTokens, type Token } from './read-tokens.ts'

/** What was found in a list of tokens: a value, and the index of the token after it. */
export interface Found<T> {
  value: T
  end: number
}

/** Words and phrases to look up in a list of tokens. */
export interface PhraseTable<T> {
  /** @returns the longest phrase that begins at this token */
  find(tokens: readonly Token[], at: number): Found<T> | undefined
  /** @returns the longest phrase that ends just before this token; `end` is the index of its first token */
  findBefore(tokens: readonly Token[], at: number): Found<T> | undefined
  /** Whether this one token is a phrase. */
  has(token: Token | undefined): boolean
}

/**
 * Makes a look-up of phrases. Of two values for one phrase the first one counts.
 * @param entries phrases as authors write them, each with its value
 * @param spellings the same as those of the tokens
 */
export function createPhraseTable<T>(
  entries: Iterable<readonly [phrase: string, value: T]>,
  spellings: Spellings,
): PhraseTable<T> {
  const byWords = new Map<string, T>()
  /** Numbers of words that phrases with this first word have, and with this last word; most first. */
  const lengthsFrom = new Map<string, number[]>()
  const lengthsUpTo = new Map<string, number[]>()
  for (const [phrase, value] of entries) {
    const words = readTokens(phrase, spellings).map(({ text }) => text)
    const key = words.join(' ')
    if (words.length === 0 || byWords.has(key)) continue
    byWords.set(key, value)
    addLength(lengthsFrom, words[0], words.length)
    addLength(lengthsUpTo, words.at(-1), words.length)
  }

  const read = (tokens: readonly Token[], from: number, to: number) => {
    if (to - from === 1) return byWords.get(tokens[from]?.text ?? '')
    const words: string[] = []
    for (let at = from; at < to; at += 1) words.push(tokens[at]?.text ?? '')
    return byWords.get(words.join(' '))
  }

  return {
    find(tokens, at) {
      const first = tokens[at]
      for (const length of (first && lengthsFrom.get(first.text)) ?? []) {
        const value = at + length <= tokens.length ? read(tokens, at, at + length) : undefined
        if (value !== undefined) return { value, end: at + length }
      }
      return undefined
    },
    findBefore(tokens, at) {
      const last = tokens[at - 1]
      for (const length of (last && lengthsUpTo.get(last.text)) ?? []) {
        const value = length <= at ? read(tokens, at - length, at) : undefined
        if (value !== undefined) return { value, end: at - length }
      }
      return undefined
    },
    has: (token) => token !== undefined && byWords.has(token.text),
  }
}

function addLength(lengths: Map<string, number[]>, word: string | undefined, length: number): void {
  if (word === undefined) return
  const known = lengths.get(word) ?? []
  if (!known.includes(length))
    lengths.set(
      word,
      [...known, length].sort((one, other) => other - one),
    )
}
