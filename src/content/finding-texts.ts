/**
 * What the checks say. This is the strings file of the command `npm run content`: its readers are the authors of
 * `dialogs/`, who read Dutch like everybody else Opstap writes for, so these sentences are Dutch and stand together here.
 * Nothing in this file is ever said to a candidate. Longer than 300 lines on purpose: it is a list, one entry a rule.
 */
import type { z } from 'zod'
import type { Path } from './dialog-source.ts'
import type { Finding, FindingText } from './finding.ts'

/** Words for the severity of a finding. */
const severityWords = { error: 'fout', warning: 'let op' } as const

/**
 * Writes a finding as one line: `file:line  severity  message — hint`.
 * @param finding what was found
 */
export function describeFinding(finding: Finding): string {
  const { file, line, severity, rule, message, hint } = finding
  return `${file}:${line}  ${severityWords[severity]} [${rule}]  ${message} — ${hint}`
}

/** Why the program does not start. */
export function refusalText(folder: string, count: number): string {
  return `De teksten in ${folder} hebben ${count} ${count === 1 ? 'fout' : 'fouten'}, daarom start Opstap niet. Verbeter ze en kijk ze na met: npm run content`
}

/** How a path came to a step, to put behind a message; empty when nothing was answered. */
export function alongAnswers(answers: readonly string[], region: string | undefined): string {
  const parts = [
    ...(region === undefined ? [] : [`regio ${region}`]),
    ...(answers.length === 0 ? [] : [`bij ${answers.join(', ')}`]),
  ]
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}

