import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { Store } from '../store/contract.ts'

/** How often expired conversations are looked for. Expiry is counted in days, so this need not be exact. */
const everyMs = 10 * 60 * 1000

/** Most conversations erased in one look, so that erasing never holds up the people who talk. */
const atOnce = 200

/** What the retention watch needs. */
export interface RetentionParts {
  store: Pick<Store, 'sweep'>
  clock: Clock
  log: Log
  /** Calls something again and again and returns what stops it; the machine's timer when left out. */
  every?: (ms: number, run: () => void) => () => void
}

/**
 * Erases conversations whose time has passed, now and every ten minutes.
 * @returns stops it; resolves when the look in hand is done
 */
export function startRetention({ store, clock, log, every = everyInterval }: RetentionParts): () => Promise<void> {
  let looking: Promise<void> = Promise.resolve()
  const look = () => {
    looking = looking.then(async () => {
      try {
        const erased = await store.sweep(clock.now(), atOnce)
        if (erased > 0) log.info('Erased conversations whose time had passed.', { erased })
      } catch (error) {
        log.error('Expired conversations could not be erased; trying again later.', error)
      }
    })
  }
  look()
  const stop = every(everyMs, look)
  return async () => {
    stop()
    await looking
  }
}

function everyInterval(ms: number, run: () => void): () => void {
  const timer = setInterval(run, ms).unref()
  return () => clearInterval(timer)
}
