import type { DatabaseSync } from 'node:sqlite'
import type { AppendEntry, Codec, CommitOutcome, LogEntry } from '../contract.ts'
import { bytesIn, integerIn, type Row, textIn } from './columns.ts'

/** Logs and their entries. What writes runs inside a transaction. */
export interface Logs {
  read(partition: string, log: string, after: number, limit: number): LogEntry[]
  findEntry(partition: string, log: string, key: string): LogEntry | undefined
  lastSequence(partition: string, log: string): number
  /** Adds entries in their order. After another outcome than `committed` the caller must undo what was written. */
  append(place: { partition: string; no: number }, entries: AppendEntry[]): CommitOutcome
}

interface Head {
  no: number
  last: number
}

/**
 * Prepares the statements on logs.
 * @param db a migrated database
 * @param codec turns values into bytes and back
 */
export function createLogs(db: DatabaseSync, codec: Codec): Logs {
  const fromLog = 'FROM partitions p JOIN logs l USING (partition_no)'
  const read = db.prepare(
    `SELECT e.sequence, e.key, e.value ${fromLog} JOIN log_entries e USING (log_no)
     WHERE p.name = ? AND l.name = ? AND e.sequence > ? ORDER BY e.sequence LIMIT ?`,
  )
  const findEntry = db.prepare(
    `SELECT e.sequence, e.key, e.value ${fromLog} JOIN log_entries e USING (log_no)
     WHERE p.name = ? AND l.name = ? AND e.key = ?`,
  )
  const lastSequence = db.prepare(`SELECT l.last_sequence ${fromLog} WHERE p.name = ? AND l.name = ?`)
  const findHead = db.prepare('SELECT log_no, last_sequence FROM logs WHERE partition_no = ? AND name = ?')
  const createHead = db.prepare('INSERT INTO logs (partition_no, name, last_sequence) VALUES (?, ?, 0)')
  const moveHead = db.prepare('UPDATE logs SET last_sequence = ? WHERE log_no = ?')
  const insert = db.prepare(
    'INSERT INTO log_entries (log_no, sequence, key, value) VALUES (?, ?, ?, ?) ON CONFLICT (log_no, key) WHERE key IS NOT NULL DO NOTHING',
  )
  const findSequence = db.prepare('SELECT sequence FROM log_entries WHERE log_no = ? AND key = ?')

  function readEntry(row: Row, partition: string, log: string): LogEntry {
    const sequence = integerIn(row, 'sequence')
    const value = codec.decode(bytesIn(row, 'value'), placeOf(partition, log, sequence))
    return row?.key === null ? { sequence, value } : { sequence, value, key: textIn(row, 'key') }
  }

  function openHead(partitionNo: number, log: string): Head {
    const row = findHead.get(partitionNo, log)
    if (row !== undefined) return { no: integerIn(row, 'log_no'), last: integerIn(row, 'last_sequence') }
    return { no: Number(createHead.run(partitionNo, log).lastInsertRowid), last: 0 }
  }

  /** @returns the outcome when the entry's name is taken, otherwise undefined. */
  function findDuplicate(head: Head, entry: AppendEntry): CommitOutcome | undefined {
    if (entry.key === undefined) return undefined
    const row = findSequence.get(head.no, entry.key)
    if (row === undefined) return undefined
    return { outcome: 'duplicate', log: entry.log, key: entry.key, sequence: integerIn(row, 'sequence') }
  }

  return {
    read(partition, log, after, limit) {
      // A negative limit means "no limit" to SQLite.
      return read.all(partition, log, after, Math.max(0, limit)).map((row) => readEntry(row, partition, log))
    },
    findEntry(partition, log, key) {
      const row = findEntry.get(partition, log, key)
      return row === undefined ? undefined : readEntry(row, partition, log)
    },
    lastSequence(partition, log) {
      const row = lastSequence.get(partition, log)
      return row === undefined ? 0 : integerIn(row, 'last_sequence')
    },
    append(place, entries) {
      const heads = new Map<string, Head>()
      const sequences: number[] = []
      for (const entry of entries) {
        const head = heads.get(entry.log) ?? openHead(place.no, entry.log)
        heads.set(entry.log, head)
        const sequence = head.last + 1
        if (entry.ifSequence !== undefined && entry.ifSequence !== sequence) {
          return findDuplicate(head, entry) ?? { outcome: 'conflict' }
        }
        const value = codec.encode(entry.value, placeOf(place.partition, entry.log, sequence))
        const { changes } = insert.run(head.no, sequence, entry.key ?? null, value)
        if (changes === 0) return findDuplicate(head, entry) ?? { outcome: 'conflict' }
        head.last = sequence
        sequences.push(sequence)
      }
      for (const head of heads.values()) moveHead.run(head.last, head.no)
      return { outcome: 'committed', sequences }
    },
  }
}

/** The sequence is part of the place, so that entries of one log cannot be swapped either. */
function placeOf(partition: string, log: string, sequence: number): string {
  return `entry\0${partition}\0${log}\0${sequence}`
}
