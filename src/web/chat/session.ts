import type { Address, Answer, DirectLine } from './direct-line.ts'
import { retryDelayMs } from './retry-delay.ts'

/** What a request inside a conversation came to, when tokens and lost conversations are taken care of. */
export type SessionAnswer<T> = Exclude<Answer<T>, { outcome: 'expired' | 'gone' }>

/** One conversation with a good token, found or made when it is first needed. */
export interface Session {
  /**
   * Makes a request in the conversation. Waits for a token and a conversation first, for as long as it takes. A token
   * that ended is replaced by a new one for the same conversation. When the conversation is gone a new one is begun, and
   * the answer is `later`: the same request may be made again, in the new one.
   */
  use<T>(request: (at: Address) => Promise<Answer<T>>): Promise<SessionAnswer<T>>
  /**
   * Asks for an address of the stream.
   * @param last the conversation and the place in it from which to go on; without it, or in another conversation, from the beginning
   */
  openStream(last?: {
    conversationId: string
    watermark: string
  }): Promise<SessionAnswer<{ conversationId: string; streamUrl: string }>>
}

/** What a session needs. */
export interface SessionNeeds {
  directLine: DirectLine
  /** The conversation of this tab before it was reloaded. */
  resumed: Address | undefined
  wait: (ms: number) => Promise<void>
  /** Calls back once after so many milliseconds. @returns a function that calls it off */
  after: (ms: number, callBack: () => void) => () => void
  random: () => number
  /** Hears each change of token or conversation, to keep it in the tab. */
  keep: (address: Address | undefined) => void
  /** Hears that the conversation is gone and a new one will begin. */
  tellStartedAnew: () => void
}

/** A token is refreshed when this share of its life has passed. */
const refreshAt = 0.75
/** A tab that was reloaded does not know how old its token is, so it asks for a fresh one soon. */
const refreshAfterResumeMs = 5_000
const refreshAgainMs = 60_000
/** Browsers count longer timers wrong. */
const longestTimerMs = 2 ** 31 - 1

/** Makes the session. Nothing is asked of the server before the first use. */
export function createSession(needs: SessionNeeds): Session {
  const { directLine } = needs
  let current: Address | undefined
  let opening: Promise<Address> | undefined
  let renewing: Promise<void> | undefined
  let freshStreamUrl: string | undefined
  let callOffRefresh = () => {}

  if (needs.resumed !== undefined) take(needs.resumed, refreshAfterResumeMs)

  function take(address: Address, refreshInMs: number): Address {
    current = address
    needs.keep(address)
    callOffRefresh()
    callOffRefresh = needs.after(Math.min(refreshInMs, longestTimerMs), () => void refresh(address.conversationId))
    return address
  }

  async function refresh(conversationId: string): Promise<void> {
    const at = current
    if (at === undefined || at.conversationId !== conversationId) return
    const answer = await directLine.refreshToken(at)
    if (current?.token !== at.token) return
    if (answer.outcome === 'ok') take({ ...at, token: answer.value.token }, answer.value.expiresInMs * refreshAt)
    else if (answer.outcome === 'expired') await renew(at)
    else if (answer.outcome === 'later')
      callOffRefresh = needs.after(refreshAgainMs, () => void refresh(conversationId))
  }

  async function insist<T>(request: () => Promise<Answer<T>>): Promise<Exclude<Answer<T>, { outcome: 'later' }>> {
    for (let failures = 0; ; failures++) {
      const answer = await request()
      if (answer.outcome !== 'later') return answer
      await needs.wait(Math.max(answer.afterMs, retryDelayMs(failures, needs.random)))
    }
  }

  async function open(): Promise<Address> {
    for (let failures = 0; ; failures++) {
      const grant = await insist(() => directLine.requestToken())
      if (grant.outcome === 'ok') {
        const begun = await insist(() => directLine.start(grant.value))
        if (begun.outcome === 'ok') {
          const { conversationId, token, streamUrl } = begun.value
          freshStreamUrl = streamUrl
          const address = { domain: grant.value.domain, token: token ?? grant.value.token, conversationId }
          return take(address, grant.value.expiresInMs * refreshAt)
        }
      }
      await needs.wait(retryDelayMs(failures, needs.random))
    }
  }

  function find(): Promise<Address> {
    if (current !== undefined) return Promise.resolve(current)
    opening ??= open().finally(() => {
      opening = undefined
    })
    return opening
  }

  function renew(expired: Address): Promise<void> {
    if (current?.token !== expired.token) return Promise.resolve()
    renewing ??= insist(() => directLine.requestToken(expired.token))
      .then((answer) => {
        // A token for another conversation means that the server does not know this one any more.
        const isSame =
          answer.outcome === 'ok' && (answer.value.conversationId ?? expired.conversationId) === expired.conversationId
        if (answer.outcome === 'ok' && isSame)
          take({ ...expired, token: answer.value.token }, answer.value.expiresInMs * refreshAt)
        else forget(expired)
      })
      .finally(() => {
        renewing = undefined
      })
    return renewing
  }

  function forget(gone: Address): void {
    if (current?.conversationId !== gone.conversationId) return
    current = undefined
    freshStreamUrl = undefined
    callOffRefresh()
    needs.keep(undefined)
    needs.tellStartedAnew()
  }

  async function use<T>(request: (at: Address) => Promise<Answer<T>>): Promise<SessionAnswer<T>> {
    const at = await find()
    const answer = await request(at)
    if (answer.outcome === 'expired') {
      await renew(at)
      return { outcome: 'later', afterMs: 0 }
    }
    if (answer.outcome === 'gone') {
      forget(at)
      return { outcome: 'later', afterMs: 0 }
    }
    return answer
  }

  async function openStream(last?: {
    conversationId: string
    watermark: string
  }): Promise<SessionAnswer<{ conversationId: string; streamUrl: string }>> {
    const { conversationId } = await find()
    if (freshStreamUrl !== undefined) {
      const streamUrl = freshStreamUrl
      freshStreamUrl = undefined
      return { outcome: 'ok', value: { conversationId, streamUrl } }
    }
    return use(async (at) => {
      const watermark = last?.conversationId === at.conversationId ? last.watermark : ''
      const answer = await directLine.resume(at, watermark)
      if (answer.outcome !== 'ok') return answer
      const { streamUrl } = answer.value
      if (streamUrl === undefined) return { outcome: 'later', afterMs: 0 }
      return { outcome: 'ok', value: { conversationId: at.conversationId, streamUrl } }
    })
  }

  return { use, openStream }
}
