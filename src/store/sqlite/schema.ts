import type { DatabaseSync } from 'node:sqlite'
import { StoreError } from '../contract.ts'
import { integerIn } from './columns.ts'

/** Marks a file as ours in its header: the letters `Opst`. Source: https://www.sqlite.org/pragma.html#pragma_application_id */
export const applicationId = 0x4f707374

/**
 * The steps from an empty file to the present format; `user_version` counts those that were taken. A step that was
 * released is never changed: what is new becomes a new step.
 *
 * Partitions, documents and logs have a number, so that the rows that grow fastest carry eight bytes and not a name.
 * What one commit adds to one log is one row. These rows stand in the order in which they were written, over all
 * conversations: those of one transaction then share a few pages, where an order by conversation touches three times as
 * many. Finished jobs stay behind as a bare id, so that planning the same work again has no effect.
 */
const steps = [
  `
  CREATE TABLE partitions (
    partition_no INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    expires_at INTEGER
  ) STRICT;
  CREATE INDEX partitions_by_expiry ON partitions (expires_at) WHERE expires_at IS NOT NULL;

  CREATE TABLE documents (
    document_no INTEGER PRIMARY KEY,
    partition_no INTEGER NOT NULL,
    collection TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    value BLOB NOT NULL,
    UNIQUE (partition_no, collection, id)
  ) STRICT;

  CREATE TABLE index_entries (
    collection TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    position REAL NOT NULL,
    partition TEXT NOT NULL,
    id TEXT NOT NULL,
    document_no INTEGER NOT NULL,
    PRIMARY KEY (collection, name, value, position, partition, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX index_entries_by_document ON index_entries (document_no);

  CREATE TABLE logs (
    log_no INTEGER PRIMARY KEY,
    partition_no INTEGER NOT NULL,
    name TEXT NOT NULL,
    last_sequence INTEGER NOT NULL,
    UNIQUE (partition_no, name)
  ) STRICT;

  CREATE TABLE log_batches (
    batch_no INTEGER PRIMARY KEY,
    log_no INTEGER NOT NULL,
    last_sequence INTEGER NOT NULL,
    value BLOB NOT NULL,
    UNIQUE (log_no, last_sequence)
  ) STRICT;

  CREATE TABLE log_keys (
    log_no INTEGER NOT NULL,
    key TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (log_no, key)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE jobs (
    job_no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    partition_no INTEGER NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('planned', 'running', 'dead')),
    due_at INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    lease TEXT,
    lease_until INTEGER,
    reason TEXT,
    payload BLOB NOT NULL
  ) STRICT;
  CREATE INDEX jobs_by_due ON jobs (state, kind, due_at);
  CREATE INDEX jobs_by_partition ON jobs (partition_no);

  CREATE TABLE finished_jobs (
    id TEXT PRIMARY KEY,
    partition_no INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX finished_jobs_by_partition ON finished_jobs (partition_no);

  CREATE TABLE counters (
    name TEXT PRIMARY KEY,
    last INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE seal (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    value BLOB NOT NULL
  ) STRICT;

  CREATE TABLE heartbeat (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    beats INTEGER NOT NULL
  ) STRICT;
  `,
]

/**
 * Finds out whose file this is, changing nothing in it.
 * @param file path, for the messages only
 * @returns how many steps were taken in it; 0 for an empty file
 * @throws {StoreError} code `corrupt` when the file belongs to another program, `too-new` when a newer Opstap wrote it
 */
export function checkOwner(db: DatabaseSync, file: string): number {
  const owner = integerIn(db.prepare('PRAGMA application_id').get(), 'application_id')
  const version = integerIn(db.prepare('PRAGMA user_version').get(), 'user_version')
  const tables = integerIn(db.prepare('SELECT count(*) AS tables FROM sqlite_schema').get(), 'tables')
  if (owner !== applicationId && (owner !== 0 || version !== 0 || tables !== 0)) {
    throw new StoreError(
      'corrupt',
      `Expected a database of Opstap in ${file}, but the file belongs to another program. Point STORE at another file.`,
    )
  }
  if (version > steps.length) {
    throw new StoreError(
      'too-new',
      `${file} has format ${version} and this Opstap knows up to ${steps.length}. Start the newer Opstap, or put back the copy that was made before the update.`,
    )
  }
  return version
}

/**
 * Makes an empty file ours, or brings an older one to the present format. Runs inside the caller's write transaction, so
 * of two processes that open a new file at the same time only one builds it.
 * @param file path, for the messages only
 * @throws {StoreError} as {@link checkOwner}
 */
export function migrate(db: DatabaseSync, file: string): void {
  const version = checkOwner(db, file)
  if (version === steps.length) return
  for (const step of steps.slice(version)) db.exec(step)
  db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${steps.length}`)
}
