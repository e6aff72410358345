import { z } from 'zod'
import { benefitKinds, dayParts } from '../../understanding/slots/slots.ts'
import { idSchema, labelSchema, phrasesOfChoiceSchema, reviewFields, sentenceSchema } from './file-parts.ts'

/** The form of `dialogs/phrases.yaml`: what the bot says outside the topics. */

/** Names of the phrases that the rules of the conversation use; every one must be written in `dialogs/phrases.yaml`. */
export const phraseNames = [
  'greeting',
  'greeting-again',
  'menu',
  'menu-more',
  'menu-group',
  'not-understood',
  'not-understood-again',
  'empty',
  'clarify',
  'learn-ask',
  'learn-kept',
  'learn-not-kept',
  'also-asked',
  'resume',
  'understood',
  'understood-hours',
  'understood-hours-between',
  'understood-hours-from',
  'thanks',
  'stop',
  'restart',
  'content-changed',
  'closing',
  'closing-smaller',
  'closing-a-bit',
  'closing-not',
  'explain-otherwise',
  'why',
  'no-answer-to-explain',
  'expired',
  'only-other-language',
  'language-changed',
  'other-language',
  'ask-region',
  'ask-region-again',
  'ask-region-more',
  'ask-which-municipality',
  'region-known',
  'region-unknown',
  'keep',
  'erase-ask',
  'erased',
  'erase-cancelled',
  'too-long',
  'redacted',
  'handoff-open',
  'handoff-how',
  'handoff-phone',
  'handoff-phone-invalid',
  'handoff-email',
  'handoff-email-invalid',
  'handoff-consent',
  'handoff-add',
  'handoff-done',
  'handoff-done-later',
  'handoff-cancelled',
  'handoff-pending',
  'moment',
  'moment-between',
  'moment-days',
  'moment-part',
  'handoff-summary',
  'human-answer',
  'crisis-reminder',
  'apology',
  'attachment',
  'transcript-title',
  'transcript-saved',
  'transcript-hint',
  'transcript-cut',
  'transcript-you',
  'transcript-bot',
  'transcript-human',
  'transcript-file',
  'transcript-sources',
  'transcript-reviewed',
  'transcript-help',
  'transcript-failed',
] as const

/** Name of a phrase. */
export type PhraseName = (typeof phraseNames)[number]

const phraseSchema = z.strictObject({
  text: z
    .union([sentenceSchema, z.array(sentenceSchema).min(1)])
    .describe('Eén bericht, of een lijst van berichten na elkaar.'),
  choices: z
    .array(z.strictObject({ id: idSchema, label: labelSchema, phrases: phrasesOfChoiceSchema }))
    .max(6)
    .default([])
    .describe('Knoppen onder dit bericht.'),
})

/** Labels of buttons and lines that stand in no topic. */
export const labelNames = [
  'mens',
  'menu',
  'otherwise',
  'easier',
  'shorter',
  'example',
  'why',
  'none',
  'learn',
  'elsewhere',
  'noRegion',
  'more',
  'moreRegions',
  'language',
  'phone',
  'address',
  'hours',
  'website',
] as const

/** Name of a label. */
export type LabelName = (typeof labelNames)[number]

const labelDescriptions: Partial<Record<LabelName, string>> = {
  none: 'Knop bij "Bedoel je …?" voor: geen van deze.',
  learn: 'Knop waarmee iemand een zin laat bewaren die niet begrepen is. Eerst komt nog een vraag.',
  elsewhere: 'Knop bij de vraag waar iemand woont: ergens anders.',
  noRegion: 'Knop bij de vraag waar iemand woont: dat zeg ik liever niet.',
  moreRegions: 'Knop bij de vraag waar iemand woont: andere plaatsen.',
  language: 'Knop waarmee iemand een andere taal kiest, in die taal geschreven.',
  phone: 'Woord voor een telefoonnummer in een lijst van contacten.',
  address: 'Woord voor een adres in een lijst van contacten.',
  hours: 'Woord voor openingstijden in een lijst van contacten.',
  website: 'Woord voor een website in een lijst van contacten.',
}

/** Kinds of personal data that are taken out of what a person typed. */
export const redactedKinds = [
  'phone',
  'email',
  'bsn',
  'iban',
  'card',
  'address',
  'postcode',
  'date',
  'document',
  'number',
  'name',
] as const

/** One kind of personal data. */
export type RedactedKind = (typeof redactedKinds)[number]

const redactedWords: Record<RedactedKind, string> = {
  phone: 'telefoonnummer',
  email: 'mailadres',
  bsn: 'burgerservicenummer',
  iban: 'rekeningnummer (IBAN)',
  card: 'nummer van een bankpas',
  address: 'straat en huisnummer',
  postcode: 'postcode',
  date: 'geboortedatum, of een andere datum van lang geleden',
  document: 'nummer van een paspoort of een ander document',
  number: 'ander nummer, zoals een cliëntnummer',
  name: 'naam',
}

