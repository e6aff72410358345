import { createDecipheriv } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { dataKeyFile, parseDataKeys } from '../../src/privacy/data-key.ts'

const headerBytes = 2
const nonceBytes = 12
const tagBytes = 16

/**
 * Everything that stands in the database of a data folder, whatever table it is in: texts as they are, sealed values opened
 * with the key in that folder. Where a value belongs is not checked, so that a new table needs no change here.
 * @param folder data folder of a program that has stopped
 */
export function readStoredValues(folder: string): { table: string; value: string }[] {
  const keys = new Map(parseDataKeys(readFileSync(join(folder, dataKeyFile), 'utf8')).map(({ id, key }) => [id, key]))
  const db = new DatabaseSync(join(folder, 'opstap.sqlite'), { readOnly: true })
  try {
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
    return tables.flatMap(({ name }) =>
      db
        .prepare(`SELECT * FROM "${name}"`)
        .all()
        .flatMap((row) => Object.values(row))
        .map((value) => ({
          table: String(name),
          value: value instanceof Uint8Array ? unseal(Buffer.from(value), keys) : String(value),
        })),
    )
  } finally {
    db.close()
  }
}

/** Opens a value as `createCodec` describes it, without asking whether it stands in its place. */
function unseal(sealed: Buffer, keys: ReadonlyMap<string, Uint8Array>): string {
  const nonceStart = headerBytes + (sealed[1] ?? 0)
  const key = keys.get(sealed.toString('latin1', headerBytes, nonceStart))
  if (key === undefined) throw new Error('A value is sealed with a key that is not in the folder.')
  const nonce = sealed.subarray(nonceStart, nonceStart + nonceBytes)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  return decipher.update(sealed.subarray(nonceStart + nonceBytes, -tagBytes), undefined, 'utf8')
}
