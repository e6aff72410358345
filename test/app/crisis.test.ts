import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { type Bench, createBench, type Program } from './program.ts'
import { startTalk } from './talk.ts'

jest.setTimeout(60_000)

let bench: Bench
let program: Program

beforeAll(async () => {
  bench = await createBench()
  program = await bench.start({ LOG_LEVEL: 'silent', CONVERSATIONS_PER_ADDRESS: '1000' })
})

afterAll(() => bench.clear())

const human = 'Praat met een mens'
const consent = [human, 'Blijf in deze chat']

/** Every place where somebody can type: what was said before, and the step that must have been reached by it. */
const fields: { field: string; before: string[]; reached: string }[] = [
  { field: 'the first message', before: [], reached: '' },
  { field: 'the answer to a question', before: ['Wat gebeurt er met mijn uitkering?'], reached: 'vraag-soort' },
  { field: 'the answer to "is je zorg kleiner?"', before: ['Wie leest dit?'], reached: 'closing' },
  { field: 'the choice of contact', before: [human], reached: 'handoff-how' },
  { field: 'the phone number', before: [human, 'Bel mij'], reached: 'handoff-phone' },
  { field: 'the mail address', before: [human, 'Mail mij'], reached: 'handoff-email' },
  { field: 'the consent', before: consent, reached: 'handoff-consent' },
  { field: 'the added sentence', before: [...consent, 'Ik wil er iets bij zetten'], reached: 'handoff-add' },
  { field: 'the question whether to erase', before: ['wissen'], reached: 'erase-ask' },
]

const dangers = [
  { level: 'rood', text: 'Ik heb net alle pillen ingenomen', names: [/\b112\b/, /\b113\b/] },
  { level: 'oranje', text: 'Ik wil niet meer leven', names: [/\b113\b/] },
]

describe.each(dangers)('danger of level $level', ({ level, text, names }) => {
  it.each(fields)('is answered first of all in the same response, typed as $field', async ({ before, reached }) => {
    const talk = await startTalk(program.url, { region: 'twente' })
    let steps: string[] = ['']
    for (const words of before) steps = (await talk.say(words)).steps
    expect(steps.at(-1)).toContain(reached)
    const heard = await talk.say(text)
    expect(heard.answer.status).toBe(200)
    expect(heard.replies[0]?.channelData).toMatchObject({ opstap: { kind: 'crisis', level } })
    for (const number of names) expect(heard.replies[0]?.text).toMatch(number)
    const after = await talk.say('verder')
    expect(after.replies.length).toBeGreaterThan(0)
  })

  it.each([
    [
      'in the middle of 10,000 characters',
      (words: string) => `${'ja en toen. '.repeat(420)}${words}. ${'dus. '.repeat(900)}`,
    ],
    ['in capitals, with signs and line ends', (words: string) => `\n\n${words.toUpperCase()}!!! 😭\n`],
    ['in a phone number', (words: string) => `06 12345678 ${words}`],
  ])('is answered first of all when it stands %s', async (_name, around) => {
    const talk = await startTalk(program.url)
    const heard = await talk.say(around(text))
    expect(heard.replies[0]?.channelData).toMatchObject({ opstap: { kind: 'crisis', level } })
    for (const number of names) expect(heard.replies[0]?.text).toMatch(number)
  })
})
