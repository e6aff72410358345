import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'

/** A key that seals or opens stored values. */
export interface DataKey {
  /** Stands unsealed before every value, so that keys can rotate: 1 to 32 characters from `a-z`, `0-9`, `-` and `_`. */
  id: string
  /** 32 random bytes. */
  key: Uint8Array
}

/** Name of the key file in the data folder. */
export const dataKeyFile = 'data.key'

/** The data keys cannot be used. The message says which part is wrong and never repeats a key. */
export class DataKeyError extends Error {
  /** `malformed`: the text is not a list of keys. `unavailable`: the key file cannot be read or made. */
  readonly code: 'malformed' | 'unavailable'

  constructor(code: 'malformed' | 'unavailable', message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'DataKeyError'
    this.code = code
  }
}

/**
 * Reads a list of data keys: `id:base64,id:base64`, each key 32 bytes. The first seals, all of them open; to change the
 * key, put a new one in front and keep the old one until everything that was sealed with it has expired.
 * @param text the configured value or the content of the key file; spaces and line ends around a key are ignored
 * @returns at least one key
 * @throws {DataKeyError} code `malformed`, naming every wrong part by its number
 */
export function parseDataKeys(text: string): DataKey[] {
  const parts = text.split(',').map((part) => part.trim())
  const problems: string[] = []
  const keys = parts.map((part, index) => {
    const colon = part.indexOf(':')
    const id = part.slice(0, Math.max(0, colon))
    const key = Buffer.from(part.slice(colon + 1), 'base64')
    const problem = findProblem(id, part.slice(colon + 1), key)
    if (problem !== undefined) problems.push(`key ${index + 1}: ${problem}`)
    return { id, key }
  })
  const ids = new Set(keys.map((key) => key.id))
  if (problems.length === 0 && ids.size < keys.length) problems.push('two keys have the same id')
  if (problems.length > 0) {
    const expected =
      'Expected data keys as id:base64,id:base64 with 32 bytes each (make one with: openssl rand -base64 32)'
    throw new DataKeyError('malformed', `${expected}, but ${problems.join('; ')}.`)
  }
  return keys
}

/**
 * Reads the key file of the data folder, or makes one when there is none: a random key, mode 0600. A file that is there
 * is never written to. Whoever loses this file loses every conversation.
 * @param folder the data folder; made when it is not there
 * @returns the keys, the sealing one first
 * @throws {DataKeyError} code `unavailable` when the folder or file cannot be used, `malformed` when it holds no keys
 */
export async function loadOrCreateDataKey(folder: string): Promise<DataKey[]> {
  const file = join(folder, dataKeyFile)
  try {
    const found = (await readIfThere(file)) ?? (await createKeyFile(folder, file))
    return parseDataKeys(found)
  } catch (error) {
    if (error instanceof DataKeyError) throw new DataKeyError(error.code, `${file}: ${error.message}`, { cause: error })
    throw new DataKeyError('unavailable', `Cannot read or make the key file ${file}. Check the rights of its folder.`, {
      cause: error,
    })
  }
}

/** Written beside it first and linked at once, so nobody ever reads half a key and an existing one is never replaced. */
async function createKeyFile(folder: string, file: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const text = `k${randomBytes(4).toString('hex')}:${randomBytes(32).toString('base64')}\n`
  const draft = `${file}.${randomUUID()}.tmp`
  try {
    await writeDurably(draft, text)
    await link(draft, file)
  } catch (error) {
    // Another process was first: its key is the key.
    if (hasCode(error, 'EEXIST')) return await readFile(file, 'utf8')
    throw error
  } finally {
    await removeIfThere(draft)
  }
  await syncFolder(folder)
  return text
}

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Without this a power loss may leave sealed values whose key has no name in the folder any more. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

async function removeIfThere(file: string): Promise<void> {
  try {
    await unlink(file)
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error
  }
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code
}

function findProblem(id: string, base64: string, key: Buffer): string | undefined {
  if (!/^[a-z0-9_-]{1,32}$/.test(id)) return 'the id before the colon must be 1 to 32 characters from a-z, 0-9, - and _'
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return 'what follows the colon is not base64'
  if (key.length !== 32) return `it has ${key.length} bytes`
  return undefined
}
