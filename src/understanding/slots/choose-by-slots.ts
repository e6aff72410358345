import type { OfferedChoice } from '../meaning.ts'
import { pickHeard, toHeard } from './pick-heard.ts'
import type { Slots } from './slots.ts'

/** A longer message than this says more than an answer, unless it says nothing else than what was asked. */
const mostWords = 7

/**
 * Reads a short answer as the choice it falls in: "een uurtje of 10", "wajong denk ik", "twaalf".
 * @param text the message
 * @param slots what was read in it
 * @param choices on offer
 * @param questionOpeners words with which a question begins: "wat als ik 12 uur werk" is no answer
 * @returns the id of the choice, or undefined
 */
export function chooseBySlots(
  text: string,
  slots: Slots | undefined,
  choices: readonly OfferedChoice[],
  questionOpeners: ReadonlySet<string>,
): string | undefined {
  if (slots === undefined) return undefined
  const picked = pickHeard(choices, toHeard(slots))
  if (picked === undefined || slots.isWhole) return picked?.id
  const words = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []
  const isAnswer = words.length <= mostWords && !text.includes('?') && !questionOpeners.has(words[0] ?? '')
  return isAnswer ? picked.id : undefined
}

/**
 * Whether a choice that was found by one of its words is not what was said: "geen wajong" names Wajong and denies it, and
 * so do "ik had wajong" and "mijn man heeft wajong".
 * @param id of the choice
 * @param slots what was read in the message
 * @param choices on offer
 */
export function isSaidOtherwise(id: string, slots: Slots | undefined, choices: readonly OfferedChoice[]): boolean {
  const isAboutBenefit = choices.find((choice) => choice.id === id)?.hears?.benefit !== undefined
  const named = isAboutBenefit ? (slots?.benefits ?? []) : []
  return named.length > 0 && named.every(({ standing }) => standing !== 'has' && standing !== 'doubts')
}
