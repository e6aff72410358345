import { createRandom } from './create-random.ts'
import { bucketCount, countFeatures, type FeatureVector, weighFeatures } from './extract-features.ts'

/** One sentence with the class it belongs to. */
export interface LabelledText {
  /** As `normaliseText` made it. */
  normalised: string
  label: string
}

/** Probability per class, best first, and how near the closest training sentence is. */
export interface Classification {
  ranked: { label: string; probability: number }[]
  /** Cosine with the most alike training sentence, 0 to 1. */
  likeness: number
  /** Part of the message, by weight, that occurs in the training sentences at all, 0 to 1. */
  coverage: number
}

/** Classifies a text that `normaliseText` made. */
export type Classify = (normalised: string) => Classification

interface Model {
  labels: string[]
  /** Per place, one weight per class. */
  weights: Float32Array
  bias: Float32Array
}

// More rounds over the sentences make no difference on sentences that were left out: measured with 5, 8 and 14.
const epochs = 5
const learningRate = 0.25
// Keeps weights of rare letter groups small; more of it blurs classes with few examples.
const shrinkage = 0.00002
const leastError = 0.004
const foldCount = 2
const manySentences = 500

/**
 * Trains a multinomial logistic model on hashed features. Deterministic: the order is shuffled with a fixed seed.
 * Its probabilities are calibrated with one temperature, found on sentences that were left out of training.
 * @param examples at least one sentence; classes weigh equally, however many sentences they have
 */
export function trainClassifier(examples: LabelledText[]): Classify {
  const scratch = new Float32Array(bucketCount)
  const vectors = examples.map((example) => countFeatures(example.normalised, scratch))
  const rarity = measureRarity(vectors)
  for (const vector of vectors) weighFeatures(vector, rarity)
  const places = placeFeatures(vectors)
  const labels = [...new Set(examples.map((example) => example.label))]
  const classes = examples.map((example) => labels.indexOf(example.label))
  const temperature = findTemperature(vectors, classes, labels)
  const model = fitModel(vectors, classes, labels)
  const seen = keepSeen(vectors, model)

  return (normalised) => {
    const vector = countFeatures(normalised, scratch)
    let known = 0
    let total = 0
    for (let index = 0; index < vector.buckets.length; index++) {
      const weight = vector.weights[index] ?? 0
      total += weight
      if ((places[vector.buckets[index] ?? 0] ?? -1) >= 0) known += weight
    }
    weighFeatures(vector, rarity)
    const placed = keepKnown(vector, places)
    const probabilities = softmax(score(seen.model, placed), temperature)
    const ranked = labels.map((label, index) => ({ label, probability: probabilities[index] ?? 0 }))
    ranked.sort((one, other) => other.probability - one.probability)
    return {
      ranked,
      likeness: findLikeness(placed, seen, vectors.length),
      coverage: total === 0 ? 0 : known / total,
    }
  }
}

function measureRarity(vectors: FeatureVector[]): Float32Array {
  const documents = new Float32Array(bucketCount)
  for (const { buckets } of vectors) {
    for (let index = 0; index < buckets.length; index++) {
      const bucket = buckets[index] ?? 0
      documents[bucket] = (documents[bucket] ?? 0) + 1
    }
  }
  // A feature never seen in training gets the weight of the rarest one: it makes a strange message look strange.
  return documents.map((count) => Math.log((vectors.length + 1) / (count + 0.5)) + 1)
}

/**
 * Gives each bucket that occurs a place, close together, and names the features of the vectors by place: training and
 * reading touch a hundred of them a sentence, and memory that lies apart is slow to reach.
 * @returns bucket -> place; -1 = never seen in training
 */
function placeFeatures(vectors: FeatureVector[]): Int32Array {
  const places = new Int32Array(bucketCount).fill(-1)
  let count = 0
  for (const { buckets } of vectors) {
    for (let index = 0; index < buckets.length; index++) {
      const bucket = buckets[index] ?? 0
      if (places[bucket] === -1) places[bucket] = count++
      buckets[index] = places[bucket] ?? 0
    }
  }
  return places
}

function countPlaces(vectors: FeatureVector[]): number {
  let highest = -1
  for (const { buckets } of vectors) for (const place of buckets) if (place > highest) highest = place
  return highest + 1
}

function fitModel(vectors: FeatureVector[], classes: number[], labels: string[]): Model {
  const width = labels.length
  const weights = new Float32Array(countPlaces(vectors) * width)
  const bias = new Float32Array(width)
  const sizes = new Float32Array(width)
  for (const label of classes) sizes[label] = (sizes[label] ?? 0) + 1
  const meanSize = classes.length / width
  const order = vectors.map((_vector, index) => index)
  const random = createRandom(20_261_121)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    const rate = (learningRate * 8) / (1 + epoch * 0.4)
    for (const index of order) {
      const vector = vectors[index]
      const label = classes[index]
      if (!vector || label === undefined) continue
      const step = rate * Math.sqrt(meanSize / Math.max(1, sizes[label] ?? 1))
      const errors = softmax(score({ labels, weights, bias }, vector), 1)
      errors[label] = (errors[label] ?? 0) - 1
      const columns = worthCorrecting(errors)
      for (let feature = 0; feature < vector.buckets.length; feature++) {
        const row = (vector.buckets[feature] ?? 0) * width
        const amount = step * (vector.weights[feature] ?? 0)
        for (const column of columns) {
          weights[row + column] = (weights[row + column] ?? 0) * (1 - step * shrinkage) - amount * (errors[column] ?? 0)
        }
      }
      for (const column of columns) bias[column] = (bias[column] ?? 0) - step * 0.02 * (errors[column] ?? 0)
    }
  }
  return { labels, weights, bias }
}

