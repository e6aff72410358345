import { createHmac } from 'node:crypto'
import type { TopicQuestion } from '../second-opinion.ts'

/** How much is remembered, and for how long. */
export interface CacheLimits {
  mostKept: number
  keepMs: number
}

/** What was chosen; `topic` is undefined when none fitted. */
export interface Choice {
  topic: string | undefined
}

/** Remembers choices, so that the same question is not paid for twice. Holds no words: only a keyed hash of them. */
export interface ChoiceCache {
  find(question: TopicQuestion, nowMs: number): Choice | undefined
  keep(question: TopicQuestion, choice: Choice, nowMs: number): void
}

/**
 * Makes an empty cache that forgets what was used longest ago.
 * @param secret key of the hash. Without it nobody can find out by trying whether a sentence was asked.
 * @param limits see `CacheLimits`
 */
export function createChoiceCache(secret: Uint8Array, { mostKept, keepMs }: CacheLimits): ChoiceCache {
  /** In order of use, longest ago first. */
  const kept = new Map<string, { choice: Choice; untilMs: number }>()
  const keyOf = (question: TopicQuestion) =>
    createHmac('sha256', secret).update(JSON.stringify(question)).digest('base64')
  return {
    find(question, nowMs) {
      const key = keyOf(question)
      const found = kept.get(key)
      if (found === undefined) return undefined
      kept.delete(key)
      if (found.untilMs <= nowMs) return undefined
      kept.set(key, found)
      return found.choice
    },
    keep(question, choice, nowMs) {
      const key = keyOf(question)
      kept.delete(key)
      kept.set(key, { choice, untilMs: nowMs + keepMs })
      for (const oldest of kept.keys()) {
        if (kept.size <= mostKept) return
        kept.delete(oldest)
      }
    },
  }
}
