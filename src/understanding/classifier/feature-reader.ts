import type { LanguageWords, Thesaurus } from '../meaning.ts'
import { type Layer, layers } from './layers.ts'
import { createSpellingIndex } from './spelling-index.ts'
import { createSplitCompound } from './split-compound.ts'
import { createConceptReader } from './thesaurus.ts'
import { createWordForms } from './word-forms.ts'

/** Features are hashed into this many buckets; a power of two, so that a mask does the modulo. */
export const bucketCount = 1 << 18

/** A text as the classifier sees it: feature buckets with their weights. */
export interface FeatureVector {
  buckets: Int32Array
  weights: Float32Array
}

/** Turns a normalised text into features. */
export type ReadFeatures = (normalised: string) => FeatureVector

/** What the features are made of. */
export interface FeatureSource {
  /** Normalised example sentences, to know which words there are. */
  sentences: readonly string[]
  thesaurus: Thesaurus
  words: Pick<LanguageWords, 'endings' | 'sounds' | 'joints'>
  /** Layers to look at; all of them when left out. */
  layers?: ReadonlySet<Layer>
}

/** What one word gives, whatever stands around it. */
interface WordFeatures {
  stem: string
  features: readonly number[]
  amounts: readonly number[]
  concepts: readonly number[]
}

const mask = bucketCount - 1
const seeds = { word: 1, pair: 2, letters: 3, stem: 4, sound: 5, part: 6, concept: 7, conceptPair: 8, stemPair: 9 }
/** How much a feature of each kind counts before its rarity. */
const boosts = {
  word: 3,
  stem: 2,
  sound: 1,
  letters: 1,
  spelling: 2,
  part: 1.5,
  pair: 1,
  stemPair: 1.5,
  concept: 4,
  conceptPair: 1.5,
}
const letterSizes = [3, 4, 5]
/** A word that occurs this often is no typing error, and can be what a typing error meant. */
const leastSure = 2
/** Of a long message the pairs of its first concepts are counted, so that a story does not drown in pairs. */
const mostPairedConcepts = 12

