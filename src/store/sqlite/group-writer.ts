import type { DatabaseSync } from 'node:sqlite'
import { setImmediate as nextRound, setTimeout as pause } from 'node:timers/promises'
import { StoreError } from '../contract.ts'
import { isBusy, toStoreError } from './sqlite-errors.ts'

/** How long we leave the event loop to others between two tries to get the write lock. */
const lockPauseMs = 10

/** Tells the writer to undo what the work just did and still hand its result to the caller. */
export type Work<T> = () => { keep: boolean; result: T }

/** Writes for everybody, many at once. */
export interface GroupWriter {
  /**
   * Runs `work` inside a transaction. Resolves only when it is durable; when `keep` is false nothing of it stays.
   * `work` runs again, after what it wrote was undone, when another write of the same transaction fails.
   * @throws {StoreError} when the transaction could not be begun or made durable; nothing is written then
   */
  write<T>(work: Work<T>): Promise<T>
  /** Resolves when nothing is waiting or being written. */
  settled(): Promise<void>
}

interface Waiting {
  /** Runs inside the transaction. @returns whether what it wrote stays. */
  attempt(): boolean
  resolve(): void
  reject(error: unknown): void
}

/** Whether anything of a write is to be made durable, and what tells the caller once it is. */
interface Ended {
  isKept: boolean
  tell: () => void
}

/** What {@link createGroupWriter} needs. */
export interface GroupWriterOptions {
  /** Path of the file, for messages. */
  file: string
  /** How long a write waits at most for another program to let go of the file. */
  busyTimeoutMs: number
  /** How long one try to begin waits inside SQLite. */
  blockingMs: number
  /** At most so many writes in one transaction. */
  maxBatch: number
}

/**
 * Makes the one writer of a database: writes that arrive together share one transaction and so one fsync.
 *
 * A write that fails undoes only itself. When the transaction itself fails, every write of the batch rejects and the next
 * batch starts clean. When the lock cannot be had in time, all that wait reject.
 * @param db an open database that nobody else writes through
 */
export function createGroupWriter(db: DatabaseSync, options: GroupWriterOptions): GroupWriter {
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')
  const savepoint = db.prepare('SAVEPOINT one_write')
  const release = db.prepare('RELEASE one_write')
  const undo = db.prepare('ROLLBACK TO one_write')
  const queue: Waiting[] = []
  let draining: Promise<void> | undefined

  async function drain(): Promise<void> {
    do {
      // A round of the event loop, so that everybody who is ready to write now joins this batch.
      await nextRound()
      try {
        await takeLock()
      } catch (error) {
        // Those who came while we waited go too: waiting anew would add up, and they would hear of it late.
        rejectAll(queue.splice(0), error)
        continue
      }
      const batch = queue.splice(0, options.maxBatch)
      try {
        const ended = runTogether(batch) ?? (await runApart(batch))
        // A page that was written and undone would still be written out by COMMIT.
        if (ended.some(({ isKept }) => isKept)) commit.run()
        else rollback.run()
        for (const { tell } of ended) tell()
      } catch (error) {
        rejectAll(batch, error)
        abandon()
      }
    } while (queue.length > 0)
    draining = undefined
  }

  function rejectAll(writes: Waiting[], error: unknown): void {
    const reason = toStoreError(error, options.file)
    for (const waiting of writes) waiting.reject(reason)
  }

  /** Waits without blocking the event loop; SQLite's own busy handler would hold up every conversation. */
  async function takeLock(): Promise<void> {
    for (let waitedMs = 0; ; waitedMs += options.blockingMs + lockPauseMs) {
      try {
        if (db.isTransaction) rollback.run()
        begin.run()
        return
      } catch (error) {
        if (!isBusy(error) || waitedMs >= options.busyTimeoutMs) throw error
      }
      await pause(lockPauseMs)
    }
  }

  /**
   * Runs a batch without savepoints, for which SQLite copies every page it changes.
   * @returns undefined when a write failed or must be undone; everything must be undone then
   */
  function runTogether(batch: Waiting[]): Ended[] | undefined {
    try {
      if (!batch.every((waiting) => waiting.attempt())) return undefined
    } catch {
      // It fails again, and is told so, when each runs by itself.
      return undefined
    }
    return batch.map((waiting) => ({ isKept: true, tell: waiting.resolve }))
  }

  /** Begins again, and runs each write in a savepoint of its own. */
  async function runApart(batch: Waiting[]): Promise<Ended[]> {
    await takeLock()
    return batch.map(runOne)
  }

  function runOne(waiting: Waiting): Ended {
    savepoint.run()
    try {
      const isKept = waiting.attempt()
      if (!isKept) undo.run()
      release.run()
      return { isKept, tell: waiting.resolve }
    } catch (error) {
      // On a full disk SQLite may have rolled everything back by itself; then no write of this batch can be kept.
      if (!db.isTransaction) throw error
      undo.run()
      release.run()
      return { isKept: false, tell: () => waiting.reject(toStoreError(error, options.file)) }
    }
  }

  /** Lets go of the lock after a failure. */
  function abandon(): void {
    try {
      if (db.isTransaction) rollback.run()
    } catch {
      // The disk itself fails. The batch is rejected already, and the next one rolls back before it begins.
    }
  }

  return {
    write<T>(work: Work<T>): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        let done: { result: T } | undefined
        queue.push({
          attempt() {
            const { keep, result } = work()
            done = { result }
            return keep
          },
          resolve() {
            if (done === undefined) reject(new StoreError('unavailable', 'The write ended without a result.'))
            else resolve(done.result)
          },
          reject,
        })
        draining ??= drain()
      })
    },
    async settled() {
      while (draining !== undefined) await draining
    },
  }
}
