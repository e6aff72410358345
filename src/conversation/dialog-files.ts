import { z } from 'zod'

/**
 * The form of the files in `dialogs/`, as authors write them. `content/` reads and compiles them; the JSON Schemas for
 * editors are generated from here. Longer than 300 lines on purpose: it is one form, read from top to bottom. Keys are English, words are Dutch; `.describe` texts are Dutch because authors read them.
 */

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/)
  .describe('Korte naam in kleine letters, met streepjes: bijvoorbeeld "wajong-2010".')
const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('Datum als jaar-maand-dag: 2026-12-31.')
const sentence = z.string().trim().min(1).describe('Wat de kandidaat leest. Korte zinnen, één gedachte per zin.')

/** Which collected answers must hold: slot -> one of these choice ids. All slots must hold. */
export const conditionSchema = z
  .record(z.string(), z.array(id).min(1))
  .describe('Alleen als de kandidaat dit antwoord gaf, bijvoorbeeld {uitkering: [wajong-2010]}.')

/** Where a fact comes from. */
export const sourceSchema = z.strictObject({
  id: z.string().describe('Nummer van het feit in het feitendossier, bijvoorbeeld G1-07.'),
  title: z.string().describe('Naam van de bron, zoals de kandidaat die leest.'),
  url: z.url(),
  date: z.string().describe('Datum van de bron (2026-07-01 of 2019) of "onbekend".'),
})

/** A button under a question. */
export const choiceSchema = z.strictObject({
  id,
  label: z.string().min(1).max(40).describe('Tekst op de knop.'),
  phrases: z.array(z.string()).default([]).describe('Andere manieren waarop mensen dit zeggen.'),
  goto: z.string().optional().describe('Naam van de stap waar het gesprek verdergaat; anders de volgende stap.'),
})

const when = conditionSchema.optional()

const saySchema = z.strictObject({ say: sentence, id: id.optional(), when })

const answerSchema = z.strictObject({
  answer: id.describe('Naam van dit antwoord; een regio kan het onder deze naam vervangen.'),
  when,
  text: sentence,
  easier: sentence.describe('Hetzelfde, makkelijker (A2).'),
  shorter: sentence.describe('Hetzelfde in één of twee zinnen.'),
  example: sentence.optional().describe('Een verzonnen voorbeeld van iemand.'),
  rule: sentence.describe('Waarom we dit zeggen: de regel, in gewone woorden.'),
  sources: z.array(z.string()).min(1).describe('Nummers uit de lijst "sources" bovenaan dit bestand.'),
  reviewedOn: date.optional().describe('Als dit antwoord op een andere dag is nagekeken dan het hele bestand.'),
  validUntil: date.optional().describe('Na deze dag zegt de bot dit niet meer. Anders geldt de datum van het bestand.'),
})

const askSchema = z.strictObject({
  ask: sentence.describe('Eén vraag.'),
  id: id.optional(),
  when,
  slot: id.describe(
    'Naam waaronder het antwoord bewaard wordt. Is het al bekend, dan vraagt de bot het niet nog eens.',
  ),
  choices: z.array(choiceSchema).min(2).max(6),
})

const gotoSchema = z.strictObject({
  goto: z.string().describe('"stap" in dit onderwerp, of "onderwerp" of "onderwerp/stap".'),
  when,
})
const handoffSchema = z.strictObject({
  handoff: sentence.describe('Wat de bot zegt voordat een mens het overneemt.'),
  id: id.optional(),
  when,
})
const regionSlotSchema = z.strictObject({
  region: id.describe('Plek waar een regio eigen stappen kan invoegen.'),
  when,
})
const askRegionSchema = z.strictObject({
  askRegion: z.literal(true).describe('Vraag waar de kandidaat woont, als dat nog niet bekend is.'),
  when,
})
const endSchema = z.strictObject({
  end: z.literal('closing').describe('Sluit af met: is je zorg kleiner geworden?'),
  related: z.array(id).max(3).default([]).describe('Onderwerpen die hierbij passen.'),
  when,
})

/** One step of a flow, as authors write it. */
export const stepSchema = z.union([
  saySchema,
  answerSchema,
  askSchema,
  gotoSchema,
  handoffSchema,
  regionSlotSchema,
  askRegionSchema,
  endSchema,
])

/** One step of a flow, as authors write it. */
export type AuthoredStep = z.infer<typeof stepSchema>

