import { z } from 'zod'
import { crisisDoors } from '../../understanding/meaning.ts'
import { dateSchema, idSchema, reviewFields, sentenceSchema } from './file-parts.ts'

/** The form of `dialogs/crisis.yaml`: the written words of the crisis ladder and the always visible help. */

const crisisMessageSchema = z.strictObject({
  text: z.array(sentenceSchema).min(1).max(5).describe('Regels van het ene bericht, in volgorde.'),
  buttons: z
    .array(
      z.union([
        z.strictObject({
          label: z.string().describe('Tekst op de knop.'),
          url: z
            .string()
            .regex(/^(tel:|https:)/)
            .describe('tel:113 of https://…'),
        }),
        z.strictObject({
          label: z.string().describe('Tekst op de knop.'),
          command: z.enum(['mens', 'verder']).describe('Wat de knop doet: "mens" of "verder".'),
        }),
      ]),
    )
    .describe('Knoppen onder het bericht.'),
})

const crisisDoorSchema = crisisMessageSchema.extend({
  beside: sentenceSchema.describe('Eén regel, onder de woorden van rood of van een doodswens.'),
})

/** `dialogs/crisis.yaml` */
export const crisisFileSchema = z.strictObject({
  ...reviewFields,
  numbers: z
    .array(
      z.strictObject({
        id: idSchema,
        name: z.string().describe('Naam zoals die op de pagina staat, bijvoorbeeld 113.'),
        label: z.string().describe('Tekst op de knop.'),
        url: z.string().describe('tel: en het nummer.'),
        about: z.string().describe('Voor wie dit nummer is.'),
        checkedOn: dateSchema.describe('Dag waarop dit nummer is nagekeken.'),
        checkBefore: dateSchema.describe('Voor deze dag moet het nummer opnieuw zijn nagekeken.'),
        source: z.url().describe('Waar het nummer staat.'),
      }),
    )
    .describe('De hulpnummers.'),
  messages: z
    .strictObject({
      rood: crisisMessageSchema.describe('Nu gevaar.'),
      oranje: crisisMessageSchema.describe('Doodswens of zelfdoding genoemd.'),
      geel: crisisMessageSchema.describe('Onduidelijk: twee deuren.'),
      wit: crisisMessageSchema.describe('Over een ander, vroeger of informatie.'),
    })
    .describe('De vaste woorden op elke trede.'),
  doors: z
    .partialRecord(z.enum(crisisDoors), crisisDoorSchema)
    .describe('Andere hulp dan 113 alleen, per signaal. Zonder deze woorden gelden die van de trede.'),
  help: z.array(idSchema).min(3).describe('Nummers die altijd op de pagina staan ("Hulp nu").'),
})

/** The crisis file. */
export type CrisisFile = z.infer<typeof crisisFileSchema>
