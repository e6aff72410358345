import { z } from 'zod'
import { benefitKinds } from '../../understanding/slots/slots.ts'

/**
 * Parts that several files in `dialogs/` share. Keys are English, words are Dutch; `.describe` texts are Dutch because
 * authors read them in their editor.
 */

/** Short name in lower case. */
export const idSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/)
  .describe('Korte naam in kleine letters, met streepjes: bijvoorbeeld "wajong-2010".')

/** A calendar day. */
export const dateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('Datum als jaar-maand-dag: 2026-12-31.')

/** What a candidate reads. */
export const sentenceSchema = z
  .string()
  .trim()
  .min(1)
  .describe('Wat de kandidaat leest. Korte zinnen, één gedachte per zin.')

/** What people say, typed as they type it. */
export const spokenSchema = z.string().min(1).describe('Een zin zoals mensen die typen, met fouten en al.')

/** Who looked at a file, when, and until when it may be used. */
export const reviewFields = {
  reviewedBy: z.string().describe('Wie dit nakeek: een rol en organisatie, geen naam van een persoon.'),
  reviewedOn: dateSchema.describe('Dag waarop dit is nagekeken: 2026-11-21.'),
  validUntil: dateSchema.describe('Na deze dag moet dit opnieuw worden nagekeken.'),
}

/** Which collected answers must hold: slot -> one of these choice ids. All slots must hold. */
export const conditionSchema = z
  .record(z.string(), z.array(idSchema).min(1))
  .describe('Alleen als de kandidaat dit antwoord gaf, bijvoorbeeld {uitkering: [wajong-2010]}.')

/** Where a fact comes from. */
const sourceSchema = z.strictObject({
  id: z.string().describe('Eigen nummer van deze bron in dit bestand, bijvoorbeeld G1-07.'),
  title: z.string().describe('Naam van de bron, zoals de kandidaat die leest.'),
  url: z.url().describe('Adres van de bron, met https:// ervoor.'),
  date: z.string().describe('Datum van de bron (2026-07-01 of 2019) of "onbekend".'),
})

/** A list of sources, cited by their id. */
export const sourcesSchema = z.array(sourceSchema).describe('De bronnen waar de antwoorden op steunen.')

/** Most characters on a button before Web Chat and Teams cut it off. */
export const maxLabelChars = 40

/** Words on a button. */
export const labelSchema = z.string().min(1).max(maxLabelChars).describe('Tekst op de knop.')

/** Other wordings of a button. */
export const phrasesOfChoiceSchema = z
  .array(z.string())
  .default([])
  .describe('Andere manieren waarop mensen dit zeggen.')

/** What somebody can say about themselves that means a choice. */
export const hearsSchema = z
  .strictObject({
    benefit: z.array(z.enum(benefitKinds)).min(1).optional().describe('Uitkeringen die dit antwoord betekenen.'),
    hours: z
      .strictObject({
        from: z.number().min(0).describe('Van zoveel uur.'),
        to: z.number().min(0).describe('Tot en met zoveel uur.'),
      })
      .optional()
      .describe('Uren per week die dit antwoord betekenen: {from: 0, to: 20}, beide grenzen horen erbij.'),
  })
  .describe('Zei iemand dit al in eigen woorden, dan stelt de bot deze vraag niet: {benefit: [wajong]}.')

/** A place where something may be looked up by the candidate. */
export const contactPurposes = ['aanmelden', 'helpen', 'geld', 'praten'] as const

/** What a contact is for. */
export type ContactPurpose = (typeof contactPurposes)[number]
