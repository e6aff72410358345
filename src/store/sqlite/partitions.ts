import type { DatabaseSync } from 'node:sqlite'
import { integerIn } from './columns.ts'

/** A partition as the rows know it. */
export interface Partition {
  no: number
  /** Milliseconds since 1970; undefined = it never expires. */
  expiresAt: number | undefined
}

/** The rows of partitions, and what belongs to them as a whole. Everything that writes runs inside a transaction. */
export interface Partitions {
  find(name: string): Partition | undefined
  create(name: string): Partition
  /** @param expiresAt milliseconds since 1970 */
  setExpiry(partition: Partition, expiresAt: number): void
  /** Removes documents, index entries, jobs and log entries; the log heads and the expiry stay. */
  eraseContents(partition: Partition): void
  /** Removes everything, the partition itself included. */
  erase(partition: Partition): void
  /** The longest expired first. @param now milliseconds since 1970 */
  findExpired(now: number, limit: number): Partition[]
}

/**
 * Prepares the statements on partitions.
 * @param db a migrated database
 */
export function createPartitions(db: DatabaseSync): Partitions {
  const find = db.prepare('SELECT partition_no, expires_at FROM partitions WHERE name = ?')
  const insert = db.prepare('INSERT INTO partitions (name) VALUES (?)')
  const setExpiry = db.prepare('UPDATE partitions SET expires_at = ? WHERE partition_no = ?')
  const expired = db.prepare('SELECT partition_no FROM partitions WHERE expires_at <= ? ORDER BY expires_at LIMIT ?')
  const eraseContents = [
    'DELETE FROM index_entries WHERE document_no IN (SELECT document_no FROM documents WHERE partition_no = ?)',
    'DELETE FROM documents WHERE partition_no = ?',
    'DELETE FROM log_batches WHERE log_no IN (SELECT log_no FROM logs WHERE partition_no = ?)',
    'DELETE FROM log_keys WHERE log_no IN (SELECT log_no FROM logs WHERE partition_no = ?)',
    'DELETE FROM jobs WHERE partition_no = ?',
    'DELETE FROM finished_jobs WHERE partition_no = ?',
  ].map((sql) => db.prepare(sql))
  const eraseHeads = db.prepare('DELETE FROM logs WHERE partition_no = ?')
  const erasePartition = db.prepare('DELETE FROM partitions WHERE partition_no = ?')

  function removeContents(partition: Partition): void {
    for (const statement of eraseContents) statement.run(partition.no)
  }

  return {
    find(name) {
      const row = find.get(name)
      if (row === undefined) return undefined
      return {
        no: integerIn(row, 'partition_no'),
        expiresAt: row.expires_at === null ? undefined : integerIn(row, 'expires_at'),
      }
    },
    create(name) {
      return { no: Number(insert.run(name).lastInsertRowid), expiresAt: undefined }
    },
    setExpiry(partition, expiresAt) {
      if (partition.expiresAt !== expiresAt) setExpiry.run(expiresAt, partition.no)
    },
    eraseContents: removeContents,
    erase(partition) {
      removeContents(partition)
      eraseHeads.run(partition.no)
      erasePartition.run(partition.no)
    },
    findExpired(now, limit) {
      return expired.all(now, limit).map((row) => ({ no: integerIn(row, 'partition_no'), expiresAt: undefined }))
    },
  }
}