/** `dialogs/topics/*.yaml` */
export const topicFileSchema = z.strictObject({
  id,
  title: z.string().min(3).max(40).describe('Naam op een knop, bijvoorbeeld "Mijn uitkering".'),
  about: z.string().describe('Waar dit onderwerp voor is; voor collega-schrijvers.'),
  reviewedBy: z.string().describe('Wie dit nakeek: een rol en organisatie, geen naam van een persoon.'),
  reviewedOn: date,
  validUntil: date.describe('Na deze dag moet dit onderwerp opnieuw worden nagekeken.'),
  sources: z.array(sourceSchema),
  examples: z.array(z.string().min(1)).min(15).describe('Zinnen die mensen zeggen als ze dit bedoelen.'),
  flow: z.array(stepSchema).min(2),
})

/** A topic file. */
export type TopicFile = z.infer<typeof topicFileSchema>

const answerOverrideSchema = answerSchema.partial().omit({ answer: true, when: true })
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
/** Holidays on which an office may be closed, in the order of the year 2026. */
export const holidayNames = [
  'nieuwjaarsdag',
  'goede-vrijdag',
  'tweede-paasdag',
  'koningsdag',
  'bevrijdingsdag',
  'hemelvaartsdag',
  'hemelvaartsvrijdag',
  'tweede-pinksterdag',
  'eerste-kerstdag',
  'tweede-kerstdag',
  'oudejaarsdag',
] as const

/** Name of a holiday. */
export type HolidayName = (typeof holidayNames)[number]

const openingHoursSchema = z.strictObject({ from: timeOfDay, to: timeOfDay })

/** `dialogs/regions/*.yaml`: everything that is different in one region. */
export const regionFileSchema = z.strictObject({
  id,
  name: z.string(),
  about: z.string(),
  reviewedBy: z.string(),
  reviewedOn: date,
  validUntil: date,
  municipalities: z.array(z.string()).default([]).describe('Gemeenten; leeg voor landelijk.'),
  programmes: z.array(z.strictObject({ id, name: z.string(), about: sentence, url: z.url().optional() })).default([]),
  organisations: z
    .array(
      z.strictObject({
        id,
        name: z.string(),
        about: z.string(),
        phone: z.string().optional(),
        url: z.url().optional(),
        checkedOn: date,
        checkBefore: date.describe('Na deze dag toont de bot dit contact niet meer.'),
      }),
    )
    .default([]),
  words: z
    .record(id, z.string())
    .describe('Eigen woorden van de regio, bijvoorbeeld helper: sleutelfiguur. In teksten te gebruiken als {helper}.'),
  office: z.strictObject({
    timeZone: z.string().default('Europe/Amsterdam'),
    hours: z
      .strictObject({
        monday: openingHoursSchema.optional(),
        tuesday: openingHoursSchema.optional(),
        wednesday: openingHoursSchema.optional(),
        thursday: openingHoursSchema.optional(),
        friday: openingHoursSchema.optional(),
        saturday: openingHoursSchema.optional(),
        sunday: openingHoursSchema.optional(),
      })
      .describe('Op welke uren er iemand is.'),
    closedOn: z.array(z.enum(holidayNames)).describe('Feestdagen waarop er niemand is.'),
    closedDates: z.array(date).default([]).describe('Andere dagen waarop er niemand is.'),
    earlyClosing: z
      .record(z.string().regex(/^\d{2}-\d{2}$/), timeOfDay)
      .default({})
      .describe('Maand-dag -> eerder dicht, bijvoorbeeld "12-24": "13:00".'),
  }),
  routing: z
    .array(
      z.strictObject({
        topics: z.array(id).default([]).describe('Voor deze onderwerpen; leeg = voor alles.'),
        queue: id,
        organisation: z.string().describe('Naam van de organisatie zoals de kandidaat die leest.'),
        role: z.string().describe('Rol van wie antwoordt, bijvoorbeeld sleutelfiguur.'),
        answerWithinHours: z.number().positive().max(80).describe('Binnen hoeveel kantooruren iemand antwoordt.'),
      }),
    )
    .min(1)
    .describe('Wie antwoordt. De eerste regel die past telt.'),
  sources: z.array(sourceSchema).default([]),
  answers: z
    .record(id, z.record(id, answerOverrideSchema))
    .default({})
    .describe('Eigen antwoorden: onderwerp -> naam van het antwoord -> wat anders is.'),
  additions: z
    .record(id, z.record(id, z.array(stepSchema)))
    .default({})
    .describe('Eigen stappen: onderwerp -> plek (region: …) -> stappen.'),
})

/** A region file. */
export type RegionFile = z.infer<typeof regionFileSchema>

/** Names of the phrases that the rules of the conversation use; every one must be written in `dialogs/phrases.yaml`. */
export const phraseNames = [
  'greeting',
  'greeting-again',
  'menu',
  'menu-more',
  'not-understood',
  'not-understood-again',
  'empty',
  'clarify',
  'also-asked',
  'resume',
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
  'no-example',
  'expired',
  'ask-region',
  'region-known',
  'region-unknown',
  'keep',
  'erase-ask',
  'erased',
  'erase-cancelled',
  'too-long',
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
  'handoff-summary',
  'human-answer',
  'crisis-reminder',
  'apology',
  'attachment',
] as const

