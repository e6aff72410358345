import { type DialogSource, type Dialogs, type LanguageSources, outOfScopeList } from '../dialog-source.ts'
import { errorAt, type Finding, type Place, warningAt } from '../finding.ts'
import { findingTexts as texts } from '../finding-texts.ts'
import { normaliseSentence } from '../normalise-sentence.ts'

/** Share of words in common (Jaccard) from which two sentences count as near-duplicates. */
const similarity = 0.9
/** Fewer words than this can be put in another order by accident. */
const minWordsToShuffle = 3

/** An example sentence as an author wrote it. */
export interface Example {
  sentence: string
  /** What it is an example of: a topic or a command. */
  owner: string
  place: Place
  normalised: string
  words: ReadonlySet<string>
}

/**
 * An example sentence stands in one place only, and is no other one with its words in another order. A repeat teaches the
 * understanding that one sentence means two things.
 * @param dialogs what authors wrote
 */
export function checkExamples(dialogs: Dialogs): Finding[] {
  return collectLanguages(dialogs).flatMap((examples) => [
    ...findRepeated(examples),
    ...findReshuffled(keepFirst(examples)),
  ])
}

/**
 * Sentences of different owners with nearly the same words: warnings, for the author to look at.
 * @param dialogs what authors wrote
 */
export function checkSimilarExamples(dialogs: Dialogs): Finding[] {
  return collectLanguages(dialogs).flatMap((examples) => findSimilar(keepFirst(examples)))
}

function collectLanguages(dialogs: Dialogs): Example[][] {
  return [dialogs, ...dialogs.translations].map((each) => collectExamples(each.topics, each))
}

function keepFirst(examples: readonly Example[]): Example[] {
  const first = new Map<string, Example>()
  for (const example of examples) if (!first.has(example.normalised)) first.set(example.normalised, example)
  return [...first.values()]
}

function findRepeated(examples: readonly Example[]): Finding[] {
  const first = new Map<string, Example>()
  return examples.flatMap((example) => {
    const earlier = first.get(example.normalised)
    if (earlier === undefined) first.set(example.normalised, example)
    return earlier === undefined
      ? []
      : [errorAt(example.place, texts.duplicateExample(example.sentence, describePlace(earlier)))]
  })
}

/** Every example sentence of one language, in the order of the files. */
export function collectExamples(
  topics: readonly DialogSource<{ id: string; examples: string[] }>[],
  { commands, sentences }: Pick<LanguageSources, 'commands' | 'sentences'>,
): Example[] {
  const inTopics = topics.flatMap((topic) =>
    topic.data.examples.map((sentence, index) =>
      createExample(sentence, topic.data.id, topic.placeOf(['examples', index])),
    ),
  )
  const inCommands = Object.entries(commands.data.commands).flatMap(([name, sentences]) =>
    sentences.map((sentence, index) => createExample(sentence, name, commands.placeOf(['commands', name, index]))),
  )
  const outside = commands.data.outOfScope.map((sentence, index) =>
    createExample(sentence, outOfScopeList, commands.placeOf(['outOfScope', index])),
  )
  const inLists = sentences.flatMap(({ file, means, sentences: lines }) =>
    lines.map(({ text, line }) => createExample(text, means, { file, line })),
  )
  return [...inTopics, ...inCommands, ...outside, ...inLists]
}

function createExample(sentence: string, owner: string, place: Place): Example {
  const normalised = normaliseSentence(sentence)
  return { sentence, owner, place, normalised, words: new Set(normalised.split(' ')) }
}

/** The same words in another order teach nothing: a topic needs other voices, not more lines. */
function findReshuffled(examples: readonly Example[]): Finding[] {
  const seen = new Map<string, Example>()
  return examples.flatMap((example) => {
    const key = `${example.owner} ${[...example.words].sort().join(' ')}`
    const earlier = seen.get(key)
    seen.set(key, earlier ?? example)
    return earlier === undefined || example.words.size < minWordsToShuffle
      ? []
      : [errorAt(example.place, texts.reshuffledExample(example.sentence, earlier.sentence))]
  })
}

/** Sentences are met through the words they share, because comparing all pairs would slow the start of the program down. */
function findSimilar(examples: readonly Example[]): Finding[] {
  const byWord = new Map<string, Example[]>()
  const findings: Finding[] = []
  for (const example of examples) {
    const shared = new Map<Example, number>()
    for (const word of example.words) {
      for (const other of byWord.get(word) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
      remember(byWord, word, example)
    }
    for (const [other, count] of shared) {
      const jaccard = count / (example.words.size + other.words.size - count)
      if (other.owner === example.owner || jaccard < similarity) continue
      findings.push(
        warningAt(example.place, texts.similarExample(example.sentence, other.sentence, describePlace(other))),
      )
    }
  }
  return findings
}

function describePlace({ owner, place }: Example): string {
  return `${owner}, ${place.file}:${place.line}`
}

function remember(byWord: Map<string, Example[]>, word: string, example: Example): void {
  const known = byWord.get(word)
  if (known === undefined) byWord.set(word, [example])
  else known.push(example)
}
