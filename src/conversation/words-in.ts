import type { Content, LocaleContent, OtherLanguage } from './content.ts'

/**
 * Everything that is written in a language.
 * @param content the content
 * @param locale the language; one that is not there, or none, means the default one
 */
export function wordsIn(content: Content, locale: string = content.defaultLocale): LocaleContent {
  const words = content.locales[locale] ?? content.locales[content.defaultLocale]
  if (words === undefined)
    throw new Error(`Content has no words in "${content.defaultLocale}"; content/ must refuse this.`)
  return words
}

/**
 * What is said in a language that is only recognised.
 * @param content the content
 * @param tag as in `Meaning.otherLanguage`
 * @returns undefined when it has no lines of its own
 */
export function findOtherLanguage(content: Content, tag: string): OtherLanguage | undefined {
  return Object.hasOwn(content.otherLanguages, tag) ? content.otherLanguages[tag] : undefined
}
