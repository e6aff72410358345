import type { Breakage } from '../breakage.ts'

/** Menus that do not lead to every topic once. */
export const menuBreakages: readonly Breakage[] = [
  {
    title: 'a menu that begins with a topic that does not exist',
    kind: 'unknownTopic',
    rule: 'verwijzing',
    file: 'phrases.yaml',
    from: 'first: [appels]',
    to: 'first: [pruimen]',
    at: 'first:',
  },
  {
    title: 'a group with a topic that does not exist',
    kind: 'unknownTopic',
    rule: 'verwijzing',
    file: 'phrases.yaml',
    from: '[appels, bessen, peren]',
    to: '[appels, bessen, peren, pruimen]',
    at: 'pruimen',
  },
  {
    title: 'a group with a topic that is not translated',
    kind: 'unknownTopic',
    rule: 'verwijzing',
    file: 'en/phrases.yaml',
    from: 'topics: [appels]',
    to: 'topics: [appels, peren]',
    at: 'peren',
  },
  {
    title: 'a menu that begins with a topic twice',
    kind: 'duplicateInMenu',
    rule: 'verwijzing',
    file: 'phrases.yaml',
    from: 'first: [appels]',
    to: 'first: [appels, appels]',
    at: 'first:',
  },
  {
    title: 'a topic in two groups',
    kind: 'duplicateInMenu',
    rule: 'verwijzing',
    file: 'phrases.yaml',
    from: '[appels, bessen, peren] }',
    to: '[appels, bessen, peren] }\n    - { id: meer, label: Meer, topics: [peren] }',
    at: 'id: meer',
  },
  {
    title: 'a topic in no group',
    kind: 'notInMenu',
    rule: 'menu',
    file: 'phrases.yaml',
    from: '[appels, bessen, peren]',
    to: '[appels, bessen]',
    at: 'groups:',
  },
]
