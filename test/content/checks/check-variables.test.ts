import { appels, describeBreakages } from '../breakage.ts'

describeBreakages('checkVariables', [
  { title: 'a word no region has', file: appels, from: '{helper}', to: '{hulp}', rule: 'variabele', at: '{hulp}' },
  {
    title: 'a word of the region in a phrase',
    file: 'phrases.yaml',
    from: 'Dit is een tekst.',
    to: 'Dit is een {helper}.',
    rule: 'variabele',
    at: '{helper}',
  },
])
