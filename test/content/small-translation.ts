import { createExamples, review } from './small-topics.ts'

/** English words for the topic about apples. */
export const englishAppels = `id: appels
title: About apples
${review}
examples:
${createExamples('apple')}
steps:
  say-1: { say: Many people think of apples. }
  vraag:
    ask: Which colour is it?
    choices:
      rood: { label: Red }
      groen: { label: Green }
      weet-niet: { label: I do not know }
  over-rood: { text: Red., easier: Red., shorter: Red., example: Invented., rule: Red. }
  over-groen: { text: Green., easier: Green., shorter: Green., example: Invented., rule: Green. }
  groen-vervolg: { say: Take one. }
  contacts-1: { say: Here you can go., none: I know no address. }
  ladder-1: { say: This is how it goes. }
  kopen: { text: 'You pay {bedrag:appel}.', easier: Buy., shorter: Buy., example: Invented., rule: Buy. }
  kopen-later: { text: Ask what you pay., easier: Buy., shorter: Buy., example: Invented., rule: Buy. }
  kleine-stap: { say: A small step. }
`

/** English words for what Twente says differently. */
export const englishAnswers = `organisations:
  fruitwinkel: { about: You can buy fruit here., hours: every day }
answers:
  appels:
    over-groen: { text: Sweet here., easier: Sweet., shorter: Sweet., example: Invented., rule: Sweet. }
`

/** English words for a region. */
export function createEnglishRegion(id: string, name: string, answers: string): string {
  return `id: ${id}
name: ${name}
${review}
words:
  helper: helper
route:
  plukken: { name: Picking, about: the gardener }
  wassen: { name: Washing, about: the cook }
  eten: { name: Eating, about: you }
${answers}`
}
