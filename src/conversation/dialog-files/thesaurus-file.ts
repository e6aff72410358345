import { z } from 'zod'
import { idSchema } from './file-parts.ts'

/**
 * The form of `thesaurus.yaml`: words and phrases that mean the same thing to us. The understanding learns from a sentence
 * with one of them what the others mean.
 */
export const thesaurusFileSchema = z.strictObject({
  concepts: z
    .record(idSchema, z.string().min(1))
    .describe('Begrip -> woorden en korte stukjes zin die dat betekenen, met komma’s ertussen.'),
})

/** The thesaurus of a language: concept -> words, separated by commas. */
export type ThesaurusFile = z.infer<typeof thesaurusFileSchema>
