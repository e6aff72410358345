import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Codec, type Store, StoreError } from '../contract.ts'
import { applyChanges, type Tables } from './apply-changes.ts'
import { bytesIn, integerIn, toMilliseconds } from './columns.ts'
import { createDocuments } from './documents.ts'
import { createGroupWriter, type Work } from './group-writer.ts'
import { createJobs } from './jobs.ts'
import { createLocalSignals } from './local-signals.ts'
import { createLogs } from './logs.ts'
import { createPartitions } from './partitions.ts'
import { checkOwner, migrate } from './schema.ts'
import { toStoreError } from './sqlite-errors.ts'

/** How long one statement waits inside SQLite, which blocks the event loop. With WAL only writers wait, hardly ever a read. */
const blockingMs = 10

/** Where the database is and how it is used. */
export interface SqliteStoreOptions {
  /** Path of the database file; its folder is made when it is not there. */
  file: string
  codec: Codec
  /** How long a write waits for another program that holds the file. 5,000 when left out. */
  busyTimeoutMs?: number
  /** Largest size of the file in pages of 4,096 bytes; a commit that needs more ends as `disk-full`. No limit when left out. */
  maxPages?: number
  /** Hears what went wrong beside the work: a listener that threw. */
  warn?: (message: string, error: unknown) => void
}

/**
 * Opens the embedded engine: one SQLite file in WAL mode with `synchronous=FULL`, so that a commit that resolved survives
 * power loss. Other processes may open the same file at the same time.
 * @returns the store; signals stay inside this process
 * @throws {StoreError} code `unavailable`, `busy`, `corrupt`, `too-new`, `disk-full`, or `unreadable` when the codec has
 *   not the key that this file was written with
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  const { file, codec, busyTimeoutMs = 5000, warn = () => undefined } = options
  const db = openDatabase(file, codec, { busyTimeoutMs, maxPages: options.maxPages })
  const writer = createGroupWriter(db, { file, busyTimeoutMs, blockingMs, maxBatch: 256 })
  const signals = createLocalSignals(warn)
  const tables: Tables = {
    partitions: createPartitions(db),
    documents: createDocuments(db, codec),
    logs: createLogs(db, codec),
    jobs: createJobs(db, codec),
  }
  const { partitions, documents, logs, jobs } = tables
  const count = db.prepare(
    'INSERT INTO counters (name, last) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET last = last + 1 RETURNING last',
  )
  const beat = db.prepare(
    'INSERT INTO heartbeat (one, beats) VALUES (1, 1) ON CONFLICT (one) DO UPDATE SET beats = beats + 1',
  )
  let closing: Promise<void> | undefined

  function requireOpen(): void {
    if (closing !== undefined) throw new StoreError('closed', 'The store is closed. Open it again to use it.')
  }

  async function read<T>(work: () => T): Promise<T> {
    requireOpen()
    try {
      return work()
    } catch (error) {
      throw toStoreError(error, file)
    }
  }

  async function write<T>(work: Work<T>): Promise<T> {
    requireOpen()
    return writer.write(work)
  }

  return {
    get: (partition, collection, id) => read(() => documents.get(partition, collection, id)),
    list: (query) => read(() => documents.list(query)),
    readLog: (partition, log, after, limit) => read(() => logs.read(partition, log, after, limit)),
    findEntry: (partition, log, key) => read(() => logs.findEntry(partition, log, key)),
    lastSequence: (partition, log) => read(() => logs.lastSequence(partition, log)),
    countJobs: () => read(() => jobs.count()),

    async commit(changes) {
      const outcome = await write(() => {
        const result = applyChanges(tables, changes)
        return { keep: result.outcome === 'committed', result }
      })
      if (outcome.outcome === 'committed') {
        for (const signal of changes.signals ?? []) signals.send(signal.channel, signal.payload)
      }
      return outcome
    },
    async claimJobs(query) {
      if (!(await read(() => jobs.isAnyDue(query)))) return []
      return write(() => ({ keep: true, result: jobs.claim(query) }))
    },
    settleJob: (job, result) => write(() => ({ keep: true, result: jobs.settle(job, result) })),
    extendLease: (job, until) => write(() => ({ keep: true, result: jobs.extend(job, until) })),
    nextNumber: (counter) => write(() => ({ keep: true, result: integerIn(count.get(counter), 'last') })),
    erase: (name) =>
      write(() => {
        const partition = partitions.find(name)
        if (partition !== undefined) partitions.erase(partition)
        return { keep: true, result: undefined }
      }),
    sweep: (now, limit) =>
      write(() => {
        const expired = partitions.findExpired(toMilliseconds(now), Math.max(0, limit))
        for (const partition of expired) partitions.erase(partition)
        return { keep: true, result: expired.length }
      }),
    // A real write: a full disk lets every read pass.
    check: () => write(() => ({ keep: beat.run().changes === 1, result: undefined })),

    listen: (channel, hear) => signals.listen(channel, hear),
    close() {
      closing ??= writer.settled().then(() => db.close())
      return closing
    },
  }
}

interface Limits {
  busyTimeoutMs: number
  maxPages: number | undefined
}

function openDatabase(file: string, codec: Codec, { busyTimeoutMs, maxPages }: Limits): DatabaseSync {
  createPrivateFile(file)
  let db: DatabaseSync | undefined
  try {
    db = new DatabaseSync(file, { timeout: busyTimeoutMs })
    // Foreign files are recognised before anything in them is changed, the journal mode included.
    checkOwner(db, file)
    configure(db, maxPages)
    prepareFile(db, codec, file)
    db.exec(`PRAGMA busy_timeout = ${Math.min(blockingMs, busyTimeoutMs)}`)
    return db
  } catch (error) {
    db?.close()
    throw toStoreError(error, file)
  }
}

/** Only the owner may read what people said; SQLite gives its side files the same rights. */
function createPrivateFile(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    // Never opens a file that is there: closing it would drop the locks that this process has on it.
    closeSync(openSync(file, 'wx', 0o600))
  } catch (error) {
    if (isFileThere(error)) return
    const message = `Expected to make or open ${file}, but the folder cannot be made or written. Check STORE and its rights.`
    throw new StoreError('unavailable', message, { cause: error })
  }
}

