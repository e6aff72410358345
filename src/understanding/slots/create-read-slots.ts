import type { LanguageWords } from '../meaning.ts'
import { readBenefits } from './read-benefits.ts'
import { readHours } from './read-hours.ts'
import { readMoments } from './read-moments.ts'
import { readMoney } from './read-money.ts'
import { readTokens, type Token } from './read-tokens.ts'
import { indexSlotWords } from './slot-lexicon.ts'
import type { Slots, Span } from './slots.ts'

/** What is known beside the message. */
export interface SlotReading {
  /** True when the bot just asked for hours: then a bare number counts as hours. */
  areHoursAsked: boolean
  /** Places that were read, as official names. */
  municipalities?: readonly string[]
}

/** Reads what somebody says about themselves. @returns undefined when nothing of it is said */
export type ReadSlots = (text: string, reading: SlotReading) => Slots | undefined

/**
 * Makes the readers of slots of all languages; each is made when it is first asked for.
 * @param languages locale -> its words
 * @returns the reader of a locale; undefined when there is no such language
 */
export function createSlotReaders(
  languages: Readonly<Record<string, { words: LanguageWords }>>,
): (locale: string) => ReadSlots | undefined {
  const made = new Map<string, ReadSlots>()
  return (locale) => {
    const known = made.get(locale)
    if (known !== undefined || !Object.hasOwn(languages, locale)) return known
    const language = languages[locale]
    if (language === undefined) return undefined
    const reader = createReadSlots(language.words)
    made.set(locale, reader)
    return reader
  }
}

/**
 * Makes the reader of slots for one language. Nothing is read twice: what is money is no hours, what is a time is none
 * either. The reader never throws, reads at most 900 characters, and takes time in proportion to them.
 * @param words of the language; without its `slots` only places are found
 */
export function createReadSlots(words: LanguageWords): ReadSlots {
  const { slots: slotWords } = words
  const lexicon = slotWords && indexSlotWords(slotWords, words.spellings)
  const small = new Set([...words.frame, ...words.courtesy, ...words.yes, ...words.no, ...smallWordsOf(slotWords)])

  return (text, { areHoursAsked, municipalities = [] }) => {
    const places = municipalities.length === 0 ? {} : { municipalities: [...municipalities] }
    if (lexicon === undefined) return municipalities.length === 0 ? undefined : { ...places, isWhole: false }
    const tokens = readTokens(text, lexicon.spellings)
    const benefits = readBenefits(tokens, lexicon)
    const money = readMoney(tokens, lexicon, tokensIn(tokens, benefits))
    const first = tokensIn(tokens, [...benefits, ...money])
    const moments = readMoments(tokens, lexicon, first)
    const hours = readHours(tokens, lexicon, {
      taken: new Set([...first, ...moments.taken]),
      isAsked: areHoursAsked,
    })
    const found = [...benefits, ...money, ...moments.mentions, ...hours]
    if (found.length === 0 && municipalities.length === 0) return undefined
    return {
      ...(benefits.length === 0 ? {} : { benefits }),
      ...places,
      ...(hours.length === 0 ? {} : { hours }),
      ...(money.length === 0 ? {} : { money }),
      ...(moments.mentions.length === 0 ? {} : { moments: moments.mentions }),
      isWhole: found.length > 0 && isRestSmall(tokens, found, small),
    }
  }
}

function smallWordsOf(words: LanguageWords['slots']): string[] {
  if (words === undefined) return []
  const lists = [
    words.doubting,
    words.denying,
    words.clauseWords,
    words.past,
    words.mine,
    words.self,
    words.unknownWhich,
  ]
  return lists.flat().flatMap((phrase) => phrase.split(' '))
}

/** Indexes of the tokens that lie in one of the spans. */
function tokensIn(tokens: readonly Token[], spans: readonly Span[]): Set<number> {
  const taken = new Set<number>()
  if (spans.length === 0) return taken
  for (const [index, token] of tokens.entries()) {
    if (spans.some(({ start, end }) => token.start >= start && token.end <= end)) taken.add(index)
  }
  return taken
}

function isRestSmall(tokens: readonly Token[], spans: readonly Span[], small: ReadonlySet<string>): boolean {
  const taken = tokensIn(tokens, spans)
  return tokens.every(({ text }, index) => taken.has(index) || !/^[\p{L}\d]/u.test(text) || small.has(text))
}
