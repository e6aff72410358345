import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeClassifier, encodeClassifier } from '../understanding/classifier/encode-classifier.ts'
import { createFeatureReader } from '../understanding/classifier/feature-reader.ts'
import { type LabelledText, type Train, trainClassifier } from '../understanding/classifier/train-classifier.ts'

/** Where programs that were started before keep what spares the next one time, beside the packages. */
const cacheFolder = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'opstap')

/** Fewer sentences are learned in no time. */
const leastSentences = 1000

/** So many sentences show whether features are still made in the same way. */
const probedSentences = 40
/** See `probedSentences`. */
const probedConcepts = 10

/**
 * Makes a trainer that keeps what it learned in a file, so that a program starts without learning anew. The file is a
 * cache: it is used only when sentences, words, thesaurus and the making of features are the same as when it was written,
 * and where it cannot be read or written the program learns each time it starts.
 * @param folder where the files go, one a language; made when it is not there
 */
export function createTrainOnce(folder = cacheFolder): Train {
  return (examples, source, locale) => {
    if (examples.length < leastSentences) return trainClassifier(examples, source)
    const fingerprint = describe(examples, source)
    const file = join(folder, `classifier-${locale}.bin`)
    const kept = readKept(file)
    const known = kept && decodeClassifier(kept, fingerprint)
    if (known !== undefined) return known
    const trained = trainClassifier(examples, source)
    keep(folder, file, encodeClassifier(trained, fingerprint))
    return trained
  }
}

/** Everything the outcome depends on, the code that makes features included: a few sentences are put through it. */
function describe(examples: readonly LabelledText[], source: Parameters<Train>[1]): string {
  const hash = createHash('sha256')
  hash.update(
    JSON.stringify([examples, source.thesaurus, source.words.endings, source.words.sounds, source.words.joints]),
  )
  const step = Math.max(1, Math.floor(examples.length / probedSentences))
  const probed = examples.filter((_example, index) => index % step === 0).map(({ normalised }) => normalised)
  const thesaurus = Object.fromEntries(Object.entries(source.thesaurus).slice(0, probedConcepts))
  const read = createFeatureReader({ ...source, thesaurus, sentences: probed })
  for (const sentence of probed) {
    const { buckets, weights } = read(sentence)
    hash.update(buckets).update(weights)
  }
  return hash.digest('hex')
}

function readKept(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file)
  } catch {
    // Not there yet, or not readable: it is learned anew.
    return undefined
  }
}

function keep(folder: string, file: string, bytes: Uint8Array): void {
  const half = `${file}.${process.pid}`
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(half, bytes)
    renameSync(half, file)
  } catch {
    // A folder that cannot be written costs a slower start, and nothing else.
  }
}
