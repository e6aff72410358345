import { z } from 'zod'
import {
  conditionSchema,
  contactPurposes,
  dateSchema,
  hearsSchema,
  idSchema,
  labelSchema,
  phrasesOfChoiceSchema,
  reviewFields,
  sentenceSchema,
  sourcesSchema,
  spokenSchema,
} from './file-parts.ts'

/** The form of `dialogs/topics/*.yaml`, as authors write them. `content/` reads and compiles them. */

/** Fewest example sentences of a topic: with less, the understanding hears it too seldom. */
const minExamples = 40

/** A button under a question. */
const choiceSchema = z.strictObject({
  id: idSchema,
  label: labelSchema,
  hears: hearsSchema.optional(),
  phrases: phrasesOfChoiceSchema,
  goto: z.string().optional().describe('Naam van de stap waar het gesprek verdergaat; anders de volgende stap.'),
})

const when = conditionSchema.optional()
const id = idSchema.optional().describe('Naam van deze stap, als een keuze of een test ernaar wijst.')

const saySchema = z.strictObject({ say: sentenceSchema, id, when })

const answerSchema = z.strictObject({
  answer: idSchema.describe('Naam van dit antwoord; een regio kan het onder deze naam vervangen.'),
  when,
  text: sentenceSchema,
  easier: sentenceSchema.describe('Hetzelfde, makkelijker (A2).'),
  shorter: sentenceSchema.describe('Hetzelfde in één of twee zinnen.'),
  example: sentenceSchema.describe('Een verzonnen voorbeeld van iemand. Zeg erbij dat het verzonnen is.'),
  rule: sentenceSchema.describe('Waarom we dit zeggen: de regel, in gewone woorden.'),
  sources: z.array(z.string()).min(1).describe('Nummers uit de lijst "sources" bovenaan dit bestand.'),
  reviewedOn: dateSchema.optional().describe('Als dit antwoord op een andere dag is nagekeken dan het hele bestand.'),
  validFrom: dateSchema.optional().describe('Voor deze dag zegt de bot dit nog niet. Alleen samen met "succeeds".'),
  validUntil: dateSchema
    .optional()
    .describe('Na deze dag zegt de bot dit niet meer. Anders geldt de datum van het bestand.'),
  succeeds: idSchema.optional().describe('Naam van het antwoord dat dit opvolgt als dat antwoord niet meer geldt.'),
})

const askSchema = z.strictObject({
  ask: sentenceSchema.describe('Eén vraag.'),
  id,
  when,
  slot: idSchema.describe(
    'Naam waaronder het antwoord bewaard wordt. Is het al bekend, dan vraagt de bot het niet nog eens.',
  ),
  choices: z.array(choiceSchema).min(2).max(6).describe('De knoppen. Eén ervan heeft id: weet-niet.'),
})

const gotoSchema = z.strictObject({
  goto: z.string().describe('"stap" in dit onderwerp, of "onderwerp" of "onderwerp/stap".'),
  when,
})
const handoffSchema = z.strictObject({
  handoff: sentenceSchema.describe('Wat de bot zegt voordat een mens het overneemt.'),
  id,
  when,
})
const contactsSchema = z.strictObject({
  contacts: z.enum(contactPurposes).describe('Toon de contacten van de regio die hiervoor zijn.'),
  say: sentenceSchema.describe('Wat boven de lijst staat.'),
  none: sentenceSchema.describe('Wat de bot zegt als de regio hiervoor geen nagekeken contact heeft.'),
  id,
  when,
})
const ladderSchema = z.strictObject({
  ladder: sentenceSchema.describe('Wat boven de plaat van de ladder van de regio staat.'),
  id,
  when,
})
const regionSlotSchema = z.strictObject({
  region: idSchema.describe('Plek waar een regio eigen stappen kan invoegen.'),
  when,
})
const askRegionSchema = z.strictObject({
  askRegion: z.literal(true).describe('Vraag waar de kandidaat woont, als dat nog niet bekend is.'),
  when,
})
const endSchema = z.strictObject({
  end: z.literal('closing').describe('Sluit af met: is je zorg kleiner geworden?'),
  related: z.array(idSchema).max(3).default([]).describe('Onderwerpen die hierbij passen.'),
  when,
})

/** One step of a flow, as authors write it. */
export const stepSchema = z.union([
  saySchema,
  answerSchema,
  askSchema,
  gotoSchema,
  handoffSchema,
  contactsSchema,
  ladderSchema,
  regionSlotSchema,
  askRegionSchema,
  endSchema,
])

/** One step of a flow, as authors write it. */
export type AuthoredStep = z.infer<typeof stepSchema>

/** An answer, as authors write it. */
export type AuthoredAnswer = z.infer<typeof answerSchema>

/** What a region may say differently of an answer. */
export const answerOverrideSchema = answerSchema
  .partial()
  .omit({ answer: true, when: true, succeeds: true, validFrom: true })

/** `dialogs/topics/*.yaml` */
export const topicFileSchema = z.strictObject({
  id: idSchema,
  title: z.string().min(3).max(40).describe('Naam op een knop, bijvoorbeeld "Mijn uitkering".'),
  about: z.string().describe('Waar dit onderwerp voor is; voor collega-schrijvers.'),
  ...reviewFields,
  sources: sourcesSchema,
  examples: z.array(spokenSchema).min(minExamples).describe('Zinnen die mensen zeggen als ze dit bedoelen.'),
  flow: z.array(stepSchema).min(2).describe('Het gesprek, stap voor stap, van boven naar beneden.'),
})

/** A topic file. */
export type TopicFile = z.infer<typeof topicFileSchema>
