import { z } from 'zod'
import { contactPurposes, dateSchema, idSchema, reviewFields, sentenceSchema, sourcesSchema } from './file-parts.ts'
import { answerOverrideSchema, stepSchema } from './topic-file.ts'

/** The form of `dialogs/regions/*.yaml`: everything that is different in one region. */

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

const timeOfDaySchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .describe('Tijd als uur:minuten: "09:00".')
const openingHoursSchema = z
  .strictObject({ from: timeOfDaySchema, to: timeOfDaySchema })
  .describe('Van wanneer tot wanneer er iemand is.')

const organisationSchema = z.strictObject({
  id: idSchema,
  name: z.string().describe('Naam zoals de kandidaat die leest.'),
  about: z.string().describe('Waar deze organisatie voor is, in één of twee korte zinnen.'),
  for: z
    .array(z.enum(contactPurposes))
    .default([])
    .describe('Waarbij de bot dit contact noemt. Leeg: alleen voor collega-schrijvers.'),
  phone: z.string().optional().describe('Algemeen nummer, nooit dat van een persoon.'),
  address: z.string().optional().describe('Straat en plaats waar je kunt binnenlopen.'),
  hours: z.string().optional().describe('Wanneer het open is, in woorden.'),
  url: z.url().optional().describe('Adres van de website, met https://.'),
  source: z.string().optional().describe('Nummer van het feit waar dit contact op steunt, uit "sources".'),
  checkedOn: dateSchema.describe('Dag waarop dit contact is nagekeken.'),
  checkBefore: dateSchema.describe('Na deze dag toont de bot dit contact niet meer.'),
})

const rungSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1).max(24).describe('Naam van deze trede, zoals op de plaat.'),
  about: z.string().describe('Wie dit hier regelt, in een paar woorden.'),
})

const officeSchema = z.strictObject({
  timeZone: z.string().default('Europe/Amsterdam').describe('Tijdzone. In Nederland altijd Europe/Amsterdam.'),
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
  closedDates: z.array(dateSchema).default([]).describe('Andere dagen waarop er niemand is.'),
  earlyClosing: z
    .record(z.string().regex(/^\d{2}-\d{2}$/), timeOfDaySchema)
    .default({})
    .describe('Maand-dag -> eerder dicht, bijvoorbeeld "12-24": "13:00".'),
})

const routeSchema = z.strictObject({
  topics: z.array(idSchema).default([]).describe('Voor deze onderwerpen; leeg = voor alles.'),
  queue: idSchema.describe('Naam van de wachtrij waarin de vraag komt.'),
  organisation: z.string().describe('Naam van de organisatie zoals de kandidaat die leest.'),
  role: z.string().describe('Rol van wie antwoordt, bijvoorbeeld sleutelfiguur.'),
  answerWithinHours: z.number().positive().max(80).describe('Binnen hoeveel kantooruren iemand antwoordt.'),
})

/** `dialogs/regions/*.yaml` */
export const regionFileSchema = z.strictObject({
  id: idSchema,
  name: z.string().describe('Naam van de regio, ook op een knop en achter "in".'),
  about: z.string().describe('Wat hier bijzonder is; voor collega-schrijvers.'),
  ...reviewFields,
  municipalities: z
    .array(z.string())
    .default([])
    .describe('Gemeenten, gespeld als in dialogs/municipalities.yaml; leeg voor landelijk.'),
  programmes: z
    .array(
      z.strictObject({
        id: idSchema,
        name: z.string().describe('Naam van het programma.'),
        about: sentenceSchema,
        url: z.url().optional().describe('Adres van de website, met https://.'),
      }),
    )
    .default([])
    .describe("De programma's van deze regio."),
  organisations: z.array(organisationSchema).default([]).describe('Organisaties en contacten.'),
  route: z
    .array(rungSchema)
    .min(3)
    .max(7)
    .describe('De treden van de ladder in deze regio, van laag naar hoog. Je kunt omhoog en omlaag.'),
  words: z
    .record(idSchema, z.string())
    .describe('Eigen woorden van de regio, bijvoorbeeld helper: sleutelfiguur. In teksten te gebruiken als {helper}.'),
  office: officeSchema.describe('Wanneer er iemand antwoordt.'),
  routing: z.array(routeSchema).min(1).describe('Wie antwoordt. De eerste regel die past telt.'),
  sources: sourcesSchema.default([]),
  answers: z
    .record(idSchema, z.record(idSchema, answerOverrideSchema))
    .default({})
    .describe('Eigen antwoorden: onderwerp -> naam van het antwoord -> wat anders is.'),
  additions: z
    .record(idSchema, z.record(idSchema, z.array(stepSchema)))
    .default({})
    .describe('Eigen stappen: onderwerp -> plek (region: …) -> stappen.'),
})

/** A region file. */
export type RegionFile = z.infer<typeof regionFileSchema>
