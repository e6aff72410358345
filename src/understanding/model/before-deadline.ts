import { ModelError } from './model-error.ts'

/**
 * Waits for work, but not longer than a deadline and not when somebody is in a hurry.
 * @param work gets a signal that says that nobody waits any more; whether it listens to it makes no difference for us
 * @param deadlineMs longest wait in milliseconds
 * @param hurry ends the wait at once
 * @returns what the work gave
 * @throws {ModelError} `timeout` or `hurried`; otherwise what the work threw
 */
export async function beforeDeadline<T>(
  work: (signal: AbortSignal) => Promise<T>,
  deadlineMs: number,
  hurry: AbortSignal,
): Promise<T> {
  const controller = new AbortController()
  const { signal } = controller
  const giveUp = () => controller.abort(new ModelError('hurried'))
  const timer = setTimeout(() => controller.abort(new ModelError('timeout')), deadlineMs)
  hurry.addEventListener('abort', giveUp)
  try {
    if (hurry.aborted) giveUp()
    signal.throwIfAborted()
    const ended = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason))
    })
    return await Promise.race([work(signal), ended])
  } finally {
    clearTimeout(timer)
    hurry.removeEventListener('abort', giveUp)
  }
}
