import type { Changes, CommitOutcome, IndexEntry, Json, LogEntry } from '../../src/store/contract.ts'

interface Log {
  last: number
  entries: LogEntry[]
}

interface Partition {
  documents: Map<string, { value: Json; version: number; indexes: IndexEntry[] }>
  logs: Map<string, Log>
}

/** The contract in its simplest form: maps that are copied before each commit. Only tests use it. */
export interface StoreModel {
  partitions: Map<string, Partition>
  /** Id of a planned job -> its partition. */
  jobs: Map<string, string>
}

/** Thrown inside the model to leave a commit with an outcome other than `committed`. */
class Refusal extends Error {
  readonly outcome: CommitOutcome

  constructor(outcome: CommitOutcome) {
    super(outcome.outcome)
    this.outcome = outcome
  }
}

/** An empty model. */
export function createModel(): StoreModel {
  return { partitions: new Map(), jobs: new Map() }
}

/** Applies one commit. @returns the model after it and the outcome that the contract asks for */
export function applyToModel(model: StoreModel, changes: Changes): { model: StoreModel; outcome: CommitOutcome } {
  const next = structuredClone(model)
  try {
    return { model: next, outcome: apply(next, changes) }
  } catch (error) {
    if (error instanceof Refusal) return { model, outcome: error.outcome }
    throw error
  }
}

/** Erases a partition as {@link Store.erase} does. */
export function eraseFromModel(model: StoreModel, partition: string): StoreModel {
  const next = structuredClone(model)
  next.partitions.delete(partition)
  dropJobs(next, partition)
  return next
}

function apply(model: StoreModel, changes: Changes): CommitOutcome {
  const partition: Partition = model.partitions.get(changes.partition) ?? { documents: new Map(), logs: new Map() }
  model.partitions.set(changes.partition, partition)
  if (changes.eraseFirst) {
    partition.documents.clear()
    for (const log of partition.logs.values()) log.entries = []
    dropJobs(model, changes.partition)
  }
  for (const put of changes.puts ?? []) {
    const name = `${put.collection}/${put.id}`
    const version = partition.documents.get(name)?.version ?? 0
    requireVersion(put.ifVersion, version)
    partition.documents.set(name, { value: put.value, version: version + 1, indexes: put.indexes ?? [] })
  }
  for (const removal of changes.deletes ?? []) {
    const name = `${removal.collection}/${removal.id}`
    requireVersion(removal.ifVersion, partition.documents.get(name)?.version ?? 0)
    partition.documents.delete(name)
  }
  const sequences = (changes.appends ?? []).map(({ log: name, value, key, ifSequence }) => {
    const log: Log = partition.logs.get(name) ?? { last: 0, entries: [] }
    partition.logs.set(name, log)
    const known = log.entries.find((entry) => key !== undefined && entry.key === key)
    if (known !== undefined && key !== undefined) {
      throw new Refusal({ outcome: 'duplicate', log: name, key, sequence: known.sequence })
    }
    log.last += 1
    if (ifSequence !== undefined && ifSequence !== log.last) throw new Refusal({ outcome: 'conflict' })
    log.entries.push({ sequence: log.last, value, ...(key === undefined ? {} : { key }) })
    return log.last
  })
  for (const job of changes.jobs ?? []) if (!model.jobs.has(job.id)) model.jobs.set(job.id, changes.partition)
  for (const id of changes.cancelJobs ?? []) if (model.jobs.get(id) === changes.partition) model.jobs.delete(id)
  return { outcome: 'committed', sequences }
}

function requireVersion(asked: number | undefined, there: number): void {
  if (asked !== undefined && asked !== there) throw new Refusal({ outcome: 'conflict' })
}

function dropJobs(model: StoreModel, partition: string): void {
  for (const [id, owner] of model.jobs) if (owner === partition) model.jobs.delete(id)
}
