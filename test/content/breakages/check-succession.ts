import { appels, type Breakage, peren } from '../breakage.ts'

/** Answers that take over from another in a wrong way. */
export const successionBreakages: readonly Breakage[] = [
  {
    title: 'an answer that begins later and takes over from none',
    kind: 'beginsAlone',
    rule: 'opvolging',
    file: peren,
    from: '  - answer: zacht\n',
    to: '  - answer: zacht\n    validFrom: 2027-01-01\n',
    at: 'answer: zacht',
  },
  {
    title: 'an answer that takes over from one that does not exist',
    kind: 'unknownAnswer',
    rule: 'verwijzing',
    file: appels,
    from: 'succeeds: kopen',
    to: 'succeeds: koopen',
    at: 'answer: kopen-later',
  },
  {
    title: 'a second answer that takes over',
    kind: 'secondSuccessor',
    rule: 'opvolging',
    file: appels,
    from: '  - say: Een kleine stap.',
    to: `  - answer: kopen-nog-later
    succeeds: kopen
    validFrom: 2027-07-01
    text: Vraag het op de markt.
    easier: Vraag het.
    shorter: Vraag het.
    example: Jo is een verzonnen persoon.
    rule: Dat staat in het boek.
    sources: [G1]
  - say: Een kleine stap.`,
    at: 'answer: kopen-nog-later',
  },
  {
    title: 'an answer that takes over for other people',
    kind: 'otherPeople',
    rule: 'opvolging',
    file: appels,
    from: 'succeeds: kopen\n',
    to: 'succeeds: kopen\n    when: { kleur: [groen] }\n',
    at: 'answer: kopen-later',
  },
  {
    title: 'a day without an answer',
    kind: 'notNextDay',
    rule: 'opvolging',
    file: appels,
    from: 'validFrom: 2027-07-01',
    to: 'validFrom: 2027-07-02',
    at: 'answer: kopen-later',
  },
  {
    title: 'an answer that takes over on no day',
    kind: 'notNextDay',
    rule: 'opvolging',
    file: appels,
    from: '    validFrom: 2027-07-01\n',
    to: '',
    at: 'answer: kopen-later',
  },
]
