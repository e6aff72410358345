import { z } from 'zod'
import type { Content } from '../conversation/content.ts'
import { readingContext } from '../conversation/decide.ts'
import type { Input } from '../conversation/decision.ts'
import type { ConversationState } from '../conversation/state.ts'
import { wordsIn } from '../conversation/words-in.ts'
import { type RedactedMessage, redactMessage } from '../privacy/redact-message.ts'
import type { Understand } from '../understanding/meaning.ts'
import type { LoggedActivity } from './activity.ts'
import type { TurnInput } from './turn.ts'

/** Longest message that is answered; a longer one is kept, checked for danger, and asked for again in short. */
export const maxTextChars = 4000

const explainButtonSchema = z.object({
  explain: z.enum(['makkelijker', 'korter', 'voorbeeld', 'waarom']),
  topic: z.string().max(100),
  step: z.string().max(200),
})

/**
 * Understands what came in. Read are the words as they were typed; what is passed on of them is what may be kept.
 * @param at the conversation when it came, its content, and the moment
 * @returns what it means, or undefined when it is nothing to answer (an event)
 */
export function hear(
  understand: Understand,
  incoming: TurnInput['incoming'],
  { state, content, now }: { state: ConversationState; content: Content; now: Date },
): Input | undefined {
  if (incoming.kind === 'start') return { kind: 'start' }
  const { activity } = incoming
  if (activity.type !== 'message') return undefined
  const text = activity.text ?? ''
  const meaning = understand(text, readingContext(state, now))
  const message = redactMessage(text, state, wordsIn(content, meaning.language ?? state.locale))
  if (text.length > maxTextChars) return { kind: 'too-long', meaning, redacted: message.redacted }
  if (text.trim() === '' && (activity.attachments?.length ?? 0) > 0) return { kind: 'attachment' }
  return hearMessage(message, meaning, activity)
}

// A button under an answer names the answer it is about; its words alone would mean the last one.
function hearMessage(message: RedactedMessage, meaning: ReturnType<Understand>, activity: LoggedActivity): Input {
  // Most messages carry no value, and for zod to find that out costs more than a turn's database reads.
  const button = activity.value === undefined ? undefined : explainButtonSchema.safeParse(activity.value)
  if (!button?.success) return { kind: 'message', ...message, meaning }
  const { explain, topic, step } = button.data
  const answer = step.split('/')[0] ?? step
  return {
    kind: 'message',
    ...message,
    meaning: { ...meaning, intent: { kind: 'command', command: explain } },
    about: { topic, answer },
  }
}
