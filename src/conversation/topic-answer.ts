import type { AnswerStep, Step } from './content.ts'
import { dayIn } from './format-moment.ts'
import { regionOf, regionWordsOf, type Talk } from './talk.ts'

/** The answer as it is in the candidate's region. */
export function answerOf(talk: Talk, topic: string, step: AnswerStep): AnswerStep {
  return regionWordsOf(talk).answers[topic]?.[step.id] ?? step
}

/** The calendar day of this decision where the candidate lives, `2026-11-22`. */
export function today(talk: Talk): string {
  return dayIn(talk.around.now, regionOf(talk).office.timeZone)
}

/** Whether an answer may still be stated on the day of this decision. */
export function isInDate(talk: Talk, answer: AnswerStep): boolean {
  const day = today(talk)
  return day <= answer.validUntil && !hasNotBegun(answer, day)
}

/**
 * What becomes of an answer on the day of this decision: `say` it, `skip` it because the one before or after it holds
 * today, or tell that it `ended` and nothing took its place yet.
 * @param steps the steps of its topic, in which the answer stands that takes over from it
 */
export function dueOn(talk: Talk, answer: AnswerStep, steps: readonly Step[]): 'say' | 'skip' | 'ended' {
  const day = today(talk)
  if (hasNotBegun(answer, day)) return 'skip'
  if (day <= answer.validUntil) return 'say'
  // A region or a translation can end earlier than the topic: then there are days between the two.
  const next = steps.find((step) => step.op === 'answer' && step.id === answer.succeededBy)
  return next?.op === 'answer' && !hasNotBegun(next, day) ? 'skip' : 'ended'
}

function hasNotBegun({ validFrom }: AnswerStep, day: string): boolean {
  return validFrom !== undefined && day < validFrom
}
