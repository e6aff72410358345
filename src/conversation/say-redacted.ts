import type { RedactedKind } from './dialog-files/phrases-file.ts'
import { sayPhrase, type Talk, wordsOf } from './talk.ts'

/**
 * Says which personal data was taken out of a message. Each kind is told once in a conversation: whoever knows it need not
 * hear it with every message. It comes after words about danger, and before the answer, which keeps its buttons.
 * @param found what was taken out; nothing is said when all of it was told before
 */
export function sayRedacted(talk: Talk, found: readonly RedactedKind[] = []): void {
  const { state } = talk
  const news = found.filter((kind) => !state.redactedTold.includes(kind))
  if (news.length === 0) return
  state.redactedTold = [...state.redactedTold, ...news]
  const words = wordsOf(talk).redacted
  sayPhrase(talk, 'redacted', { variables: { soorten: news.map((kind) => words[kind]).join(', ') } })
}
