import type { Store } from '../store/contract.ts'
import { type LearnedSentence, readSentence, sentenceCollection, sentenceIndex } from './learned-sentence.ts'

/** A sentence of the list, with its place in the store. */
export interface ListedSentence extends LearnedSentence {
  partition: string
  id: string
}

/**
 * Reads the list of sentences that were not understood, oldest first.
 * @param store where it is
 * @returns the sentences, and how many cannot be read by this version
 */
export async function listSentences(
  store: Pick<Store, 'list'>,
): Promise<{ sentences: ListedSentence[]; unreadable: number }> {
  const sentences: ListedSentence[] = []
  let unreadable = 0
  let after: string | undefined
  do {
    const page = await store.list({
      collection: sentenceCollection,
      ...sentenceIndex,
      limit: 500,
      ...(after === undefined ? {} : { after }),
    })
    for (const document of page.documents) {
      const sentence = readSentence(document)
      if (sentence === undefined) unreadable += 1
      else sentences.push({ ...sentence, partition: document.partition, id: document.id })
    }
    after = page.next
  } while (after !== undefined)
  return { sentences, unreadable }
}

/** Takes sentences off the list; one that is gone already is no error. */
export async function removeSentences(
  store: Pick<Store, 'commit'>,
  sentences: readonly ListedSentence[],
): Promise<void> {
  for (const { partition, id } of sentences) {
    await store.commit({ partition, deletes: [{ collection: sentenceCollection, id }] })
  }
}