/** What each rule says, by the name the checks use; each gives the rule, the message and the hint. */
export const findingTexts = {
  missingFile: (): FindingText =>
    text('bestand', 'Dit bestand ontbreekt of is niet te lezen.', 'Maak het aan, of zet het terug op deze plek.'),
  noFiles: (): FindingText =>
    text('bestand', 'In deze map staat geen enkel .yaml-bestand.', 'Zet er minstens één bestand in.'),
  unknownFile: (): FindingText =>
    text(
      'bestand',
      'Dit bestand wordt niet gelezen.',
      'Gebruik de naam en de map uit het overzicht in dialogs/, met .yaml erachter.',
    ),
  fileName: (id: string): FindingText =>
    text(
      'bestandsnaam',
      `Het id "${id}" is anders dan de naam van het bestand.`,
      `Noem het bestand ${id}.yaml of verander het id.`,
    ),
  duplicateId: (id: string): FindingText =>
    text(
      'dubbel-id',
      `Het id "${id}" bestaat al in een ander bestand.`,
      'Geef elk onderwerp en elke regio een eigen id.',
    ),

  unreadableLetter: (): FindingText =>
    text(
      'bestand',
      'Hier staat een letter die niet te lezen is: \uFFFD.',
      'Bewaar het bestand als UTF-8 en typ die letter opnieuw.',
    ),
  lostText: (lost: string): FindingText =>
    text(
      'hekje',
      `Na # leest Opstap niets meer, dus dit valt weg: "${shorten(lost)}"`,
      'Zet aanhalingstekens om de hele tekst. Is het een briefje, zet het dan op een eigen regel.',
    ),
  brokenYaml(code: string): FindingText {
    const messages: Record<string, string> = {
      DUPLICATE_KEY: 'Dezelfde sleutel staat hier twee keer.',
      ALIAS: 'Deze verwijzing met * leidt nergens heen; een tekst die met * begint heeft aanhalingstekens nodig.',
      BAD_SCALAR_START: 'Een tekst kan niet met dit teken beginnen zonder aanhalingstekens.',
      UNEXPECTED_TOKEN: 'Hier staat een teken dat op deze plek niet kan.',
      MULTIPLE_DOCS: 'Een bestand bevat één geheel; hier begint een tweede (---).',
      BLOCK_AS_IMPLICIT_KEY: 'De regels springen hier niet goed in, of er staat een dubbele punt te veel.',
      MULTILINE_IMPLICIT_KEY: 'Een sleutel loopt hier over meer dan één regel.',
      BAD_INDENT: 'De regels springen hier niet goed in.',
      TAB_AS_INDENT: 'Hier staat een tab; YAML wil spaties.',
      MISSING_CHAR: 'Hier ontbreekt een teken, zoals een dubbele punt of een haak, of de regel springt niet goed in.',
      OPEN_QUOTE: 'Bij het aanhalingsteken waarmee deze tekst begint, hoort er ook een aan het eind.',
    }
    const hints: Record<string, string> = {
      DUPLICATE_KEY: 'Haal er één weg. Begint hier iets nieuws, dan ontbreekt het streepje (-) ervoor.',
      ALIAS: 'Zet aanhalingstekens om de hele tekst.',
      BAD_SCALAR_START: 'Zet aanhalingstekens om de hele tekst.',
      UNEXPECTED_TOKEN: 'Staan er aanhalingstekens? Zet ze om de hele tekst, niet om een deel ervan.',
      TAB_AS_INDENT: 'Vervang de tab door spaties, evenveel als op de regels eromheen.',
      OPEN_QUOTE:
        "Zet het erbij. Hoort het bij je tekst, zoals in 's ochtends? Zet dan dubbele aanhalingstekens om de hele tekst.",
    }
    return text(
      'yaml',
      messages[code] ?? `Dit is geen geldige YAML (${code}).`,
      hints[code] ??
        'Kijk naar deze regel en de regel erboven: spaties, dubbele punten, en aanhalingstekens om een tekst met een dubbele punt.',
    )
  },

  wrongForm(path: Path, issue: z.core.$ZodIssue, description: string | undefined): FindingText {
    const { name, where } = describePlace(path)
    const meant =
      description ?? 'Kijk hoe een ander bestand van deze soort dit doet, of gebruik het schema in dialogs/schemas.'
    return text('vorm', `${name} ${describeIssue(issue)}${where}.`, adviseOn(issue, path) ?? meant)
  },

  unknownTarget: (name: string): FindingText =>
    text(
      'verwijzing',
      `"${name}" is geen stap van dit onderwerp en geen onderwerp.`,
      'Verwijs naar een id in dit bestand, naar een onderwerp, of naar onderwerp/stap.',
    ),
  choiceLeavesTopic: (name: string): FindingText =>
    text(
      'verwijzing',
      `De keuze verwijst naar "${name}", dat is geen stap van dit onderwerp.`,
      'Verwijs naar een id in dit bestand. Voor een ander onderwerp: laat daar een stap met goto op volgen.',
    ),
  unknownTopic: (name: string): FindingText =>
    text('verwijzing', `Het onderwerp "${name}" bestaat niet.`, 'Gebruik het id van een bestand in dialogs/topics.'),
  relatedToItself: (): FindingText =>
    text('verwijzing', 'Het onderwerp noemt zichzelf als verwant onderwerp.', 'Haal het uit related.'),
  duplicateInMenu: (name: string): FindingText =>
    text('verwijzing', `Het onderwerp "${name}" staat twee keer in het menu.`, 'Haal er één weg.'),
  duplicateStep: (name: string): FindingText =>
    text(
      'dubbel-id',
      `De naam "${name}" is in dit onderwerp al gebruikt voor een stap.`,
      'Geef elke stap, elk antwoord en elke plek voor een regio een eigen naam.',
    ),
  unknownSlot: (slot: string): FindingText =>
    text(
      'verwijzing',
      `Geen enkele vraag bewaart een antwoord onder "${slot}".`,
      'Gebruik de slot van een ask, of voeg die vraag toe.',
    ),
  unknownAnswerChoice: (slot: string, choice: string): FindingText =>
    text(
      'verwijzing',
      `De vraag "${slot}" heeft geen keuze "${choice}".`,
      'Gebruik het id van een keuze bij die vraag.',
    ),
  unknownRegionSlot: (slot: string, topic: string): FindingText =>
    text(
      'verwijzing',
      `Het onderwerp "${topic}" heeft geen plek "${slot}" voor een regio.`,
      'Gebruik de naam van een stap "region: …" in dat onderwerp.',
    ),
  nestedRegionSlot: (): FindingText =>
    text('verwijzing', 'Een eigen stap van een regio kan zelf geen plek voor een regio zijn.', 'Haal deze stap weg.'),
  unknownAnswer: (answer: string, topic: string): FindingText =>
    text(
      'verwijzing',
      `Het onderwerp "${topic}" heeft geen antwoord "${answer}".`,
      'Gebruik de naam achter "answer:" in dat onderwerp.',
    ),
  unknownSource: (source: string): FindingText =>
    text(
      'bron',
      `De bron "${source}" staat niet in de lijst sources.`,
      'Voeg de bron toe aan sources in dit bestand, of verbeter het nummer.',
    ),
  unusedSource: (source: string): FindingText =>
    text(
      'bron',
      `Geen antwoord noemt de bron "${source}".`,
      'Noem de bron bij het antwoord dat erop steunt, of haal hem weg.',
    ),
  duplicateSource: (source: string): FindingText =>
    text('bron', `De bron "${source}" staat er twee keer.`, 'Haal er één weg.'),
  insecureSource: (url: string): FindingText =>
    text('bron', `Het adres "${url}" begint niet met https://.`, 'Gebruik het https-adres van de bron.'),
  unknownVariable(name: string, known: readonly string[]): FindingText {
    const amounts = known.filter((word) => word.startsWith('bedrag:'))
    const isAmount = name.startsWith('bedrag:') && amounts.length > 0
    const usable = (isAmount ? amounts : known).map((word) => `{${word}}`).join(', ')
    return text(
      'variabele',
      isAmount ? `{${name}} staat niet in dialogs/amounts.yaml.` : `{${name}} wordt hier niet ingevuld.`,
      usable === '' ? 'Hier kan geen variabele staan; schrijf het woord zelf.' : `Hier kan: ${usable}.`,
    )
  },
  missingWord: (word: string): FindingText =>
    text(
      'streekwoord',
      `De regio mist het woord "${word}", dat andere regio's wel hebben.`,
      'Voeg het toe onder words: elke regio heeft dezelfde woorden.',
    ),
  noFallbackRegion: (): FindingText =>
    text(
      'regio',
      'Er is geen regio zonder gemeenten.',
      'Eén regio (landelijk) heeft geen gemeenten: daar valt iedereen onder die nergens anders woont.',
    ),
  secondFallbackRegion: (): FindingText =>
    text('regio', 'Er is al een regio zonder gemeenten.', 'Zet de gemeenten van deze regio erbij.'),
  duplicateMunicipality: (name: string, region: string): FindingText =>
    text('regio', `De gemeente "${name}" staat al bij regio "${region}".`, 'Een gemeente hoort bij één regio.'),
  noDefaultRoute: (): FindingText =>
    text(
      'regio',
      'Geen regel van routing geldt voor alle onderwerpen.',
      'Laat de laatste regel zonder topics: dan is er altijd iemand die antwoordt.',
    ),
  closedAllWeek: (): FindingText =>
    text('regio', 'Op geen enkele dag is er iemand.', 'Zet minstens één dag met uren onder office.hours.'),
  closesBeforeOpening: (): FindingText =>
    text('regio', 'De eindtijd ligt niet na de begintijd.', 'Draai from en to om, of verbeter de tijd.'),
  unknownCommand: (name: string, known: readonly string[]): FindingText =>
    text('opdracht', `De opdracht "${name}" bestaat niet.`, `Dit zijn de opdrachten: ${known.join(', ')}.`),
  missingCommand: (name: string): FindingText =>
    text('opdracht', `De opdracht "${name}" heeft geen voorbeeldzinnen.`, 'Schrijf hoe mensen dit zeggen.'),
  missingPhraseChoice: (phrase: string, choice: string): FindingText =>
    text(
      'keuze',
      `De tekst "${phrase}" mist de keuze "${choice}".`,
      'Het gesprek kan zonder deze knop niet verder: voeg hem toe.',
    ),
  unknownNumber: (id: string): FindingText =>
    text('verwijzing', `Het nummer "${id}" staat niet onder numbers.`, 'Gebruik het id van een nummer in dit bestand.'),
  unreachable: (): FindingText =>
    text(
      'onbereikbaar',
      'Bij deze stap komt niemand ooit uit.',
      'Kijk naar de when van deze stap en naar de goto erboven, of haal de stap weg.',
    ),
  deadEnd: (how: string): FindingText =>
    text(
      'doodlopend',
      `Na deze stap houdt het gesprek op zonder einde${how}.`,
      'Sluit af met "end: closing", een handoff, of een goto naar een onderwerp.',
    ),
  endlessLoop: (how: string): FindingText =>
    text(
      'rondje',
      `Vanaf deze stap gaat het gesprek in een rondje zonder vraag${how}.`,
      'Laat de goto naar een latere stap wijzen, of zet er een nieuwe vraag tussen.',
    ),
  noHelp: (how: string): FindingText =>
    text(
      'geen-antwoord',
      `Hier eindigt een gesprek waarin geen antwoord is gegeven en geen mens is aangeboden${how}.`,
      'Zet op deze weg een answer of een handoff.',
    ),
  noSmallStep: (how: string): FindingText =>
    text(
      'kleine-stap',
      `Hier eindigt een gesprek zonder kleine stap voor deze week${how}.`,
      'Zet voor het einde een say met id: kleine-stap (of kleine-stap-…).',
    ),
  manyQuestions: (max: number, how: string): FindingText =>
    text(
      'veel-vragen',
      `Op deze weg stelt de bot meer dan ${max} vragen${how}.`,
      'Vraag alleen wat het antwoord verandert. Ook de vraag naar de regio telt mee.',
    ),
  noFeelingFirst: (): FindingText =>
    text(
      'eerst-het-gevoel',
      'Het gesprek begint niet met een gewone zin over wat iemand voelt of vraagt.',
      'Laat de eerste stap een say zijn, zonder when.',
    ),
  noSkip: (): FindingText =>
    text(
      'overslaan',
      'Deze vraag kan niemand overslaan.',
      'Voeg een keuze toe met id weet-niet, bijvoorbeeld "Weet ik niet".',
    ),
  fewRelated: (min: number): FindingText =>
    text(
      'verwant',
      `Hier staan minder dan ${min} verwante onderwerpen.`,
      'Noem er 2 of 3 in related die hier echt bij passen.',
    ),
  beginsAlone: (): FindingText =>
    text(
      'opvolging',
      'Dit antwoord begint op een latere dag, maar volgt niets op.',
      'Zet bij succeeds de naam van het antwoord dat tot die dag geldt.',
    ),
  secondSuccessor: (answer: string): FindingText =>
    text('opvolging', `Het antwoord "${answer}" heeft al een opvolger.`, 'Laat elk antwoord door één ander opvolgen.'),
  otherPeople: (answer: string): FindingText =>
    text('opvolging', `De when is anders dan die van "${answer}".`, 'Geef beide antwoorden dezelfde when.'),
  notNextDay: (answer: string, day: string): FindingText =>
    text(
      'opvolging',
      `Dit sluit niet aan op "${answer}".`,
      `Zet validFrom op ${day}, de dag na de laatste dag van dat antwoord, of geef dat antwoord een andere validUntil.`,
    ),
  typedAmount: (amount: string): FindingText =>
    text(
      'bedrag',
      `Hier staat een bedrag: ${amount}.`,
      'Zet het in dialogs/amounts.yaml en schrijf hier {bedrag:naam}.',
    ),
  unusedAmount: (id: string): FindingText =>
    text('bedrag', `Geen tekst gebruikt het bedrag "${id}".`, 'Gebruik het als {bedrag:naam}, of haal het weg.'),
  duplicateAmount: (id: string): FindingText =>
    text('dubbel-id', `Het bedrag "${id}" staat er twee keer.`, 'Zet alle waarden van een bedrag onder één id.'),
  amountEndsFirst: (id: string): FindingText =>
    text('bedrag', `Een waarde van "${id}" eindigt voor zij begint.`, 'Verbeter from of until.'),
  amountNotNextDay: (id: string): FindingText =>
    text('bedrag', `De dagen van "${id}" sluiten niet op elkaar aan.`, 'Laat from de dag na de vorige until zijn.'),
  contactWithoutSource: (name: string): FindingText =>
    text(
      'contact',
      `Het contact "${name}" heeft geen bron.`,
      'Zet bij source het nummer van een bron, en die bron onder sources.',
    ),
  manyContacts: (purpose: string, count: number, max: number): FindingText =>
    text(
      'contact',
      `Voor "${purpose}" zijn er ${count} contacten; de bot toont er ${max}.`,
      'Haal "for" weg bij wie hier minder past.',
    ),
  longContacts: (purpose: string, length: number, max: number): FindingText =>
    text(
      'contact',
      `De lijst voor "${purpose}" heeft ${length} tekens; er passen er ${max}.`,
      'Maak about korter, of toon minder contacten.',
    ),
  longLadder: (length: number, max: number): FindingText =>
    text(
      'ladder',
      `De ladder heeft met zijn tekst ${length} tekens; er passen er ${max}.`,
      'Maak about bij de treden korter.',
    ),
  unknownMunicipality: (name: string): FindingText =>
    text(
      'gemeente',
      `De gemeente "${name}" staat niet in dialogs/municipalities.yaml.`,
      'Gebruik de officiële naam uit die lijst.',
    ),
  duplicatePlace: (name: string, owner: string): FindingText =>
    text('gemeente', `De naam "${name}" staat al bij "${owner}".`, 'Zet hem op één plek, of onder ambiguous.'),
  staleNumber: (name: string, day: string): FindingText =>
    text(
      'hulpnummer',
      `Het nummer van ${name} moest voor ${day} zijn nagekeken.`,
      'Bel het na, en zet checkedOn en checkBefore op nieuwe dagen.',
    ),
  uncheckedNumber: (url: string): FindingText =>
    text('hulpnummer', `${url} staat niet bij de nagekeken nummers.`, 'Zet het onder numbers, met bron en datum.'),
  missingNumber: (number: string): FindingText =>
    text(
      'hulpnummer',
      `Op deze trede ontbreekt ${number}, in de tekst of als knop.`,
      'Zet het nummer in de tekst en maak er een knop van.',
    ),
  crisisWithoutHuman: (): FindingText =>
    text('hulpnummer', 'Op deze trede is er geen knop naar een mens.', 'Voeg een knop toe met command: mens.'),
  otherNumbers: (): FindingText =>
    text(
      'hulpnummer',
      'De nummers zijn anders dan in dialogs/crisis.yaml.',
      'Gebruik dezelfde nummers, in dezelfde volgorde.',
    ),
  oddAddress: (url: string): FindingText =>
    text(
      'bron',
      `Het adres "${url}" kan niemand gebruiken.`,
      'Gebruik het echte adres, zonder toevoegingen zoals utm_source.',
    ),
  notInMenu: (topic: string): FindingText =>
    text(
      'menu',
      `Het onderwerp "${topic}" staat in geen enkele groep van het menu.`,
      'Zet het in één groep onder menu.groups.',
    ),
  reshuffledExample: (example: string, other: string): FindingText =>
    text(
      'dubbele-zin',
      `"${shorten(example)}" heeft dezelfde woorden als "${shorten(other)}".`,
      'Schrijf een zin van iemand anders, of haal er één weg.',
    ),
  jargon: (word: string): FindingText =>
    text('vakwoord', `"${word}" is een vakwoord.`, 'Zeg in gewone woorden wat je bedoelt.'),
  dateAsNumbers: (date: string): FindingText =>
    text('notatie', `De datum "${date}" staat er in cijfers.`, 'Schrijf de maand als woord: 1 januari 2027.'),
  timeWithColon: (time: string): FindingText =>
    text('notatie', `De tijd "${time}" heeft een dubbele punt.`, 'Schrijf een punt: 9.00 uur.'),
  longNumber: (number: string): FindingText =>
    text(
      'notatie',
      `Het getal "${number}" is moeilijk te lezen.`,
      'Zet een punt voor elke 3 cijfers: 10.000. Een telefoonnummer krijgt spaties.',
    ),
  decimalPoint: (number: string): FindingText =>
    text('notatie', `"${number}" heeft een punt.`, 'Schrijf een komma: 2,5.'),
  manyQuestionsAtOnce: (count: number): FindingText =>
    text('een-vraag', `In dit bericht staan ${count} vragen.`, 'Stel één vraag tegelijk.'),
  unknownRegion: (region: string): FindingText =>
    text('gesprek', `De regio "${region}" bestaat niet.`, 'Gebruik het id van een bestand in dialogs/regions.'),
  unknownLanguage: (locale: string): FindingText =>
    text('gesprek', `De taal "${locale}" bestaat niet.`, 'Gebruik nl, of de naam van een map in dialogs, zoals en.'),
  otherSaid(words: string, expected: string, said: readonly string[]): FindingText {
    const order = said.join(', ')
    return said.includes(expected)
      ? text(
          'gesprek',
          `Na "${shorten(words)}" zegt de bot ${expected} op een andere plek. De volgorde is: ${order}.`,
          'Zet de stappen achter dan in deze volgorde.',
        )
      : text(
          'gesprek',
          `Na "${shorten(words)}" zegt de bot niet ${expected}, maar: ${order}.`,
          'Verbeter het gesprek hier, of de tekst of de voorbeeldzinnen van het onderwerp.',
        )
  },
  notSaid: (words: string): FindingText =>
    text(
      'gesprek',
      `In het antwoord staat niet "${words}".`,
      'Verbeter het gesprek hier, of het antwoord. Ook hoofdletters en leestekens tellen.',
    ),
  saidAnyway: (words: string): FindingText =>
    text(
      'gesprek',
      `In het antwoord staat "${words}", en dat mocht niet.`,
      'Verbeter het gesprek hier, of het antwoord.',
    ),
  missingButton: (label: string, labels: readonly string[]): FindingText =>
    text('gesprek', `Er is geen knop "${label}".`, `Deze knoppen staan er: ${labels.join(', ') || 'geen'}.`),
  untested: (step: string): FindingText =>
    text(
      'niet-getest',
      `Geen gesprek in dialogs/tests komt bij ${step}.`,
      'Schrijf een gesprek dat hier komt: als iemand … zegt, dan …',
    ),
  untranslated: (step: string, list: 'steps' | 'route'): FindingText =>
    text('vertaling', `De stap "${step}" is niet vertaald.`, `Voeg hem toe onder ${list}, met dezelfde naam.`),
  unknownTranslation: (step: string): FindingText =>
    text(
      'vertaling',
      `"${step}" bestaat niet in het Nederlandse bestand.`,
      'Gebruik de namen uit het Nederlandse bestand, of haal dit weg.',
    ),
  wrongTranslation: (step: string): FindingText =>
    text(
      'vertaling',
      `De stap "${step}" is van een andere soort dan in het Nederlands.`,
      'Kijk of het een antwoord, een vraag of een gewone zin is.',
    ),
  untranslatedChoice: (choice: string): FindingText =>
    text('vertaling', `De keuze "${choice}" is niet vertaald.`, 'Voeg hem toe onder choices.'),
  untranslatedRegion: (region: string): FindingText =>
    text(
      'vertaling',
      `De regio "${region}" is niet vertaald.`,
      'Maak dit bestand. Onderaan docs/handleiding-inhoud.md staat een voorbeeld.',
    ),
  untranslatedContact: (organisation: string): FindingText =>
    text(
      'vertaling',
      `Het contact "${organisation}" van deze regio is niet vertaald.`,
      'Voeg het toe onder organisations, met about in deze taal.',
    ),
  untranslatedAnswer: (topic: string, answer: string): FindingText =>
    text(
      'vertaling',
      `Het eigen antwoord "${topic}/${answer}" van deze regio is niet vertaald.`,
      'Voeg het toe onder answers.',
    ),
  otherVariables: (step: string): FindingText =>
    text(
      'vertaling',
      `"${step}" gebruikt andere bedragen dan het Nederlands.`,
      'Gebruik in elke tekst dezelfde {bedrag:…} als in het Nederlands.',
    ),
  languageTwice: (tag: string): FindingText => text('taal', `De taal "${tag}" staat er twee keer.`, 'Haal er één weg.'),
  languageWithWords: (tag: string): FindingText =>
    text(
      'taal',
      `In de taal "${tag}" praat Opstap al.`,
      'Haal hem hier weg: deze lijst is voor talen die Opstap niet spreekt.',
    ),
  plainLetter: (letter: string): FindingText =>
    text(
      'taal',
      `De letter "${letter}" is geen kenmerk van een taal.`,
      'Zet bij letters alleen letters die het Nederlands niet heeft.',
    ),
  wordTwice: (word: string): FindingText =>
    text('taal', `"${word}" staat er twee keer.`, 'Haal er één weg. Een vraag om een mens hoort bij één taal.'),
  tooManyPaths: (): FindingText =>
    text(
      'te-groot',
      'Dit onderwerp heeft zo veel wegen dat niet elke weg is nagekeken.',
      'Splits het onderwerp, of gebruik minder vragen.',
    ),
  tooManyButtons: (count: number, max: number): FindingText =>
    text(
      'knoppen',
      `Met de knoppen die de bot zelf toevoegt zijn het er ${count}; er passen er ${max}.`,
      'Maak er minder keuzes van, of stel twee vragen na elkaar.',
    ),
  longLabel: (length: number, max: number): FindingText =>
    text('knoppen', `Deze knop heeft ${length} tekens; er passen er ${max}.`, 'Maak de tekst op de knop korter.'),
  emptyLabel: (): FindingText => text('knoppen', 'Deze knop heeft geen tekst.', 'Schrijf wat er op de knop staat.'),
  duplicateChoice: (label: string): FindingText =>
    text(
      'knoppen',
      `"${label}" past bij twee keuzes van deze vraag.`,
      'Geef elke keuze een eigen tekst en eigen zinnen.',
    ),
  hearsTwice: (what: string): FindingText =>
    text(
      'hoort',
      `Twee keuzes van deze vraag horen "${what}".`,
      'Zet het bij hears van één keuze. Zegt iemand dit, dan moet duidelijk zijn welke keuze dat is.',
    ),
  hearsNothing: (): FindingText =>
    text(
      'hoort',
      'Deze keuze hoort niets.',
      'Zet bij hears een benefit, of hours met from en een to die niet lager is.',
    ),
  duplicateChoiceId: (id: string): FindingText =>
    text('knoppen', `Het id "${id}" staat twee keer bij deze vraag.`, 'Geef elke keuze een eigen id.'),
  pastDate: (date: string): FindingText =>
    text(
      'datum',
      `Dit gold tot en met ${date}.`,
      'Kijk het na en zet er een nieuwe datum bij. Tot die tijd zegt de bot dit niet meer.',
    ),
  nearDate: (date: string, days: number): FindingText =>
    text(
      'datum',
      `Dit geldt nog tot en met ${date}: ${days === 0 ? 'vandaag is de laatste dag' : `nog ${days} ${days === 1 ? 'dag' : 'dagen'}`}.`,
      'Kijk het op tijd na en zet er een nieuwe datum bij.',
    ),
  impossibleDate: (date: string): FindingText =>
    text('datum', `De datum ${date} bestaat niet.`, 'Schrijf jaar-maand-dag, bijvoorbeeld 2026-12-31.'),
  endsBeforeReview: (): FindingText =>
    text('datum', 'De einddatum ligt voor de dag waarop het is nagekeken.', 'Verbeter een van de twee datums.'),
  longSentence: (count: number, max: number, sentence: string): FindingText =>
    text(
      'zin-te-lang',
      `Een zin heeft ${count} woorden, hoogstens ${max}: "${shorten(sentence)}"`,
      'Maak er twee zinnen van.',
    ),
  longOnAverage: (average: string, max: number): FindingText =>
    text(
      'zinnen-te-lang',
      `De zinnen hebben gemiddeld ${average.replace('.', ',')} woorden, hoogstens ${max}.`,
      'Maak de langste zinnen korter.',
    ),
  longMessage: (words: number, characters: number): FindingText =>
    text(
      'bericht-te-lang',
      `Dit bericht heeft ${words} woorden en ${characters} tekens; hoogstens 60 woorden en 400 tekens.`,
      'Maak er twee berichten van, of laat iets weg.',
    ),
  hardToRead: (score: number, longest: readonly string[]): FindingText =>
    text(
      'moeilijk',
      `De leesscore (Flesch-Douma) is ${score}; streef naar 70 of meer.`,
      `Gebruik kortere woorden en kortere zinnen. De langste woorden zijn: ${longest.join(', ')}.`,
    ),
  forbiddenWord: (word: string): FindingText =>
    text('woord', `"${word}" gebruiken we niet.`, 'Kies een gewoon woord dat niemand kwetst.'),
  carefulWord: (word: string): FindingText =>
    text('woord', `"${word}" klinkt al snel als dwang of als falen.`, 'Kijk of het zachter kan.'),
  formalYou: (word: string): FindingText => text('je-vorm', `Hier staat "${word}".`, 'Zeg je en jouw.'),
  exclamation: (): FindingText => text('uitroepteken', 'Hier staat een uitroepteken.', 'Gebruik een punt.'),
  spelledNumber: (word: string): FindingText =>
    text('getal', `Het getal "${word}" is als woord geschreven.`, 'Schrijf getallen als cijfers.'),
  manyPassives: (count: number): FindingText =>
    text('lijdend', `Het woord "worden" komt ${count} keer voor in deze tekst.`, 'Zeg wie iets doet.'),
  duplicateExample: (example: string, place: string): FindingText =>
    text(
      'dubbele-zin',
      `De voorbeeldzin "${shorten(example)}" staat er al: ${place}.`,
      'Haal er één weg; een zin hoort bij één onderwerp.',
    ),
  confusedTopics: (found: { count: number; topic: string; other: string; named: string[] }): FindingText =>
    text(
      'verwisseling',
      `${found.count} zinnen van "${found.topic}" klinken als "${found.other}". Deze het meest.`,
      `Maak deze zin scherper of haal hem weg. Kijk dan naar ${found.named.join(', ')}.`,
    ),
  longExample: (most: number): FindingText =>
    text(
      'lange-zin',
      `Deze zin heeft meer dan ${most} tekens.`,
      'Zet elke zin op een eigen regel, en maak lange verhalen korter.',
    ),
  emptyList: (): FindingText =>
    text('lijst', 'In dit bestand staat geen enkele zin.', 'Zet er zinnen in, één per regel, of haal het bestand weg.'),
  unknownList: (name: string): FindingText =>
    text(
      'lijst',
      `"${name}" is geen onderwerp en geen opdracht.`,
      'Noem het bestand naar een onderwerp, een opdracht of buiten-bereik.',
    ),
  sharedWord: (word: string, concept: string): FindingText =>
    text('begrip', `"${shorten(word)}" staat ook bij het begrip "${concept}".`, 'Laat elk woord bij één begrip staan.'),
  similarExample: (example: string, other: string, place: string): FindingText =>
    text(
      'lijkt-op',
      `De voorbeeldzin "${shorten(example)}" lijkt erg op "${shorten(other)}" (${place}).`,
      'Maak duidelijk waarin ze verschillen, of haal er één weg.',
    ),
}

