import type { DirectLine } from './direct-line.ts'
import { retryDelayMs } from './retry-delay.ts'
import type { Session } from './session.ts'
import { type LogMessage, parseFrame } from './wire.ts'

/** Opens a WebSocket. @returns a function that closes it */
export type OpenSocket = (
  url: string,
  on: { open: () => void; text: (text: string) => void; close: () => void },
) => () => void

/** Follows the log of the conversation, whatever the network does. */
export interface Stream {
  /** Begins; a second call changes nothing. */
  start(): void
  /** Leaves the connection as it is and makes a new one now: it may be dead without anybody having noticed. */
  reconnect(): void
}

/** What a stream needs. */
export interface StreamNeeds {
  session: Session
  directLine: DirectLine
  openSocket: OpenSocket
  wait: (ms: number) => Promise<void>
  after: (ms: number, callBack: () => void) => () => void
  random: () => number
  /** Hears new messages of a conversation in the order of its log; after a reconnection some may come again. */
  hear: (conversationId: string, messages: LogMessage[]) => void
  /** Hears whether messages can come in now. */
  tell: (connection: 'online' | 'offline') => void
}

const openWithinMs = 5_000
const pollEveryMs = 2_000
/** Something between here and the server may block sockets for good, so a next one is tried after so many polls. */
const pollsBeforeSocket = 30

/** Makes the stream. Nothing happens before `start`. */
export function createStream(needs: StreamNeeds): Stream {
  let isStarted = false
  let last: { conversationId: string; watermark: string } | undefined
  let leaveSocket = () => {}

  function take(conversationId: string, messages: LogMessage[], watermark: string | undefined): void {
    if (watermark !== undefined) last = { conversationId, watermark }
    if (messages.length > 0) needs.hear(conversationId, messages)
  }

  /** @returns how it ended: `lost` after it was open, `blocked` when it never opened, `left` when we went away ourselves */
  function listen(conversationId: string, url: string): Promise<'lost' | 'blocked' | 'left'> {
    return new Promise((resolve) => {
      let isOpen = false
      let isOver = false
      const end = (how: 'lost' | 'blocked' | 'left') => {
        if (isOver) return
        isOver = true
        callOffTimeout()
        close()
        resolve(how)
      }
      const callOffTimeout = needs.after(openWithinMs, () => end('blocked'))
      const close = needs.openSocket(url, {
        open: () => {
          isOpen = true
          callOffTimeout()
          if (!isOver) needs.tell('online')
        },
        text: (text) => {
          const frame = isOver ? undefined : parseFrame(parseJson(text))
          if (frame !== undefined) take(conversationId, frame.messages, frame.watermark)
        },
        close: () => end(isOpen ? 'lost' : 'blocked'),
      })
      leaveSocket = () => end('left')
    })
  }

  async function poll(): Promise<void> {
    for (let polls = 0; polls < pollsBeforeSocket; polls++) {
      const answer = await needs.session.use(async (at) => {
        const watermark = last?.conversationId === at.conversationId ? last.watermark : ''
        const read = await needs.directLine.read(at, watermark)
        if (read.outcome !== 'ok') return read
        return { outcome: 'ok', value: { conversationId: at.conversationId, frame: read.value } }
      })
      if (answer.outcome !== 'ok') {
        needs.tell('offline')
        return
      }
      needs.tell('online')
      take(answer.value.conversationId, answer.value.frame.messages, answer.value.frame.watermark)
      await needs.wait(pollEveryMs)
    }
  }

  async function follow(): Promise<never> {
    let failures = 0
    for (;;) {
      const stream = await needs.session.openStream(last)
      if (stream.outcome === 'ok') {
        const { conversationId, streamUrl } = stream.value
        const how = await listen(conversationId, streamUrl)
        if (how === 'left') continue
        if (how === 'lost') failures = 0
        else await poll()
      }
      needs.tell('offline')
      const afterMs = stream.outcome === 'later' ? stream.afterMs : 0
      await needs.wait(Math.max(afterMs, retryDelayMs(failures++, needs.random)))
    }
  }

  return {
    start: () => {
      if (isStarted) return
      isStarted = true
      void follow()
    },
    reconnect: () => leaveSocket(),
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Empty frames keep the connection alive; they say nothing.
    return undefined
  }
}
