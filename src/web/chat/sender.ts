import { markItem, nextToSend, type Outbox, type OutboxItem } from './outbox.ts'
import { retryDelayMs } from './retry-delay.ts'
import type { SessionAnswer } from './session.ts'

/** What sending needs. */
export interface SenderNeeds {
  /** Sends one message; the same message may be sent twice, the server knows it by its id. */
  send: (item: OutboxItem) => Promise<SessionAnswer<'accepted'>>
  read: () => Outbox
  change: (change: (outbox: Outbox) => Outbox) => void
  wait: (ms: number) => Promise<void>
  random: () => number
}

/**
 * Makes the function that empties the outbox: in order, one at a time, for as long as it takes. A call while it is
 * already at work changes nothing.
 */
export function createSender(needs: SenderNeeds): () => Promise<void> {
  let isAtWork = false
  return async () => {
    if (isAtWork) return
    isAtWork = true
    let failures = 0
    for (let item = nextToSend(needs.read()); item !== undefined; item = nextToSend(needs.read())) {
      const { id } = item
      needs.change((outbox) => markItem(outbox, id, 'sending'))
      const answer = await needs.send(item)
      if (answer.outcome === 'later') {
        needs.change((outbox) => markItem(outbox, id, 'waiting'))
        await needs.wait(Math.max(answer.afterMs, retryDelayMs(failures++, needs.random)))
      } else {
        failures = 0
        needs.change((outbox) => markItem(outbox, id, answer.outcome === 'ok' ? 'delivered' : 'refused'))
      }
    }
    isAtWork = false
  }
}
