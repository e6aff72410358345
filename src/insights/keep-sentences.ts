import type { ClaimedJob, Store } from '../store/contract.ts'
import {
  expiryOfDay,
  partitionOfDay,
  readSentence,
  sentenceCollection,
  sentenceIndex,
  sentencePut,
} from './learned-sentence.ts'
import { keepSentenceKind, keepSentencePayloadSchema } from './plan-keeping.ts'

/** Most sentences on the list: more than authors read, and a bound on what somebody can fill it with. */
const mostSentences = 5_000

/** Most that are let go in one job; each job adds one. */
const dropAtOnce = 20

/** What keeping needs of the store. */
export type SentenceStore = Pick<Store, 'commit' | 'list' | 'nextNumber'>

/** How a job ended, as the outbox understands it. */
type Kept = { outcome: 'done' } | { outcome: 'dead'; reason: string }

/**
 * Makes the handler that puts planned sentences on the list of authors. Doing it twice keeps one. Beyond the bound the
 * oldest go.
 * @param store where the list is
 * @param most bound of the list
 */
export function createSentenceKeeper(
  store: SentenceStore,
  most: number = mostSentences,
): Record<typeof keepSentenceKind, (job: Pick<ClaimedJob, 'payload'>) => Promise<Kept>> {
  return {
    async [keepSentenceKind]({ payload }) {
      const read = keepSentencePayloadSchema.safeParse(payload)
      if (!read.success) return { outcome: 'dead', reason: 'unreadable' }
      const { sentenceId, format: _format, ...words } = read.data
      const number = await store.nextNumber('learned-sentence')
      // A conflict means that an earlier try kept it; nothing else writes this id.
      await store.commit({
        partition: partitionOfDay(words.day),
        puts: [sentencePut(sentenceId, { number, ...words })],
        expiresAt: expiryOfDay(words.day),
      })
      await dropOldest(store, number - most)
      return { outcome: 'done' }
    },
  }
}

/** Removes what came up to a number; what cannot be read counts as oldest, because nobody can use it. */
async function dropOldest(store: SentenceStore, upTo: number): Promise<void> {
  if (upTo < 1) return
  const { documents } = await store.list({ collection: sentenceCollection, ...sentenceIndex, limit: dropAtOnce })
  for (const document of documents) {
    if ((readSentence(document)?.number ?? 0) > upTo) return
    const { partition, id } = document
    await store.commit({ partition, deletes: [{ collection: sentenceCollection, id }] })
  }
}
