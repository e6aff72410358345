import { join } from 'node:path'
import { readContent } from '../../src/content/load-content.ts'
import type { Content } from '../../src/conversation/content.ts'
import { decide, readingContext } from '../../src/conversation/decide.ts'
import type { Input, Reply } from '../../src/conversation/decision.ts'
import { mayOpenCase } from '../../src/conversation/handoff.ts'
import { type ConversationState, createState } from '../../src/conversation/state.ts'
import { promiseAnswer } from '../../src/handoff/promise.ts'
import { createUnderstand } from '../../src/understanding/create-understand.ts'
import type { Intent, Understand } from '../../src/understanding/meaning.ts'

/** The written content and the understanding trained on it, as the program has them. */
export function loadReal(): { content: Content; understand: Understand } {
  const { content, training } = readContent(join(import.meta.dirname, '..', '..', 'dialogs'))
  return { content, understand: createUnderstand(training) }
}

/** One moment of a conversation. */
export interface Moment {
  state: ConversationState
  replies: Reply[]
}

/** Talks by the real rules, with the real words, without a channel or a store. */
export function createTalk(real: { content: Content; understand: Understand }, now: Date) {
  const put = (state: ConversationState, input: Input): Moment => {
    const decision = decide(state, input, real.content, {
      now,
      isContentLost: false,
      promise: promiseAnswer,
      ...(mayOpenCase(state) ? { caseNumber: 1042 } : {}),
    })
    const replies = decision.effects.flatMap((effect) => (effect.kind === 'reply' ? [effect.reply] : []))
    return { state: decision.state, replies }
  }
  return {
    begin: (region?: string): Moment => put(createState(real.content.version, region), { kind: 'start' }),
    /** Types a sentence, which is understood. */
    say: (state: ConversationState, text: string): Moment =>
      put(state, { kind: 'message', text, meaning: real.understand(text, readingContext(state, now)) }),
    /** Does what was meant, without words. */
    mean: (state: ConversationState, intent: Intent): Moment =>
      put(state, { kind: 'message', text: '', meaning: { intent } }),
  }
}
