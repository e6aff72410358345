import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import {
  type ClaimedJob,
  type ClaimQuery,
  type Codec,
  type JobCounts,
  type JobResult,
  type Json,
  type NewJob,
  StoreError,
} from '../contract.ts'
import { bytesIn, integerIn, type Row, textIn, toMilliseconds } from './columns.ts'

/** Jobs. What writes runs inside a transaction. */
export interface Jobs {
  /** Leaves a job alone whose id is known: planned, running, dead or finished. */
  plan(place: { partition: string; no: number }, job: NewJob): void
  /** Drops a planned job of this partition. */
  cancel(partitionNo: number, id: string): void
  /** @returns whether a claim would find anything; reads only, so that an idle worker takes no lock. */
  isAnyDue(query: ClaimQuery): boolean
  /** Takes due jobs. One whose payload cannot be read becomes a dead letter and does not stop the others. */
  claim(query: ClaimQuery): ClaimedJob[]
  /** @returns false when the lease was lost; nothing was written then. */
  settle(job: { id: string; lease: string }, result: JobResult): boolean
  /** @returns false when the lease was lost; nothing was written then. */
  extend(job: { id: string; lease: string }, until: Date): boolean
  count(): JobCounts
}

/**
 * Prepares the statements on jobs.
 * @param db a migrated database
 * @param codec turns payloads into bytes and back
 */
export function createJobs(db: DatabaseSync, codec: Codec): Jobs {
  const plan = db.prepare(
    `INSERT INTO jobs (id, partition_no, kind, state, due_at, attempt, payload)
     SELECT ?1, ?2, ?3, 'planned', ?4, 0, ?5 WHERE NOT EXISTS (SELECT 1 FROM finished_jobs WHERE id = ?1)
     ON CONFLICT (id) DO NOTHING`,
  )
  const cancel = db.prepare(`DELETE FROM jobs WHERE id = ? AND partition_no = ? AND state = 'planned'`)
  const due = db.prepare(
    `SELECT job_no, j.id, j.kind, p.name AS partition, j.payload, j.due_at, j.attempt
     FROM jobs j JOIN partitions p USING (partition_no)
     WHERE j.state IN ('planned', 'running') AND j.kind IN (SELECT value FROM json_each(?1))
       AND j.due_at <= ?2 AND (j.state = 'planned' OR j.lease_until <= ?2)
     ORDER BY j.due_at, job_no LIMIT ?3`,
  )
  const take = db.prepare(
    `UPDATE jobs SET state = 'running', lease = ?, lease_until = ?, attempt = attempt + 1 WHERE job_no = ?`,
  )
  const bury = db.prepare(
    `UPDATE jobs SET state = 'dead', reason = 'unreadable', lease = NULL, lease_until = NULL WHERE job_no = ?`,
  )
  const held = `id = ? AND lease = ? AND state = 'running'`
  const finish = db.prepare(
    `INSERT INTO finished_jobs (id, partition_no) SELECT id, partition_no FROM jobs WHERE ${held}`,
  )
  const remove = db.prepare(`DELETE FROM jobs WHERE ${held}`)
  const release = db.prepare(
    `UPDATE jobs SET state = ?, reason = ?, due_at = coalesce(?, due_at), lease = NULL, lease_until = NULL WHERE ${held}`,
  )
  const extend = db.prepare(`UPDATE jobs SET lease_until = ? WHERE ${held}`)
  const count = db.prepare('SELECT state, count(*) AS jobs FROM jobs GROUP BY state')

  function findDue({ kinds, now, limit }: ClaimQuery): Row[] {
    return due.all(JSON.stringify(kinds), toMilliseconds(now), Math.max(0, limit))
  }

  /** @returns the payload, or undefined when it is damaged or sealed with a key we do not have. */
  function openPayload(row: Row): { payload: Json } | undefined {
    const place = placeOf(textIn(row, 'partition'), textIn(row, 'id'))
    try {
      return { payload: codec.decode(bytesIn(row, 'payload'), place) }
    } catch (error) {
      if (error instanceof StoreError && error.code === 'unreadable') return undefined
      throw error
    }
  }

  return {
    plan(place, job) {
      const payload = codec.encode(job.payload, placeOf(place.partition, job.id))
      plan.run(job.id, place.no, job.kind, toMilliseconds(job.dueAt), payload)
    },
    cancel(partitionNo, id) {
      cancel.run(id, partitionNo)
    },
    isAnyDue(query) {
      return findDue({ ...query, limit: Math.min(1, query.limit) }).length > 0
    },
    claim(query) {
      const claimed: ClaimedJob[] = []
      for (const row of findDue(query)) {
        const no = integerIn(row, 'job_no')
        const opened = openPayload(row)
        if (opened === undefined) {
          bury.run(no)
          continue
        }
        const lease = randomUUID()
        take.run(lease, toMilliseconds(query.now) + query.leaseMs, no)
        claimed.push({
          id: textIn(row, 'id'),
          kind: textIn(row, 'kind'),
          partition: textIn(row, 'partition'),
          payload: opened.payload,
          dueAt: new Date(integerIn(row, 'due_at')),
          attempt: integerIn(row, 'attempt') + 1,
          lease,
        })
      }
      return claimed
    },
    settle({ id, lease }, result) {
      switch (result.result) {
        case 'done':
          finish.run(id, lease)
          return remove.run(id, lease).changes === 1
        case 'retry':
          return release.run('planned', result.reason, toMilliseconds(result.dueAt), id, lease).changes === 1
        case 'dead':
          return release.run('dead', result.reason, null, id, lease).changes === 1
      }
    },
    extend({ id, lease }, until) {
      return extend.run(toMilliseconds(until), id, lease).changes === 1
    },
    count() {
      const counts = new Map(count.all().map((row) => [textIn(row, 'state'), integerIn(row, 'jobs')]))
      return {
        planned: counts.get('planned') ?? 0,
        running: counts.get('running') ?? 0,
        dead: counts.get('dead') ?? 0,
      }
    },
  }
}

function placeOf(partition: string, id: string): string {
  return `job\0${partition}\0${id}`
}