/** Most classes are already right for most sentences; correcting only the others makes training four times faster. */
function worthCorrecting(errors: Float64Array): number[] {
  const columns: number[] = []
  for (let column = 0; column < errors.length; column++)
    if (Math.abs(errors[column] ?? 0) > leastError) columns.push(column)
  return columns
}

function score(model: Model, vector: FeatureVector): Float64Array {
  const width = model.labels.length
  const scores = new Float64Array(width)
  for (let column = 0; column < width; column++) scores[column] = model.bias[column] ?? 0
  for (let feature = 0; feature < vector.buckets.length; feature++) {
    const row = (vector.buckets[feature] ?? 0) * width
    const weight = vector.weights[feature] ?? 0
    for (let column = 0; column < width; column++) {
      scores[column] = (scores[column] ?? 0) + weight * (model.weights[row + column] ?? 0)
    }
  }
  return scores
}

function softmax(scores: Float64Array, temperature: number): Float64Array {
  let highest = Number.NEGATIVE_INFINITY
  for (const value of scores) highest = Math.max(highest, value)
  let sum = 0
  for (let index = 0; index < scores.length; index++) {
    const value = Math.exp(((scores[index] ?? 0) - highest) / temperature)
    scores[index] = value
    sum += value
  }
  for (let index = 0; index < scores.length; index++) scores[index] = (scores[index] ?? 0) / sum
  return scores
}

/** Tries temperatures on sentences the model did not see, and keeps the one under which they are least surprising. */
function findTemperature(vectors: FeatureVector[], classes: number[], labels: string[]): number {
  if (vectors.length < foldCount * 4) return 1
  const held: { scores: Float64Array; label: number }[] = []
  // Of many sentences one half is plenty to find one number with.
  const foldsHeld = vectors.length >= manySentences ? 1 : foldCount
  for (let fold = 0; fold < foldsHeld; fold++) {
    const isHeld = (_value: unknown, index: number): boolean => index % foldCount === fold
    const isKept = (_value: unknown, index: number): boolean => index % foldCount !== fold
    const model = fitModel(vectors.filter(isKept), classes.filter(isKept), labels)
    const heldClasses = classes.filter(isHeld)
    for (const [index, vector] of vectors.filter(isHeld).entries()) {
      held.push({ scores: score(model, vector), label: heldClasses[index] ?? 0 })
    }
  }
  let best = { temperature: 1, surprise: Number.POSITIVE_INFINITY }
  for (let temperature = 0.3; temperature < 3; temperature *= 1.12) {
    let surprise = 0
    for (const { scores, label } of held) {
      surprise -= Math.log(Math.max(1e-9, softmax(Float64Array.from(scores), temperature)[label] ?? 0))
    }
    if (surprise < best.surprise) best = { temperature, surprise }
  }
  return best.temperature
}

/** The model, and in which training sentences each feature stands. */
interface Seen {
  model: Model
  /** Per place, where its training sentences begin; one longer than there are places. */
  starts: Int32Array
  examples: Uint16Array
  exampleWeights: Float32Array
}

function keepSeen(vectors: FeatureVector[], model: Model): Seen {
  const lists: { example: number; weight: number }[][] = Array.from({ length: countPlaces(vectors) }, () => [])
  for (const [example, vector] of vectors.entries()) {
    for (let index = 0; index < vector.buckets.length; index++) {
      lists[vector.buckets[index] ?? 0]?.push({ example, weight: vector.weights[index] ?? 0 })
    }
  }
  const starts = new Int32Array(lists.length + 1)
  for (const [place, list] of lists.entries()) starts[place + 1] = (starts[place] ?? 0) + list.length
  const entries = lists.flat()
  return {
    model,
    starts,
    examples: Uint16Array.from(entries, (entry) => entry.example),
    exampleWeights: Float32Array.from(entries, (entry) => entry.weight),
  }
}

/** Leaves out what training never saw (its weights are all 0) and names the rest by place. */
function keepKnown(vector: FeatureVector, places: Int32Array): FeatureVector {
  const buckets = new Int32Array(vector.buckets.length)
  const weights = new Float32Array(vector.buckets.length)
  let count = 0
  for (let index = 0; index < vector.buckets.length; index++) {
    const place = places[vector.buckets[index] ?? 0] ?? -1
    if (place < 0) continue
    buckets[count] = place
    weights[count] = vector.weights[index] ?? 0
    count++
  }
  return { buckets: buckets.subarray(0, count), weights: weights.subarray(0, count) }
}

function findLikeness(vector: FeatureVector, seen: Seen, exampleCount: number): number {
  const { starts, examples, exampleWeights } = seen
  const dots = new Float32Array(exampleCount)
  let highest = 0
  for (let index = 0; index < vector.buckets.length; index++) {
    const place = vector.buckets[index] ?? 0
    const weight = vector.weights[index] ?? 0
    const end = starts[place + 1] ?? 0
    for (let entry = starts[place] ?? 0; entry < end; entry++) {
      const example = examples[entry] ?? 0
      const dot = (dots[example] ?? 0) + weight * (exampleWeights[entry] ?? 0)
      dots[example] = dot
      if (dot > highest) highest = dot
    }
  }
  return Math.min(1, highest)
}

function shuffle(order: number[], random: () => number): void {
  for (let index = order.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1))
    const held = order[index] ?? 0
    order[index] = order[other] ?? 0
    order[other] = held
  }
}
