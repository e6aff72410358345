import { createFeatureReader, type FeatureSource } from './feature-reader.ts'
import { fitModel, type Lesson, type Model, scoreInto, softmax } from './fit-model.ts'
import { type FeatureWeights, learnWeights, weighFeatures } from './weigh-features.ts'

/** One sentence with the class it belongs to. */
export interface LabelledText {
  /** As `normaliseText` made it. */
  normalised: string
  label: string
}

/** What is learned from the examples; plain numbers, so that it can be kept in a file. */
export interface TrainedClassifier {
  labels: string[]
  features: FeatureWeights
  model: Model
  /** Makes a stated 0.8 right in about 80 % of cases; see `calibrate`. */
  temperature: number
}

/** Probability per class, best first, and how much of the message was ever seen. */
export interface Classification {
  ranked: { label: string; probability: number }[]
  /** Part of the message, by weight, that occurs in the examples at all, 0 to 1. */
  coverage: number
}

/** Classifies a text that `normaliseText` made. */
export type Classify = (normalised: string) => Classification

/** Learns from examples: `trainClassifier`, or one that remembers what it learned. */
export type Train = (
  examples: readonly LabelledText[],
  source: Omit<FeatureSource, 'sentences'>,
  /** Of the sentences; for who keeps what was learned. */
  locale: string,
) => TrainedClassifier

/** Each so-many-th sentence is left out once, to see how sure the model may be of sentences it did not learn. */
const heldOutOf = 4
/** So many sentences are plenty to find one number with. */
const mostCalibrated = 1500
/** Rounds of that second model: more change its temperature little. */
const roundsToTry = 3

/**
 * Trains a multinomial logistic model on the features of the examples. Deterministic. Its probabilities are calibrated with
 * one temperature, found on a quarter of the sentences that a second model did not learn from.
 * @param examples at least one sentence; rare classes weigh more, however few sentences they have
 * @param source what features are made of
 */
export function trainClassifier(
  examples: readonly LabelledText[],
  source: Omit<FeatureSource, 'sentences'>,
): TrainedClassifier {
  const { labels, features, lesson } = prepare(examples, source)
  const isEnough = examples.length >= heldOutOf * 2
  return {
    labels,
    features,
    model: fitModel(lesson),
    temperature: isEnough ? calibrate(scoreHeldOut(lesson, { fold: 0, folds: heldOutOf })) : 1,
  }
}

function prepare(
  examples: readonly LabelledText[],
  source: Omit<FeatureSource, 'sentences'>,
): { labels: string[]; features: FeatureWeights; lesson: Lesson } {
  const read = createFeatureReader({ ...source, sentences: examples.map(({ normalised }) => normalised) })
  const counted = examples.map(({ normalised }) => read(normalised))
  const features = learnWeights(counted)
  const vectors = counted.map((vector) => weighFeatures(vector, features))
  const labels = [...new Set(examples.map(({ label }) => label))]
  const indexOf = new Map(labels.map((label, index) => [label, index]))
  const classes = examples.map(({ label }) => indexOf.get(label) ?? 0)
  return {
    labels,
    features,
    lesson: { vectors, classes, size: { places: features.rarity.length, width: labels.length } },
  }
}

/**
 * Tells what a classifier that had not learned a sentence would make of it, for each sentence.
 * @param examples as for training
 * @param source as for training
 * @param folds into so many parts the sentences are split; each part is read by a model of the others
 * @returns in the order of the examples, the likeliest class and its probability
 */
export function crossValidate(
  examples: readonly LabelledText[],
  source: Omit<FeatureSource, 'sentences'>,
  folds: number,
): { label: string; probability: number }[] {
  const { labels, lesson } = prepare(examples, source)
  const read = new Array<{ label: string; probability: number }>(examples.length)
  for (let fold = 0; fold < folds; fold++) {
    for (const { index, scores } of scoreHeldOut(lesson, { fold, folds })) {
      softmax(scores, 1)
      const best = scores.indexOf(Math.max(...scores))
      read[index] = { label: labels[best] ?? '', probability: scores[best] ?? 0 }
    }
  }
  return read
}

/**
 * Makes the function that classifies.
 * @param trained what was learned
 * @param examples the same sentences as in training: they say which words there are
 * @param source the same as in training
 */
export function createClassify(
  trained: TrainedClassifier,
  examples: readonly LabelledText[],
  source: Omit<FeatureSource, 'sentences'>,
): Classify {
  const read = createFeatureReader({ ...source, sentences: examples.map(({ normalised }) => normalised) })
  const { labels, features, model, temperature } = trained
  const scores = new Float64Array(labels.length)
  return (normalised) => {
    const vector = weighFeatures(read(normalised), features)
    scoreInto(scores, model, vector)
    softmax(scores, temperature)
    const ranked = labels.map((label, index) => ({ label, probability: scores[index] ?? 0 }))
    ranked.sort((one, other) => other.probability - one.probability)
    return { ranked, coverage: vector.coverage }
  }
}

/** A sentence that was left out of learning, as a model scores it. */
interface HeldOut {
  index: number
  scores: Float64Array
  label: number
}

/** Scores the sentences of one fold by a model that learned from the others only. */
function scoreHeldOut({ vectors, classes, size }: Lesson, { fold, folds }: { fold: number; folds: number }): HeldOut[] {
  const isHeld = (_value: unknown, index: number): boolean => index % folds === fold
  const isKept = (_value: unknown, index: number): boolean => index % folds !== fold
  const model = fitModel({ vectors: vectors.filter(isKept), classes: classes.filter(isKept), size }, roundsToTry)
  return vectors.flatMap((vector, index) => {
    if (!isHeld(vector, index)) return []
    const scores = new Float64Array(size.width)
    scoreInto(scores, model, vector)
    return [{ index, scores, label: classes[index] ?? 0 }]
  })
}

/** Tries temperatures on sentences the model did not see, and keeps the one under which they are least surprising. */
function calibrate(heldOut: readonly HeldOut[]): number {
  const step = Math.ceil(heldOut.length / mostCalibrated)
  const held = heldOut.filter((_each, index) => index % step === 0)
  let best = { temperature: 1, surprise: Number.POSITIVE_INFINITY }
  for (let temperature = 0.3; temperature < 3; temperature *= 1.08) {
    let surprise = 0
    for (const { scores, label } of held) {
      const probabilities = Float64Array.from(scores)
      softmax(probabilities, temperature)
      surprise -= Math.log(Math.max(1e-9, probabilities[label] ?? 0))
    }
    if (surprise < best.surprise) best = { temperature, surprise }
  }
  return best.temperature
}
