import type { Clock } from '../clock.ts'

/** A token bucket: `burst` at once, and then `perSecond` more each second. */
export interface LimitNumbers {
  burst: number
  perSecond: number
}

/**
 * Takes one from the bucket of a key.
 * @returns 0 when there was one; otherwise the whole seconds, at least 1, after which there will be one
 */
export type Limit = (key: string) => number

/**
 * Names of the limits: messages and events of one conversation and from one address (a whole day centre may share it),
 * typing of one conversation, new conversations from one address, and every request from one address: a guard against
 * floods that must be generous, as a poll that is refused ends that client for good.
 */
export type LimitName = 'sendPerConversation' | 'sendPerAddress' | 'typing' | 'token' | 'guard'

/**
 * Makes the limits of the program.
 * @param numbers how much each allows; well above human speed, as clients do not honour `Retry-After` and people then
 *   read that sending failed (directline-conformance.md, rule L1)
 * @param clock tells the time
 */
export function createLimits(numbers: Record<LimitName, LimitNumbers>, clock: Clock): Record<LimitName, Limit> {
  return {
    sendPerConversation: createLimit(numbers.sendPerConversation, clock),
    sendPerAddress: createLimit(numbers.sendPerAddress, clock),
    typing: createLimit(numbers.typing, clock),
    token: createLimit(numbers.token, clock),
    guard: createLimit(numbers.guard, clock),
  }
}

/**
 * Makes one limit. Buckets are kept in this process; at most `maxKeys`, and the one used longest ago is forgotten first.
 * @param numbers how much it allows; both above 0
 * @param clock tells the time
 * @param maxKeys how many buckets are remembered
 */
export function createLimit(numbers: LimitNumbers, clock: Clock, maxKeys = 20_000): Limit {
  const buckets = new Map<string, { left: number; atMs: number }>()
  return (key) => {
    const nowMs = clock.now().getTime()
    const bucket = buckets.get(key) ?? { left: numbers.burst, atMs: nowMs }
    // A clock that was set back gives nothing, and takes nothing away.
    const passedSeconds = Math.max(0, nowMs - bucket.atMs) / 1000
    bucket.left = Math.min(numbers.burst, bucket.left + passedSeconds * numbers.perSecond)
    bucket.atMs = nowMs
    buckets.delete(key)
    buckets.set(key, bucket)
    if (buckets.size > maxKeys) {
      const oldest = buckets.keys().next()
      if (!oldest.done) buckets.delete(oldest.value)
    }
    if (bucket.left < 1) return Math.max(1, Math.ceil((1 - bucket.left) / numbers.perSecond))
    bucket.left -= 1
    return 0
  }
}
