import type { LanguageWords } from './meaning.ts'

/** Fewer telling words than this is no sign of a language: "stop" and "help" are Dutch as well as English. */
const leastWords = 2
/** So many times as many telling words as of any other language. */
const leastLead = 2

/** Tells in which language a message is written, when that is clear. */
export type DetectLanguage = (normalised: string) => string | undefined

/**
 * Makes the reader of languages: it counts the small words that only one of them has.
 * @param languages the words of each language
 */
export function createDetectLanguage(languages: Record<string, { words: LanguageWords }>): DetectLanguage {
  const telling = Object.entries(languages).map(([locale, { words }]) => ({ locale, words: new Set(words.telling) }))
  return (normalised) => {
    const said = normalised.split(' ')
    const counts = telling
      .map(({ locale, words }) => ({ locale, count: said.filter((word) => words.has(word)).length }))
      .sort((one, other) => other.count - one.count)
    const [best, next] = counts
    if (best === undefined || best.count < leastWords) return undefined
    return best.count >= leastLead * (next?.count ?? 0) ? best.locale : undefined
  }
}
