import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { type Bench, createBench } from './program.ts'
import { startTalk, type Talk } from './talk.ts'

jest.setTimeout(60_000)

let bench: Bench

beforeEach(async () => {
  bench = await createBench()
})

afterEach(() => bench.clear())

/** Goes the way of somebody who wants a human, to the end. @returns the steps of the last answer */
async function askForHuman(talk: Talk, ...words: string[]): Promise<string[]> {
  let steps: string[] = []
  for (const text of words) steps = (await talk.say(text)).steps
  return steps
}

describe('npm run cases beside a running server', () => {
  it('lists, shows and closes a Case of the chat, and the chat can then open another', async () => {
    const program = await bench.start({ LOG_LEVEL: 'silent' })
    const talk = await startTalk(program.url, { region: 'twente' })
    const steps = await askForHuman(
      talk,
      'Kom ik niet in de schulden?',
      'Praat met een mens',
      'Bel mij',
      '06 12345678',
      'Ik wil er iets bij zetten',
      'Liefst na de middag, zegt Zwaantje Bloemkool',
      'Ja, geef dit door',
    )
    expect(steps[0]).toMatch(/^handoff-done/)

    const listed = await bench.run({}, ['cases'])
    expect(listed.code).toBe(0)
    expect(listed.output).toMatch(/^NUMBER.*\n.*twente.*schulden.*\n1 open\n$/)
    expect(listed.output).not.toMatch(/Zwaantje|06123/)
    const number = /\n *#?(\d+) /.exec(listed.output)?.[1] ?? ''
    expect((await talk.history()).findLast(({ text }) => text?.startsWith('Doorgegeven'))?.text).toContain(
      ` ${number}.`,
    )

    const shown = await bench.run({}, ['cases', 'show', number])
    expect(shown.code).toBe(0)
    expect(shown.output).toMatch(/status +open\ncontact +phone 0612345678/)
    expect(shown.output).toContain('Liefst na de middag, zegt Zwaantje Bloemkool')

    expect(await askForHuman(talk, 'Praat met een mens')).toContain('handoff-pending')
    expect((await bench.run({}, ['cases', 'close', number, 'answered'])).output).toMatch(/is closed: answered/)
    expect(await bench.run({}, ['cases'])).toEqual({ code: 0, output: '0 open\n' })

    const again = await askForHuman(talk, 'Praat met een mens', 'Blijf in deze chat', 'Ja, geef dit door')
    expect(again[0]).toMatch(/^handoff-done/)
    expect((await bench.run({}, ['cases'])).output).toMatch(/chat.*\n1 open\n$/)
  })
})
