import { z } from 'zod'
import type { CaseDraft } from '../conversation/decision.ts'
import type { Contact } from '../conversation/state.ts'
import type { PutDocument, StoredDocument } from '../store/contract.ts'

/** Format of a stored Case; rises when a stored one can no longer be read as it is. */
export const caseFormat = 1

/** Collection in which Cases are stored, in the partition of their conversation. */
export const caseCollection = 'cases'

/** Why a Case was closed: what staff say became of it. */
export const closeReasons = ['answered', 'passed-on', 'not-reached', 'not-needed'] as const

/** Why a Case was closed. */
export type CloseReason = (typeof closeReasons)[number]

const contactSchema: z.ZodType<Contact> = z.discriminatedUnion('how', [
  z.object({ how: z.literal('chat') }),
  z.object({ how: z.literal('phone'), number: z.string() }),
  z.object({ how: z.literal('email'), address: z.string() }),
])

/** Where a Case stands. Every end has a name and a moment. */
const statusSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('open') }),
  z.object({ is: z.literal('closed'), reason: z.enum(closeReasons), at: z.iso.datetime() }),
  /** The candidate took the question back. */
  z.object({ is: z.literal('withdrawn'), at: z.iso.datetime() }),
])

/** A Case as it is stored. */
export const caseSchema = z.object({
  format: z.literal(caseFormat),
  number: z.number().int().positive(),
  conversationId: z.string().min(1),
  channel: z.string().min(1),
  region: z.string(),
  queue: z.string(),
  organisation: z.string(),
  role: z.string(),
  topic: z.string(),
  approvedText: z.string(),
  consentVersion: z.string(),
  contact: contactSchema,
  openedAt: z.iso.datetime(),
  answerBy: z.iso.datetime(),
  crisis: z.enum(['rood', 'oranje', 'geel', 'wit']).optional(),
  status: statusSchema,
})

/** A Handoff as staff see it: what the candidate approved, who answers, by when, and where it stands. */
export type Case = z.infer<typeof caseSchema>

/** Where a Case stands. */
export type CaseStatus = Case['status']

/** What may happen to a Case. */
export type CaseEvent = { event: 'close'; reason: CloseReason } | { event: 'withdraw' }

/** What became of an event. */
export type CaseStep = { outcome: 'moved'; case: Case } | { outcome: 'refused'; status: CaseStatus }

/** A stored Case that cannot be read: damaged, or of another format. */
export class UnreadableCaseError extends Error {
  readonly code = 'unreadable-case'
  /** Id of the document, which is the number of the Case. */
  readonly caseId: string

  constructor(caseId: string, options: { cause: unknown }) {
    super(`Case ${caseId} is not stored in format ${caseFormat}. Was it written by a newer Opstap?`, options)
    this.name = 'UnreadableCaseError'
    this.caseId = caseId
  }
}

/**
 * Opens a Case. Everything in it is frozen from here on; only its status moves.
 * @param draft what the candidate saw and approved, and where it goes
 * @param place conversation and channel it comes from
 * @param at now
 */
export function openCase(draft: CaseDraft, place: { conversationId: string; channel: string }, at: Date): Case {
  const { crisis, ...rest } = draft
  return {
    format: caseFormat,
    ...rest,
    ...(crisis === undefined ? {} : { crisis }),
    conversationId: place.conversationId,
    channel: place.channel,
    answerBy: new Date(draft.answerBy).toISOString(),
    openedAt: at.toISOString(),
    status: { is: 'open' },
  }
}

/**
 * Lets something happen to a Case. Ends are written once: an ended Case refuses every event.
 * @param current the Case as it is
 * @param event what happens
 * @param at now
 */
export function moveCase(current: Case, event: CaseEvent, at: Date): CaseStep {
  if (current.status.is !== 'open') return { outcome: 'refused', status: current.status }
  switch (event.event) {
    case 'close':
      return {
        outcome: 'moved',
        case: { ...current, status: { is: 'closed', reason: event.reason, at: at.toISOString() } },
      }
    case 'withdraw':
      return { outcome: 'moved', case: { ...current, status: { is: 'withdrawn', at: at.toISOString() } } }
    default:
      return event satisfies never
  }
}

/**
 * The write that stores a Case, for a commit in the partition of its conversation. Lists: `status` and `region` in the
 * order of the promised time, `number` to find one.
 * @param toStore the Case
 * @param ifVersion version that must be there now; 0 for a new one
 */
export function casePut(toStore: Case, ifVersion?: number): PutDocument {
  const order = Date.parse(toStore.answerBy)
  return {
    collection: caseCollection,
    id: String(toStore.number),
    value: z.json().parse(toStore),
    ...(ifVersion === undefined ? {} : { ifVersion }),
    indexes: [
      { name: 'status', value: toStore.status.is, order },
      { name: 'region', value: toStore.region, order },
      { name: 'number', value: String(toStore.number), order: toStore.number },
    ],
  }
}

/**
 * Reads a stored Case.
 * @throws {UnreadableCaseError} when it is damaged or of another format
 */
export function readCase(document: StoredDocument): Case {
  const read = caseSchema.safeParse(document.value)
  if (!read.success) throw new UnreadableCaseError(document.id, { cause: read.error })
  return read.data
}
