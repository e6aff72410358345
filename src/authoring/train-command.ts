import { readContent } from '../content/load-content.ts'
import { createTrainOnce } from '../content/train-once.ts'
import { createUnderstand } from '../understanding/create-understand.ts'
import { trainedText } from './command-texts.ts'

/**
 * Runs `npm run train`: learns from the sentences of every language and keeps that, so that the program starts quickly. The
 * program does the same when it starts and finds nothing kept.
 * @param folder path of `dialogs/`
 * @param print writes text for the person at the keyboard
 * @throws {ContentError} when `dialogs/` has an error
 */
export function runTrainCommand(folder: string, print: (text: string) => void): void {
  const { training } = readContent(folder)
  const understand = createUnderstand(training, createTrainOnce())
  for (const locale of Object.keys(training.languages)) {
    understand('?', { choices: [], expectsText: false, isPlaceAsked: false, locale, mayChangeLanguage: false })
    print(trainedText(locale))
  }
}
