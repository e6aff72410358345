import { z } from 'zod'
import type { Effect } from '../conversation/decision.ts'
import type { Changes } from '../store/contract.ts'

/** Kind of the jobs that put a sentence on the list of authors. */
export const keepSentenceKind = 'keep-sentence'

/**
 * How long a sentence waits in its conversation. Until then `wissen` takes it away with the rest, a topic that is chosen
 * can still go with it, and the moment at which it comes on the list says less of whose it is.
 */
export const keepAfterMs = 15 * 60 * 1000

/** What the job carries: nothing of the conversation but these words. */
export const keepSentencePayloadSchema = z.object({
  format: z.literal(1),
  /** Id on the list: random, so that it leads nowhere, and made with the plan, so that a second try keeps nothing twice. */
  sentenceId: z.string(),
  text: z.string(),
  locale: z.string(),
  day: z.iso.date(),
  suggested: z.string().optional(),
})

/**
 * Plans how a sentence leaves its conversation for the list of authors. A commit touches one partition, so it goes by a job
 * that is stored with the yes itself.
 * @param effect the sentence; with a topic it takes the place of the same sentence without
 * @param place where it was said (a conversation keeps one sentence at most, so its id names the job), a random id for the
 * list, and the moment
 */
export function planKeeping(
  { text, locale, suggested }: Extract<Effect, { kind: 'keep-sentence' }>,
  { conversationId, sentenceId, now }: { conversationId: string; sentenceId: string; now: Date },
): Required<Pick<Changes, 'jobs' | 'cancelJobs'>> {
  const bare = `${keepSentenceKind}:${conversationId}`
  const payload = { format: 1, sentenceId, text, locale, day: now.toISOString().slice(0, 10) }
  return {
    jobs: [
      {
        id: suggested === undefined ? bare : `${bare}:with-topic`,
        kind: keepSentenceKind,
        dueAt: new Date(now.getTime() + keepAfterMs),
        payload: suggested === undefined ? payload : { ...payload, suggested },
      },
    ],
    cancelJobs: suggested === undefined ? [] : [bare],
  }
}
