import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { wordsFileSchema } from '../../src/conversation/dialog-files/words-file.ts'
import type { Training, TrainingExamples } from '../../src/understanding/meaning.ts'

/** A small, invented set of training sentences: enough to test how we read, apart from what authors write in dialogs/. */
export const exampleSentences: TrainingExamples = {
  topics: {
    terugkomen: [
      'kan ik terugkomen op de dagbesteding',
      'mag ik terug naar mijn oude plek als het niet lukt',
      'wat als het niet goed gaat',
      'blijft mijn plek vrij als ik ga werken',
      'kan ik altijd weer terug naar jullie',
      'als het mislukt kan ik dan weer terug',
      'houden jullie mijn plekje vast',
      'is er een weg terug naar de dagbesteding',
      'wat als werken niet gaat mag ik dan weer komen',
      'raak ik mijn plek op de dagbesteding kwijt',
    ],
    uitkering: [
      'wat gebeurt er met mijn uitkering',
      'raak ik mijn wajong kwijt als ik ga werken',
      'houd ik mijn bijstand',
      'stopt mijn uitkering als ik werk',
      'wordt mijn loon verrekend met mijn uitkering',
      'krijg ik mijn uitkering terug als ik stop',
      'ik zit in de wia mag ik werken',
      'wat doet werken met mijn wajong',
      'ik heb bijstand en wil werken',
      'verlies ik mijn recht op een uitkering',
    ],
    schulden: [
      'kom ik in de schulden',
      'krijg ik schulden als ik ga werken',
      'moet ik geld terugbetalen',
      'ik ben bang voor geldproblemen',
      'ik heb al schulden en kan het niet betalen',
      'houd ik genoeg geld over om rond te komen',
      'wat als ik mijn rekeningen niet kan betalen',
      'er komt een deurwaarder',
      'ik zit in de schuldsanering',
      'kan ik rondkomen als ik werk',
    ],
    'durf-niet': [
      'ik durf niet',
      'ik blijf wel hier',
      'ik weet wat ik heb',
      'ik vind het eng om te gaan werken',
      'ik blijf liever waar ik ben',
      'ik ben bang voor iets nieuws',
      'het is goed zoals het is',
      'ik wil niet weg hier',
      'ik durf de stap niet te zetten',
      'ik vind het te spannend',
    ],
    'beschut-werk': [
      'wat is beschut werk',
      'hoe kom ik aan beschut werk',
      'mag ik beschut werken',
      'wie geeft advies voor beschut werk',
      'is beschut werk iets voor mij',
      'ik wil beschut werk doen',
      'heb ik een indicatie beschut werk nodig',
      'wat doe je bij beschut werk',
    ],
    privacy: [
      'wie leest dit mee',
      'wat bewaren jullie van mij',
      'is dit anoniem',
      'leest mijn begeleider mee',
      'wat doen jullie met mijn gegevens',
      'kan het uwv dit lezen',
      'blijft dit tussen ons',
      'slaan jullie dit gesprek op',
    ],
  },
  commands: {
    mens: [
      'mens',
      'praat met een mens',
      'ik wil een mens spreken',
      'kan ik iemand spreken',
      'bel mij terug',
      'mag ik een medewerker',
      'ik wil liever bellen met iemand',
    ],
    menu: ['menu', 'laat de onderwerpen zien', 'terug naar het begin', 'ander onderwerp', 'wat kan ik vragen'],
    stoppen: ['stop', 'stoppen', 'ik wil stoppen met chatten', 'doei', 'tot ziens', 'sluit dit gesprek'],
    opnieuw: ['opnieuw', 'begin opnieuw', 'nog een keer van voren af aan'],
    wissen: ['wissen', 'wis dit gesprek', 'gooi alles weg wat ik zei', 'verwijder mijn gegevens'],
    groet: ['hoi', 'hallo', 'goedemorgen', 'dag'],
    bedankt: ['bedankt', 'dankjewel', 'fijn dank je', 'ok'],
    makkelijker: ['makkelijker', 'leg het makkelijker uit', 'ik snap het niet'],
    korter: ['korter', 'kan het korter'],
    waarom: ['waarom zeg je dit', 'hoe weet je dat'],
    verder: ['verder', 'ga verder', 'ja verder'],
  },
  outOfScope: [
    'wat voor weer wordt het morgen',
    'wie heeft de wedstrijd gewonnen',
    'geef me een recept voor soep',
    'hoe laat is het in tokio',
    'vertel een mop',
    'wat is de hoofdstad van frankrijk',
    'schrijf een gedicht over een boom',
    'welke film draait er in de bioscoop',
    'mijn fiets heeft een lekke band',
    'hoe groot is de maan',
    'zet muziek aan',
    'koop een treinkaartje naar parijs',
  ],
}

/** The small words of Dutch, as the program has them. */
export const dutchWords = wordsFileSchema.parse(
  parse(readFileSync(join(import.meta.dirname, '..', '..', 'dialogs', 'words.yaml'), 'utf8')),
)

/** Training in Dutch alone, without places. */
export function trainingOf(examples: TrainingExamples): Training {
  return {
    defaultLocale: 'nl',
    languages: { nl: { examples, words: dutchWords, thesaurus: {} } },
    places: { municipalities: {}, ambiguous: {} },
  }
}
