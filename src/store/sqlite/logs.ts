import type { DatabaseSync } from 'node:sqlite'
import { type AppendEntry, type Codec, type CommitOutcome, type Json, type LogEntry, StoreError } from '../contract.ts'
import { bytesIn, integerIn, type Row } from './columns.ts'

/** Logs and their entries. What writes runs inside a transaction. */
export interface Logs {
  read(partition: string, log: string, after: number, limit: number): LogEntry[]
  findEntry(partition: string, log: string, key: string): LogEntry | undefined
  lastSequence(partition: string, log: string): number
  /** Adds entries in their order. After another outcome than `committed` the caller must undo what was written. */
  append(place: { partition: string; no: number }, entries: AppendEntry[]): CommitOutcome
}

/** An entry inside the sealed value of its batch: its value, and its name when it has one. */
type SealedEntry = [value: Json] | [value: Json, key: string]

/** What one commit adds to one log. */
interface Batch {
  logNo: number
  firstSequence: number
  entries: SealedEntry[]
}

/**
 * Prepares the statements on logs. What one commit adds to one log is one row, a batch: sealing and inserting a message
 * together with its replies costs about as much as one of them alone.
 * @param db a migrated database
 * @param codec turns values into bytes and back
 */
export function createLogs(db: DatabaseSync, codec: Codec): Logs {
  const fromLog = 'FROM partitions p JOIN logs l USING (partition_no)'
  // By the last sequence, so that the first row found may be a batch that `after` stands inside.
  const read = db.prepare(
    `SELECT b.last_sequence, b.value ${fromLog} JOIN log_batches b USING (log_no)
     WHERE p.name = ? AND l.name = ? AND b.last_sequence > ? ORDER BY b.last_sequence LIMIT ?`,
  )
  const findKey = db.prepare(
    `SELECT k.sequence ${fromLog} JOIN log_keys k USING (log_no) WHERE p.name = ? AND l.name = ? AND k.key = ?`,
  )
  const lastSequence = db.prepare(`SELECT l.last_sequence ${fromLog} WHERE p.name = ? AND l.name = ?`)
  const findHead = db.prepare('SELECT log_no, last_sequence FROM logs WHERE partition_no = ? AND name = ?')
  const createHead = db.prepare('INSERT INTO logs (partition_no, name, last_sequence) VALUES (?, ?, 0)')
  const moveHead = db.prepare('UPDATE logs SET last_sequence = ? WHERE log_no = ?')
  const insertKey = db.prepare('INSERT INTO log_keys (log_no, key, sequence) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
  const findSequence = db.prepare('SELECT sequence FROM log_keys WHERE log_no = ? AND key = ?')
  const insertBatch = db.prepare('INSERT INTO log_batches (log_no, last_sequence, value) VALUES (?, ?, ?)')

  function readEntries(partition: string, log: string, after: number, limit: number): LogEntry[] {
    const entries: LogEntry[] = []
    if (limit <= 0) return entries
    // A batch has at least one entry, so there is no need for more rows than entries.
    for (const row of read.iterate(partition, log, after, limit)) {
      for (const entry of openBatch(row, partition, log)) {
        if (entry.sequence > after) entries.push(entry)
        if (entries.length === limit) return entries
      }
    }
    return entries
  }

  function openBatch(row: Row, partition: string, log: string): LogEntry[] {
    const last = integerIn(row, 'last_sequence')
    const sealed = codec.decode(bytesIn(row, 'value'), placeOf(partition, log, last))
    if (!Array.isArray(sealed)) throw unreadable()
    return sealed.map((entry, index) => toEntry(entry, last - sealed.length + 1 + index))
  }

  function beginBatch(partitionNo: number, log: string): Batch {
    const row = findHead.get(partitionNo, log)
    const logNo =
      row === undefined ? Number(createHead.run(partitionNo, log).lastInsertRowid) : integerIn(row, 'log_no')
    return { logNo, firstSequence: row === undefined ? 1 : integerIn(row, 'last_sequence') + 1, entries: [] }
  }

  /** @returns the outcome when the entry's name is taken, otherwise undefined. */
  function findDuplicate({ logNo }: Batch, { log, key }: AppendEntry): CommitOutcome | undefined {
    if (key === undefined) return undefined
    const row = findSequence.get(logNo, key)
    return row === undefined ? undefined : { outcome: 'duplicate', log, key, sequence: integerIn(row, 'sequence') }
  }

  function write(partition: string, log: string, { logNo, firstSequence, entries }: Batch): void {
    const last = firstSequence + entries.length - 1
    insertBatch.run(logNo, last, codec.encode(entries, placeOf(partition, log, last)))
    moveHead.run(last, logNo)
  }

  return {
    read: readEntries,
    findEntry(partition, log, key) {
      const row = findKey.get(partition, log, key)
      return row === undefined ? undefined : readEntries(partition, log, integerIn(row, 'sequence') - 1, 1)[0]
    },
    lastSequence(partition, log) {
      const row = lastSequence.get(partition, log)
      return row === undefined ? 0 : integerIn(row, 'last_sequence')
    },
    append(place, entries) {
      const batches = new Map<string, Batch>()
      const sequences: number[] = []
      for (const entry of entries) {
        const batch = batches.get(entry.log) ?? beginBatch(place.no, entry.log)
        batches.set(entry.log, batch)
        const sequence = batch.firstSequence + batch.entries.length
        if (entry.ifSequence !== undefined && entry.ifSequence !== sequence) {
          return findDuplicate(batch, entry) ?? { outcome: 'conflict' }
        }
        if (entry.key !== undefined && insertKey.run(batch.logNo, entry.key, sequence).changes === 0) {
          return findDuplicate(batch, entry) ?? { outcome: 'conflict' }
        }
        batch.entries.push(entry.key === undefined ? [entry.value] : [entry.value, entry.key])
        sequences.push(sequence)
      }
      for (const [log, batch] of batches) write(place.partition, log, batch)
      return { outcome: 'committed', sequences }
    },
  }
}

function toEntry(sealed: Json, sequence: number): LogEntry {
  if (!Array.isArray(sealed)) throw unreadable()
  const [value, key] = sealed
  if (value === undefined || (key !== undefined && typeof key !== 'string')) throw unreadable()
  return { sequence, value, ...(key === undefined ? {} : { key }) }
}

function unreadable(): StoreError {
  return new StoreError('unreadable', 'Expected the entries of one commit, got something else. Put back a copy.')
}

/** The sequence is part of the place, so that batches of one log cannot be swapped either. */
function placeOf(partition: string, log: string, lastSequence: number): string {
  return `entries\0${partition}\0${log}\0${lastSequence}`
}
