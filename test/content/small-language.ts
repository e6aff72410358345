import {
  labelNames,
  phraseChoices,
  phraseNames,
  redactedKinds,
} from '../../src/conversation/dialog-files/phrases-file.ts'
import { commands } from '../../src/understanding/meaning.ts'
import { benefitKinds } from '../../src/understanding/slots/slots.ts'
import { review } from './small-topics.ts'

/** Every phrase with the same words. */
export function createPhrases(topics: string): string {
  const phrases = phraseNames.map((name) => {
    const ids = phraseChoices[name] ?? []
    const choices = ids.map((id, index) => `      - { id: '${id}', label: Knop ${index + 1} }`)
    return [`  ${name}:`, '    text: Dit is een tekst.', ...(ids.length > 0 ? ['    choices:', ...choices] : [])].join(
      '\n',
    )
  })
  return `${review}
menu:
  first: [appels]
  groups:
    - { id: alles, label: Alles, topics: ${topics} }
labels:
${labelNames.map((name) => `  ${name}: Knop ${name}`).join('\n')}
redacted:
${redactedKinds.map((kind) => `  ${kind}: woord ${kind}`).join('\n')}
benefits:
${benefitKinds.map((kind) => `  ${kind}: Je hebt geld.`).join('\n')}
phrases:
${phrases.join('\n')}
`
}

const crisisMessages = ['rood', 'oranje', 'geel', 'wit'].map(
  (level) => `  ${level}:
    text:
      - Bel nu 112 of 113.
    buttons:
      - { label: Bel 112, url: 'tel:112' }
      - { label: Bel 113, url: 'tel:113' }
      - { label: Een mens, command: mens }`,
)

const crisisNumbers = [
  ['alarm', '112'],
  ['preventie', '113'],
  ['luisterlijn', '114'],
].map(
  ([id, number]) =>
    `  - { id: ${id}, name: Lijn, label: Bel ${id}, url: 'tel:${number}', about: Dag en nacht., checkedOn: 2026-11-01, checkBefore: 2027-11-01, source: 'https://bron.voorbeeld.nl/nummer' }`,
)

/** Crisis words with the numbers they must have. */
export const crisis = `${review}
numbers:
${crisisNumbers.join('\n')}
messages:
${crisisMessages.join('\n')}
doors: {}
help:
  - alarm
  - preventie
  - luisterlijn
`

/** One sentence for each command, which begins with a word. */
export function createCommands(word: string): string {
  const sentences = commands.map((name) => `  ${name}:\n    - ${word} ${name}`)
  return `commands:
${sentences.join('\n')}
outOfScope:
  - wat voor weer is het
`
}

/** The small words of a language. */
export function createWords(tag: string): string {
  const telling = Array.from({ length: 20 }, (_, index) => `${tag}${index}`).join(', ')
  const ordinals = [1, 2, 3, 4, 5, 6].map((number) => `  - ['${number}']`)
  return `tag: ${tag}
name: Taal
askedBy: [taal ${tag}]
telling: [${telling}]
yes: [jawel]
no: [neen]
unsure: [wie weet]
unsureSigns: [weet]
ordinals:
${ordinals.join('\n')}
last: [laatste]
ordinalFrame: [de]
article: een
questionOpeners: [wat]
addressed: [je]
frame: [ik]
courtesy: [graag]
spellings: { appel: apel }
`
}

/** Two concepts. */
export const thesaurus = `concepts:
  fruit: appel, peer
  geld: euro, cent, een paar centen
`

/** One language that is recognised, and one without lines of its own. */
export const otherLanguages = `${review}
languages:
  - tag: tr
    name: Türkçe
    dutch: Turks
    line: Bir insan size yardım edebilir.
    again: Bir insanla konuşun.
    person: { label: Bir insan, phrases: [insan] }
    letters: ğşı
    greetings: [merhaba]
    telling: ${Array.from({ length: 20 }, (_, index) => `kelime${index}`).join(' ')}
unnamedDutch: niet bekend
unnamed:
  - name: Spaans
    letters: ñ
    greetings: [buenos días]
    telling: ${Array.from({ length: 20 }, (_, index) => `palabra${index}`).join(' ')}
alsoDutch: { messages: [merci beaucoup], words: merci, dialects: ich }
`

/** One amount, that changes with the year. */
export const amounts = `reviewedBy: Redactie van de test
reviewedOn: 2026-11-01
sources:
  - { id: B1, title: Bron van bedragen, url: 'https://bron.voorbeeld.nl/bedragen', date: '2026-01-01' }
amounts:
  - id: appel
    about: Prijs van een appel.
    unit: euro
    decimals: 2
    values:
      - { value: 1.5, from: 2026-01-01, until: 2026-12-31, source: B1 }
      - { value: 2, from: 2027-01-01, until: 2027-06-30, source: B1 }
`

/** Three municipalities, of which two lie in Twente. */
export const municipalities = `reviewedOn: 2026-11-01
validUntil: 2027-11-01
source: { title: Lijst van gemeenten, url: 'https://bron.voorbeeld.nl/gemeenten', date: '2026-01-01' }
municipalities:
  - { name: Almelo, province: Overijssel, also: [Bornerbroek] }
  - { name: Borne, province: Overijssel }
  - { name: Zwolle, province: Overijssel }
ambiguous:
  - { name: Overijssel, municipalities: [Almelo, Zwolle] }
`
