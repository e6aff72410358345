import { type Breakage, twente } from '../breakage.ts'

const long = 'Hier kun je fruit kopen. '.repeat(16).trim()
const moreContacts = ['Aal', 'Bes', 'Cox'].map(
  (name) => `  - id: ${name.toLowerCase()}
    name: ${name}
    about: Nog een winkel.
    for: [helpen]
    source: T1
    checkedOn: 2026-11-01
    checkBefore: 2027-11-01
`,
)

/** Contacts and ladders that cannot be shown. */
export const contactBreakages: readonly Breakage[] = [
  {
    title: 'a contact without a source',
    kind: 'contactWithoutSource',
    rule: 'contact',
    file: twente,
    from: '    source: T1\n',
    to: '',
    at: '- id: fruitwinkel',
  },
  {
    title: 'more contacts than the bot shows',
    kind: 'manyContacts',
    rule: 'contact',
    file: twente,
    from: 'organisations:\n',
    to: `organisations:\n${moreContacts.join('')}`,
    at: 'organisations:',
  },
  {
    title: 'contacts that do not fit in one message',
    kind: 'longContacts',
    rule: 'contact',
    file: twente,
    from: 'Hier kun je fruit kopen.',
    to: long,
    at: 'organisations:',
  },
  {
    title: 'a ladder that does not fit in one message',
    kind: 'longLadder',
    rule: 'ladder',
    file: twente,
    from: 'about: de tuinman',
    to: `about: '${'de tuinman en '.repeat(30)}de kok'`,
    at: 'route:',
  },
]
