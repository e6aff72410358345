import type { Content } from '../../src/conversation/content.ts'
import { decide } from '../../src/conversation/decide.ts'
import type { Decision, Effect, Input, Reply, Surroundings } from '../../src/conversation/decision.ts'
import { type ConversationState, createState } from '../../src/conversation/state.ts'
import { beginTalk, endTalk, type Talk } from '../../src/conversation/talk.ts'
import type { Intent, Meaning } from '../../src/understanding/meaning.ts'
import { sampleContent } from './sample-content.ts'

/** Moment at which all sample conversations take place: a Monday morning. */
export const now = new Date('2026-11-23T09:00:00Z')

const around: Surroundings = {
  now,
  caseNumber: 1042,
  isContentLost: false,
  promise: (region, _topic, at) => ({
    queue: 'all',
    organisation: `organisation of ${region.id}`,
    role: 'helper',
    answerBy: new Date(at.getTime() + 3 * 3_600_000),
    onDuty: true,
  }),
}

/** Talks to decide() and remembers; `say` gives the replies of one turn. */
export function talk(content: Content = sampleContent(), start: Partial<ConversationState> = {}) {
  let state: ConversationState = { ...createState(content.version), ...start }
  const put = (input: Input, more: Partial<Surroundings> = {}): Effect[] => {
    const decision = decide(state, input, content, { ...around, ...more })
    state = decision.state
    return decision.effects
  }
  /** A message with everything it means. */
  const mean = (meaning: Meaning, text = 'text'): Reply[] => replies(put({ kind: 'message', text, meaning }))
  const say = (intent: Intent, crisis?: Meaning['crisis'], text = 'text'): Reply[] =>
    mean(crisis === undefined ? { intent } : { intent, crisis }, text)
  return {
    put,
    mean,
    say,
    start: () => replies(put({ kind: 'start' })),
    choose: (choice: string) => say({ kind: 'choice', choice }),
    topic: (topic: string, also: string[] = []) =>
      say({ kind: 'topic', topic, confidence: 0.9, also: also.map((id) => ({ topic: id, confidence: 0.8 })) }),
    command: (command: Extract<Intent, { kind: 'command' }>['command']) => say({ kind: 'command', command }),
    unclear: (text = 'brr') => say({ kind: 'unclear', topics: [] }, undefined, text),
    get state() {
      return state
    },
  }
}

/** Begins one decision, for the rules that make a part of it. */
export function beginSample(content: Content, start: Partial<ConversationState> = {}, day = '2026-11-23'): Talk {
  const state = { ...createState(content.version), ...start }
  return beginTalk(state, content, { ...around, now: new Date(`${day}T09:00:00Z`) })
}

/** The replies of a decision that is made. */
export function endSample(begun: Talk): Reply[] {
  const { effects }: Decision = endTalk(begun)
  return replies(effects)
}

/** The messages among effects. */
export function replies(effects: Effect[]): Reply[] {
  return effects.flatMap((effect) => (effect.kind === 'reply' ? [effect.reply] : []))
}

/** Words of messages. */
export function texts(said: Reply[]): string[] {
  return said.map((reply) => reply.text)
}

/** Words on the buttons under the last message. */
export function labels(said: Reply[]): string[] {
  return said.at(-1)?.buttons.map((button) => button.label) ?? []
}