const redactedSchema = z.strictObject(
  Object.fromEntries(
    redactedKinds.map((kind) => [
      kind,
      z
        .string()
        .regex(/^[a-z][a-z -]{1,30}$/)
        .describe(`Woord dat in de plaats komt van: ${redactedWords[kind]}.`),
    ]),
  ) as Record<RedactedKind, z.ZodString>,
)

const menuSchema = z.strictObject({
  first: z.array(idSchema).min(1).max(4).describe('Onderwerpen die meteen onder de begroeting staan.'),
  groups: z
    .array(
      z.strictObject({
        id: idSchema,
        label: labelSchema,
        topics: z.array(idSchema).min(1).describe('Onderwerpen in deze groep, in volgorde.'),
      }),
    )
    .min(1)
    .max(5)
    .describe('De groepen achter de knop "Meer onderwerpen". Elk onderwerp staat in één groep.'),
})

/** `dialogs/phrases.yaml`: what the bot says outside the topics. */
export const phrasesFileSchema = z.strictObject({
  ...reviewFields,
  menu: menuSchema.describe('Het menu.'),
  labels: z
    .strictObject(
      Object.fromEntries(
        labelNames.map((name) => [name, z.string().describe(labelDescriptions[name] ?? 'Tekst op de knop.')]),
      ) as Record<LabelName, z.ZodString>,
    )
    .describe('Teksten op knoppen die de bot zelf toevoegt.'),
  redacted: redactedSchema.describe(
    'Wat er tussen haken staat op de plek van wat iemand typte en de bot niet bewaart.',
  ),
  benefits: z
    .record(z.enum(benefitKinds), sentenceSchema)
    .describe('Soort uitkering -> wat de bot zegt als iemand die noemde: "Je hebt Wajong."'),
  phrases: z
    .strictObject(
      Object.fromEntries(
        phraseNames.map((name) => [name, phraseSchema.describe(`Wat de bot zegt bij "${name}".`)]),
      ) as Record<PhraseName, typeof phraseSchema>,
    )
    .describe('Wat de bot zegt, onder de naam waarmee het gesprek het vraagt.'),
})

/** The phrases file. */
export type PhrasesFile = z.infer<typeof phrasesFileSchema>

/**
 * Variables that a phrase may use, filled in while talking. Phrases are the same in every region; the words of a region
 * (`words` in its file) can only be used in the texts of topics.
 */
export const phraseVariables: Partial<Record<PhraseName, readonly string[]>> = {
  'also-asked': ['onderwerpen'],
  'learn-ask': ['zin'],
  resume: ['onderwerp'],
  understood: ['gehoord'],
  'understood-hours': ['uren'],
  'understood-hours-between': ['van', 'tot'],
  'understood-hours-from': ['van'],
  why: ['regel', 'bronnen', 'nagekeken', 'geldig'],
  'menu-group': ['groep'],
  'region-known': ['regio'],
  redacted: ['soorten'],
  'handoff-open': ['rol', 'organisatie'],
  'handoff-consent': ['rol', 'organisatie', 'tekst'],
  'handoff-done': ['nummer', 'rol', 'organisatie', 'tijd'],
  'handoff-done-later': ['nummer', 'rol', 'organisatie', 'tijd'],
  'handoff-pending': ['nummer', 'organisatie', 'tijd'],
  moment: ['dag', 'tijd'],
  'moment-between': ['dag', 'van', 'tot'],
  'moment-days': ['dag', 'laatste'],
  'moment-part': ['dag', 'deel'],
  'human-answer': ['rol', 'organisatie', 'tekst'],
  'handoff-summary': ['onderwerpen', 'regio', 'contact', 'toevoeging', 'gevaar', 'taal'],
  'transcript-saved': ['tijd'],
  'transcript-cut': ['aantal'],
  'transcript-human': ['rol'],
  'transcript-file': ['naam'],
  'transcript-reviewed': ['nagekeken'],
}

/** Choice ids that a phrase must have, because the rules of the conversation name them. */
export const phraseChoices: Partial<Record<PhraseName, readonly string[]>> = {
  closing: ['yes', 'a-bit', 'no'],
  'erase-ask': ['yes', 'no'],
  'learn-ask': ['yes', 'no'],
  'handoff-how': ['chat', 'phone', 'email', 'no'],
  'handoff-consent': ['yes', 'add', 'no'],
  'handoff-add': ['skip'],
  'moment-part': dayParts,
  'handoff-summary': ['chat', 'phone', 'email', 'unknown-region', 'crisis'],
}
