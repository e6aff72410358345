import type { Scripted } from './faulty-server.ts'

/** What the page shows first in these tests. */
export const greeting = {
  texts: [
    'Hallo, ik ben Opstap. Ik ben een computer.',
    'Ik geef antwoord op vragen over de stap naar werk. Waar wil je over praten?',
  ],
  buttons: ['Kan ik terugkomen?', 'Mijn uitkering', 'Kom ik in de schulden?', 'Ik durf niet', 'Iets anders'],
}

/** The numbers of "Hulp nu" in these tests. */
export const help = [
  { label: '112', url: 'tel:112' },
  { label: '113', url: 'tel:113' },
  { label: 'De Luisterlijn', url: 'tel:0880767000' },
]

const imBack = (title: string) => ({ type: 'imBack', title, value: title })
const openUrl = (title: string, value: string) => ({ type: 'openUrl', title, value })

/** A small bot with one message of each kind. */
export function answer(text: string): Scripted[] {
  if (/uitkering/i.test(text)) {
    return [
      {
        text: 'Veel mensen vragen dit. Het is ook lastig.\n\nDit is een verzonnen antwoord. Je uitkering verandert niet als je twee keer komt kijken. Lees meer op https://www.voorbeeld.nl/uitkering.',
        marks: {
          topic: 'uitkering',
          step: 'bijstand',
          kind: 'answer',
          explain: ['makkelijker', 'korter', 'voorbeeld', 'waarom'],
        },
      },
      {
        text: 'Is je zorg nu kleiner?',
        marks: { topic: 'uitkering', step: 'closing', kind: 'question' },
        actions: [imBack('Ja'), imBack('Een beetje'), imBack('Nee')],
      },
    ]
  }
  if (/niet meer leven/i.test(text)) {
    return [
      {
        text: 'Wat goed dat je het zegt. Je hoeft dit niet alleen te dragen.\nDenk je aan zelfdoding? Bel 113, gratis en anoniem, dag en nacht.\nIs er nu gevaar? Bel 112.\nIk ben een computer. Een mens kan beter met je praten.',
        marks: { topic: 'crisis', step: 'oranje', kind: 'crisis', level: 'oranje' },
        actions: [
          imBack('Mens van Opstap'),
          openUrl('113 bellen', 'tel:113'),
          openUrl('Chat met 113', 'https://www.113.nl'),
          imBack('Ik wil hier verder praten'),
        ],
      },
    ]
  }
  if (text === 'wis mijn gesprek')
    return [{ text: 'Alles is weg.', marks: { topic: 'system', step: 'erased', kind: 'system' } }]
  if (text === 'Makkelijker')
    return [{ text: 'Je houdt je geld.', marks: { topic: 'uitkering', step: 'bijstand', kind: 'answer' } }]
  return [{ text: `Dank je wel. Je zei: ${text}`, actions: [imBack('Mijn uitkering'), imBack('Praat met een mens')] }]
}
