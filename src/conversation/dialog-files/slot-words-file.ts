import { z } from 'zod'
import { unitNames } from '../../understanding/slots/slot-words.ts'
import { benefitKinds, dayParts } from '../../understanding/slots/slots.ts'

/**
 * The form of `slots` in `words.yaml`: the words by which Opstap reads what somebody says about themselves. How sentences
 * are built from them is code, in `understanding/slots/`.
 */

const words = (about: string) => z.array(z.string().min(1)).describe(about)
const dayPart = z.enum(dayParts)

/** `slots` in `words.yaml`. */
export const slotWordsSchema = z.strictObject({
  numbers: z.record(z.string(), z.number()).describe('Getalwoord -> getal: 0 tot en met 20, de tientallen, half.'),
  numberJoin: z.string().describe('Wat tussen eenheid en tiental staat: "en" in vijfentwintig; anders leeg.'),
  hundred: words('Woorden voor honderd.'),
  thousand: words('Woorden voor duizend.'),
  few: words('Woorden voor een paar.'),
  decimalSign: z.enum([',', '.']).describe('Het teken in 1,5.'),

  benefits: z
    .partialRecord(z.enum(benefitKinds), z.array(z.string().min(1)))
    .describe('Soort uitkering -> hoe mensen die noemen.'),
  benefitNouns: words('Woorden die achter de naam mogen staan: wia-uitkering.'),
  unknownWhich: words('Hoe iemand zegt niet te weten welke het is.'),
  oldWords: words('Woorden voor "oude".'),
  sinceWords: words('Woorden tussen een uitkering en een jaar.'),
  mine: words('Woorden voor "mijn".'),
  self: words('Woorden voor "ik".'),
  others: words('Andere mensen, die ook een uitkering kunnen hebben.'),
  denying: words('Woorden voor "geen" en "niet".'),
  clauseWords: words('Woorden waarna een nieuw stuk zin begint, zoals "maar".'),
  doubting: words('Hoe iemand twijfelt.'),
  past: words('Woorden voor vroeger.'),
  stopped: words('Hoe iemand zegt dat een uitkering gestopt is.'),
  wanting: words('Hoe iemand een uitkering wil, of bang is die nodig te hebben.'),

  units: z
    .strictObject(
      Object.fromEntries(unitNames.map((name) => [name, words(`Woorden voor de eenheid ${name}.`)])) as Record<
        (typeof unitNames)[number],
        z.ZodArray<z.ZodString>
      >,
    )
    .describe('Woorden voor eenheden van tijd.'),
  perWeek: words('Woorden die zelf al "per week" betekenen.'),
  per: words('Woorden voor "per", achter uren.'),
  workParts: words('Dagdelen werk; elk telt als 4 uur.'),
  halfDays: words('Halve dagen, zonder aantal: elke werkdag een halve.'),
  fullTime: words('Woorden voor een volle week werk.'),
  times: words('Woorden voor "keer".'),
  rangeOpen: words('Wat voor twee aantallen staat: van, tussen.'),
  rangeJoin: words('Wat tussen twee aantallen staat: tot, naar, of.'),
  atLeast: words('Woorden voor "minstens".'),
  atMost: words('Woorden voor "hooguit".'),
  moreThan: words('Woorden voor "meer dan".'),
  lessThan: words('Woorden voor "minder dan".'),
  clockRangeOpen: words('Wat voor twee tijden staat en niet voor twee aantallen uren.'),
  clockUnit: words('Het woord in "3 uur" als dat een tijd is.'),
  clockWords: words('Woorden waarna "3 uur" een tijd is.'),
  waitingWords: words('Woorden waarna "3 uur" een wachttijd is, en geen werk.'),
  waitingAfter: words('Woorden waarvoor "3 uur" geen werk is.'),
  working: words('Woorden voor werken.'),

  euro: words('Woorden voor euro.'),
  cent: words('Woorden voor cent.'),
  gross: words('Bruto, netto: daarvoor is een getal geld.'),
  moneyPer: words('Woorden voor "per", achter geld.'),
  moneyNames: z.record(z.string(), z.number()).describe('Woord voor een bedrag -> hoeveel euro.'),

  days: z.array(words('Namen van één dag.')).length(7).describe('Namen van de dagen, zondag eerst.'),
  shortDays: z.array(words('Korte namen van één dag.')).length(7).describe('Korte namen van de dagen, zondag eerst.'),
  months: z.array(words('Namen van één maand.')).length(12).describe('Namen van de maanden, januari eerst.'),
  parts: z
    .strictObject(
      Object.fromEntries(dayParts.map((name) => [name, words(`Woorden voor het dagdeel ${name}.`)])) as Record<
        (typeof dayParts)[number],
        z.ZodArray<z.ZodString>
      >,
    )
    .describe('Woorden voor dagdelen, los van een dag.'),
  partEndings: z.record(z.string(), dayPart).describe('Dagdeel dat aan een dag vast zit: maandagochtend.'),
  relativeDays: z
    .array(
      z.strictObject({
        words: words('Hoe deze dag heet.'),
        days: z.number().int().describe('Dagen vanaf vandaag.'),
        part: dayPart.optional().describe('Dagdeel, als het woord dat zegt.'),
      }),
    )
    .describe('Dagen vanaf vandaag: morgen, overmorgen, vanavond.'),
  ahead: words('Het woord in "over twee weken".'),
  within: words('Het woord in "binnen twee weken".'),
  coming: words('Woorden voor "komende".'),
  next: words('Woorden voor "volgende".'),
  this: words('Woorden voor "deze".'),
  weekend: words('Woorden voor het weekend.'),
  before: words('Woorden voor "voor".'),
  after: words('Woorden voor "na".'),
  beginning: words('Woorden voor het begin van een week of maand.'),
  middle: words('Woorden voor het midden ervan.'),
  end: words('Woorden voor het eind ervan.'),
  articles: words('Lidwoorden en "van".'),
  every: words('Woorden voor "elke".'),
  holidays: z.record(z.string(), z.string().regex(/^\d{2}-\d{2}$/)).describe('Naam van een vaste dag -> maand-dag.'),
  half: words('Het woord in "half drie".'),
  halfIsBefore: z.boolean().describe('Waar als half drie een half uur voor drie is.'),
  quarter: words('Woorden voor een kwart uur.'),
  toHour: words('Het woord in "kwart voor drie".'),
  pastHour: words('Het woord in "kwart over drie".'),
  until: words('Woorden tussen twee tijden.'),
  momentJoin: words('Kleine woorden tussen dag, dagdeel en tijd.'),
})
