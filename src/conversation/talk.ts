import type { OfferedChoice } from '../understanding/meaning.ts'
import type { Content, Region, Topic } from './content.ts'
import type { Decision, Effect, Reply, ReplyButton, ReplyKind, Surroundings } from './decision.ts'
import type { PhraseName } from './dialog-files.ts'
import type { ConversationState } from './state.ts'

/** Most buttons under one message: what Teams shows of suggested actions, and what people can oversee. */
export const maxButtons = 6

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
}

/** Begins a decision on a copy of the state. */
export function beginTalk(state: ConversationState, content: Content, around: Surroundings): Talk {
  // Rules change these two in place and replace the rest as a whole. A deep copy of everything takes 25 µs of each turn.
  const copy = { ...state, paused: [...state.paused], answers: { ...state.answers } }
  return { state: copy, content, around, effects: [], offers: undefined }
}

/** Ends a decision: puts the buttons under the last reply and remembers them. */
export function endTalk(talk: Talk): Decision {
  const offers = (talk.offers ?? []).slice(0, maxButtons)
  const last = talk.effects.findLast((effect) => effect.kind === 'reply')
  if (last?.kind === 'reply') {
    const links = last.reply.buttons
    const room = maxButtons - links.length
    last.reply.buttons = [...links, ...offers.slice(0, room).map(({ label }): ReplyButton => ({ label }))]
  }
  talk.state.offered = offers
  return { state: talk.state, effects: talk.effects }
}

/** Adds one message of the bot. */
export function reply(talk: Talk, message: { text: string; marks: Reply['marks']; buttons?: ReplyButton[] }): void {
  talk.effects.push({
    kind: 'reply',
    reply: { text: message.text, buttons: message.buttons ?? [], marks: message.marks },
  })
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
  for (const text of talk.content.phrases[name].texts) {
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

/** The topic as it is in the candidate's region; undefined when this content does not know it. */
export function topicOf(talk: Pick<Talk, 'state' | 'content'>, id: string): Topic | undefined {
  return talk.content.topics[regionOf(talk).id]?.[id]
}

/** The title of a topic, as it stands on buttons. */
export function titleOf(talk: Pick<Talk, 'state' | 'content'>, id: string): string {
  return topicOf(talk, id)?.title ?? id
}

/** A button that starts a topic. */
export function topicChoice(talk: Talk, id: string): OfferedChoice {
  return { id: `topic:${id}`, label: titleOf(talk, id), phrases: [] }
}

/** A button that asks for a human. */
export function humanChoice(talk: Talk): OfferedChoice {
  return { id: 'command:mens', label: talk.content.labels.mens, phrases: [] }
}

/** A button that shows the menu. */
export function menuChoice(talk: Talk): OfferedChoice {
  return { id: 'command:menu', label: talk.content.labels.menu, phrases: [] }
}

/** The choices of a phrase, as offers. */
export function phraseChoices(talk: Talk, name: PhraseName): OfferedChoice[] {
  return talk.content.phrases[name].choices.map(({ id, label, phrases }) => ({ id, label, phrases }))
}
