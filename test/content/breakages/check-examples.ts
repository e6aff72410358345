import { type Breakage, peren } from '../breakage.ts'

const pears = 'sentences/peren.txt'

/** So many sentences, each with another number. */
function createSentences(count: number, create: (number: number) => string): string {
  return Array.from({ length: count }, (_unused, index) => `${create(index)}\n`).join('')
}

/** Example sentences that teach nothing, or the wrong thing. */
export const exampleBreakages: readonly Breakage[] = [
  {
    title: 'an example sentence twice in a topic',
    kind: 'duplicateExample',
    rule: 'dubbele-zin',
    file: peren,
    from: 'mijn peer is nummer 2\n',
    to: 'Mijn peer is nummer 1?\n',
    at: 'Mijn peer is nummer 1?',
  },
  {
    title: 'an example sentence of another topic',
    kind: 'duplicateExample',
    rule: 'dubbele-zin',
    file: peren,
    from: 'mijn peer is nummer 2\n',
    to: 'mijn appel is nummer 2\n',
    at: 'mijn appel is nummer 2',
  },
  {
    title: 'an example sentence that is a command',
    kind: 'duplicateExample',
    rule: 'dubbele-zin',
    file: 'commands.yaml',
    from: 'opdracht menu',
    to: 'mijn peer is nummer 3',
    at: 'mijn peer is nummer 3',
  },
  {
    title: 'an example sentence with the words of another in another order',
    kind: 'reshuffledExample',
    rule: 'dubbele-zin',
    file: peren,
    from: 'mijn peer is nummer 2\n',
    to: 'nummer 1 is mijn peer\n',
    at: 'nummer 1 is mijn peer',
  },
  {
    title: 'an example sentence much like one of another topic',
    kind: 'similarExample',
    rule: 'lijkt-op',
    file: peren,
    from: 'mijn peer is nummer 2\n',
    to: 'nummer 2 is mijn appel\n',
    at: 'nummer 2 is mijn appel',
    severity: 'warning',
  },
  {
    title: 'a sentence in a list that stands with another topic',
    kind: 'duplicateExample',
    rule: 'dubbele-zin',
    file: pears,
    from: 'waar groeit een peer',
    to: 'mijn appel is nummer 2',
    at: 'mijn appel is nummer 2',
  },
  {
    title: 'a sentence in a list that is as long as a page',
    kind: 'longExample',
    rule: 'lange-zin',
    file: pears,
    from: 'waar groeit een peer',
    to: `peer ${'en nog een peer '.repeat(80)}`,
    at: 'en nog een peer',
  },
  {
    title: 'a list without sentences',
    kind: 'emptyList',
    rule: 'lijst',
    file: pears,
    to: '# niets\n',
  },
  {
    title: 'a list called after nothing',
    kind: 'unknownList',
    rule: 'lijst',
    file: 'sentences/kiwi.txt',
    to: 'is er ook kiwi\n',
  },
  {
    title: 'a list with a letter that cannot be read',
    kind: 'unreadableLetter',
    rule: 'bestand',
    file: pears,
    from: 'waar groeit een peer',
    to: 'waar groeit een pe\uFFFDr',
    at: 'waar groeit een pe',
  },
  {
    title: 'a word with two concepts',
    kind: 'sharedWord',
    rule: 'begrip',
    file: 'thesaurus.yaml',
    from: 'geld: euro',
    to: 'geld: appel, euro',
    at: 'geld: appel',
  },
  {
    title: 'sentences of one topic that sound like another',
    kind: 'confusedTopics',
    rule: 'verwisseling',
    file: pears,
    beside: {
      'sentences/appels.txt': createSentences(900, (number) => `rode appel uit boomgaard en van de boom ${number * 2}`),
    },
    to: `${createSentences(200, (number) => `gele peer van perceel ${number}`)}${createSentences(6, (number) => `rode appel uit boomgaard en van de boom ${number * 2 + 1}`)}`,
    at: 'rode appel uit boomgaard en van de boom 9',
    severity: 'warning',
  },
]
