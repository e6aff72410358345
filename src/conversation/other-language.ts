import type { Meaning, OfferedChoice } from '../understanding/meaning.ts'
import { isRegionAsked } from './region.ts'
import { humanChoice, reply, type Talk, wordsOf } from './talk.ts'
import { offerWhatIsWaitedFor } from './ways-on.ts'
import { findOtherLanguage, wordsIn } from './words-in.ts'

/**
 * Keeps in which other language somebody wrote: the human who gets the message must know.
 * @param meaning any meaning; one in a language we read changes nothing
 */
export function rememberOtherLanguage({ state }: Talk, { otherLanguage }: Meaning): void {
  if (otherLanguage === undefined || state.otherLanguage?.tag === otherLanguage) return
  state.otherLanguage = { tag: otherLanguage, isTold: false }
}

/**
 * Says, in the language somebody wrote in, that the bot answers in Dutch or English and that a human can help. In full the
 * first time, shortly after that. An open question stays open and can still be answered.
 * @returns false when there is something in the message that can be heard: it is in a language we read, or it is a button,
 *   a command, or the place that was asked
 */
export function hearOtherLanguage(talk: Talk, { otherLanguage, intent, place }: Meaning): boolean {
  if (otherLanguage === undefined || intent.kind === 'choice' || intent.kind === 'command') return false
  if (place !== undefined && isRegionAsked(talk.state)) return false
  const isAgain = talk.state.otherLanguage?.isTold === true
  talk.state.otherLanguage = { tag: otherLanguage, isTold: true }
  const language = findOtherLanguage(talk.content, otherLanguage)
  if (language !== undefined) say(talk, isAgain ? language.again : language.line, otherLanguage)
  // Whoever writes Dutch after all, or sits beside the person, must be able to read what is asked.
  if (language === undefined || isAgain) sayInOurLanguages(talk, isAgain)
  offerWhatIsWaitedFor(talk)
  talk.heardToo = talk.offers ?? []
  const human = humanChoice(talk)
  const own = language === undefined ? human : { ...human, ...language.person, locale: otherLanguage }
  talk.offers = [own, ...languageChoices(talk)]
  return true
}

/** @param isShort true for the language of the conversation alone */
function sayInOurLanguages(talk: Talk, isShort: boolean): void {
  const own = wordsOf(talk)
  const others = Object.values(talk.content.locales).filter((words) => words !== own)
  for (const { phrases, tag } of isShort ? [own] : [own, ...others]) {
    for (const text of phrases['other-language'].texts) say(talk, text, tag)
  }
}

function say(talk: Talk, text: string, locale: string): void {
  const { tag } = wordsOf(talk)
  const conversation = locale === tag ? {} : { conversationLocale: tag }
  reply(talk, { text, locale, marks: { topic: 'system', step: 'other-language', kind: 'system', ...conversation } })
}

/** Every language that can be chosen, the one of the conversation last: it was not understood, or is not wanted. */
function languageChoices({ content, state }: Talk): OfferedChoice[] {
  const locales = Object.keys(content.locales).filter((locale) => locale !== state.locale)
  return [...locales, state.locale].map((locale) => {
    const { labels, tag } = wordsIn(content, locale)
    return { id: `language:${locale}`, label: labels.language, phrases: [], locale: tag }
  })
}
