import { type Layer, layers } from '../../../src/understanding/classifier/layers.ts'
import { trainClassifier } from '../../../src/understanding/classifier/train-classifier.ts'
import { createTopicReader } from '../../../src/understanding/create-topic-reader.ts'
import { boundText } from '../../../src/understanding/split-sentences.ts'
import { readingOfLabels } from '../reading-of-labels.ts'
import type { Learn } from '../system.ts'

/** Trains our classifier alone: no rules for commands, no reading sentence by sentence, no decision. */
export const learnClassifier: Learn = (lesson) => learnWith(lesson, lesson.layers ?? new Set(layers))

/** Trains what many would begin with: a softmax over words and pairs of words. */
export const learnNgrams: Learn = (lesson) => learnWith(lesson, new Set<Layer>(['words', 'pairs']))

function learnWith({ usable: { training } }: Parameters<Learn>[0], used: ReadonlySet<Layer>): ReturnType<Learn> {
  const dutch = training.languages[training.defaultLocale]
  if (dutch === undefined) throw new Error('The content has no sentences in its default language.')
  const { classify, normalise } = createTopicReader({ ...dutch, layers: used }, trainClassifier)
  const rank = (text: string) => classify(normalise(boundText(text))).ranked
  return { read: (text) => readingOfLabels(rank(text)), timed: rank }
}
