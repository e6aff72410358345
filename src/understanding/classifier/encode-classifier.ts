import { bucketCount } from './feature-reader.ts'
import type { TrainedClassifier } from './train-classifier.ts'

/** Changes when the form of the file changes. */
const format = 1

interface Header {
  format: number
  fingerprint: string
  labels: string[]
  temperature: number
  unseenRarity: number
  places: number
}

/**
 * Writes what was learned as bytes: the length of a header (4 bytes), the header (JSON), then the numbers.
 * @param fingerprint of what it was learned from; who reads it back must name the same
 */
export function encodeClassifier(trained: TrainedClassifier, fingerprint: string): Uint8Array {
  const { labels, temperature, features, model } = trained
  const header: Header = {
    format,
    fingerprint,
    labels,
    temperature,
    unseenRarity: features.unseenRarity,
    places: features.rarity.length,
  }
  const json = new TextEncoder().encode(padded(JSON.stringify(header)))
  const parts = [
    new Uint8Array(Uint32Array.of(json.length).buffer),
    json,
    ...[bucketsByPlace(features.places, header.places), features.rarity, model.bias, model.weights].map(bytesOf),
  ]
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/**
 * Reads back what `encodeClassifier` wrote.
 * @param bytes contents of a file that anything may have happened to
 * @returns undefined when it is of another form, of another fingerprint, or not whole: then it has to be learned anew
 */
export function decodeClassifier(bytes: Uint8Array, fingerprint: string): TrainedClassifier | undefined {
  const header = readHeader(bytes)
  if (header === undefined || header.format !== format || header.fingerprint !== fingerprint) return undefined
  const width = header.labels.length
  // A copy, because views on numbers must begin at a multiple of four.
  const numbers = new Uint8Array(bytes.subarray(4 + header.bytes)).buffer
  const lengths = [header.places, header.places, width, header.places * width]
  if (numbers.byteLength !== 4 * lengths.reduce((sum, length) => sum + length, 0)) return undefined
  let at = 0
  const take = (length: number): Float32Array => {
    const taken = new Float32Array(numbers, at, length)
    at += length * 4
    return taken
  }
  const places = new Int32Array(bucketCount).fill(-1)
  for (const [place, bucket] of new Int32Array(numbers, 0, header.places).entries()) places[bucket] = place
  at = header.places * 4
  const rarity = take(header.places)
  const bias = take(width)
  return {
    labels: header.labels,
    temperature: header.temperature,
    features: { places, rarity, unseenRarity: header.unseenRarity },
    model: { width, bias, weights: take(header.places * width) },
  }
}

function readHeader(bytes: Uint8Array): (Header & { bytes: number }) | undefined {
  if (bytes.length < 8) return undefined
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
  if (length > bytes.length - 4) return undefined
  try {
    return { ...JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))), bytes: length }
  } catch {
    // Not JSON: the file is of something else, or was cut off; the caller learns anew.
    return undefined
  }
}

function padded(json: string): string {
  return json + ' '.repeat((4 - (new TextEncoder().encode(json).length % 4)) % 4)
}

function bucketsByPlace(places: Int32Array, count: number): Int32Array {
  const buckets = new Int32Array(count)
  for (const [bucket, place] of places.entries()) if (place >= 0) buckets[place] = bucket
  return buckets
}

function bytesOf(numbers: Int32Array | Float32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
}
