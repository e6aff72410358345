import { type FastTextModel, getFastTextClass, getFastTextModule } from 'fasttext.wasm.js'
import { normaliseText } from '../../../src/understanding/normalise-text.ts'
import { type LabelGuess, readingOfLabels } from '../reading-of-labels.ts'
import type { Learn } from '../system.ts'
import { mixExamples } from './mix-examples.ts'

/**
 * Words, pairs of words and groups of three to five letters, as its makers advise for languages with long words. Rate and
 * rounds were chosen on the development sentences: twice the rounds at half the rate won one sentence there.
 */
export const fasttextOptions = {
  loss: 'softmax',
  lr: 1,
  epoch: 25,
  dim: 100,
  wordNgrams: 2,
  minn: 3,
  maxn: 5,
  minCount: 1,
  bucket: 200_000,
  verbose: 0,
} as const

const prefix = '__label__'
/** More than there are classes. */
const everyLabel = 100

/** Trains fastText, compiled to WebAssembly, on the sentences in lower case and without signs, as its makers advise. */
export const learnFasttext: Learn = async ({ usable: { training } }) => {
  const lines = mixExamples(training, (written) => normaliseText(written)).map(
    ({ label, normalised }) => `${prefix}${label} ${normalised}\n`,
  )
  const FastText = await getFastTextClass({ getFastTextModule })
  // It only reads from an address, and this one needs no network.
  const url = `data:text/plain;base64,${Buffer.from(lines.join('')).toString('base64')}`
  const model = await new FastText().trainSupervised(url, fasttextOptions, () => {})
  return {
    read: (text) => readingOfLabels(predict(model, text)),
    timed: (text) => predict(model, text),
  }
}

function predict(model: FastTextModel, text: string): LabelGuess[] {
  const found = model.predict(normaliseText(text), everyLabel, 0)
  const guesses: LabelGuess[] = []
  for (let index = 0; index < found.size(); index++) {
    const [probability, label] = found.get(index)
    guesses.push({ label: label.slice(prefix.length), probability })
  }
  found.delete()
  return guesses
}