/** Says which value is meant as a person counts: `"shorter"`, and `, bij flow nummer 2`. */
function describePlace(path: Path): { name: string; where: string } {
  const last = path.at(-1)
  if (last === undefined) return { name: 'Het bestand', where: '' }
  const isItem = typeof last === 'number'
  const list = isItem ? path.at(-2) : undefined
  const name = isItem ? `Nummer ${last + 1}${list === undefined ? '' : ` van "${list}"`}` : `"${last}"`
  const around = path
    .slice(0, isItem ? -2 : -1)
    .map((key) => (typeof key === 'number' ? ` nummer ${key + 1}` : `, ${key}`))
    .join('')
    .replace(/^,? /, '')
  return { name, where: around === '' ? '' : `, bij ${around}` }
}

const typeWords: Record<string, string> = {
  string: 'een tekst',
  number: 'een getal',
  int: 'een heel getal',
  boolean: 'true of false',
  array: 'een lijst',
  object: 'een groepje regels met elk een naam en een dubbele punt',
  record: 'een groepje regels met elk een naam en een dubbele punt',
}

/** What to do about an issue, where the description of the value would not tell. */
function adviseOn(issue: z.core.$ZodIssue, path: Path): string | undefined {
  if (issue.code === 'unrecognized_keys') {
    return /^\d+$/.test(String(path.at(-1)))
      ? 'Schrijf een getal met een punt in plaats van een komma: 14.71.'
      : 'Kijk of het goed gespeld is, en even ver inspringt als de regels waar het bij hoort.'
  }
  if (issue.code !== 'invalid_type' || isAbsent(issue)) return undefined
  if (issue.expected === 'string') {
    return 'Zet aanhalingstekens om de hele tekst. Dat moet als er een dubbele punt in staat, of alleen een getal.'
  }
  return issue.expected === 'array'
    ? 'Zet er haken om: [een, twee]. Of zet ze onder elkaar, elk met een streepje.'
    : undefined
}

