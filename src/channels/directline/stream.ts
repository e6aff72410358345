import type { WebSocket } from 'ws'
import type { Log } from '../../log.ts'
import type { ActivityEntry, ConversationReader } from '../../turn/turn.ts'
import { pageSize, writeActivitySet } from './activity-set.ts'

/** What one stream needs. */
export interface StreamOptions {
  socket: WebSocket
  conversationId: string
  /** Sequence of the last activity the client has. */
  after: number
  reader: Pick<ConversationReader, 'read' | 'follow'>
  log: Log
}

/** A stream that runs. */
export interface Stream {
  /** Looks at the log, in case a hint got lost. */
  recheck(): void
  /** Stops following; the socket is left as it is. */
  stop(): void
}

/** Above this a client reads too slowly: entries stay in the log until what was sent has left. */
const highWaterBytes = 256 * 1024

/**
 * Sends a conversation over a socket: what is newer than the client's place, then what comes, in order, nothing twice.
 * Entries that are handed over are sent as they are when they continue just where we stand; otherwise the log is read.
 * Source: directline-conformance.md, rules R2, W1 and W2.
 * @param options socket, place and parts
 */
export function createStream(options: StreamOptions): Stream {
  const { socket, conversationId, reader, log } = options
  let position = options.after
  let isReading = false
  let readAgain = false
  let isStopped = false

  /** Resolves when the frame has left this process. */
  function send(entries: ActivityEntry[]): Promise<void> {
    const set = writeActivitySet(conversationId, entries, position)
    position = set.last
    // An error here means that the socket is closing; its close event ends the stream.
    return new Promise((resolve) => socket.send(set.json, () => resolve()))
  }

  async function readOn(): Promise<void> {
    if (isReading) {
      readAgain = true
      return
    }
    isReading = true
    try {
      do {
        readAgain = false
        let entries = await reader.read(conversationId, position, pageSize)
        while (entries.length > 0 && isOpen()) {
          await send(entries)
          entries = await reader.read(conversationId, position, pageSize)
        }
      } while (readAgain && isOpen())
    } catch (error) {
      log.error('A stream could not read its conversation.', error)
      // The client comes back with its watermark after some seconds.
      socket.close(1011)
    } finally {
      isReading = false
    }
  }

  const isOpen = (): boolean => !isStopped && socket.readyState === socket.OPEN

  function hear(entries: ActivityEntry[]): void {
    if (!isOpen()) return
    const last = entries.at(-1)
    if (last !== undefined && last.sequence <= position) return
    const isNext = last !== undefined && entries.every((entry, index) => entry.sequence === position + 1 + index)
    if (!isNext || isReading || socket.bufferedAmount > highWaterBytes) {
      void readOn()
      return
    }
    void send(entries)
    // A set that was cut short for its size leaves the rest in the log.
    if (position < last.sequence) void readOn()
  }

  // Followed before the first reading, so that nothing falls between the two.
  const unfollow = reader.follow(conversationId, hear)
  void readOn()
  return {
    recheck: () => {
      if (isOpen()) void readOn()
    },
    stop: () => {
      isStopped = true
      unfollow()
    },
  }
}
