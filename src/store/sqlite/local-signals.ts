/** Signals between the parts of one process. */
export interface LocalSignals {
  send(channel: string, payload: string): void
  /** @returns a function that stops it. */
  listen(channel: string, hear: (payload: string) => void): () => void
}

/**
 * Makes the signals of one process. A database file connects no processes: another one finds what is new in the logs.
 * @param warn hears that a listener threw; the commit is durable by then and must not fail for it
 */
export function createLocalSignals(warn: (message: string, error: unknown) => void): LocalSignals {
  const channels = new Map<string, Set<{ hear: (payload: string) => void }>>()
  return {
    send(channel, payload) {
      for (const listener of [...(channels.get(channel) ?? [])]) {
        try {
          listener.hear(payload)
        } catch (error) {
          warn('A listener of a store signal failed.', error)
        }
      }
    },
    listen(channel, hear) {
      const listener = { hear }
      const listeners = channels.get(channel) ?? new Set()
      channels.set(channel, listeners.add(listener))
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0 && channels.get(channel) === listeners) channels.delete(channel)
      }
    },
  }
}
