import type { Thesaurus } from '../meaning.ts'
import type { WordForms } from './word-forms.ts'

/** Finds the concepts that words stand for. */
export interface ConceptReader {
  /** Number of concepts; each has an index below it. */
  count: number
  /** The concept of one word: as it is written, else by its stem, else by its sound. */
  ofWord: (word: string) => number | undefined
  /**
   * The concepts of phrases of two to five words.
   * @param stems of the message, in order
   */
  ofPhrases: (stems: readonly string[]) => number[]
}

/** Stands in an index where two concepts share a form. */
const none = -1
/** Words shorter than this are only found as they are written: their stems and sounds meet by accident. */
const leastFormChars = 4

/**
 * Indexes the thesaurus.
 * @param thesaurus concept -> words and phrases that mean it, normalised
 * @param forms of the language
 */
export function createConceptReader(thesaurus: Thesaurus, forms: WordForms): ConceptReader {
  const byWord = new Map<string, number>()
  const byStem = new Map<string, number>()
  const bySound = new Map<string, number>()
  const phrases = new Map<string, { stems: string[]; concept: number }[]>()
  for (const [concept, wordings] of Object.values(thesaurus).entries()) {
    for (const wording of wordings) {
      const words = wording.split(' ')
      const [first = ''] = words
      if (words.length > 1) {
        const stems = words.map(forms.stem)
        const [opening = ''] = stems
        phrases.set(opening, [...(phrases.get(opening) ?? []), { stems, concept }])
        continue
      }
      byWord.set(first, concept)
      if (first.length < leastFormChars) continue
      keepUnique(byStem, forms.stem(first), concept)
      keepUnique(bySound, forms.sound(forms.stem(first)), concept)
    }
  }
  const ofForm = (index: ReadonlyMap<string, number>, form: string): number | undefined => {
    const found = index.get(form)
    return found === none ? undefined : found
  }
  function keepUnique(index: Map<string, number>, form: string, concept: number): void {
    const known = index.get(form)
    index.set(form, known === undefined || known === concept ? concept : none)
  }
  return {
    count: Object.keys(thesaurus).length,
    ofWord: (word) => {
      const exact = byWord.get(word)
      if (exact !== undefined || word.length < leastFormChars) return exact
      const stem = forms.stem(word)
      return ofForm(byStem, stem) ?? ofForm(bySound, forms.sound(stem))
    },
    ofPhrases: (stems) => {
      const found: number[] = []
      for (const [index, stem] of stems.entries()) {
        for (const phrase of phrases.get(stem) ?? []) {
          if (phrase.stems.every((part, offset) => stems[index + offset] === part)) found.push(phrase.concept)
        }
      }
      return found
    },
  }
}