/** Name of a phrase. */
export type PhraseName = (typeof phraseNames)[number]

const phraseSchema = z.strictObject({
  text: z.union([sentence, z.array(sentence).min(1)]).describe('Eén bericht, of een lijst van berichten na elkaar.'),
  choices: z
    .array(z.strictObject({ id, label: z.string().min(1).max(40), phrases: z.array(z.string()).default([]) }))
    .max(6)
    .default([]),
})

/** `dialogs/phrases.yaml`: what the bot says outside the topics. */
export const phrasesFileSchema = z.strictObject({
  reviewedBy: z.string(),
  reviewedOn: date,
  validUntil: date,
  menu: z.array(id).min(1).describe('Onderwerpen in het menu, in volgorde.'),
  labels: z.strictObject({
    mens: z.string(),
    menu: z.string(),
    otherwise: z.string(),
    easier: z.string(),
    shorter: z.string(),
    example: z.string(),
    why: z.string(),
    none: z.string().describe('Knop bij "Bedoel je …?" voor: geen van deze.'),
    elsewhere: z.string(),
    noRegion: z.string(),
    more: z.string(),
  }),
  phrases: z.strictObject(
    Object.fromEntries(phraseNames.map((name) => [name, phraseSchema])) as Record<PhraseName, typeof phraseSchema>,
  ),
})

/** The phrases file. */
export type PhrasesFile = z.infer<typeof phrasesFileSchema>

const crisisMessageSchema = z.strictObject({
  text: z.array(sentence).min(1).max(5).describe('Regels van het ene bericht, in volgorde.'),
  buttons: z.array(
    z.union([
      z.strictObject({
        label: z.string(),
        url: z
          .string()
          .regex(/^(tel:|https:)/)
          .describe('tel:113 of https://…'),
      }),
      z.strictObject({ label: z.string(), command: z.enum(['mens', 'verder']) }),
    ]),
  ),
})

/** `dialogs/crisis.yaml`: the written words of the crisis ladder and the always visible help. */
export const crisisFileSchema = z.strictObject({
  reviewedBy: z.string(),
  reviewedOn: date,
  validUntil: date,
  numbers: z.array(
    z.strictObject({
      id,
      name: z.string(),
      label: z.string(),
      url: z.string(),
      about: z.string(),
      checkedOn: date,
      checkBefore: date,
      source: z.url(),
    }),
  ),
  messages: z.strictObject({
    rood: crisisMessageSchema,
    oranje: crisisMessageSchema,
    geel: crisisMessageSchema,
    wit: crisisMessageSchema,
  }),
  help: z.array(id).min(3).describe('Nummers die altijd op de pagina staan ("Hulp nu").'),
})

/** The crisis file. */
export type CrisisFile = z.infer<typeof crisisFileSchema>

/** `dialogs/commands.yaml`: example sentences for commands, and sentences that belong to nothing. */
export const commandsFileSchema = z.strictObject({
  commands: z.record(z.string(), z.array(z.string().min(1))),
  outOfScope: z.array(z.string().min(1)),
})

/** The commands file. */
export type CommandsFile = z.infer<typeof commandsFileSchema>

/**
 * Variables that a phrase may use, filled in while talking. Phrases are the same in every region; the words of a region
 * (`words` in its file) can only be used in the texts of topics.
 */
export const phraseVariables: Partial<Record<PhraseName, readonly string[]>> = {
  'also-asked': ['onderwerpen'],
  resume: ['onderwerp'],
  why: ['regel', 'bronnen', 'nagekeken', 'geldig'],
  'region-known': ['regio'],
  'handoff-open': ['rol', 'organisatie'],
  'handoff-consent': ['rol', 'organisatie', 'tekst'],
  'handoff-done': ['nummer', 'rol', 'organisatie', 'tijd'],
  'handoff-done-later': ['nummer', 'rol', 'organisatie', 'tijd'],
  'handoff-pending': ['nummer', 'organisatie', 'tijd'],
  moment: ['dag', 'tijd'],
  'human-answer': ['rol', 'organisatie', 'tekst'],
  'handoff-summary': ['onderwerpen', 'regio', 'contact', 'toevoeging'],
}

/** Choice ids that a phrase must have, because the rules of the conversation name them. */
export const phraseChoices: Partial<Record<PhraseName, readonly string[]>> = {
  closing: ['yes', 'a-bit', 'no'],
  'erase-ask': ['yes', 'no'],
  'handoff-how': ['chat', 'phone', 'email', 'no'],
  'handoff-consent': ['yes', 'add', 'no'],
  'handoff-add': ['skip'],
}
