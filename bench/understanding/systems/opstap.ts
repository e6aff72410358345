import { createReadLine } from '../../../src/authoring/understand/create-read-line.ts'
import { createTrainOnce } from '../../../src/content/train-once.ts'
import { readingContext } from '../../../src/conversation/decide.ts'
import { createState } from '../../../src/conversation/state.ts'
import {
  type Train,
  type TrainedClassifier,
  trainClassifier,
} from '../../../src/understanding/classifier/train-classifier.ts'
import { createGuessTopics } from '../../../src/understanding/create-guess-topics.ts'
import { createUnderstand } from '../../../src/understanding/create-understand.ts'
import type { Training } from '../../../src/understanding/meaning.ts'
import type { Learn, Lesson } from '../system.ts'

/** Trains the whole of our understanding: danger, place, language, commands and the classifier. */
export const learnOpstap: Learn = (lesson) => {
  const { usable, now } = lesson
  const training = trainingOf(lesson)
  const train = rememberTrained(lesson.keptIn === undefined ? trainClassifier : createTrainOnce(lesson.keptIn))
  const understand = createUnderstand(training, train)
  const context = readingContext(createState(usable.content.version), now)
  const others = Object.keys(training.languages).filter((locale) => locale !== training.defaultLocale)
  // Made when it is first needed, so that it does not count in what training costs.
  let weighing: ReturnType<typeof createGuessTopics> | undefined
  const guess: ReturnType<typeof createGuessTopics> = (text, locale) => {
    weighing ??= createGuessTopics(training, train)
    return weighing(text, locale)
  }
  const read = createReadLine({ content: usable.content, understand, guess }, now)
  return {
    read: (text) => read({ text }),
    timed: (text) => understand(text, context),
    timedClassifier: (text) => guess(text, training.defaultLocale),
    learnTheRest: () => {
      for (const locale of others) understand(locale, { ...context, locale })
    },
  }
}

/** The layers are left out of Dutch only: the other language is no part of what is compared. */
function trainingOf({ usable: { training }, layers }: Lesson): Training {
  const dutch = training.languages[training.defaultLocale]
  if (layers === undefined || dutch === undefined) return training
  return { ...training, languages: { ...training.languages, [training.defaultLocale]: { ...dutch, layers } } }
}

/** Readings and weighings share one model, as they learn from the same. */
function rememberTrained(train: Train): Train {
  const byLocale = new Map<string, TrainedClassifier>()
  return (examples, source, locale) => {
    const known = byLocale.get(locale) ?? train(examples, source, locale)
    byLocale.set(locale, known)
    return known
  }
}