/** Makes the reader of features. A message costs a look-up a word, and the pairs. */
export function createFeatureReader(source: FeatureSource): ReadFeatures {
  const uses = source.layers ?? new Set(layers)
  const forms = createWordForms(source.words)
  const concepts = createConceptReader(uses.has('thesaurus') ? source.thesaurus : {}, forms)
  const counts = countWords(source)
  const sure = new Map([...counts].filter(([, count]) => count >= leastSure))
  const findSpelling = uses.has('spelling') ? createSpellingIndex(sure) : () => undefined
  const splitCompound = uses.has('compounds')
    ? createSplitCompound(new Set(sure.keys()), source.words.joints)
    : () => []
  const known = new Map<string, WordFeatures>()

  const readWord = (word: string): WordFeatures => {
    const features: number[] = []
    const amounts: number[] = []
    const add = (kind: number, text: string, amount: number): void => {
      features.push(hash(text, 0, text.length, kind))
      amounts.push(amount)
    }
    if (uses.has('words')) add(seeds.word, word, boosts.word)
    const stem = forms.stem(word)
    if (uses.has('stems')) add(seeds.stem, stem, boosts.stem)
    if (uses.has('sounds')) add(seeds.sound, forms.sound(stem), boosts.sound)
    if (uses.has('letters')) addLetters(word, features, amounts)
    const found = new Set<number>()
    const concept = concepts.ofWord(word)
    if (concept !== undefined) found.add(concept)
    if (!sure.has(word)) {
      const meant = findSpelling(word)
      if (meant !== undefined) {
        add(seeds.word, meant, boosts.spelling)
        add(seeds.stem, forms.stem(meant), boosts.spelling)
        const other = concept ?? concepts.ofWord(meant)
        if (other !== undefined) found.add(other)
      }
    }
    for (const part of splitCompound(word)) {
      add(seeds.stem, forms.stem(part), boosts.part)
      const other = concepts.ofWord(part)
      if (other !== undefined) found.add(other)
    }
    return { stem, features, amounts, concepts: [...found] }
  }
  // Words of our own are worked out once, when they are first met; what a person typed is not kept.
  const recall = (word: string): WordFeatures => {
    const earlier = known.get(word)
    if (earlier !== undefined) return earlier
    const features = readWord(word)
    if (counts.has(word)) known.set(word, features)
    return features
  }
  const scratch = new Float32Array(bucketCount)
  return (normalised) => {
    const touched: number[] = []
    const add = (feature: number, amount: number): void => {
      const bucket = (feature ^ (feature >>> 15)) & mask
      const had = scratch[bucket] ?? 0
      if (had === 0) touched.push(bucket)
      scratch[bucket] = had + amount
    }
    const stems: string[] = []
    const found: number[] = []
    let previousWord = 0
    let previousStem = 0
    for (const word of normalised.split(' ')) {
      if (word === '') continue
      const read = recall(word)
      for (let index = 0; index < read.features.length; index++)
        add(read.features[index] ?? 0, read.amounts[index] ?? 0)
      const wordHash = hash(word, 0, word.length, seeds.pair)
      const stemHash = hash(read.stem, 0, read.stem.length, seeds.stemPair)
      if (uses.has('pairs') && previousWord !== 0) {
        add(Math.imul(previousWord, 0x85ebca6b) ^ wordHash, boosts.pair)
        add(Math.imul(previousStem, 0x85ebca6b) ^ stemHash, boosts.stemPair)
      }
      previousWord = wordHash
      previousStem = stemHash
      stems.push(read.stem)
      for (const concept of read.concepts) found.push(concept)
    }
    for (const concept of concepts.ofPhrases(stems)) found.push(concept)
    const distinct = [...new Set(found)]
    for (const concept of distinct) add(hashNumber(concept, seeds.concept), boosts.concept)
    if (uses.has('concept-pairs')) addPairs(distinct, add)
    const buckets = Int32Array.from(touched)
    const weights = new Float32Array(buckets.length)
    for (let index = 0; index < buckets.length; index++) {
      const bucket = buckets[index] ?? 0
      weights[index] = dampen(scratch[bucket] ?? 0)
      scratch[bucket] = 0
    }
    return { buckets, weights }
  }
}

/** A second time says less than the first. */
function dampen(amount: number): number {
  return amount <= 1 ? amount : 1 + Math.log(amount)
}

function addPairs(concepts: number[], add: (feature: number, amount: number) => void): void {
  const paired = concepts.slice(0, mostPairedConcepts).sort((one, other) => one - other)
  for (let one = 0; one < paired.length; one++) {
    for (let other = one + 1; other < paired.length; other++)
      add(hashNumber((paired[one] ?? 0) * 4096 + (paired[other] ?? 0), seeds.conceptPair), boosts.conceptPair)
  }
}

function addLetters(word: string, features: number[], amounts: number[]): void {
  const bordered = `^${word}$`
  for (const size of letterSizes) {
    for (let start = 0; start + size <= bordered.length; start++) {
      features.push(hash(bordered, start, start + size, seeds.letters))
      amounts.push(boosts.letters)
    }
  }
}

function countWords({ sentences, thesaurus }: FeatureSource): Map<string, number> {
  const counts = new Map<string, number>()
  for (const sentence of sentences) {
    for (const word of new Set(sentence.split(' '))) if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  for (const wordings of Object.values(thesaurus)) {
    for (const wording of wordings) {
      // What stands in the thesaurus was written on purpose, however few examples have it.
      for (const word of wording.split(' ')) counts.set(word, (counts.get(word) ?? 0) + leastSure)
    }
  }
  return counts
}

function hash(text: string, from: number, to: number, seed: number): number {
  let value = Math.imul(seed, 0x9e3779b1) ^ 0x811c9dc5
  for (let index = from; index < to; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return finish(value)
}

function hashNumber(number: number, seed: number): number {
  return finish(Math.imul(number + 1, 0x85ebca6b) ^ Math.imul(seed, 0x9e3779b1))
}

function finish(value: number): number {
  const mixed = Math.imul(value ^ (value >>> 13), 0x5bd1e995)
  return mixed ^ (mixed >>> 15)
}