function isAbsent(issue: z.core.$ZodIssue): boolean {
  return issue.message.endsWith('received undefined')
}

function describeIssue(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return isAbsent(issue) ? 'ontbreekt' : `moet ${typeWords[issue.expected] ?? issue.expected} zijn`
    case 'unrecognized_keys':
      return 'is hier geen bekende sleutel'
    case 'too_small':
      if (issue.origin === 'array') return `heeft te weinig regels: minstens ${issue.minimum}`
      return issue.origin === 'string' ? 'is te kort of leeg' : `is te klein: minstens ${issue.minimum}`
    case 'too_big':
      if (issue.origin === 'array') return `heeft te veel regels: hoogstens ${issue.maximum}`
      return `is te groot: hoogstens ${issue.maximum}${issue.origin === 'string' ? ' tekens' : ''}`
    case 'invalid_value':
      return `moet een van deze zijn: ${issue.values.map(String).join(', ')}`
    case 'invalid_format':
      return 'heeft niet de goede vorm'
    case 'invalid_key':
      return 'is hier geen geldige naam'
    default:
      return 'klopt niet'
  }
}

function text(rule: string, message: string, hint: string): FindingText {
  return { rule, message, hint }
}

function shorten(sentence: string): string {
  return sentence.length <= 80 ? sentence : `${sentence.slice(0, 79)}…`
}
