import { z } from 'zod'
import {
  idSchema,
  labelSchema,
  phrasesOfChoiceSchema,
  reviewFields,
  sentenceSchema,
  spokenSchema,
} from './file-parts.ts'

/**
 * The form of a translation, `dialogs/en/topics/*.yaml` and `dialogs/en/regions/*.yaml`: words only. The flow, the
 * conditions, the sources and the dates stay those of the Dutch file, so that both languages always say the same.
 */

const minExamples = 40

const translatedAnswerFields = {
  text: sentenceSchema,
  easier: sentenceSchema.describe('Hetzelfde, makkelijker (A2).'),
  shorter: sentenceSchema.describe('Hetzelfde in één of twee zinnen.'),
  example: sentenceSchema.describe('Een verzonnen voorbeeld van iemand. Zeg erbij dat het verzonnen is.'),
  rule: sentenceSchema.describe('Waarom we dit zeggen: de regel, in gewone woorden.'),
}

const translatedAnswerSchema = z.strictObject(translatedAnswerFields)

const translatedChoiceSchema = z.strictObject({ label: labelSchema, phrases: phrasesOfChoiceSchema })

/** The words of one step: of an answer, a question, contacts, or one sentence (say, ladder or handoff). */
const translatedStepSchema = z.union([
  translatedAnswerSchema,
  z.strictObject({
    ask: sentenceSchema.describe('De vraag.'),
    choices: z.record(idSchema, translatedChoiceSchema).describe('Id van de keuze -> woorden.'),
  }),
  z.strictObject({
    say: sentenceSchema,
    none: sentenceSchema.describe('Wat de bot zegt als er geen nagekeken contact is.'),
  }),
  z.strictObject({ say: sentenceSchema }),
])

/** `dialogs/en/topics/*.yaml` */
export const topicTranslationSchema = z.strictObject({
  id: idSchema.describe('Id van het onderwerp dat dit vertaalt.'),
  title: z.string().min(3).max(40).describe('Naam op een knop.'),
  ...reviewFields,
  examples: z.array(spokenSchema).min(minExamples).describe('Zinnen die mensen in deze taal zeggen.'),
  steps: z
    .record(idSchema, translatedStepSchema)
    .describe('Naam van de stap (say-1, ask-1 of de eigen naam) -> woorden.'),
})

/** The words of a topic in another language. */
export type TopicTranslation = z.infer<typeof topicTranslationSchema>

/** `dialogs/en/regions/*.yaml` */
export const regionTranslationSchema = z.strictObject({
  id: idSchema.describe('Id van de regio die dit vertaalt.'),
  name: z.string().describe('Naam van de regio, ook achter "in".'),
  ...reviewFields,
  words: z.record(idSchema, z.string()).describe('Dezelfde woorden als de regio, in deze taal.'),
  organisations: z
    .record(
      idSchema,
      z.strictObject({
        about: z.string().describe('Waar deze organisatie voor is, in één of twee korte zinnen.'),
        hours: z.string().optional().describe('Wanneer het open is, in woorden.'),
      }),
    )
    .default({})
    .describe('Id van de organisatie -> wat ervan vertaald is.'),
  route: z
    .record(
      idSchema,
      z.strictObject({
        name: z.string().min(1).max(24).describe('Naam van deze trede, zoals op de plaat.'),
        about: z.string().describe('Wie dit hier regelt, in een paar woorden.'),
      }),
    )
    .describe('Id van de trede -> woorden.'),
  answers: z
    .record(idSchema, z.record(idSchema, translatedAnswerSchema))
    .default({})
    .describe('Onderwerp -> naam van het antwoord -> woorden. Alleen van vertaalde onderwerpen.'),
})

/** The words of a region in another language. */
export type RegionTranslation = z.infer<typeof regionTranslationSchema>
