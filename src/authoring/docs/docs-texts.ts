/** Words of the generated pages in `docs/`, which authors and reviewers read. Nothing in this file is said to a candidate. */
import type { ContactPurpose } from '../../conversation/dialog-files/file-parts.ts'

const generated = '> Gemaakt met `npm run content -- docs`. Verander dit bestand niet met de hand; verander `dialogs/`.'

/** Words that stand on more than one page. */
export const docsTexts = {
  generated,
  topic: 'Onderwerp',
  answer: 'Antwoord',
  region: 'Regio',
  everywhere: 'overal',
  sources: 'Bronnen',
  source: 'Bron',
  reviewed: 'Nagekeken',
  none: '–',
  unknownDate: 'datum onbekend',
} as const

/** Words of the page with everything in it. */
export const overviewTexts = {
  title: 'Inhoud van Opstap',
  about: 'Alles wat Opstap kan zeggen, met de bron, de dag waarop het is nagekeken en de dag tot wanneer het geldt.',
  topics: 'Onderwerpen',
  answers: 'Antwoorden',
  regions: "Regio's",
  amounts: 'Bedragen',
  id: 'Naam in de bestanden',
  name: 'Naam',
  validUntil: 'Geldig tot en met',
  valid: 'Geldt',
  examples: (locale: string) => `Voorbeeldzinnen (${locale})`,
  until: (day: string) => `t/m ${day}`,
  between: (from: string, until: string) => `${from} t/m ${until}`,
  municipalities: (names: readonly string[]) =>
    names.length === 0
      ? 'Iedereen die in geen andere regio woont.'
      : `Gemeenten (${names.length}): ${names.join(', ')}.`,
  reviewedLine: (by: string, on: string, until: string) =>
    `Nagekeken op ${on}, geldig tot en met ${until}. Door: ${by}.`,
  programmes: "Programma's",
  noProgrammes: "Geen eigen programma's.",
  organisation: 'Organisatie of contact',
  purposes: 'Waarvoor',
  checkedOn: 'Nagekeken op',
  checkBefore: 'Getoond tot en met',
  forAuthors: 'alleen voor schrijvers',
  amount: 'Bedrag',
  value: 'Waarde',
  from: 'Vanaf',
  totals: (count: { topics: number; answers: number; regional: number; regions: number; amounts: number }) =>
    `${count.topics} onderwerpen, ${count.answers} antwoorden (waarvan ${count.regional} van een regio), ${count.regions} regio's, ${count.amounts} bedragen.`,
} as const

/** Words of the page that sets regions side by side. */
export const differenceTexts = {
  title: 'Wat er per regio anders is',
  about:
    'Per onderwerp en per antwoord: hoe het begint in elke regio. Een streepje betekent: hetzelfde als landelijk. De namen van mensen die helpen zijn ingevuld.',
  begins: 'Zo begint het antwoord',
  ladder: 'De ladder',
  rungs: 'Treden, van laag naar hoog',
  contacts: 'Contacten',
  contactsAbout:
    'Welke contacten de bot noemt, en waarvoor. Na de dag tussen haakjes toont de bot een contact niet meer.',
  until: (name: string, day: string) => `${name} (t/m ${day})`,
} as const

/** Words for what a contact is for. */
export const purposeTexts: Record<ContactPurpose, string> = {
  aanmelden: 'aanmelden',
  helpen: 'helpen',
  geld: 'geld',
  praten: 'praten',
}

/** Words of the page about reading. */
export const readabilityTexts = {
  title: 'Leesbaarheid van de antwoorden',
  about:
    'Elk hoofdantwoord in het Nederlands. De leesscore is Flesch-Douma: 206,835 − 0,93 × woorden per zin − 77 × lettergrepen per woord. Vanaf 70 is een tekst B1 of makkelijker volgens de formule. Bij minder dan 15 woorden zegt de score weinig: dan beslist één lang woord. Een formule ziet geen moeilijke gedachte; laat een mens meelezen.',
  words: 'Woorden',
  longest: 'Langste zin',
  average: 'Woorden per zin',
  score: 'Leesscore',
  what: 'Alles samen',
  figure: 'Getal',
  total: 'Hoofdantwoorden',
  overallAverage: 'Gemiddelde lengte van een zin (hoogstens 10 woorden)',
  overallLongest: 'Langste zin (hoogstens 15 woorden)',
  easy: 'Leesscore 70 of hoger',
  grounded: 'Met bron en dag van nakijken',
} as const

/** One line about how the answers read, for the end of a check. */
export function readingLine(totals: Record<'answers' | 'average' | 'longest' | 'easy' | 'grounded', string>): string {
  const { answers, average, longest, easy, grounded } = totals
  return `Leesbaarheid: ${answers} hoofdantwoorden, gemiddeld ${average} woorden per zin, langste zin ${longest} woorden, ${easy} met leesscore 70 of hoger, ${grounded} met bron en dag van nakijken.`
}
