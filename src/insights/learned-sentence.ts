import { z } from 'zod'
import type { PutDocument, StoredDocument } from '../store/contract.ts'

/** Format of a kept sentence; rises when a stored one can no longer be read as it is. */
const format = 1

/** Collection of the kept sentences. */
export const sentenceCollection = 'learned-sentences'

/** The one list: every sentence, in the order in which they were kept. */
export const sentenceIndex = { index: 'list', value: 'all' } as const

/** How long a sentence waits for an author. */
const keptDays = 90

const dayMs = 24 * 60 * 60 * 1000

/** What is kept, and nothing else: it must not be possible to find out whose words these are. */
const learnedSentenceSchema = z.object({
  format: z.literal(format),
  /** Number for authors to name it by; never given twice. */
  number: z.number().int().positive(),
  /** The words the candidate saw and said yes to. */
  text: z.string().min(1),
  /** Language of the conversation. */
  locale: z.string(),
  /** Day of the yes, `2026-11-23`, and no time: minutes would point at a conversation. */
  day: z.iso.date(),
  /** Topic that was meant, when the candidate chose one. */
  suggested: z.string().optional(),
})

/** A sentence that was not understood, kept for authors. */
export type LearnedSentence = Omit<z.infer<typeof learnedSentenceSchema>, 'format'>

/**
 * The partition of a day. A day has its own because a partition expires as a whole, and it is no conversation's: erasing or
 * exporting a conversation does not meet it.
 */
export function partitionOfDay(day: string): string {
  return `learning:${day}`
}

/** When the sentences of a day are gone. */
export function expiryOfDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + (keptDays + 1) * dayMs)
}

/**
 * The write that keeps a sentence, once.
 * @param id random, made before the first try
 * @param sentence what is kept
 */
export function sentencePut(id: string, sentence: LearnedSentence): PutDocument {
  return {
    collection: sentenceCollection,
    id,
    value: { format, ...sentence },
    ifVersion: 0,
    indexes: [{ name: sentenceIndex.index, value: sentenceIndex.value, order: sentence.number }],
  }
}

/**
 * Reads a kept sentence.
 * @returns undefined when it is of another format
 */
export function readSentence({ value }: StoredDocument): LearnedSentence | undefined {
  const read = learnedSentenceSchema.safeParse(value)
  if (!read.success) return undefined
  const { format: _format, ...sentence } = read.data
  return sentence
}
