import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomFillSync } from 'node:crypto'
import { type Codec, type Json, StoreError } from '../store/contract.ts'
import type { DataKey } from './data-key.ts'

const formatVersion = 1
const nonceBytes = 12
const tagBytes = 16
const algorithm = 'aes-256-gcm'

interface Sealer {
  secret: KeyObject
  /** Version, length of the key id, key id: what stands before each value. */
  header: Buffer
}

/**
 * Makes the codec that seals values with AES-256-GCM.
 *
 * A sealed value is: version (1 byte), length of the key id (1 byte), key id, nonce (12 bytes), ciphertext of the JSON,
 * tag (16 bytes). The place is authenticated with it, so a value that was moved to another row does not open. Nonces are
 * random: change the key before it has sealed 2^32 values.
 * @param keys the first seals, all of them open; at least one
 * @throws {RangeError} when there is no key, a key is not 32 bytes, or an id is malformed or used twice
 * @see NIST SP 800-38D, section 8.2.2 and 8.3
 */
export function createCodec(keys: DataKey[]): Codec {
  const sealers = new Map(keys.map((key) => [key.id, toSealer(key)]))
  const first = keys[0] && sealers.get(keys[0].id)
  if (first === undefined) throw new RangeError('Expected at least one data key, got none.')
  if (sealers.size !== keys.length) throw new RangeError('Expected every data key to have its own id, got one twice.')
  const sealer = first
  const takeNonce = createNonces()

  return {
    encode(value, place) {
      const { secret, header } = sealer
      const nonce = takeNonce()
      const cipher = createCipheriv(algorithm, secret, nonce)
      cipher.setAAD(Buffer.from(place))
      const text = JSON.stringify(value)
      if (text === undefined) throw new TypeError('Expected a value that survives JSON, got undefined.')
      const sealed = cipher.update(text, 'utf8')
      // GCM is a stream: final() gives no bytes, but without it there is no tag.
      cipher.final()
      return Buffer.concat([header, nonce, sealed, cipher.getAuthTag()])
    },

    decode(bytes, place) {
      const sealed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      const bodyStart = 2 + (sealed[1] ?? 0) + nonceBytes
      const bodyEnd = sealed.length - tagBytes
      if (sealed[0] !== formatVersion || bodyEnd < bodyStart) throw unreadable('it is damaged or not ours')
      const nonceStart = bodyStart - nonceBytes
      const known = sealers.get(sealed.toString('latin1', 2, nonceStart))
      if (known === undefined) throw unreadable('it is sealed with a key that is not configured')
      const decipher = createDecipheriv(algorithm, known.secret, sealed.subarray(nonceStart, bodyStart), {
        authTagLength: tagBytes,
      })
      decipher.setAAD(Buffer.from(place))
      decipher.setAuthTag(sealed.subarray(bodyEnd))
      try {
        const text = decipher.update(sealed.subarray(bodyStart, bodyEnd), undefined, 'utf8') + decipher.final('utf8')
        const value: Json = JSON.parse(text)
        return value
      } catch (error) {
        throw unreadable('it was changed, or stood in another place', error)
      }
    },
  }
}

/** One call for many nonces: asking the system for twelve bytes at a time costs more than the sealing. */
function createNonces(): () => Buffer {
  const pool = Buffer.alloc(nonceBytes * 256)
  let used = pool.length
  return () => {
    if (used === pool.length) {
      randomFillSync(pool)
      used = 0
    }
    used += nonceBytes
    return pool.subarray(used - nonceBytes, used)
  }
}

function toSealer({ id, key }: DataKey): Sealer {
  if (!/^[a-z0-9_-]{1,32}$/.test(id)) {
    throw new RangeError('Expected a data key id of 1 to 32 characters from a-z, 0-9, - and _.')
  }
  if (key.length !== 32) throw new RangeError(`Expected 32 bytes for data key ${id}, got ${key.length}.`)
  const header = Buffer.concat([Buffer.from([formatVersion, id.length]), Buffer.from(id, 'latin1')])
  return { secret: createSecretKey(key), header }
}

function unreadable(reason: string, cause?: unknown): StoreError {
  return new StoreError('unreadable', `A stored value cannot be read: ${reason}. Check the data keys.`, { cause })
}
