import { describeBreakages, peren } from '../breakage.ts'

describeBreakages('checkExamples', [
  {
    title: 'an example sentence twice in a topic',
    file: peren,
    from: 'mijn peer is nummer 2\n',
    to: 'Mijn peer is nummer 1?\n',
    rule: 'dubbele-zin',
    at: 'Mijn peer is nummer 1?',
  },
  {
    title: 'an example sentence of another topic',
    file: peren,
    from: 'mijn peer is nummer 2\n',
    to: 'mijn appel is nummer 2\n',
    rule: 'dubbele-zin',
    at: 'mijn appel is nummer 2',
  },
  {
    title: 'an example sentence that is a command',
    file: 'commands.yaml',
    from: 'opdracht menu',
    to: 'mijn peer is nummer 3',
    rule: 'dubbele-zin',
    at: 'mijn peer is nummer 3',
  },
  {
    title: 'an example sentence much like one of another topic',
    file: peren,
    from: 'mijn peer is nummer 2\n',
    to: 'nummer 2 is mijn appel\n',
    rule: 'lijkt-op',
    at: 'nummer 2 is mijn appel',
    severity: 'warning',
  },
])
