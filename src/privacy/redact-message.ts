import type { LocaleContent } from '../conversation/content.ts'
import type { Input } from '../conversation/decision.ts'
import { askedContact } from '../conversation/handoff.ts'
import type { ConversationState } from '../conversation/state.ts'
import { redact } from './redact.ts'

/** What a decision gets of the words of a message. */
export type RedactedMessage = Pick<Extract<Input, { kind: 'message' }>, 'text' | 'typed'> &
  Required<Pick<Extract<Input, { kind: 'message' }>, 'redacted'>>

/**
 * Takes personal data out of a message. Where a phone number or an e-mail address is asked for, the words as typed go along
 * for that field; what may be kept of the message holds the mark there too, as the Case has the number.
 * @param typed the words of a person
 * @param state the conversation at that moment
 * @param words of the language of the marks
 */
export function redactMessage(
  typed: string,
  state: ConversationState,
  { redacted: marks }: Pick<LocaleContent, 'redacted'>,
): RedactedMessage {
  const field = askedContact(state)
  const { text, found } = redact(typed, marks, field)
  return { text, redacted: found.filter((kind) => kind !== field), ...(field === undefined ? {} : { typed }) }
}