function isFileThere(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST'
}

function configure(db: DatabaseSync, maxPages: number | undefined): void {
  const mode = db.prepare('PRAGMA journal_mode = WAL').get()?.journal_mode
  if (mode !== 'wal') {
    throw new StoreError('unavailable', `Expected write-ahead logging, got ${mode}. Keep the file on a local disk.`)
  }
  // secure_delete: what is erased is overwritten. wal_autocheckpoint: pages that many commits touch are copied back once.
  db.exec(`
    PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -16000;
    PRAGMA wal_autocheckpoint = 4000;
    PRAGMA journal_size_limit = 67108864;
  `)
  if (maxPages !== undefined) db.exec(`PRAGMA max_page_count = ${maxPages}`)
}

/**
 * Finds out now, and not at the first conversation, that the key of this file is lost. The seal is renewed with each
 * opening, so that an old key can go once everything that was sealed with it has expired.
 */
function checkSeal(db: DatabaseSync, codec: Codec, file: string): void {
  const place = 'seal'
  const row = db.prepare('SELECT value FROM seal').get()
  if (row !== undefined) openSeal(() => codec.decode(bytesIn(row, 'value'), place), file)
  db.prepare('INSERT OR REPLACE INTO seal (one, value) VALUES (1, ?)').run(codec.encode('opstap', place))
}

function openSeal(open: () => unknown, file: string): void {
  try {
    open()
  } catch (error) {
    const message = `The keys we have do not open ${file}. Put back the key file or the configured keys it was written with.`
    throw new StoreError('unreadable', message, { cause: error })
  }
}

function prepareFile(db: DatabaseSync, codec: Codec, file: string): void {
  db.exec('BEGIN IMMEDIATE')
  try {
    migrate(db, file)
    checkSeal(db, codec, file)
    db.exec('COMMIT')
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}
