import type { Content } from '../conversation/content.ts'
import type { ConversationState, Place } from '../conversation/state.ts'
import { topicOf } from '../conversation/talk.ts'

/** A conversation that was moved to other content. */
export interface Moved {
  state: ConversationState
  /** The place where the conversation was, when the content no longer has it. */
  lostPlace?: Place
}

/**
 * Moves a conversation to content that an author just changed. It stays where it is as long as its step is still there;
 * what was collected stays, and what no longer exists is let go.
 * @param state the conversation so far; not changed
 * @param content the new content
 */
export function moveToContent(state: ConversationState, content: Content): Moved {
  const { region, lastAnswer, ...rest } = state
  const isRegion = region !== undefined && Object.hasOwn(content.regions, region)
  const kept: ConversationState = {
    ...rest,
    contentVersion: content.version,
    locale: Object.hasOwn(content.locales, state.locale) ? state.locale : content.defaultLocale,
    ...(isRegion ? { region } : {}),
  }
  const has = ({ topic, step }: Place) =>
    topicOf({ state: kept, content }, topic)?.steps.some(({ id }) => id === step) === true
  const isAnswerThere = lastAnswer !== undefined && has({ topic: lastAnswer.topic, step: lastAnswer.answer })
  const moved: ConversationState = {
    ...kept,
    paused: kept.paused.filter(has),
    alsoAsked: kept.alsoAsked.filter((topic) => topicOf({ state: kept, content }, topic) !== undefined),
    ...(isAnswerThere ? { lastAnswer } : {}),
  }
  const { waiting } = moved
  if (waiting.for !== 'answer' || has(waiting.place)) return { state: moved }
  return { state: { ...moved, waiting: { for: 'anything' } }, lostPlace: waiting.place }
}
