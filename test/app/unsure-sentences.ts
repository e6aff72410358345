import { readContent } from '../../src/content/load-content.ts'
import { createTrainOnce } from '../../src/content/train-once.ts'
import { createUnderstand } from '../../src/understanding/create-understand.ts'
import type { TopicGuess } from '../../src/understanding/meaning.ts'

/** Vague questions, of which some are always left unsure, however well the classifier gets to know its topics. */
export const vague = [
  'en hoe gaat dat dan met mijn centen en mijn plekje',
  'wat als het allemaal anders loopt dan gedacht',
  'ik weet niet wat er van me verwacht wordt',
  'kan dat ook een beetje minder',
  'mijn buurvrouw zei dat ik beter kan wachten',
  'hoe lang duurt zoiets',
  'en wat als mijn hoofd het niet trekt',
  'wat gebeurt er met de rest',
  'krijg ik daar iets voor terug',
  'en de huur dan',
  'hoe laat begint dat',
  'de paraplu staat nog in de gang',
  'ik zag een reiger bij de sloot',
  'mijn oom spaart sigarenbandjes',
]

/** A sentence that the real understanding is unsure of. */
export interface UnsureSentence {
  text: string
  kind: 'clarify' | 'unclear'
  /** What the classifier guesses, best first. */
  guesses: TopicGuess[]
}

/**
 * Finds the sentences that the real understanding, trained on the real content, is unsure of and has guesses about. Found
 * and not written down, because examples and classifier keep getting better.
 * @param folder path of `dialogs/`
 */
export function createFindUnsure(folder: string): (texts: readonly string[]) => UnsureSentence[] {
  const understand = createUnderstand(readContent(folder).training, createTrainOnce())
  const context = { choices: [], expectsText: false, isPlaceAsked: false, locale: 'nl', mayChangeLanguage: false }
  return (texts) =>
    texts.flatMap((text) => {
      const { crisis, intent } = understand(text, context)
      const isUnsure = crisis === undefined && (intent.kind === 'clarify' || intent.kind === 'unclear')
      return isUnsure && intent.topics.length > 0 ? [{ text, kind: intent.kind, guesses: intent.topics }] : []
    })
}
