import { errorResponse, type Route } from './route.ts'

/** How long a check may take before the program counts as unwell. */
const patienceMs = 5000

/**
 * Makes `GET /healthz`: 200 `{status: 'ok'}` when the program can acknowledge a message now, 503 otherwise.
 * Requests that come while a check runs share its result, so that asking often costs little.
 * @param check rejects when the program cannot do its work
 */
export function createHealthRoute(check: () => Promise<void>): Route {
  let running: Promise<boolean> | undefined
  return {
    method: 'GET',
    path: '/healthz',
    handle: async () => {
      running ??= isWell(check).finally(() => {
        running = undefined
      })
      if (await running) return { status: 200, body: { status: 'ok' } }
      return errorResponse(503, 'ServiceUnavailable', 'The store cannot acknowledge a message now. See the log.')
    },
  }
}

function isWell(check: () => Promise<void>): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), patienceMs)
    check()
      .then(
        () => resolve(true),
        () => resolve(false),
      )
      .finally(() => clearTimeout(timer))
  })
}
