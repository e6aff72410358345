import type { DatabaseSync } from 'node:sqlite'
import type { Codec, DeleteDocument, ListPage, ListQuery, PutDocument, StoredDocument } from '../contract.ts'
import { bytesIn, integerIn, type Row, textIn } from './columns.ts'
import { type ListPosition, parsePosition, renderPosition } from './list-position.ts'

/** Longest page of a list. */
const maxListLimit = 500
const defaultListLimit = 100

/** Documents and their index entries. What writes runs inside a transaction. */
export interface Documents {
  get(partition: string, collection: string, id: string): StoredDocument | undefined
  /** @throws {RangeError} when the limit is outside 1 to 500 or `after` did not come from a page of this list */
  list(query: ListQuery): ListPage
  /** @returns false when another version is there; nothing was written then. */
  put(place: { partition: string; no: number }, put: PutDocument): boolean
  /** @returns false when another version is there; nothing was written then. */
  remove(partitionNo: number, removal: DeleteDocument): boolean
}

/**
 * Prepares the statements on documents.
 * @param db a migrated database
 * @param codec turns values into bytes and back
 */
export function createDocuments(db: DatabaseSync, codec: Codec): Documents {
  const get = db.prepare(
    `SELECT d.version, d.value FROM partitions p JOIN documents d USING (partition_no)
     WHERE p.name = ? AND d.collection = ? AND d.id = ?`,
  )
  const list = db.prepare(
    `SELECT i.position, i.partition, d.id, d.version, d.value
     FROM index_entries i JOIN documents d USING (document_no)
     WHERE i.collection = ? AND i.name = ? AND i.value = ? AND (i.position, i.partition, i.id) > (?, ?, ?)
     ORDER BY i.position, i.partition, i.id LIMIT ?`,
  )
  // Most documents carry no index entry, and deleting none of them costs more than the whole rest of a write.
  const find = db.prepare(
    `SELECT document_no, version,
       EXISTS (SELECT 1 FROM index_entries i WHERE i.document_no = d.document_no) AS is_indexed
     FROM documents d WHERE partition_no = ? AND collection = ? AND id = ?`,
  )
  const insert = db.prepare(
    'INSERT INTO documents (partition_no, collection, id, version, value) VALUES (?, ?, ?, 1, ?)',
  )
  const update = db.prepare('UPDATE documents SET version = ?, value = ? WHERE document_no = ?')
  const remove = db.prepare('DELETE FROM documents WHERE document_no = ?')
  const index = db.prepare(
    `INSERT INTO index_entries (collection, name, value, position, partition, id, document_no)
     VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  )
  const unindex = db.prepare('DELETE FROM index_entries WHERE document_no = ?')

  function readDocument(row: Row, partition: string, collection: string, id: string): StoredDocument {
    const value = codec.decode(bytesIn(row, 'value'), placeOf(partition, collection, id))
    return { partition, collection, id, value, version: integerIn(row, 'version') }
  }

  function write(place: { partition: string; no: number }, put: PutDocument, found: Row): number {
    const value = codec.encode(put.value, placeOf(place.partition, put.collection, put.id))
    if (found === undefined) return Number(insert.run(place.no, put.collection, put.id, value).lastInsertRowid)
    const no = integerIn(found, 'document_no')
    update.run(integerIn(found, 'version') + 1, value, no)
    if (integerIn(found, 'is_indexed') === 1) unindex.run(no)
    return no
  }

  return {
    get(partition, collection, id) {
      const row = get.get(partition, collection, id)
      return row === undefined ? undefined : readDocument(row, partition, collection, id)
    },

    list({ collection, index: name, value, limit = defaultListLimit, after }) {
      if (!Number.isInteger(limit) || limit < 1 || limit > maxListLimit) {
        throw new RangeError(`Expected a limit from 1 to ${maxListLimit}, got ${limit}.`)
      }
      const { order, partition, id } = after === undefined ? beforeAll : parsePosition(after)
      const rows = list.all(collection, name, value, order, partition, id, limit + 1)
      const page = rows.slice(0, limit)
      const documents = page.map((row) => readDocument(row, textIn(row, 'partition'), collection, textIn(row, 'id')))
      const last = page.at(-1)
      if (rows.length <= limit || last === undefined) return { documents }
      const next = {
        order: integerIn(last, 'position'),
        partition: textIn(last, 'partition'),
        id: textIn(last, 'id'),
      }
      return { documents, next: renderPosition(next) }
    },

    put(place, put) {
      const found = find.get(place.no, put.collection, put.id)
      if (!holds(found, put.ifVersion)) return false
      const no = write(place, put, found)
      for (const entry of put.indexes ?? []) {
        index.run(put.collection, entry.name, entry.value, entry.order, place.partition, put.id, no)
      }
      return true
    },

    remove(partitionNo, removal) {
      const found = find.get(partitionNo, removal.collection, removal.id)
      if (!holds(found, removal.ifVersion)) return false
      if (found === undefined) return true
      const no = integerIn(found, 'document_no')
      unindex.run(no)
      remove.run(no)
      return true
    },
  }
}

const beforeAll: ListPosition = { order: Number.NEGATIVE_INFINITY, partition: '', id: '' }

function holds(found: Row, ifVersion: number | undefined): boolean {
  if (ifVersion === undefined) return true
  return ifVersion === (found === undefined ? 0 : integerIn(found, 'version'))
}

function placeOf(partition: string, collection: string, id: string): string {
  return `document\0${partition}\0${collection}\0${id}`
}
