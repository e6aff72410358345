import type { Clock } from '../../clock.ts'
import type { Log } from '../../log.ts'
import type { TopicQuestion } from '../second-opinion.ts'
import { beforeDeadline } from './before-deadline.ts'
import { createChoiceCache } from './choice-cache.ts'
import { type CircuitBreaker, createCircuitBreaker } from './circuit-breaker.ts'
import { createHourlyBudget } from './hourly-budget.ts'
import { looksPersonal } from './looks-personal.ts'
import { maskHealth } from './mask-health.ts'
import { ModelError } from './model-error.ts'

/** Most characters of a message that leave the program. */
export const mostTextChars = 500

/** The guards around a model. */
export const modelLimits = {
  /** A person waits; after this the turn goes on as if there were no model. */
  deadlineMs: 2_000,
  /** More at once than this, and the rest goes without. */
  mostInFlight: 4,
  breaker: { failuresToOpen: 3, firstBackoffMs: 30_000, mostBackoffMs: 15 * 60_000 },
  cache: { mostKept: 500, keepMs: 60 * 60_000 },
}

/**
 * Asks a model once. Resolves with the id of a candidate, or undefined when none fits; rejects with a `ModelError`.
 * The signal says that nobody waits any more.
 */
export type AskModel = (question: TopicQuestion, signal: AbortSignal) => Promise<string | undefined>

/** What is needed around a model. */
export interface ChooseTopicParts {
  ask: AskModel
  /** Takes personal data out of what a person wrote. */
  redact: (text: string) => string
  /** Most questions in any sixty minutes. */
  callsPerHour: number
  /** Key of the hashes in the cache. */
  cacheSecret: Uint8Array
  clock: Clock
  log: Log
  /** `modelLimits` when left out. */
  limits?: typeof modelLimits
}

/**
 * Puts guards around a model: redaction, words about health masked, a bound on the text, a cache, a budget, a breaker, a bound on what is asked at
 * once, and a deadline over all of it. Log lines hold codes and durations, never words.
 * @param parts see `ChooseTopicParts`
 * @returns chooses a topic. Never rejects and never takes longer than the deadline: whatever goes wrong gives undefined,
 *   as if no topic fitted. `hurry` ends the wait at once.
 */
export function createChooseTopic(parts: ChooseTopicParts) {
  const { ask, redact, clock, log, limits = modelLimits } = parts
  const cache = createChoiceCache(parts.cacheSecret, limits.cache)
  const budget = createHourlyBudget(parts.callsPerHour)
  const breaker = createCircuitBreaker(limits.breaker)
  let inFlight = 0

  return async (question: TopicQuestion, hurry: AbortSignal): Promise<string | undefined> => {
    try {
      const safe = { ...question, text: takeStart(maskHealth(redact(question.text))) }
      if (safe.text.trim() === '' || looksPersonal(safe.text)) return undefined
      const known = cache.find(safe, clock.now().getTime())
      if (known !== undefined) return known.topic
      return !hurry.aborted && mayAsk() ? await askGuarded(safe, hurry) : undefined
    } catch (error) {
      log.error('A second opinion could not be asked; the conversation went on without.', error)
      return undefined
    }
  }

  function mayAsk(): boolean {
    const nowMs = clock.now().getTime()
    if (inFlight >= limits.mostInFlight || !breaker.mayTry(nowMs)) return false
    const spending = budget.spend(nowMs)
    if (spending === 'just-emptied') log.warn('The hourly budget of the model is spent; going on without it.')
    if (spending !== 'spent') breaker.giveUp()
    return spending === 'spent'
  }

  async function askGuarded(question: TopicQuestion, hurry: AbortSignal): Promise<string | undefined> {
    const beganMs = clock.now().getTime()
    const durationMs = () => clock.now().getTime() - beganMs
    try {
      const topic = await beforeDeadline((signal) => count(ask(question, signal)), limits.deadlineMs, hurry)
      breaker.succeed()
      cache.keep(question, { topic }, clock.now().getTime())
      log.info('The model was asked.', { outcome: topic === undefined ? 'none' : 'chosen', durationMs: durationMs() })
      return topic
    } catch (error) {
      const outcome = error instanceof ModelError ? error.code : 'failed'
      log.info('The model was asked.', { outcome, durationMs: durationMs() })
      tell(breaker, outcome)
      return undefined
    }
  }

  /** Counts until the request itself is over, which is later than our wait when the other side does not listen. */
  function count(asked: ReturnType<AskModel>): ReturnType<AskModel> {
    inFlight += 1
    return asked.finally(() => {
      inFlight -= 1
    })
  }

  function tell({ fail, giveUp }: CircuitBreaker, outcome: ModelError['code']): void {
    if (outcome === 'hurried') return giveUp()
    const openMs = fail(clock.now().getTime())
    if (openMs !== undefined) log.warn('The model does not answer; going on without it for a while.', { openMs })
  }
}

/** The beginning, without half a sign at its end. */
function takeStart(text: string): string {
  return text.length <= mostTextChars ? text : text.slice(0, mostTextChars).replace(/[\uD800-\uDBFF]$/, '')
}
