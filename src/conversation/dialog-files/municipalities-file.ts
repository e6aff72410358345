import { z } from 'zod'
import { dateSchema } from './file-parts.ts'

/** `dialogs/municipalities.yaml`: all municipalities of the Netherlands, and what else people call them. */
export const municipalitiesFileSchema = z.strictObject({
  reviewedOn: dateSchema.describe('Dag waarop de lijst is nagekeken.'),
  validUntil: dateSchema.describe('Na deze dag moet de lijst opnieuw worden nagekeken: gemeenten gaan samen.'),
  source: z
    .strictObject({
      title: z.string().describe('Naam van de lijst.'),
      url: z.url().describe('Adres van de lijst, met https:// ervoor.'),
      date: z.string().describe('Dag van de lijst, bijvoorbeeld 2026-01-01.'),
    })
    .describe('Waar de lijst van gemeenten vandaan komt.'),
  municipalities: z
    .array(
      z.strictObject({
        name: z.string().min(2).describe('Officiële naam van de gemeente.'),
        province: z.string().describe('Provincie.'),
        also: z.array(z.string()).default([]).describe('Plaatsen in deze gemeente, oude namen en bijnamen.'),
      }),
    )
    .min(1)
    .describe('Alle gemeenten.'),
  ambiguous: z
    .array(
      z.strictObject({
        name: z.string().describe('Een naam die bij meer gemeenten past, bijvoorbeeld een provincie.'),
        municipalities: z.array(z.string()).min(2).describe('De gemeenten die bedoeld kunnen zijn.'),
      }),
    )
    .default([])
    .describe('Namen waarbij de bot vraagt welke gemeente bedoeld is.'),
})

/** The municipalities file. */
export type MunicipalitiesFile = z.infer<typeof municipalitiesFileSchema>
