import { createRandom } from '../create-random.ts'
import type { FeatureVector } from './feature-reader.ts'

/** A linear model: one weight per feature and class. */
export interface Model {
  /** Number of classes. */
  width: number
  /** Feature by feature, one weight per class. */
  weights: Float32Array
  bias: Float32Array
}

// Chosen by what it does on the development sentences; around these values little changes.
const usualRounds = 5
const firstRate = 3
const rateDecay = 0.35
/** Errors below this are left alone: most classes are already right for most sentences, and this is most of the work. */
const leastError = 0.01
/** A sentence that is this right is looked at again only in every third round. */
const rightEnough = 0.9
/** How much more a sentence of a small class counts; 0 = not, 1 = every class counts the same. */
const smallClassPower = 0.4
const biasRate = 0.02

/** Sentences to learn, as numbers. */
export interface Lesson {
  /** Features by place, each of length 1. */
  vectors: readonly FeatureVector[]
  /** The class of each vector. */
  classes: readonly number[]
  size: { places: number; width: number }
}

/**
 * Fits a multinomial logistic model. Deterministic: the order is shuffled with a fixed seed.
 * @param lesson what to learn
 * @param rounds times that each sentence is looked at; fewer for a model that is only tried out
 */
export function fitModel(lesson: Lesson, rounds = usualRounds): Model {
  const { vectors, classes, size } = lesson
  const { width } = size
  const model: Model = { width, weights: new Float32Array(size.places * width), bias: new Float32Array(width) }
  const { weights, bias } = model
  const sizes = new Float64Array(width)
  for (const label of classes) sizes[label] = (sizes[label] ?? 0) + 1
  const meanSize = classes.length / width
  const order = Int32Array.from(vectors, (_vector, index) => index)
  const random = createRandom(20_261_121)
  const scores = new Float64Array(width)
  const columns = new Int32Array(width)
  const rightness = new Float32Array(vectors.length)
  for (let epoch = 0; epoch < rounds; epoch++) {
    shuffle(order, random)
    const rate = firstRate / (1 + epoch * rateDecay)
    for (const index of order) {
      const vector = vectors[index]
      const label = classes[index]
      if (!vector || label === undefined) continue
      if ((rightness[index] ?? 0) > rightEnough && epoch % 3 !== 2) continue
      scoreInto(scores, model, vector)
      softmax(scores, 1)
      rightness[index] = scores[label] ?? 0
      scores[label] = (scores[label] ?? 0) - 1
      let count = 0
      for (let column = 0; column < width; column++) {
        if (Math.abs(scores[column] ?? 0) > leastError) columns[count++] = column
      }
      const step = rate * (meanSize / Math.max(1, sizes[label] ?? 1)) ** smallClassPower
      for (let feature = 0; feature < vector.buckets.length; feature++) {
        const row = (vector.buckets[feature] ?? 0) * width
        const amount = step * (vector.weights[feature] ?? 0)
        for (let at = 0; at < count; at++) {
          const column = columns[at] ?? 0
          weights[row + column] = (weights[row + column] ?? 0) - amount * (scores[column] ?? 0)
        }
      }
      for (let at = 0; at < count; at++) {
        const column = columns[at] ?? 0
        bias[column] = (bias[column] ?? 0) - step * biasRate * (scores[column] ?? 0)
      }
    }
  }
  return model
}

/** Writes the score of each class into `scores`. */
export function scoreInto(scores: Float64Array, { width, weights, bias }: Model, vector: FeatureVector): void {
  for (let column = 0; column < width; column++) scores[column] = bias[column] ?? 0
  for (let feature = 0; feature < vector.buckets.length; feature++) {
    const row = (vector.buckets[feature] ?? 0) * width
    const weight = vector.weights[feature] ?? 0
    for (let column = 0; column < width; column++)
      scores[column] = (scores[column] ?? 0) + weight * (weights[row + column] ?? 0)
  }
}

/** Turns scores into probabilities, in place. A higher temperature makes them less sure. */
export function softmax(scores: Float64Array, temperature: number): void {
  let highest = Number.NEGATIVE_INFINITY
  for (const value of scores) highest = Math.max(highest, value)
  let sum = 0
  for (let index = 0; index < scores.length; index++) {
    const value = Math.exp(((scores[index] ?? 0) - highest) / temperature)
    scores[index] = value
    sum += value
  }
  for (let index = 0; index < scores.length; index++) scores[index] = (scores[index] ?? 0) / sum
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let index = order.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1))
    const held = order[index] ?? 0
    order[index] = order[other] ?? 0
    order[other] = held
  }
}
