import type { LocaleContent } from './content.ts'
import { type Message, regionWordsOf, reply, type Talk, wordsOf, wordsOfTopic } from './talk.ts'
import { today } from './topic-answer.ts'

const amountPrefix = 'bedrag:'

/**
 * Says a text of a topic, filled in, and marked with the language it is in: not that of the conversation when the topic
 * is not translated, and a screen reader must know.
 * @param message its marks name the topic
 */
export function tellTopic(talk: Talk, message: Message): void {
  const { topic } = message.marks
  const locale = wordsOfTopic(talk, topic).tag
  const conversationLocale = wordsOf(talk).tag
  const marks = locale === conversationLocale ? message.marks : { ...message.marks, conversationLocale }
  reply(talk, { ...message, text: fillTopicText(talk, topic, message.text), locale, marks })
}

/**
 * Fills in what depends on the candidate's region and on the day: `{helper}`, `{region}` and `{bedrag:minimumloon-uur}`,
 * in the language in which the topic is told.
 * Unlike the variables of a phrase, nothing a person typed comes in here.
 * @param topic id of the topic
 * @param text a text of it
 * @returns the text; a name that nothing fills in stays as it is (the checks of content refuse it)
 */
export function fillTopicText(talk: Talk, topic: string, text: string): string {
  if (!text.includes('{')) return text
  const words = wordsOfTopic(talk, topic)
  const region = regionWordsOf(talk, words)
  return text.replace(/\{([a-z0-9:-]+)\}/g, (whole, name: string) => {
    if (name === 'region') return region.name
    if (!name.startsWith(amountPrefix)) return region.words[name] ?? whole
    return amountOn(today(talk), name.slice(amountPrefix.length), words) ?? whole
  })
}

function amountOn(day: string, id: string, { amounts }: LocaleContent): string | undefined {
  return amounts[id]?.find(({ from, until }) => from <= day && day <= until)?.text
}
