import { foldedForms, foldLetters } from './fold-letters.ts'
import type { OtherLanguages } from './meaning.ts'

/**
 * Makes the look-up of messages that ask for a human in a language that is only recognised: the button in that language,
 * also when it is no longer on offer. Only the whole message counts.
 * @param others the languages; without them nothing is found
 * @returns tells it of a text of `normaliseText`
 */
export function createAsksForPerson(others: OtherLanguages | undefined): (normalised: string) => boolean {
  const wordings = new Set(Object.values(others?.named ?? {}).flatMap(({ person }) => person.flatMap(foldedForms)))
  return (normalised) => wordings.has(foldLetters(normalised))
}
