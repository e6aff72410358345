/** Features are hashed into this many buckets; a power of two, so that a mask does the modulo. */
export const bucketCount = 1 << 15

/** A text as the classifier sees it: feature buckets with their weights, length 1 together. */
export interface FeatureVector {
  buckets: Int32Array
  weights: Float32Array
}

const mask = bucketCount - 1
const wordSeed = 0x811c9dc5
const pairSeed = 0x01000193
const lettersSeed = 0x9e3779b1
const letterSizes = [3, 4]
// A word says more than one of its many letter groups; measured by leaving examples out, 1 to 4 makes
// little difference.
const wordBoost = 4

/**
 * Counts words, pairs of words and groups of 3 and 4 letters inside each word (with its borders), hashed into buckets.
 * Letter groups carry misspelled and compound words; pairs carry a little order.
 * @param normalised text of `normaliseText`
 * @param scratch zeroed array of `bucketCount`, zeroed again on return; spares the allocation per message
 * @returns buckets with sublinear counts (1 + ln n), not yet weighed by rarity or scaled
 */
export function countFeatures(normalised: string, scratch: Float32Array): FeatureVector {
  const found: number[] = []
  let previousHash = 0
  for (const word of normalised.split(' ')) {
    if (word === '') continue
    const wordHash = hash(word, 0, word.length, wordSeed)
    add(wordHash, wordBoost, found, scratch)
    if (previousHash !== 0) add(Math.imul(previousHash ^ pairSeed, 0x85ebca6b) ^ wordHash, 1, found, scratch)
    previousHash = wordHash
    const bordered = `^${word}$`
    for (const size of letterSizes) {
      for (let start = 0; start + size <= bordered.length; start++) {
        add(hash(bordered, start, start + size, lettersSeed), 1, found, scratch)
      }
    }
  }
  const buckets = Int32Array.from(found)
  const weights = new Float32Array(buckets.length)
  for (let index = 0; index < buckets.length; index++) {
    const bucket = buckets[index] ?? 0
    weights[index] = 1 + Math.log(scratch[bucket] ?? 1)
    scratch[bucket] = 0
  }
  return { buckets, weights }
}

/** Weighs counts by rarity and scales the vector to length 1, in place. */
export function weighFeatures(vector: FeatureVector, rarity: Float32Array): void {
  let squares = 0
  for (let index = 0; index < vector.buckets.length; index++) {
    const weight = (vector.weights[index] ?? 0) * (rarity[vector.buckets[index] ?? 0] ?? 0)
    vector.weights[index] = weight
    squares += weight * weight
  }
  if (squares === 0) return
  const scale = 1 / Math.sqrt(squares)
  for (let index = 0; index < vector.weights.length; index++)
    vector.weights[index] = (vector.weights[index] ?? 0) * scale
}

function add(hashed: number, amount: number, found: number[], scratch: Float32Array): void {
  const bucket = (hashed ^ (hashed >>> 15)) & mask
  const count = scratch[bucket] ?? 0
  if (count === 0) found.push(bucket)
  scratch[bucket] = count + amount
}

function hash(text: string, from: number, to: number, seed: number): number {
  let value = seed
  for (let index = from; index < to; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  value ^= value >>> 13
  value = Math.imul(value, 0x5bd1e995)
  return value ^ (value >>> 15)
}
