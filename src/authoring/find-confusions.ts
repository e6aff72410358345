import { collectExamples } from '../content/checks/check-examples.ts'
import type { Dialogs } from '../content/dialog-source.ts'
import { type Finding, warningAt } from '../content/finding.ts'
import { findingTexts as texts } from '../content/finding-texts.ts'
import { crossValidate } from '../understanding/classifier/train-classifier.ts'
import { readSource } from '../understanding/create-topic-reader.ts'
import type { LanguageTraining } from '../understanding/meaning.ts'

const folds = 3
/** Less sure than this is a doubt, and doubts are what "Bedoel je …?" is for. */
const leastProbability = 0.8
/** Fewer sentences than this sound like another topic by accident. */
const leastSentences = 5
/** Of many sentences of a topic, at least this part. */
const leastPart = 0.02
/** So many lines are named to begin with. */
const mostNamed = 3
/** With fewer examples there is nothing to hold them against. */
const leastExamples = 500

/**
 * Finds topics whose sentences sound like those of another: each sentence is read by a classifier that did not learn it, and
 * many that surely seem to mean something else confuse the bot. Only the default language; others have too few sentences.
 * @param dialogs what authors wrote
 * @param language what is learned from it
 * @returns a warning for each pair, at the sentence that sounds most like the other topic
 */
export function findConfusions(dialogs: Dialogs, language: LanguageTraining): Finding[] {
  const examples = collectExamples(dialogs.topics, dialogs)
  if (examples.length < leastExamples) return []
  const { normalise, source } = readSource(language)
  const labelled = examples.map(({ sentence, owner }) => ({ normalised: normalise(sentence), label: owner }))
  const read = crossValidate(labelled, source, folds)
  const counts = new Map<string, number>()
  const pairs = new Map<string, { example: (typeof examples)[number]; label: string; probability: number }[]>()
  for (const [index, example] of examples.entries()) {
    counts.set(example.owner, (counts.get(example.owner) ?? 0) + 1)
    const { label, probability } = read[index] ?? { label: example.owner, probability: 0 }
    if (label === example.owner || probability < leastProbability) continue
    const key = `${example.owner} ${label}`
    pairs.set(key, [...(pairs.get(key) ?? []), { example, label, probability }])
  }
  return [...pairs.values()].flatMap((confused) => {
    const [worst, ...others] = confused.sort((one, other) => other.probability - one.probability)
    const least = Math.max(leastSentences, leastPart * (counts.get(worst?.example.owner ?? '') ?? 0))
    if (worst === undefined || confused.length < least) return []
    const { example, label } = worst
    const named = others.slice(0, mostNamed).map(({ example: { place } }) => `${place.file}:${place.line}`)
    return [
      warningAt(
        example.place,
        texts.confusedTopics({ count: confused.length, topic: example.owner, other: label, named }),
      ),
    ]
  })
}
