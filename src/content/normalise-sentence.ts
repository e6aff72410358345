/**
 * Makes sentences comparable: small letters, no accents, no punctuation, single spaces.
 * @param sentence what an author wrote
 */
export function normaliseSentence(sentence: string): string {
  return sentence
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
