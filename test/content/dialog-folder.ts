import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { phraseChoices, phraseNames } from '../../src/conversation/dialog-files.ts'
import { commands } from '../../src/understanding/meaning.ts'

/** Texts of a dialogs folder: path inside the folder -> contents. */
export type DialogTexts = Record<string, string>

/** A small folder of dialogs without any finding: two topics, two regions, everything else as short as it may be. */
export function createDialogTexts(): DialogTexts {
  return {
    'topics/appels.yaml': appels,
    'topics/peren.yaml': peren,
    'regions/landelijk.yaml': landelijk,
    'regions/twente.yaml': twente,
    'phrases.yaml': createPhrases(),
    'crisis.yaml': crisis,
    'commands.yaml': createCommands(),
  }
}

/**
 * Writes dialogs into a new temporary folder.
 * @returns path of the folder
 */
export function writeDialogs(texts: DialogTexts): string {
  const folder = mkdtempSync(join(tmpdir(), 'opstap-dialogs-'))
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

const review = `reviewedBy: Redactie van de test
reviewedOn: 2026-11-01
validUntil: 2027-11-01`

function createExamples(word: string): string {
  return Array.from({ length: 15 }, (_, index) => `  - mijn ${word} is nummer ${index + 1}`).join('\n')
}

const appels = `id: appels
title: Over appels
about: Voor de test.
${review}
sources:
  - { id: G1, title: Bron over appels, url: 'https://example.org/appels', date: '2026-01-01' }
examples:
${createExamples('appel')}
flow:
  - say: Veel mensen denken aan appels.
  - ask: Welke kleur heeft je appel?
    id: vraag
    slot: kleur
    choices:
      - { id: rood, label: Rood, phrases: [een rode] }
      - { id: groen, label: Groen, goto: over-groen }
  - answer: over-rood
    when: { kleur: [rood] }
    text: Een rode appel krijg je van je {helper}.
    easier: Een rode appel is zoet.
    shorter: Rood is zoet.
    rule: Dat staat in het boek.
    sources: [G1]
  - goto: peren
    when: { kleur: [rood] }
  - answer: over-groen
    text: Een groene appel is zuur.
    easier: Groen is zuur.
    shorter: Zuur.
    example: Noor is een verzonnen persoon.
    rule: Dat staat in het boek.
    sources: [G1]
  - say: Neem er een mee.
    id: groen-vervolg
  - region: winkel
  - answer: kopen
    text: Je koopt appels op de markt.
    easier: Ga naar de markt.
    shorter: Op de markt.
    rule: Dat staat in het boek.
    sources: [G1]
    validUntil: 2027-06-01
  - end: closing
    related: [peren]
`

const peren = `id: peren
title: Over peren
about: Voor de test.
${review}
sources:
  - { id: G2, title: Bron over peren, url: 'https://example.org/peren', date: '2026-01-01' }
examples:
${createExamples('peer')}
flow:
  - askRegion: true
  - answer: zacht
    text: Een peer is zacht.
    easier: Zacht.
    shorter: Zacht.
    rule: Dat staat in het boek.
    sources: [G2]
  - handoff: Een mens praat graag over peren.
`

const office = `office:
  hours:
    monday: { from: '09:00', to: '17:30' }
    sunday: { from: '10:00', to: '12:00' }
  closedOn: [koningsdag]
  closedDates: [2026-12-28]
  earlyClosing: { '12-24': '13:00' }
routing:
  - queue: alles
    organisation: de fruitschaal
    role: helper
    answerWithinHours: 8`

const landelijk = `id: landelijk
name: Nederland
about: Voor de test.
${review}
words:
  helper: begeleider
${office}
`

const twente = `id: twente
name: Twente
about: Voor de test.
${review}
municipalities:
  - Almelo
  - Borne
words:
  helper: sleutelfiguur
${office}
sources:
  - { id: T1, title: Bron in Twente, url: 'https://example.org/twente', date: onbekend }
answers:
  appels:
    over-groen:
      text: In Twente is een groene appel zoet, zegt je {helper}.
      sources: [T1]
additions:
  appels:
    winkel:
      - say: In Almelo is een winkel.
      - answer: winkel-twente
        text: De winkel is open.
        easier: Open.
        shorter: Open.
        rule: Dat staat op de deur.
        sources: [T1]
`

function createPhrases(): string {
  const phrases = phraseNames.map((name) => {
    const ids = phraseChoices[name] ?? []
    const choices = ids.map((id, index) => `      - { id: '${id}', label: Knop ${index + 1} }`)
    return [`  ${name}:`, '    text: Dit is een tekst.', ...(ids.length > 0 ? ['    choices:', ...choices] : [])].join(
      '\n',
    )
  })
  return `${review}
menu:
  - appels
  - peren
labels:
  mens: Praat met een mens
  menu: Kies een onderwerp
  otherwise: Zeg het anders
  easier: Makkelijker
  shorter: Korter
  example: Geef een voorbeeld
  why: Waarom zeg je dit?
  none: Geen van deze
  elsewhere: Ergens anders
  noRegion: Dat zeg ik liever niet
  more: Meer
phrases:
${phrases.join('\n')}
`
}

const crisisMessages = ['rood', 'oranje', 'geel', 'wit'].map(
  (level) => `  ${level}:
    text:
      - Bel nu 113.
    buttons:
      - { label: Bel 113, url: 'tel:113' }`,
)

const crisisNumbers = ['alarm', 'luisterlijn', 'hulp'].map(
  (id) =>
    `  - { id: ${id}, name: Lijn, label: Bel ${id}, url: 'tel:113', about: Dag en nacht., checkedOn: 2026-11-01, checkBefore: 2027-11-01, source: 'https://example.org' }`,
)

const crisis = `${review}
numbers:
${crisisNumbers.join('\n')}
messages:
${crisisMessages.join('\n')}
help:
  - alarm
  - luisterlijn
  - hulp
`

function createCommands(): string {
  const sentences = commands.map((name) => `  ${name}:\n    - opdracht ${name}`)
  return `commands:
${sentences.join('\n')}
outOfScope:
  - wat voor weer is het
`
}
