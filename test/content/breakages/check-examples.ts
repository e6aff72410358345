import { type Breakage, peren } from '../breakage.ts'

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
]
