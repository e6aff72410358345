import { randomUUID } from 'node:crypto'
import type { Store } from '../store/contract.ts'
import { type ActivityEntry, activityLog, type ConversationReader, toActivityEntry, type Wake } from './turn.ts'

/** Collection and id of the document that holds the state of a conversation, in its partition. */
export const conversationDocument = { collection: 'conversation', id: 'state' } as const

/** The conversations as channels see them, and the way to wake those who follow one. */
export interface Conversations extends ConversationReader {
  wake: Wake
  /** The signal that tells other processes of new entries. */
  signalFor(conversationId: string, lastSequence: number): { channel: string; payload: string }
}

/**
 * Makes the reading side of conversations. Followers in this process are handed the new entries themselves; those in
 * other processes get a signal and read the log.
 * @param store where the logs are
 */
export function createConversations(store: Store): Conversations {
  const processId = randomUUID()
  const followers = new Map<string, Set<(entries: ActivityEntry[]) => void>>()
  return {
    async read(conversationId, after, limit) {
      return (await store.readLog(conversationId, activityLog, after, limit)).map(toActivityEntry)
    },
    lastSequence: (conversationId) => store.lastSequence(conversationId, activityLog),
    async exists(conversationId) {
      return (await store.get(conversationId, conversationDocument.collection, conversationDocument.id)) !== undefined
    },
    follow(conversationId, hear) {
      const hearers = followers.get(conversationId) ?? new Set()
      followers.set(conversationId, hearers.add(hear))
      const stop = store.listen(channelOf(conversationId), (payload) => {
        // Our own commits come through wake, entries and all.
        if (!payload.startsWith(processId)) hear([])
      })
      return () => {
        stop()
        hearers.delete(hear)
        if (hearers.size === 0) followers.delete(conversationId)
      }
    },
    wake(conversationId, entries) {
      for (const hear of followers.get(conversationId) ?? []) hear(entries)
    },
    signalFor: (conversationId, lastSequence) => ({
      channel: channelOf(conversationId),
      payload: `${processId}:${lastSequence}`,
    }),
  }
}

function channelOf(conversationId: string): string {
  return `conversation:${conversationId}`
}
