import type { Changes, CommitOutcome } from '../contract.ts'
import { toMilliseconds } from './columns.ts'
import type { Documents } from './documents.ts'
import type { Jobs } from './jobs.ts'
import type { Logs } from './logs.ts'
import type { Partitions } from './partitions.ts'

/** The rows that a commit may touch. */
export interface Tables {
  partitions: Partitions
  documents: Documents
  logs: Logs
  jobs: Jobs
}

/**
 * Applies one commit in the order of the contract, inside the caller's transaction.
 * @returns how it ended; after another outcome than `committed` the caller must undo what was written
 */
export function applyChanges(tables: Tables, changes: Changes): CommitOutcome {
  const { partitions, documents, logs, jobs } = tables
  const known = partitions.find(changes.partition)
  if (changes.eraseFirst && known !== undefined) partitions.eraseContents(known)

  const partition = known ?? (leavesRows(changes) ? partitions.create(changes.partition) : nowhere)
  const place = { partition: changes.partition, no: partition.no }
  for (const put of changes.puts ?? []) {
    if (!documents.put(place, put)) return { outcome: 'conflict' }
  }
  for (const removal of changes.deletes ?? []) {
    if (!documents.remove(partition.no, removal)) return { outcome: 'conflict' }
  }
  const appended = logs.append(place, changes.appends ?? [])
  if (appended.outcome !== 'committed') return appended

  for (const job of changes.jobs ?? []) jobs.plan(place, job)
  for (const id of changes.cancelJobs ?? []) jobs.cancel(partition.no, id)
  if (changes.expiresAt !== undefined) partitions.setExpiry(partition, toMilliseconds(changes.expiresAt))
  return appended
}

/** Stands for a partition without rows: no row carries this number. */
const nowhere = { no: 0, expiresAt: undefined }

/** A commit that only deletes, cancels or signals must not leave an empty partition behind. */
function leavesRows({ puts, appends, jobs, expiresAt }: Changes): boolean {
  return [puts, appends, jobs].some((list) => list !== undefined && list.length > 0) || expiresAt !== undefined
}
