import { z } from 'zod'
import { slotWordsSchema } from './slot-words-file.ts'

const wordsSchema = z.array(z.string().min(1))

/**
 * The form of `words.yaml`: the small words of one language that the understanding needs to read a short answer. They are
 * content, so that another language is another file and not another program.
 */
export const wordsFileSchema = z.strictObject({
  tag: z.string().describe('Taalcode voor datums en getallen, bijvoorbeeld nl-NL.'),
  name: z.string().describe('Naam van de taal, in de taal zelf.'),
  askedBy: wordsSchema.min(1).describe('Hoe iemand om deze taal vraagt, bijvoorbeeld "in english please".'),
  telling: wordsSchema.min(20).describe('Kleine woorden waaraan je deze taal herkent, en de andere taal niet heeft.'),
  yes: wordsSchema.min(1).describe('Manieren om ja te zeggen.'),
  no: wordsSchema.min(1).describe('Manieren om nee te zeggen.'),
  unsure: wordsSchema.min(1).describe('Manieren om "weet ik niet" te zeggen.'),
  unsureSigns: wordsSchema.min(1).describe('Woorden waaraan je de knop "weet ik niet" herkent.'),
  ordinals: z
    .array(wordsSchema.min(1))
    .min(6)
    .describe('Hoe iemand de eerste, tweede … knop noemt: per plaats een lijst.'),
  last: wordsSchema.min(1).describe('Hoe iemand de laatste knop noemt.'),
  ordinalFrame: wordsSchema.describe('Woorden om zo een plaats heen: "doe maar de …".'),
  article: z.string().describe('Het rangtelwoord dat ook een lidwoord is: "een".'),
  questionOpeners: wordsSchema.describe('Woorden waarmee een echte vraag begint.'),
  addressed: wordsSchema.describe('Woorden waarmee iemand de bot aanspreekt.'),
  frame: wordsSchema.describe('Woorden om een kort antwoord heen, die zelf niets kiezen.'),
  courtesy: wordsSchema.describe('Beleefde woorden die naast een opdracht mogen staan.'),
  endings: wordsSchema.default([]).describe('Uitgangen die de betekenis niet veranderen: werkplekken, werkplekje.'),
  sounds: z
    .record(z.string(), z.string())
    .default({})
    .describe('Letters (een reguliere expressie) -> hoe ze klinken, op volgorde: "ij" klinkt als "ei".'),
  joints: z.array(z.string()).default(['']).describe('Letters tussen de delen van een samenstelling: "", "s", "en".'),
  spellings: z.record(z.string(), z.string()).describe('Woord -> hoe mensen het ook typen, met spaties ertussen.'),
  slots: slotWordsSchema
    .optional()
    .describe('Woorden waarmee Opstap een uitkering, uren, geld, een dag en een tijd leest.'),
})

/** The words of one language. */
export type WordsFile = z.infer<typeof wordsFileSchema>
