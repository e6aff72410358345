import { z } from 'zod'
import { labelSchema, reviewFields, sentenceSchema } from './file-parts.ts'

/** The form of `other-languages.yaml`: what is said to who writes in a language that nothing is written in. */

const messagesSchema = z.array(z.string().trim().min(1))

const leastTelling = 20

/** Words with spaces in between: a list of hundreds of words with one on each line is read by nobody. */
const wordsSchema = z.string().transform((words) => words.split(/\s+/).filter((word) => word !== ''))

/** Most languages in one list: together they must fit in 31 bits, with room to spare. */
const mostLanguages = 15

const recognitionFields = {
  letters: z.string().default('').describe('Letters die bijna geen andere taal heeft, achter elkaar: "ğşı".'),
  greetings: messagesSchema
    .min(1)
    .describe('Hele berichten die op zichzelf al duidelijk zijn: een groet, een vraag om hulp.'),
  telling: wordsSchema
    .refine((words) => words.length >= leastTelling)
    .describe('Minstens 20 woorden waaraan je deze taal herkent, met spaties ertussen. Accenten tellen niet mee.'),
}

const languageSchema = z.strictObject({
  tag: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .describe('Taalcode van twee of drie letters, bijvoorbeeld tr.'),
  name: z.string().min(1).describe('Naam van de taal, in de taal zelf.'),
  dutch: z.string().min(1).describe('Naam van de taal in het Nederlands. Wie een bericht doorkrijgt, leest die.'),
  line: sentenceSchema.describe(
    'Wat iemand de eerste keer leest: dit is een computer, die Nederlands en Engels kan, en een mens kan helpen.',
  ),
  again: sentenceSchema.describe('Wat iemand daarna leest.'),
  person: z
    .strictObject({
      label: labelSchema,
      phrases: z.array(z.string()).describe('Andere manieren waarop mensen in deze taal om een mens vragen.'),
    })
    .describe('De knop naar een mens, in deze taal.'),
  script: z
    .enum(['arabic', 'ethiopic'])
    .optional()
    .describe('Het schrift dat altijd deze taal is, behalve als woorden iets anders zeggen.'),
  ...recognitionFields,
})

/** `dialogs/other-languages.yaml` */
export const otherLanguagesFileSchema = z.strictObject({
  ...reviewFields,
  languages: z.array(languageSchema).min(1).max(mostLanguages).describe('Talen met eigen regels.'),
  unnamedDutch: z.string().min(1).describe('Hoe een taal zonder eigen regels heet voor wie een bericht doorkrijgt.'),
  unnamed: z
    .array(
      z.strictObject({
        name: z.string().min(1).describe('Naam van de taal, voor wie dit leest.'),
        ...recognitionFields,
      }),
    )
    .max(mostLanguages)
    .describe('Talen zonder eigen regels, die we alleen herkennen.'),
  alsoDutch: z
    .strictObject({
      messages: messagesSchema.describe('Hele berichten, zoals "merci beaucoup".'),
      words: wordsSchema.describe('Woorden die ook Nederlands of Engels zijn, met spaties ertussen.'),
      dialects: wordsSchema.describe('Woorden van streektalen en beginners die op een andere taal lijken.'),
    })
    .describe('Wat ook Nederlands, Engels of streektaal is: daaraan herkent Opstap geen andere taal.'),
})

/** The file about other languages. */
export type OtherLanguagesFile = z.infer<typeof otherLanguagesFileSchema>
