import { z } from 'zod'
import { layers } from '../../src/understanding/classifier/layers.ts'
import { systemIds } from './system.ts'

/** What a process that measures one system is asked. */
export const systemRequestSchema = z.object({
  system: z.enum(systemIds),
  now: z.iso.datetime(),
  /** So many times each sentence is timed; the middle one counts. */
  rounds: z.number().int().positive(),
  layers: z.array(z.enum(layers)).optional(),
  keptIn: z.string().optional(),
})

/** What a process that measures one system is asked. */
export type SystemRequest = z.infer<typeof systemRequestSchema>

const timesSchema = z.object({ median: z.number(), p99: z.number(), cpu: z.number() })
const guessSchema = z.object({ topic: z.string(), confidence: z.number() })
const readingSchema = z.object({
  topic: z.string().nullable(),
  confidence: z.number(),
  alternatives: z.array(guessSchema),
  crisis: z.enum(['rood', 'oranje', 'geel', 'wit', 'geen']),
  command: z.string().nullable(),
  decision: z.enum(['answer', 'clarify', 'unsure', 'crisis', 'command']),
})
const readingsSchema = z.array(readingSchema)

/** What such a process hands back. */
export const systemFiguresSchema = z.object({
  training: z.object({ cpuMs: z.number(), wallMs: z.number() }),
  memory: z.object({
    /** Bytes by which the process grew while it loaded and trained the system. */
    added: z.number(),
    /** The same with every other language learned as well; only for a system that has any. */
    addedWithTheRest: z.number().optional(),
  }),
  /** In the order of the sentences of the set. */
  readings: z.object({ development: readingsSchema, measure: readingsSchema, hard: readingsSchema }),
  times: z.object({
    sentences: timesSchema,
    /** Texts of 500 characters. */
    long: timesSchema,
    classifier: timesSchema.optional(),
    longClassifier: timesSchema.optional(),
  }),
})

/** What a process that measured one system hands back. */
export type SystemFigures = z.infer<typeof systemFiguresSchema>
