/**
 * What `npm run try` says beside the bot. The strings file of that command: its readers are authors, who read Dutch.
 * Nothing in this file is ever said to a candidate.
 */
import type { ConversationState, HandoffStage } from '../conversation/state.ts'

/** How the command is used. */
export const tryUsage = `Gebruik:
  npm run try                                  praat met Opstap
  npm run try -- --regio twente                begin in een regio
  npm run try -- --datum 2027-01-02            doe alsof het die dag is
  npm run try -- --taal en                     begin in een andere taal
`

/** What can be typed beside messages. */
export const tryHelp = `Typ een bericht, of het nummer van een knop. Bewaar je een bestand in dialogs/, dan praat je verder met de nieuwe tekst.
  /regio twente       woon in een andere regio (zonder naam: nog niet bekend)
  /datum 2027-01-02   doe alsof het een andere dag is (zonder dag: vandaag)
  /taal en            praat verder in een andere taal
  /nogeens            zeg je laatste bericht nog eens, met de tekst van nu
  /uitleg             wat is er van je laatste bericht begrepen
  /opnieuw            begin een nieuw gesprek
  /stop               hou op
`

/** Sentences of the command. */
export const tryTexts = {
  started: (topics: number, regions: number) =>
    `Opstap is klaar: ${topics} onderwerpen, ${regions} ${regions === 1 ? 'regio' : "regio's"}. Typ /help voor uitleg.`,
  startedWithErrors: (count: number) =>
    `Er ${count === 1 ? 'staat 1 fout' : `staan ${count} fouten`} in de teksten. Praten kan wel. Opstap zelf start zo niet.`,
  unusable: 'Zo kan Opstap de teksten niet lezen. Verbeter dit eerst, en begin dan opnieuw.',
  reloaded: 'Opnieuw gelezen: je praat verder met de nieuwe tekst.',
  keptOld: (count: number) =>
    `Er ${count === 1 ? 'staat nu 1 fout' : `staan nu ${count} fouten`} in de teksten. Je praat verder met de vorige tekst.`,
  placeGone: (place: string) => `De stap ${place} is er niet meer. Vraag iets nieuws, of begin opnieuw met /opnieuw.`,
  goOn: 'Hier was je:',
  unknownRegion: (name: string, known: readonly string[]) =>
    `Regio "${name}" bestaat niet. Kies uit: ${known.join(', ')}.`,
  unknownLanguage: (name: string, known: readonly string[]) =>
    `Taal "${name}" is er niet. Kies uit: ${known.join(', ')}.`,
  unknownDay: (day: string) => `"${day}" is geen dag. Schrijf jaar-maand-dag: 2027-01-02.`,
  unknownCommand: (name: string) => `${name} ken ik niet. Typ /help.`,
  unknownOption: 'Deze opdracht begrijp ik niet.',
  nothingSaid: 'Je hebt nog niets gezegd.',
  isLink: (label: string, url: string) => `De knop "${label}" opent ${url}. In het echt verlaat je hier het gesprek.`,
  picture: (rungs: readonly string[]) => `[plaat van de ladder: ${rungs.join(' > ')}]`,
  end: 'Tot de volgende keer.',
} as const

/** Words for the lines below each turn. */
export const stateTexts = {
  region: 'regio',
  noRegion: 'nog niet bekend',
  language: 'taal',
  day: 'dag',
  waiting: 'wacht op',
  answers: 'antwoorden',
  paused: 'gepauzeerd',
  lastAnswer: 'laatste antwoord',
  alsoAsked: 'ook gevraagd',
  crisis: 'crisis',
  none: '-',
} as const

const stages: Record<HandoffStage['stage'], string> = {
  region: 'waar je woont',
  how: 'hoe een mens je kan bereiken',
  phone: 'je telefoonnummer',
  email: 'je mailadres',
  add: 'wat je erbij wilt zetten',
  consent: 'ja of nee op doorsturen',
}

/** What a conversation waits for, in words. */
export function describeWaiting(waiting: ConversationState['waiting']): string {
  switch (waiting.for) {
    case 'anything':
      return 'niets, alles mag'
    case 'answer':
      return `een antwoord op ${waiting.place.topic}/${waiting.place.step}`
    case 'closing':
      return `is je zorg kleiner geworden? (${waiting.topic})`
    case 'erase':
      return 'ja of nee op wissen'
    case 'handoff':
      return `${stages[waiting.handoff.stage]} (mens)`
  }
}

/** Words for what was understood. */
export const meaningTexts = {
  choice: (id: string) => `een knop: ${id}`,
  command: (name: string) => `een opdracht: ${name}`,
  topic: (topic: string, percent: number) => `onderwerp ${topic}, ${percent} % zeker`,
  also: (topics: string) => `ook gevraagd: ${topics}`,
  clarify: (topics: string) => `twijfel tussen: ${topics}`,
  unclear: (topics: string) => `niet begrepen${topics === '' ? '' : `; het meest leek het op: ${topics}`}`,
  language: (locale: string) => `een andere taal: ${locale}`,
  empty: 'niets om te lezen',
  guess: (topic: string, percent: number) => `${topic} (${percent} %)`,
  crisis: (level: string, rule: string) => `crisis: trede ${level}, door regel ${rule}`,
  place: (names: string) => `woont in: ${names}`,
  writtenOther: (tag: string) => `geschreven in een taal die Opstap alleen herkent: ${tag}`,
  benefit: (kind: string, standing: string, words: string) => `uitkering: ${kind} (${standing}), uit: "${words}"`,
  hours: (from: number, to: number, words: string) =>
    `uren: ${from === to ? from : `${from} tot ${to}`}, uit: "${words}"`,
  money: (words: string) => `geld: "${words}"`,
  moment: (words: string) => `dag of tijd: "${words}"`,
  written: (locale: string) => `geschreven in: ${locale}`,
} as const
