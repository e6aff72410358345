/** The topics and regions of the small dialogs. */

/** Who looked at a file of the small dialogs, and until when it holds. */
export const review = `reviewedBy: Redactie van de test
reviewedOn: 2026-11-01
validUntil: 2027-11-01`

/** Forty sentences with one word in them. */
export function createExamples(word: string): string {
  return Array.from({ length: 40 }, (_, index) => `  - mijn ${word} is nummer ${index + 1}`).join('\n')
}

/** A topic with a question, a place for a region, and an answer that takes over. */
export const appels = `id: appels
title: Over appels
about: Voor de test.
${review}
sources:
  - { id: G1, title: Bron over appels, url: 'https://bron.voorbeeld.nl/appels', date: '2026-01-01' }
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
      - { id: weet-niet, label: Weet ik niet, goto: over-groen }
  - answer: over-rood
    when: { kleur: [rood] }
    text: Een rode appel krijg je van je {helper}.
    easier: Een rode appel is zoet.
    shorter: Rood is zoet.
    example: Mo is een verzonnen persoon.
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
  - contacts: helpen
    say: Hier kun je in {region} terecht.
    none: Hier ken ik geen adres. Vraag het je {helper}.
  - ladder: Zo gaat het in {region}.
  - answer: kopen
    text: Je koopt appels op de markt. Een appel kost {bedrag:appel}.
    easier: Ga naar de markt.
    shorter: Op de markt.
    example: Els is een verzonnen persoon. Zij betaalt € 2.
    rule: Dat staat in het boek.
    sources: [G1]
  - answer: kopen-later
    succeeds: kopen
    validFrom: 2027-07-01
    text: Je koopt appels op de markt. Vraag daar wat een appel kost.
    easier: Ga naar de markt.
    shorter: Op de markt.
    example: Els is een verzonnen persoon.
    rule: Dat staat in het boek.
    sources: [G1]
  - say: Een kleine stap. Proef er een.
    id: kleine-stap
  - end: closing
    related: [peren, bessen]
`

/** A topic that depends on the region; it is not translated. */
export const peren = `id: peren
title: Over peren
about: Voor de test.
${review}
sources:
  - { id: G2, title: Bron over peren, url: 'https://bron.voorbeeld.nl/peren', date: '2026-01-01' }
examples:
${createExamples('peer')}
flow:
  - say: Veel mensen denken aan peren.
  - askRegion: true
  - answer: zacht
    text: Een peer is zacht.
    easier: Zacht.
    shorter: Zacht.
    example: Bo is een verzonnen persoon.
    rule: Dat staat in het boek.
    sources: [G2]
  - handoff: Een mens praat graag over peren.
`

/** The shortest topic there can be. */
export const bessen = `id: bessen
title: Over bessen
about: Voor de test.
${review}
sources: []
examples:
${createExamples('bes')}
flow:
  - say: Veel mensen denken aan bessen.
  - handoff: Een mens praat graag over bessen.
`

const route = `route:
  - { id: plukken, name: Plukken, about: de tuinman }
  - { id: wassen, name: Wassen, about: de kok }
  - { id: eten, name: Eten, about: jij zelf }`

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

/** The region for everybody else. */
export const landelijk = `id: landelijk
name: Nederland
about: Voor de test.
${review}
words:
  helper: begeleider
${route}
${office}
`

/** A region with everything a region can have. */
export const twente = `id: twente
name: Twente
about: Voor de test.
${review}
municipalities:
  - Almelo
  - Borne
organisations:
  - id: fruitwinkel
    name: De Fruitwinkel
    about: Hier kun je fruit kopen.
    for: [helpen]
    phone: 053 123 45 67
    source: T1
    checkedOn: 2026-11-01
    checkBefore: 2027-11-01
words:
  helper: sleutelfiguur
${route}
${office}
sources:
  - { id: T1, title: Bron in Twente, url: 'https://bron.voorbeeld.nl/twente', date: onbekend }
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
        example: Al is een verzonnen persoon.
        rule: Dat staat op de deur.
        sources: [T1]
`
