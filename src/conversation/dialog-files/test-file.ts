import { z } from 'zod'
import { dateSchema, idSchema } from './file-parts.ts'

/**
 * The form of `dialogs/tests/*.yaml`: conversations with which authors test what they wrote. The keys are Dutch here,
 * because these files read as sentences: als iemand dit zegt, dan zegt de bot dat.
 */

const turnSchema = z.strictObject({
  als: z.string().min(1).describe('Wat iemand typt, of de tekst van een knop.'),
  dan: z
    .array(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/))
    .default([])
    .describe('Wat de bot dan zegt: onderwerp/stap, in deze volgorde. Er mag iets tussen staan.'),
  zegt: z.array(z.string()).default([]).describe('Woorden die in het antwoord moeten staan.'),
  'zegt-niet': z.array(z.string()).default([]).describe('Woorden die er niet in mogen staan.'),
  knoppen: z.array(z.string()).default([]).describe('Knoppen die eronder moeten staan.'),
})

const scriptSchema = z.strictObject({
  title: z.string().min(1).describe('Als iemand … vraagt, dan …'),
  regio: idSchema.optional().describe('Regio waar het gesprek begint; zonder dit is die nog niet bekend.'),
  datum: dateSchema.optional().describe('Dag waarop het gesprek is; zonder dit 2026-11-23.'),
  taal: z.string().optional().describe('Taal waarin het gesprek begint, bijvoorbeeld en.'),
  gesprek: z.array(turnSchema).min(1).describe('Het gesprek, beurt voor beurt.'),
})

/** `dialogs/tests/*.yaml` */
export const testFileSchema = z.array(scriptSchema).min(1)

/** Conversations with which authors test. */
export type TestFile = z.infer<typeof testFileSchema>
