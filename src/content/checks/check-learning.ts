import { commands } from '../../understanding/meaning.ts'
import { type Dialogs, type LanguageSources, outOfScopeList } from '../dialog-source.ts'
import { errorAt, type Finding } from '../finding.ts'
import { findingTexts as texts } from '../finding-texts.ts'
import { normaliseSentence } from '../normalise-sentence.ts'

/**
 * What the understanding learns from beside the topics: a word stands with one concept only, and a list of sentences is
 * called after something a sentence can mean.
 * @param dialogs what authors wrote
 */
export function checkLearning(dialogs: Dialogs): Finding[] {
  const topics = new Set(dialogs.topics.map(({ data }) => data.id))
  return [dialogs, ...dialogs.translations].flatMap((language) => [
    ...checkThesaurus(language),
    ...checkLists(language, topics),
  ])
}

function checkThesaurus({ thesaurus }: LanguageSources): Finding[] {
  const owners = new Map<string, string>()
  return Object.entries(thesaurus.data.concepts).flatMap(([concept, words]) =>
    words.split(',').flatMap((written) => {
      const word = normaliseSentence(written)
      const owner = owners.get(word)
      if (word !== '' && owner === undefined) owners.set(word, concept)
      return owner === undefined || owner === concept
        ? []
        : [errorAt(thesaurus.placeOf(['concepts', concept]), texts.sharedWord(word, owner))]
    }),
  )
}

function checkLists({ sentences }: LanguageSources, topics: ReadonlySet<string>): Finding[] {
  const known = new Set<string>([...topics, ...commands, outOfScopeList])
  return sentences
    .filter(({ means }) => !known.has(means))
    .map(({ file, means }) => errorAt({ file, line: 1 }, texts.unknownList(means)))
}
