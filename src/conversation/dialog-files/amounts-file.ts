import { z } from 'zod'
import { dateSchema, idSchema, sourcesSchema } from './file-parts.ts'

/** The form of `dialogs/amounts.yaml`: the one place where amounts stand, each with the days on which it holds. */

/** What an amount counts. */
const amountUnits = ['euro', 'procent', 'uren'] as const

const amountSchema = z.strictObject({
  id: idSchema.describe('Naam van het bedrag. In teksten te gebruiken als {bedrag:naam}.'),
  about: z.string().describe('Wat dit bedrag is; voor collega-schrijvers.'),
  unit: z.enum(amountUnits).describe('Wat het telt: euro, procent of uren.'),
  decimals: z.number().int().min(0).max(2).describe('Hoeveel cijfers achter de komma de kandidaat ziet.'),
  values: z
    .array(
      z.strictObject({
        value: z.number().nonnegative().describe('Het bedrag, met een punt: 14.99.'),
        from: dateSchema.describe('Eerste dag waarop dit bedrag geldt.'),
        until: dateSchema.describe('Laatste dag waarop dit bedrag geldt.'),
        source: z.string().describe('Nummer van de bron uit "sources" in dit bestand.'),
      }),
    )
    .min(1)
    .describe('De waarden, van oud naar nieuw; ze overlappen niet.'),
})

/** `dialogs/amounts.yaml` */
export const amountsFileSchema = z.strictObject({
  reviewedBy: z.string().describe('Wie dit nakeek: een rol en organisatie, geen naam van een persoon.'),
  reviewedOn: dateSchema.describe('Dag waarop alle bedragen zijn nagekeken.'),
  sources: sourcesSchema,
  amounts: z.array(amountSchema).describe('Alle bedragen die in antwoorden staan.'),
})

/** The amounts file. */
export type AmountsFile = z.infer<typeof amountsFileSchema>
