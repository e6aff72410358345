import { type Train, trainClassifier } from './classifier/train-classifier.ts'
import { createTopicReader } from './create-topic-reader.ts'
import { guessTopics } from './decide-intent.ts'
import type { TopicGuess, Training } from './meaning.ts'
import { boundText } from './split-sentences.ts'

/** Every topic a message may be about, likeliest first, whatever is decided about it. */
export type GuessTopics = (text: string, locale: string) => TopicGuess[]

/**
 * Makes what shows authors and measurements how the classifier weighs the topics of a message.
 * @param training what `createUnderstand` gets
 * @param train the same as there
 */
export function createGuessTopics(training: Training, train: Train = trainClassifier): GuessTopics {
  const readers = new Map(
    Object.entries(training.languages).map(([locale, language]) => [
      locale,
      createTopicReader(language, (examples, source) => train(examples, source, locale)),
    ]),
  )
  return (text, locale) => {
    const reader = readers.get(locale) ?? readers.get(training.defaultLocale)
    return reader === undefined ? [] : guessTopics(reader.classify(reader.normalise(boundText(text))))
  }
}
