/**
 * What any storage engine of Opstap must do. Two engines, one contract, one test-suite.
 *
 * Everything that belongs to one conversation lives in one *partition* (its id). A commit touches one partition and is
 * atomic within it; so on Redis a partition is one hash tag and a commit one script. Lists over partitions
 * ({@link Store.list}) may be a moment behind, but what they return is always read fresh.
 *
 * The contract leaves out: transactions over partitions, queries other than by index, and the order of signals.
 */

/**
 * Anything that survives JSON; a key whose value is undefined is left out. Engines store values as they are given and
 * never look inside.
 */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined }

/** An entry that makes a document appear in {@link Store.list}. */
export interface IndexEntry {
  /** Name of the index, e.g. `status`. Unique within the document's collection. */
  name: string
  /** The value that a list asks for, e.g. `open`. */
  value: string
  /** Lists come in rising order of this number, then by partition and id. Often a time in milliseconds. */
  order: number
}

/** Writes one document; replaces the earlier value and all its index entries. */
export interface PutDocument {
  collection: string
  id: string
  value: Json
  /** The version that must be there now; 0 = the document must not exist. Left out = write whatever is there. */
  ifVersion?: number
  indexes?: IndexEntry[]
}

/** Deletes one document; a missing one is no error unless `ifVersion` asks for it. */
export interface DeleteDocument {
  collection: string
  id: string
  ifVersion?: number
}

/** Adds one entry to a log of the partition. */
export interface AppendEntry {
  log: string
  value: Json
  /**
   * A name for the entry, unique in its log. An append with a name that is there already makes the whole commit end
   * as `duplicate`; that is how a message that arrives twice is handled once.
   */
  key?: string
  /** The sequence this entry must get; another one makes the commit end as `conflict`. */
  ifSequence?: number
}

/** Plans one job. A job with an id that exists already (in any state) is left as it is. */
export interface NewJob {
  /** Unique in the whole store. Choose it so that planning the same work twice gives the same id. */
  id: string
  kind: string
  dueAt: Date
  payload: Json
}

/** A hint to listeners in any process, sent after the commit. It may be lost; the log is the truth. */
export interface Signal {
  channel: string
  /** Short text, at most 1,000 characters, no words of a person. */
  payload: string
}

/**
 * Everything one commit does, in this order, all or nothing. A condition is about what is there when its turn comes: after
 * `eraseFirst` no document exists and every `key` is free again, but sequences go on.
 */
export interface Changes {
  partition: string
  /**
   * First remove every document, job and log entry of the partition. The sequences of its logs go on where they were
   * (a number tells nothing), so that a reader with an old watermark misses nothing that comes after.
   */
  eraseFirst?: boolean
  puts?: PutDocument[]
  deletes?: DeleteDocument[]
  appends?: AppendEntry[]
  jobs?: NewJob[]
  /** Ids of planned jobs of this partition to drop. A job that is running or gone is left alone. */
  cancelJobs?: string[]
  /** After this moment {@link Store.sweep} erases the partition. Left out = as it was; a new partition never expires. */
  expiresAt?: Date
  signals?: Signal[]
}

/** How a commit ended. Nothing is written unless `committed`. */
export type CommitOutcome =
  /** Durable: it survives `kill -9` and power loss. `sequences` are those of `appends`, in their order. */
  | { outcome: 'committed'; sequences: number[] }
  /** A version or sequence that had to hold did not: load again and decide again. */
  | { outcome: 'conflict' }
  /** A log already has an entry with this `key`, at this sequence. */
  | { outcome: 'duplicate'; log: string; key: string; sequence: number }

/** A document as it was read. */
export interface StoredDocument {
  partition: string
  collection: string
  id: string
  value: Json
  /** Starts at 1 and rises by one with each write. */
  version: number
}

/** One entry of a log. */
export interface LogEntry {
  /** Starts at 1 in each log of each partition and has no gaps. */
  sequence: number
  value: Json
  key?: string
}

/** One page of a list over partitions. */
export interface ListPage {
  documents: StoredDocument[]
  /** Hand this to the next call; left out when there is no more. */
  next?: string
}

/** What {@link Store.list} asks for. */
export interface ListQuery {
  collection: string
  index: string
  value: string
  /** 1 to 500; 100 when left out. */
  limit?: number
  /** `next` of the page before. */
  after?: string
}

