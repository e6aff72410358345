import type { OfferedChoice } from '../understanding/meaning.ts'
import { humanChoice, isWritten, maxButtons, sayPhrase, type Talk, topicChoice, wordsOf } from './talk.ts'

/** Offers the first topics of the menu, the way to all others, and a human. */
export function offerMenu(talk: Talk): void {
  talk.offers = [...firstTopics(talk, maxButtons - 2), allTopics(talk), humanChoice(talk)]
}

/** As {@link offerMenu}, with the other languages one can choose: at the start, where it is found by who needs it. */
export function offerMenuAndLanguages(talk: Talk): void {
  const languages = languageChoices(talk).slice(0, 2)
  talk.offers = [
    ...firstTopics(talk, maxButtons - 2 - languages.length),
    allTopics(talk),
    ...languages,
    humanChoice(talk),
  ]
}

/** Offers the groups of topics. */
export function offerGroups(talk: Talk): void {
  sayPhrase(talk, 'menu-more', { topic: 'menu' })
  const groups = wordsOf(talk).menu.groups.slice(0, maxButtons - 1)
  talk.offers = [
    ...groups.map(({ id, label }) => ({ id: `group:${id}`, label, phrases: [], isByNameOnly: true })),
    humanChoice(talk),
  ]
}

/**
 * Offers the topics of a group; those that do not fit stand behind a button.
 * @param name id of the group, with `:` and how many were shown already
 */
export function offerGroup(talk: Talk, name: string): void {
  const [id = '', shownText = '0'] = name.split(':')
  const group = wordsOf(talk).menu.groups.find((each) => each.id === id)
  if (group === undefined) return offerGroups(talk)
  const from = Number.parseInt(shownText, 10) || 0
  sayPhrase(talk, 'menu-group', { topic: 'menu', variables: { groep: group.label } })
  const rest = group.topics.slice(from).filter((topic) => isWritten(talk, topic))
  const room = maxButtons - 1
  const shown = rest.length > room ? rest.slice(0, room - 1) : rest
  const next = from + shown.length
  const isRoomLeft = shown.length < room
  talk.offers = [
    ...shown.map((topic) => topicChoice(talk, topic)),
    ...(shown.length < rest.length
      ? [{ id: `group:${id}:${next}`, label: wordsOf(talk).labels.more, phrases: [] }]
      : []),
    ...(shown.length === rest.length && isRoomLeft ? [allTopics(talk)] : []),
    humanChoice(talk),
  ]
}

function firstTopics(talk: Talk, room: number): OfferedChoice[] {
  return wordsOf(talk)
    .menu.first.filter((topic) => isWritten(talk, topic))
    .slice(0, room)
    .map((topic) => topicChoice(talk, topic))
}

function allTopics(talk: Talk): OfferedChoice {
  return { id: 'menu:groups', label: wordsOf(talk).labels.more, phrases: [] }
}

function languageChoices(talk: Talk): OfferedChoice[] {
  const current = wordsOf(talk)
  return Object.entries(talk.content.locales)
    .filter(([, words]) => words !== current)
    .map(([locale, words]) => ({
      id: `language:${locale}`,
      label: words.labels.language,
      phrases: [],
      locale: words.tag,
    }))
}
