import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { ClaimedJob, JobResult, Store } from '../store/contract.ts'
import { defaultRetryPolicy, type RetryPolicy, retryDelayMs } from './retry-delay.ts'

/** How a try ended, as its handler sees it. Reasons are codes, never words of a person. */
export type JobOutcome =
  | { outcome: 'done' }
  /** Try again; after `afterMs` when the other side named a time, otherwise with growing delay. */
  | { outcome: 'retry'; reason: string; afterMs?: number }
  /** Trying again cannot help. */
  | { outcome: 'dead'; reason: string }

/**
 * Does the work of one kind of job. It may be called again for a job that was done, after a crash: it must be harmless.
 * `signal` aborts when time is up or the lease is lost; the handler then stops as soon as it can.
 */
export type JobHandler = (job: ClaimedJob, signal: AbortSignal) => Promise<JobOutcome>

/** What the outbox needs of the store. */
export type JobStore = Pick<Store, 'claimJobs' | 'settleJob' | 'extendLease'>

/** Starts a timer and returns what stops it. */
export type StartTimer = (delayMs: number, run: () => void) => () => void

/** What the outbox is made of. */
export interface OutboxOptions {
  store: JobStore
  /** By kind; kinds without a handler stay planned for a process that has one. */
  handlers: Record<string, JobHandler>
  clock: Clock
  log: Log
  /** From 0 up to 1; `Math.random` when left out. */
  random?: () => number
  startTimer?: StartTimer
  retry?: RetryPolicy
  /** Jobs in hand at once; 4 when left out. */
  concurrency?: number
  /** How long a claim holds; renewed at half time while a job runs. 60,000 when left out. */
  leaseMs?: number
  /** How often to look for due jobs; 1,000 when left out. */
  pollMs?: number
  /** How long one try may take; 30,000 when left out. */
  timeoutMs?: number
}

/** A running outbox. */
export interface Outbox {
  /** Looks for due jobs now instead of at the next poll. */
  wake(): void
  /** Claims nothing more; resolves when the jobs in hand are settled, at most `timeoutMs` later. */
  close(): Promise<void>
}

/** Longest time that another side may make us wait before the next try. */
const maxAfterMs = 3_600_000

/**
 * Starts the worker that does planned jobs: claims them under a lease, runs each with a time limit, tries again with
 * growing delay, and lays a job that keeps failing aside as a dead letter with a reason and a log line.
 *
 * At least once: a process that dies after the work but before it is settled leaves the job to be done again.
 */
