import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeClassifier, encodeClassifier } from '../understanding/classifier/encode-classifier.ts'
import { type LabelledText, type Train, trainClassifier } from '../understanding/classifier/train-classifier.ts'

/** Where programs that were started before keep what spares the next one time, beside the packages. */
const cacheFolder = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'opstap')

/** Fewer sentences are learned in no time. */
const leastSentences = 1000

/** The code that learns: what it once learned is of no use to another version of it. */
const learnerFolder = join(import.meta.dirname, '..', 'understanding', 'classifier')

/**
 * Makes a trainer that keeps what it learned in a file, so that a program starts without learning anew. The file is a
 * cache: it is used only when sentences, words, thesaurus and the code that learns are the same as when it was written,
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

/** Everything the outcome depends on: what is learned from, and the code that learns. */
function describe(examples: readonly LabelledText[], source: Parameters<Train>[1]): string {
  const { thesaurus, words, layers } = source
  const learned = [examples, thesaurus, words.endings, words.sounds, words.joints, [...(layers ?? [])]]
  const hash = createHash('sha256').update(JSON.stringify(learned))
  for (const name of readdirSync(learnerFolder).sort()) hash.update(readFileSync(join(learnerFolder, name)))
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
