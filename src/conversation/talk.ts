import type { OfferedChoice } from '../understanding/meaning.ts'
import type { Heard } from '../understanding/slots/pick-heard.ts'
import type { Content, LocaleContent, Region, RegionWords, Topic } from './content.ts'
import type { Decision, Effect, Reply, ReplyButton, ReplyKind, Surroundings } from './decision.ts'
import type { PhraseName } from './dialog-files/phrases-file.ts'
import type { ConversationState } from './state.ts'
import { wordsIn } from './words-in.ts'

/** Most buttons under one message: what Teams shows of suggested actions, and what people can oversee. */
export const maxButtons = 6

/** More answers than this are not said again in another form all at once. */
const mostTold = 4

/**
 * One decision while it is being made. The rules change `state` (a copy) and add to `effects`; nothing outside sees it
 * before it is finished.
 */
export interface Talk {
  state: ConversationState
  readonly content: Content
  readonly around: Surroundings
  readonly effects: Effect[]
  /** Choices to put under the last reply; undefined = whatever the conversation waits for. */
  offers: OfferedChoice[] | undefined
  /** Choices that are not shown but still understood: the open question under the words about danger. */
  heardToo: OfferedChoice[]
  /** Answers given in this decision, in order. */
  readonly told: { topic: string; answer: string }[]
  /** What this message says about the person, beside what earlier messages said. */
  heardNow: Heard
}

const nothingHeard: Heard = { denied: [], hours: [] }

/** Begins a decision on a copy of the state. */
export function beginTalk(state: ConversationState, content: Content, around: Surroundings): Talk {
  // Rules change these two in place and replace the rest as a whole. A deep copy of everything takes 25 µs of each turn.
  const copy = { ...state, paused: [...state.paused], answers: { ...state.answers } }
  return {
    state: copy,
    content,
    around,
    effects: [],
    offers: undefined,
    heardToo: [],
    told: [],
    heardNow: nothingHeard,
  }
}

/** Ends a decision: puts the buttons under the last reply and remembers them. */
export function endTalk(talk: Talk): Decision {
  const offers = (talk.offers ?? []).slice(0, maxButtons)
  const last = talk.effects.findLast((effect) => effect.kind === 'reply')
  if (last?.kind === 'reply') {
    const links = last.reply.buttons
    const room = maxButtons - links.length
    last.reply.buttons = [...links, ...offers.slice(0, room).map(toButton)]
  }
  talk.state.offered = [...offers, ...talk.heardToo.filter(({ id }) => !offers.some((offer) => offer.id === id))]
  if (talk.told.length > 0) talk.state.toldTogether = talk.told.slice(-mostTold)
  return { state: talk.state, effects: talk.effects }
}

function toButton({ label, locale }: OfferedChoice): ReplyButton {
  return { label, ...(locale === undefined ? {} : { locale }) }
}

/** One message of the bot; in the language of the conversation when it names none. */
export type Message = Omit<Reply, 'buttons' | 'locale'> & { buttons?: ReplyButton[]; locale?: string }

/** Adds one message of the bot. */
export function reply(talk: Talk, message: Message): void {
  const { buttons = [], locale = wordsOf(talk).tag, ...rest } = message
  talk.effects.push({ kind: 'reply', reply: { ...rest, buttons, locale } })
}

/**
 * Says a written phrase, with its variables filled in.
 * @param options.topic the part that speaks, for the marks; `system` when left out
 */
export function sayPhrase(
  talk: Talk,
  name: PhraseName,
  options: { kind?: ReplyKind; topic?: string; variables?: Record<string, string> } = {},
): void {
  for (const text of wordsOf(talk).phrases[name].texts) {
    reply(talk, {
      text: fillIn(text, options.variables ?? {}),
      marks: { topic: options.topic ?? 'system', step: name, kind: options.kind ?? 'system' },
    })
  }
}

/**
 * Replaces `{name}` by its value. A value is put in as it is: a `{…}` inside it is not looked at again, so that what a
 * person typed cannot act as a variable.
 */
export function fillIn(text: string, variables: Record<string, string>): string {
  return text.replace(/\{([a-z-]+)\}/g, (whole, name: string) => variables[name] ?? whole)
}

/** The region the candidate belongs to, or the one for everybody. */
export function regionOf(talk: Pick<Talk, 'state' | 'content'>): Region {
  const { regions, fallbackRegion } = talk.content
  const region = regions[talk.state.region ?? fallbackRegion] ?? regions[fallbackRegion]
  if (region === undefined)
    throw new Error(`Content has no fallback region "${fallbackRegion}"; content/ must refuse this.`)
  return region
}

/** Everything that is written in the language of the conversation. */
export function wordsOf({ state, content }: Pick<Talk, 'state' | 'content'>): LocaleContent {
  return wordsIn(content, state.locale)
}

/** Everything that is written in the language in which a topic is told: the default one when it is not translated. */
export function wordsOfTopic(talk: Pick<Talk, 'state' | 'content'>, id: string): LocaleContent {
  return isWritten(talk, id) ? wordsOf(talk) : wordsIn(talk.content)
}

/**
 * What is written about the candidate's region.
 * @param language words of a language; those of the conversation when left out
 */
export function regionWordsOf(talk: Pick<Talk, 'state' | 'content'>, language = wordsOf(talk)): RegionWords {
  const { id } = regionOf(talk)
  const words = language.regions[id]
  if (words === undefined) throw new Error(`Content has no words about region "${id}"; content/ must refuse this.`)
  return words
}

/**
 * The topic as it is in the candidate's region and language; in the default language when it is not translated, and
 * undefined when this content does not know it.
 */
export function topicOf(talk: Pick<Talk, 'state' | 'content'>, id: string): Topic | undefined {
  return findTopic(talk, talk.state.locale, id) ?? findTopic(talk, talk.content.defaultLocale, id)
}

/** Whether a topic is written in the language of the conversation, so that it can be offered. */
export function isWritten(talk: Pick<Talk, 'state' | 'content'>, id: string): boolean {
  return findTopic(talk, talk.state.locale, id) !== undefined
}

function findTopic(talk: Pick<Talk, 'state' | 'content'>, locale: string, id: string): Topic | undefined {
  const words = talk.content.locales[locale]
  return words?.regions[regionOf(talk).id]?.topics[id] ?? words?.topics[id]
}

/** The title of a topic, as it stands on buttons. */
export function titleOf(talk: Pick<Talk, 'state' | 'content'>, id: string): string {
  return topicOf(talk, id)?.title ?? id
}

/** A button that starts a topic. */
export function topicChoice(talk: Talk, id: string): OfferedChoice {
  return { id: `topic:${id}`, label: titleOf(talk, id), phrases: [], isByNameOnly: true }
}

/** A button that asks for a human. */
export function humanChoice(talk: Talk): OfferedChoice {
  return { id: 'command:mens', label: wordsOf(talk).labels.mens, phrases: [] }
}

/** A button that shows the menu. */
export function menuChoice(talk: Talk): OfferedChoice {
  return { id: 'command:menu', label: wordsOf(talk).labels.menu, phrases: [] }
}

/** The choices of a phrase, as offers. */
export function phraseChoices(talk: Talk, name: PhraseName): OfferedChoice[] {
  return wordsOf(talk).phrases[name].choices.map(({ id, label, phrases }) => ({ id, label, phrases }))
}