export function startOutbox(options: OutboxOptions): Outbox {
  const { store, handlers, clock, log } = options
  const startTimer = options.startTimer ?? startRealTimer
  const concurrency = options.concurrency ?? 4
  const leaseMs = options.leaseMs ?? 60_000
  const pollMs = options.pollMs ?? 1_000
  const timeoutMs = options.timeoutMs ?? 30_000
  const retry = options.retry ?? defaultRetryPolicy
  const random = options.random ?? Math.random
  const kinds = Object.keys(handlers)
  const inHand = new Set<Promise<void>>()
  let closed = false
  let looking: Promise<void> | undefined
  let lookAgain = false
  let stopPolling = startTimer(pollMs, poll)

  function poll(): void {
    look()
    stopPolling = startTimer(pollMs, poll)
  }

  /** One look at a time: a call during a look makes another one follow it. */
  function look(): void {
    if (closed) return
    if (looking !== undefined) {
      lookAgain = true
      return
    }
    looking = claimAndRun().finally(() => {
      looking = undefined
      if (!lookAgain) return
      lookAgain = false
      look()
    })
  }

  async function claimAndRun(): Promise<void> {
    const free = concurrency - inHand.size
    if (free <= 0 || kinds.length === 0) return
    try {
      const jobs = await store.claimJobs({ kinds, now: clock.now(), leaseMs, limit: free })
      for (const job of jobs) {
        const running = runJob(job).finally(() => {
          inHand.delete(running)
          look()
        })
        inHand.add(running)
      }
    } catch (error) {
      log.error('Could not claim jobs; trying again at the next poll', error)
    }
  }

  async function runJob(job: ClaimedJob): Promise<void> {
    const stopped = new AbortController()
    const stopTimeout = startTimer(timeoutMs, () => stopped.abort('timeout'))
    const stopRenewing = keepLease(job, stopped)
    try {
      const outcome = await Promise.race([tryHandler(job, stopped.signal), whenAborted(stopped.signal)])
      if (stopped.signal.reason === 'lease-lost') {
        log.warn('A job lost its lease while it ran; another worker has it', { kind: job.kind, attempt: job.attempt })
        return
      }
      await settle(job, outcome)
    } finally {
      stopTimeout()
      stopRenewing()
    }
  }

  async function tryHandler(job: ClaimedJob, signal: AbortSignal): Promise<JobOutcome> {
    const handle = handlers[job.kind]
    if (handle === undefined) return { outcome: 'retry', reason: 'no-handler' }
    try {
      return await handle(job, signal)
    } catch (error) {
      log.error('A job failed', error, { kind: job.kind, attempt: job.attempt })
      return { outcome: 'retry', reason: 'failed' }
    }
  }

  async function settle(job: ClaimedJob, outcome: JobOutcome): Promise<void> {
    const result = toResult(job, outcome)
    try {
      const settled = await store.settleJob(job, result)
      if (!settled) log.warn('A job was done under a lost lease', { kind: job.kind, attempt: job.attempt })
      if (settled && result.result === 'dead') {
        log.warn('A job is a dead letter', { kind: job.kind, attempt: job.attempt, reason: result.reason })
      }
    } catch (error) {
      // The lease runs out and the job comes back: its handler is harmless when called again.
      log.error('Could not settle a job', error, { kind: job.kind, attempt: job.attempt })
    }
  }

  function toResult(job: ClaimedJob, outcome: JobOutcome): JobResult {
    switch (outcome.outcome) {
      case 'done':
        return { result: 'done' }
      case 'dead':
        return { result: 'dead', reason: outcome.reason }
      case 'retry': {
        if (job.attempt >= retry.maxAttempts) return { result: 'dead', reason: `gave-up-${outcome.reason}` }
        const ownDelayMs = retryDelayMs(retry, job.attempt, random())
        const delayMs = outcome.afterMs === undefined ? ownDelayMs : Math.min(Math.max(0, outcome.afterMs), maxAfterMs)
        return { result: 'retry', dueAt: new Date(clock.now().getTime() + delayMs), reason: outcome.reason }
      }
      default:
        return outcome satisfies never
    }
  }

  function keepLease(job: ClaimedJob, stopped: AbortController): () => void {
    let stopTimer = startTimer(leaseMs / 2, renew)
    let ended = false
    function renew(): void {
      const until = new Date(clock.now().getTime() + leaseMs)
      store.extendLease(job, until).then(
        (held) => {
          if (!held) stopped.abort('lease-lost')
          else if (!ended) stopTimer = startTimer(leaseMs / 2, renew)
        },
        (error: unknown) => {
          log.error('Could not renew the lease of a job', error, { kind: job.kind, attempt: job.attempt })
          if (!ended) stopTimer = startTimer(leaseMs / 2, renew)
        },
      )
    }
    return () => {
      ended = true
      stopTimer()
    }
  }

  look()
  return {
    wake: look,
    close: async () => {
      closed = true
      stopPolling()
      await looking
      await Promise.all(inHand)
    },
  }
}

function whenAborted(signal: AbortSignal): Promise<JobOutcome> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve({ outcome: 'retry', reason: 'timeout' }), { once: true })
  })
}

const startRealTimer: StartTimer = (delayMs, run) => {
  const timer = setTimeout(run, delayMs)
  return () => clearTimeout(timer)
}
