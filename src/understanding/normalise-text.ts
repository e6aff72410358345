/** How people also type a word -> the word. */
export type Spellings = ReadonlyMap<string, string>

const noSpellings: Spellings = new Map()

/**
 * Turns the spellings of a language into a look-up.
 * @param written word -> other spellings of it, separated by spaces
 */
export function indexSpellings(written: Readonly<Record<string, string>>): Spellings {
  return new Map(
    Object.entries(written).flatMap(([word, forms]) => forms.split(' ').map((form) => [form, word] as const)),
  )
}

/**
 * Brings a text to the form in which the classifier and the choice reader compare: lower case, no accents, no signs,
 * one space between words, drawn-out letters shortened, short and spoken spellings written out.
 * @param text any text; the caller bounds its length
 * @param spellings of the language; without them every word stays as it is typed
 * @returns words with one space in between, or '' when there is no letter or digit
 */
export function normaliseText(text: string, spellings: Spellings = noSpellings): string {
  const words: string[] = []
  for (const word of plainLetters(text).match(/[\p{L}\p{N}]+/gu) ?? []) {
    const shortened = word.length > 3 ? word.replace(/([^\d])\1{2,}/g, '$1$1') : word
    words.push(spellings.get(shortened) ?? shortened)
  }
  return words.join(' ')
}

function plainLetters(text: string): string {
  const lower = text.toLowerCase().replace(/['’`´]/g, '')
  if (/^[\n -~]*$/.test(lower)) return lower
  return lower.normalize('NFKD').replace(/[\p{M}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu, '')
}
