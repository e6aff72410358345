import type { LanguageWords } from '../meaning.ts'

/** The forms of a word by which words that mean the same meet each other. */
export interface WordForms {
  /** Takes the ending off: "werkplekken" and "werkplek" give the same. */
  stem: (word: string) => string
  /** Writes a word as it sounds, so that most phonetic spellings meet: "uitkeering", "uitkering". */
  sound: (word: string) => string
}

/** A stem of fewer letters says nothing any more. */
const leastStemChars = 3

/**
 * Makes the reader of word forms for one language. It is rough on purpose: a stem need not be a word, it need only be the
 * same for words that belong together.
 * @param words endings (longest wins) and sounds (applied in the order they are written), from `words.yaml`
 */
export function createWordForms({ endings, sounds }: Pick<LanguageWords, 'endings' | 'sounds'>): WordForms {
  const longestFirst = [...endings].sort((one, other) => other.length - one.length)
  const rules = Object.entries(sounds).map(([written, sound]) => ({ written: new RegExp(written, 'g'), sound }))
  return {
    stem: (word) => {
      const ending = longestFirst.find((end) => word.length - end.length >= leastStemChars && word.endsWith(end))
      return shortenLastVowel(ending === undefined ? word : word.slice(0, -ending.length))
    },
    sound: (word) => {
      let heard = word
      for (const { written, sound } of rules) heard = heard.replace(written, sound)
      return heard.replace(/(.)\1+/g, '$1')
    },
  }
}

/** "loop" and "lopen", "stap" and "stappen": one vowel and one consonant are left of each double. */
function shortenLastVowel(stem: string): string {
  return stem.replace(/([aeou])\1(?=[a-z]$)/, '$1').replace(/([bdfgklmnprst])\1$/, '$1')
}
