import { appels, describeBreakages, peren } from '../breakage.ts'

describeBreakages('checkNames', [
  {
    title: 'an id unlike the name of the file',
    file: peren,
    from: 'id: peren',
    to: 'id: pruimen',
    rule: 'bestandsnaam',
    at: 'id: pruimen',
  },
  {
    title: 'an id that another file has',
    file: peren,
    from: 'id: peren',
    to: 'id: appels',
    rule: 'dubbel-id',
    at: 'id: appels',
  },
  {
    title: 'two steps with one name',
    file: appels,
    from: 'answer: kopen',
    to: 'answer: vraag',
    rule: 'dubbel-id',
    at: 'answer: vraag',
  },
  {
    title: 'a step named like one that got its name from us',
    file: appels,
    from: 'id: groen-vervolg',
    to: 'id: say-1',
    rule: 'dubbel-id',
    at: 'Neem er een mee',
  },
])
