import { type Breakage, bessen } from '../breakage.ts'

const fruit = 'tests/fruit.yaml'

/** Conversations that go otherwise than their author wrote. */
export const conversationBreakages: readonly Breakage[] = [
  {
    title: 'a conversation in a region that does not exist',
    kind: 'unknownRegion',
    rule: 'gesprek',
    file: fruit,
    from: 'regio: twente',
    to: 'regio: salland',
    at: 'regio: salland',
  },
  {
    title: 'a conversation in which something else is said',
    kind: 'otherSaid',
    rule: 'gesprek',
    file: fruit,
    from: 'dan: [appels/say-1, appels/vraag]',
    to: 'dan: [peren/say-1]',
    at: 'dan: [peren/say-1]',
  },
  {
    title: 'a conversation in which things are said in another order',
    kind: 'otherSaid',
    rule: 'gesprek',
    file: fruit,
    from: 'dan: [appels/say-1, appels/vraag]',
    to: 'dan: [appels/vraag, appels/say-1]',
    at: 'dan: [appels/vraag, appels/say-1]',
  },
  {
    title: 'words that are not said',
    kind: 'notSaid',
    rule: 'gesprek',
    file: fruit,
    from: 'zegt: [zegt je sleutelfiguur]',
    to: 'zegt: [zegt je buurvrouw]',
    at: 'buurvrouw',
  },
  {
    title: 'words that are said and may not be',
    kind: 'saidAnyway',
    rule: 'gesprek',
    file: fruit,
    from: 'zegt-niet: [begeleider]',
    to: 'zegt-niet: [zoet]',
    at: 'zegt-niet: [zoet]',
  },
  {
    title: 'a button that is not there',
    kind: 'missingButton',
    rule: 'gesprek',
    file: fruit,
    from: 'knoppen: [Rood, Groen,',
    to: 'knoppen: [Rood, Geel,',
    at: 'Geel',
  },
  {
    title: 'a step that no conversation comes to',
    kind: 'untested',
    rule: 'niet-getest',
    file: bessen,
    from: '  - handoff:',
    to: '  - say: Een rode bes past bij je appel.\n    when: { kleur: [rood] }\n  - handoff:',
    at: 'Een rode bes',
  },
  {
    title: 'an answer of a region that no conversation comes to',
    kind: 'untested',
    rule: 'niet-getest',
    file: 'regions/landelijk.yaml',
    from: 'words:\n',
    to: 'answers:\n  peren:\n    zacht:\n      text: In dit land is een peer zacht.\nwords:\n',
    at: '    zacht:',
  },
]