/** A job under a lease. */
export interface ClaimedJob {
  id: string
  kind: string
  partition: string
  payload: Json
  dueAt: Date
  /** 1 for the first try. */
  attempt: number
  /** Proof of the lease; another worker that claims the job later gets another one. */
  lease: string
}

/** Which jobs a worker wants. */
export interface ClaimQuery {
  kinds: string[]
  now: Date
  leaseMs: number
  limit: number
}

/** What became of a claimed job. */
export type JobResult =
  | { result: 'done' }
  /** Try again at `dueAt`. `reason` is a code, never text of a person. */
  | { result: 'retry'; dueAt: Date; reason: string }
  /** Never again; kept as a dead letter until the partition expires. */
  | { result: 'dead'; reason: string }

/** How many jobs are in which state, for health and metrics. */
export interface JobCounts {
  planned: number
  running: number
  dead: number
}

/** A storage engine. Every method rejects with {@link StoreError} when the engine itself fails. */
export interface Store {
  /** @returns the document, or undefined when it was never written or is erased. */
  get(partition: string, collection: string, id: string): Promise<StoredDocument | undefined>
  /** Documents over all partitions that carry the index entry, in its order. */
  list(query: ListQuery): Promise<ListPage>
  /**
   * Entries with a sequence above `after`, rising, at most `limit`. Entries that were erased are skipped.
   * @param after 0 = from the beginning; above the end = an empty list.
   */
  readLog(partition: string, log: string, after: number, limit: number): Promise<LogEntry[]>
  /** @returns the entry that was appended with this key, or undefined. */
  findEntry(partition: string, log: string, key: string): Promise<LogEntry | undefined>
  /** @returns the highest sequence given out in this log, 0 when there is none. */
  lastSequence(partition: string, log: string): Promise<number>
  /** Writes everything in `changes` or nothing. Resolves only when it is durable. */
  commit(changes: Changes): Promise<CommitOutcome>
  /** Takes due jobs, oldest first. A job is in one hand at a time; when its lease passes it can be claimed again. */
  claimJobs(query: ClaimQuery): Promise<ClaimedJob[]>
  /** @returns false when the lease was lost meanwhile: somebody else has the job, and nothing was written. */
  settleJob(job: { id: string; lease: string }, result: JobResult): Promise<boolean>
  /** Lets a running job keep its lease until `until`. @returns false when the lease was lost. */
  extendLease(job: { id: string; lease: string }, until: Date): Promise<boolean>
  countJobs(): Promise<JobCounts>
  /** A number that nobody else gets: 1 on the first call. Gaps may occur, doubles never. */
  nextNumber(counter: string): Promise<number>
  /** Removes everything of one partition, expiry and log heads included. Resolves when it is durable. */
  erase(partition: string): Promise<void>
  /** Erases at most `limit` partitions whose time has passed. @returns how many. */
  sweep(now: Date, limit: number): Promise<number>
  /** Hears the signals of one channel from every process that the engine connects. @returns a function that stops it. */
  listen(channel: string, hear: (payload: string) => void): () => void
  /** Reads and writes nothing of value; rejects when the engine cannot acknowledge a commit now. */
  check(): Promise<void>
  /** Finishes what is in hand, then lets go. Later calls reject with code `closed`. */
  close(): Promise<void>
}

/** Turns values into bytes for storage and back; the engine calls it for every document, entry and job payload. */
export interface Codec {
  /** @param place where the value will stand (partition, kind, name); bound to it, so that rows cannot be swapped. */
  encode(value: Json, place: string): Uint8Array
  /** @throws {StoreError} code `unreadable` when the bytes are damaged, foreign or sealed with an unknown key. */
  decode(bytes: Uint8Array, place: string): Json
}

/** Why the engine could not do what was asked; branch on this. */
export type StoreErrorCode =
  /** The database is held by another program for too long; try again. */
  | 'busy'
  /** No room on the disk: nothing was written. */
  | 'disk-full'
  /** The file is not a database, or is damaged. */
  | 'corrupt'
  /** A value cannot be read back: damaged, or sealed with a key we do not have. */
  | 'unreadable'
  /** The file is of a newer Opstap. */
  | 'too-new'
  /** The engine cannot be reached or opened: missing rights, missing folder, connection lost. */
  | 'unavailable'
  | 'closed'

/** The engine failed. The message says what was expected, what came and what to do, for the person who runs Opstap. */
export class StoreError extends Error {
  readonly code: StoreErrorCode

  constructor(code: StoreErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'StoreError'
    this.code = code
  }
}
