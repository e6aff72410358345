import { appels, describeBreakages } from '../breakage.ts'

describeBreakages('checkButtons', [
  {
    title: 'more buttons than fit with those of the bot',
    file: appels,
    from: '      - { id: rood,',
    to: '      - { id: a, label: A }\n      - { id: b, label: B }\n      - { id: c, label: C }\n      - { id: d, label: D }\n      - { id: rood,',
    rule: 'knoppen',
    at: '    choices:',
  },
  {
    title: 'two buttons with one text',
    file: appels,
    from: 'label: Groen',
    to: 'label: ROOD',
    rule: 'knoppen',
    at: 'id: groen',
  },
  {
    title: 'a sentence that means two buttons',
    file: appels,
    from: 'label: Groen',
    to: 'label: Groen, phrases: [Een rode.]',
    rule: 'knoppen',
    at: 'id: groen',
  },
  {
    title: 'two choices with one id',
    file: appels,
    from: '{ id: groen,',
    to: '{ id: rood,',
    rule: 'knoppen',
    at: 'label: Groen',
  },
  {
    title: 'a button of the crisis that is too long',
    file: 'crisis.yaml',
    from: '{ label: Bel 113,',
    to: '{ label: Bel nu meteen het nummer 113 met je telefoon,',
    rule: 'knoppen',
    at: 'met je telefoon',
  },
  {
    title: 'a button of the bot without text',
    file: 'phrases.yaml',
    from: 'mens: Praat met een mens',
    to: "mens: ''",
    rule: 'knoppen',
    at: 'mens:',
  },
])
