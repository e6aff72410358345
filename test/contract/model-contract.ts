import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Changes, Store } from '../../src/store/contract.ts'
import type { Bench } from './engine.ts'
import { applyToModel, createModel, eraseFromModel, type StoreModel } from './store-model.ts'

const noon = new Date('2026-03-02T12:00:00Z')
const partitions = ['p1', 'p2']
const documentIds = ['a', 'b']
const logNames = ['l1', 'l2']
const values = ['open', 'closed']

const id = fc.constantFrom(...documentIds)
const log = fc.constantFrom(...logNames)
const jobId = fc.constantFrom('j1', 'j2', 'j3')
const optional = { requiredKeys: [] }

const put = fc.record(
  {
    collection: fc.constant('c'),
    id,
    value: fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value))),
    ifVersion: fc.integer({ min: 0, max: 2 }),
    indexes: fc.uniqueArray(
      fc.record({
        name: fc.constant('status'),
        value: fc.constantFrom(...values),
        order: fc.integer({ min: 0, max: 2 }),
      }),
      { maxLength: 2, selector: (entry) => entry.value },
    ),
  },
  { requiredKeys: ['collection', 'id', 'value'] },
)
const append = fc.record(
  { log, value: fc.string(), key: fc.constantFrom('k1', 'k2', 'k3', 'k4'), ifSequence: fc.integer({ min: 1, max: 4 }) },
  { requiredKeys: ['log', 'value'] },
)
/** Each commit names a document, a key and a job at most once: what naming one twice means is not part of the contract. */
const commit: fc.Arbitrary<Changes> = fc
  .record({
    partition: fc.constantFrom(...partitions),
    rest: fc.record(
      {
        eraseFirst: fc.boolean(),
        puts: fc.uniqueArray(put, { maxLength: 2, selector: (each) => each.id }),
        appends: fc.uniqueArray(append, { maxLength: 3, selector: (each) => each.key ?? Symbol() }),
        jobs: fc.uniqueArray(jobId, { maxLength: 2 }),
        cancelJobs: fc.uniqueArray(jobId, { maxLength: 2 }),
        deletes: fc.array(fc.record({ collection: fc.constant('c'), id }), { maxLength: 1 }),
      },
      optional,
    ),
  })
  .map(({ partition, rest: { jobs = [], deletes = [], puts = [], ...rest } }) => ({
    ...rest,
    partition,
    puts,
    deletes: deletes.filter((removal) => puts.every((each) => each.id !== removal.id)),
    jobs: jobs.map((each) => ({ id: each, kind: 'send', dueAt: noon, payload: each })),
  }))

type Step = { changes: Changes } | { erase: string }
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: commit.map((changes) => ({ changes })) },
  { weight: 1, arbitrary: fc.constantFrom(...partitions).map((erase) => ({ erase })) },
)

/** Random commits must leave an engine as they leave the model. */
export function describeModel({ store }: Bench): void {
  describe('any sequence of commits', () => {
    it('ends with the same outcomes, documents, lists, logs and jobs as the simplest model', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
          for (const partition of partitions) await store().erase(partition)
          let model = createModel()
          for (const each of steps) {
            if ('erase' in each) {
              await store().erase(each.erase)
              model = eraseFromModel(model, each.erase)
              continue
            }
            const expected = applyToModel(model, each.changes)
            expect(await store().commit(each.changes)).toEqual(expected.outcome)
            model = expected.model
          }
          expect(await readEngine(store())).toEqual(readModel(model))
        }),
        { numRuns: 120 },
      )
    })
  })
}

async function readEngine(store: Store) {
  const documents: unknown[] = []
  const logs: unknown[] = []
  for (const partition of partitions) {
    for (const each of documentIds) {
      const found = await store.get(partition, 'c', each)
      if (found !== undefined) documents.push([partition, `c/${each}`, found.value, found.version])
    }
    for (const name of logNames) {
      logs.push([
        partition,
        name,
        await store.lastSequence(partition, name),
        await store.readLog(partition, name, 0, 99),
      ])
    }
  }
  const lists = await Promise.all(
    values.map(async (value) => {
      const page = await store.list({ collection: 'c', index: 'status', value })
      return page.documents.map((document) => [document.partition, document.id])
    }),
  )
  const claimed = await store.claimJobs({ kinds: ['send'], now: noon, leaseMs: 1000, limit: 99 })
  return { documents, logs, lists, jobs: claimed.map((job) => [job.id, job.partition]).toSorted() }
}

function readModel(model: StoreModel) {
  const documents: unknown[] = []
  const logs: unknown[] = []
  for (const partition of partitions) {
    const found = model.partitions.get(partition)
    for (const each of documentIds) {
      const document = found?.documents.get(`c/${each}`)
      if (document !== undefined) documents.push([partition, `c/${each}`, document.value, document.version])
    }
    for (const name of logNames) {
      const log = found?.logs.get(name)
      logs.push([partition, name, log?.last ?? 0, log?.entries ?? []])
    }
  }
  return { documents, logs, lists: values.map((value) => listModel(model, value)), jobs: [...model.jobs].toSorted() }
}

function listModel(model: StoreModel, value: string): string[][] {
  const rows = [...model.partitions].flatMap(([partition, { documents }]) =>
    [...documents].flatMap(([name, { indexes }]) =>
      indexes
        .filter((entry) => entry.value === value)
        .map(({ order }) => ({ order, partition, id: name.slice('c/'.length) })),
    ),
  )
  return rows
    .toSorted((a, b) => a.order - b.order || compare(a.partition, b.partition) || compare(a.id, b.id))
    .map((row) => [row.partition, row.id])
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
