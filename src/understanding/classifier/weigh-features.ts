import { bucketCount, type FeatureVector } from './feature-reader.ts'

/** How much each feature says, learned from all example sentences together. */
export interface FeatureWeights {
  /** Bucket -> place in the model; -1 = not one of the model's. */
  places: Int32Array
  /** Place -> weight; rare features say more. */
  rarity: Float32Array
  /** Weight of a feature that was never seen: it makes a strange message look strange. */
  unseenRarity: number
}

/** A vector of length 1 over the places of the model, and how much of the message it holds. */
export interface WeighedVector extends FeatureVector {
  /** Part of the message, by weight, that occurs in the examples at all, 0 to 1. */
  coverage: number
}

/** With so many sentences, a feature of only one of them says nothing about the next; leaving those out halves the model. */
const manySentences = 1000

/**
 * Learns how rare each feature is, and gives each that occurs a place, close together: training and reading touch some
 * two hundred of them a sentence, and memory that lies apart is slow to reach.
 */
export function learnWeights(vectors: readonly FeatureVector[]): FeatureWeights {
  const counts = new Int32Array(bucketCount)
  for (const { buckets } of vectors) {
    for (const bucket of buckets) counts[bucket] = (counts[bucket] ?? 0) + 1
  }
  const rarityOf = (count: number): number => Math.log((vectors.length + 1) / (count + 0.5)) + 1
  const least = vectors.length < manySentences ? 1 : 2
  const places = new Int32Array(bucketCount).fill(-1)
  const rarity: number[] = []
  for (let bucket = 0; bucket < bucketCount; bucket++) {
    const count = counts[bucket] ?? 0
    if (count < least) continue
    places[bucket] = rarity.length
    rarity.push(rarityOf(count))
  }
  return { places, rarity: Float32Array.from(rarity), unseenRarity: rarityOf(0) }
}

/** Weighs features and names them by place; what was never seen only makes the rest weigh less. */
export function weighFeatures(vector: FeatureVector, { places, rarity, unseenRarity }: FeatureWeights): WeighedVector {
  const buckets = new Int32Array(vector.buckets.length)
  const weights = new Float32Array(vector.buckets.length)
  let count = 0
  let squares = 0
  let known = 0
  let total = 0
  for (let index = 0; index < vector.buckets.length; index++) {
    const place = places[vector.buckets[index] ?? 0] ?? -1
    const amount = vector.weights[index] ?? 0
    const weight = amount * (place < 0 ? unseenRarity : (rarity[place] ?? 0))
    squares += weight * weight
    total += amount
    if (place < 0) continue
    known += amount
    buckets[count] = place
    weights[count] = weight
    count += 1
  }
  const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares)
  for (let index = 0; index < count; index++) weights[index] = (weights[index] ?? 0) * scale
  return {
    buckets: buckets.subarray(0, count),
    weights: weights.subarray(0, count),
    coverage: total === 0 ? 0 : known / total,
  }
}
