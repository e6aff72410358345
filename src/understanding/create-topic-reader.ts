import { createClassify, type Train, type TrainedClassifier } from './classifier/train-classifier.ts'
import { labelExamples } from './label-examples.ts'
import type { LanguageTraining, Thesaurus } from './meaning.ts'
import { indexSpellings, normaliseText } from './normalise-text.ts'
import type { TopicReader } from './read-topics.ts'

/** Learns from the sentences of a language. */
export type LearnLanguage = (examples: Parameters<Train>[0], source: Parameters<Train>[1]) => TrainedClassifier

/**
 * Makes what reads topics in one language.
 * @param language its sentences, small words and thesaurus
 * @param learn learns from the sentences
 */
export function createTopicReader(language: LanguageTraining, learn: LearnLanguage): TopicReader {
  const { normalise, source } = readSource(language)
  const labelled = labelExamples(language.examples, normalise)
  return {
    classify: createClassify(learn(labelled, source), labelled, source),
    normalise,
    questionOpeners: new Set(language.words.questionOpeners),
  }
}

/** What features of a language are made of, and the form in which its sentences are read. */
export function readSource({ words, thesaurus, layers }: Pick<LanguageTraining, 'words' | 'thesaurus' | 'layers'>): {
  normalise: (text: string) => string
  source: Parameters<Train>[1]
} {
  const spellings = indexSpellings(words.spellings)
  const normalise = (text: string) => normaliseText(text, spellings)
  return {
    normalise,
    source: { thesaurus: normaliseThesaurus(thesaurus, normalise), words, ...(layers && { layers }) },
  }
}

function normaliseThesaurus(thesaurus: Thesaurus, normalise: (text: string) => string): Thesaurus {
  return Object.fromEntries(
    Object.entries(thesaurus).map(([concept, wordings]) => [
      concept,
      wordings.map(normalise).filter((wording) => wording !== ''),
    ]),
  )
}
