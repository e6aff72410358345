import type { Content } from '../conversation/content.ts'
import { decide, readingContext } from '../conversation/decide.ts'
import type { Decision, Input, Reply, Surroundings } from '../conversation/decision.ts'
import { mayOpenCase } from '../conversation/handoff.ts'
import { type Beginning, type ConversationState, createState } from '../conversation/state.ts'
import { beginTalk, endTalk } from '../conversation/talk.ts'
import { askAgain, offerWhatIsWaitedFor } from '../conversation/ways-on.ts'
import { wordsIn } from '../conversation/words-in.ts'
import { promiseAnswer } from '../handoff/promise.ts'
import { redactMessage } from '../privacy/redact-message.ts'
import type { Intent, Understand } from '../understanding/meaning.ts'

/** Number of a Case that is never opened: nothing is stored here. */
const shownCaseNumber = 1042

/** One moment of a conversation. */
export interface Moment {
  state: ConversationState
  replies: Reply[]
}

/** A conversation by the real rules, with the real words, without a channel or a store. */
export interface Talk {
  /** @param beginning what the page already knows; a language named here is not guessed again */
  begin(beginning?: Beginning): Moment
  /** Types a sentence, which is understood. */
  say(state: ConversationState, text: string): Moment
  /** Does what was meant, without words. */
  mean(state: ConversationState, intent: Intent): Moment
  /** Says again what is asked at this place, with the words of this content; the menu when nothing is asked. */
  repeat(state: ConversationState): Moment
}

/**
 * Makes a conversation.
 * @param parts the content, and the understanding trained on it
 * @param now the moment at which all of it takes place
 */
export function createTalk({ content, understand }: { content: Content; understand: Understand }, now: Date): Talk {
  const around = (state: ConversationState): Surroundings => ({
    now,
    isContentLost: false,
    promise: promiseAnswer,
    // Nothing is stored here, so the words of the author may be shown as they are.
    redact: (text) => text,
    ...(mayOpenCase(state) ? { caseNumber: shownCaseNumber } : {}),
  })
  const show = ({ state, effects }: Decision): Moment => ({
    state,
    replies: effects.flatMap((effect) => (effect.kind === 'reply' ? [effect.reply] : [])),
  })
  const put = (state: ConversationState, input: Input) => show(decide(state, input, content, around(state)))
  return {
    begin: (beginning = {}) =>
      put(createState(content.version, { isLocaleChosen: beginning.locale !== undefined, ...beginning }), {
        kind: 'start',
      }),
    say: (state, text) => {
      const meaning = understand(text, readingContext(state, now))
      const words = wordsIn(content, meaning.language ?? state.locale)
      return put(state, { kind: 'message', ...redactMessage(text, state, words), meaning })
    },
    mean: (state, intent) => put(state, { kind: 'message', text: '', meaning: { intent } }),
    repeat: (state) => {
      const talk = beginTalk(state, content, around(state))
      askAgain(talk)
      if (talk.offers === undefined) offerWhatIsWaitedFor(talk)
      return show(endTalk(talk))
    },
  }
}
