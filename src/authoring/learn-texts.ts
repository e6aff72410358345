/**
 * What `npm run learn` says. The strings file of that command: its readers are authors, who read Dutch. Nothing in this
 * file is ever said to a candidate.
 */

/** How the command is used. */
export const learnUsage = `Gebruik:
  npm run -s learn                          bekijk de zinnen die Opstap niet begreep, in groepen
  npm run -s learn -- add 12 ONDERWERP      zet zin 12 bij een onderwerp, een opdracht of buiten-bereik
  npm run -s learn -- add g12 ONDERWERP     doe dat met heel groep g12; je mag er meer noemen: add 3 g12 ONDERWERP
  npm run -s learn -- drop 12               haal zin 12 van de lijst; dat kan ook met een groep
  --dry-run erachter                        laat zien wat er zou gebeuren, en doet niets
`

/** Everything else that is said. */
export const learnTexts = {
  none: 'Er staan geen zinnen op de lijst.',
  summary: (sentences: number, groups: number) =>
    `${sentences} ${sentences === 1 ? 'zin' : 'zinnen'} in ${groups} ${groups === 1 ? 'groep' : 'groepen'}. Toevoegen: npm run -s learn -- add NUMMER ONDERWERP. Weghalen: npm run -s learn -- drop NUMMER.`,
  group: (name: string, count: number, chosen: string) =>
    `Groep ${name}: ${count} ${count === 1 ? 'zin' : 'zinnen'}${chosen === '' ? '' : `. Gekozen: ${chosen}`}`,
  chosen: (topic: string, count: number) => `${topic} (${count} keer)`,
  choseItself: (topic: string) => `koos zelf: ${topic}`,
  unreadable: (count: number) =>
    `${count} ${count === 1 ? 'zin kan' : 'zinnen kunnen'} niet gelezen worden door deze versie van Opstap.`,
  contentBroken: 'Er staan al fouten in de teksten. Verbeter die eerst (npm run content), en voeg dan pas zinnen toe.',
  wouldBreak: 'Met deze zinnen staan er fouten in de teksten. Er is niets geschreven.',
  unknownNumber: (name: string) => `${name} staat niet op de lijst. Kijk met: npm run -s learn`,
  unknownTopic: (name: string) =>
    `"${name}" is geen onderwerp, geen opdracht en ook niet buiten-bereik. De onderwerpen staan in dialogs/topics.`,
  otherLanguage: (topic: string, locale: string) => `Het onderwerp "${topic}" is er niet in de taal ${locale}.`,
  standsElsewhere: (number: number, text: string, owner: string) =>
    `Zin ${number} staat al bij ${owner}, en blijft op de lijst: ${text}`,
  standsHere: (number: number, text: string) => `Zin ${number} stond er al, en gaat van de lijst: ${text}`,
  written: (file: string, line: number, text: string) => `${file}:${line}  ${text}`,
  dropped: (number: number, text: string) => `Zin ${number} gaat van de lijst: ${text}`,
  dryRun: 'Dit was een proef: er is niets geschreven en niets van de lijst gehaald.',
} as const
