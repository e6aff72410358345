/** Vowel groups that sound as one in Dutch, longest first. */
const nucleus = /aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|ou|au|[aeiouyàáâäèéêëìíîïòóôöùúûü]/g

/**
 * Counts the syllables of a Dutch word by its vowel groups. Simple on purpose: a mark above a vowel begins a syllable
 * (geïnd, coördinatie), digits count one each up to two, and abbreviations in capitals count one a letter. Compounds in
 * which two vowels meet (zee-egel) and loanwords can be one off, which does not matter to an average.
 * @param word one word, with or without capitals and punctuation
 * @returns at least 1
 */
export function countSyllables(word: string): number {
  const digits = word.match(/\d/g)?.length ?? 0
  if (digits > 0) return Math.min(digits, 2)
  const letters = word.replace(/[^\p{L}]/gu, '')
  if (letters.length > 1 && letters.length <= 4 && letters === letters.toUpperCase()) return letters.length
  return Math.max(1, letters.toLowerCase().match(nucleus)?.length ?? 0)
}
