/** Conversations that come to every step of the small dialogs. */
export const conversations = `- title: Als iemand in Twente een groene appel heeft, dan hoort die waar je appels koopt
  regio: twente
  gesprek:
    - als: mijn appel is nummer 1
      dan: [appels/say-1, appels/vraag]
      knoppen: [Rood, Groen, Weet ik niet]
    - als: Groen
      dan: [appels/over-groen, appels/groen-vervolg, appels/winkel-say-1, appels/winkel-twente]
      zegt: [zegt je sleutelfiguur]
      zegt-niet: [begeleider]
- title: Als iemand dat in de zomer van 2027 vraagt, dan noemt de bot geen prijs
  regio: twente
  datum: 2027-07-01
  gesprek:
    - als: mijn appel is nummer 2
    - als: Weet ik niet
      dan: [appels/kopen-later, appels/kleine-stap]
- title: Als iemand een rode appel heeft, dan gaat het over peren verder
  regio: twente
  gesprek:
    - als: mijn appel is nummer 3
    - als: Rood
      dan: [appels/over-rood, peren/say-1, peren/zacht, peren/handoff-1]
- title: Als iemand over bessen begint, dan komt er een mens
  gesprek:
    - als: mijn bes is nummer 1
      dan: [bessen/say-1, bessen/handoff-1]
`
