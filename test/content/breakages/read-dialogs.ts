import { type Breakage, peren } from '../breakage.ts'

/** Files that are not there, or not where they are read. */
export const fileBreakages: readonly Breakage[] = [
  { title: 'a file that is gone', kind: 'missingFile', rule: 'bestand', file: 'crisis.yaml' },
  { title: 'a file of a translation that is gone', kind: 'missingFile', rule: 'bestand', file: 'en/words.yaml' },
  { title: 'a folder without files', kind: 'noFiles', rule: 'bestand', file: 'topics' },
  {
    title: 'a topic with another extension',
    kind: 'unknownFile',
    rule: 'bestand',
    file: 'topics/pruimen.yml',
    to: 'id: pruimen',
  },
  {
    title: 'a file in the wrong folder',
    kind: 'unknownFile',
    rule: 'bestand',
    file: 'pruimen.yaml',
    to: 'id: pruimen',
  },
  {
    title: 'a file that a translation does not have',
    kind: 'unknownFile',
    rule: 'bestand',
    file: 'en/amounts.yaml',
    to: 'amounts: []',
  },
  {
    title: 'conversations with another extension',
    kind: 'unknownFile',
    rule: 'bestand',
    file: 'tests/pruimen.yml',
    to: '- title: Pruimen',
  },
  {
    title: 'an id unlike the name of the file',
    kind: 'fileName',
    rule: 'bestandsnaam',
    file: peren,
    from: 'id: peren',
    to: 'id: pruimen',
    at: 'id: pruimen',
  },
  {
    title: 'an id that another file has',
    kind: 'duplicateId',
    rule: 'dubbel-id',
    file: peren,
    from: 'id: peren',
    to: 'id: appels',
    at: 'id: appels',
  },
]
