import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { type Bench, createBench } from './program.ts'
import { readStoredValues } from './stored-values.ts'
import { startTalk, type Talk } from './talk.ts'

jest.setTimeout(60_000)

let bench: Bench

beforeEach(async () => {
  bench = await createBench()
})

afterEach(() => bench.clear())

/** An invented person, with numbers that are made for tests. */
const told = {
  bsn: '111222333',
  iban: 'NL91 ABNA 0417 1643 00',
  phone: '06-12345678',
  email: 'zwaantje@voorbeeld.example',
  address: 'Verzonnenstraat 12, 7607 AB Almelo',
  born: '3-5-1985',
  document: 'SPECI2014',
  name: 'Zwaantje Bloemkool',
}
const secrets =
  /111\D?222\D?333|NL91.?ABNA|0417\D?1643|12345678|zwaantje|bloemkool|voorbeeld\.example|verzonnen|7607.?AB|3-5-1985|SPECI2014/i

const story = [
  `Mijn naam is ${told.name} en ik ben geboren op ${told.born}. Mijn bsn is ${told.bsn}.`,
  `Mijn rekening is ${told.iban}, mail naar ${told.email} of bel ${told.phone}.`,
  `Ik woon in de ${told.address}. Paspoort ${told.document}.`,
].join('\n')

async function upload(url: string, { conversationId, token }: Talk, name: string): Promise<number> {
  const form = new FormData()
  form.append('file', new Blob(['verslag'], { type: 'text/plain' }), name)
  const response = await fetch(`${url}/v3/directline/conversations/${conversationId}/upload`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  })
  return response.status
}

/** Stops the program and gives back what it printed and everything it stored. */
async function findTraces(program: Awaited<ReturnType<Bench['start']>>) {
  program.signal('SIGTERM')
  const { code, output } = await program.exited
  expect(code).toBe(0)
  const stored = readStoredValues(join(bench.folder, 'data'))
  // What is written by people stands in the store too, and holds invented names and numbers of organisations.
  return { output, stored: stored.filter(({ value }) => !/^\{"form":\d+,"content":/.test(value)) }
}

describe('personal data that somebody types', () => {
  it('stands in no log line, no stored row and no job, wherever it was typed', async () => {
    const program = await bench.start({ LOG_LEVEL: 'info', UPLOADS: 'true' })
    const talk = await startTalk(program.url, { region: 'twente' })
    const answer = await talk.say(`${story}\nKom ik niet in de schulden?`)
    expect(answer.steps[0]).toBe('redacted')
    expect(answer.replies.length).toBeGreaterThan(1)
    expect((await talk.say(`ik wil dood, ${story}`)).kinds[0]).toBe('crisis')
    expect((await talk.type(`${story} ${'en nog meer '.repeat(500)}`)).status).toBe(200)
    const channelData = { clientActivityID: `${told.bsn} ${told.phone}`, note: story }
    const event = { type: 'event', name: story.slice(0, 190), value: { story, deep: [story] }, channelData }
    expect((await talk.send(event)).status).toBe(200)
    const attachments = [{ contentType: told.email, name: `${told.bsn}.pdf` }]
    expect((await talk.send({ type: 'message', text: '', attachments, from: { name: told.name } })).status).toBe(200)
    expect(await upload(program.url, talk, `verslag ${told.bsn}.txt`)).toBe(200)
    for (const text of ['Praat met een mens', 'Blijf in deze chat', 'Ik wil er iets bij zetten', story])
      expect((await talk.type(text)).status).toBe(200)
    expect((await talk.say('Ja, geef dit door')).steps.join()).toMatch(/handoff-done/)

    const { output, stored } = await findTraces(program)
    expect(output).not.toMatch(secrets)
    expect(stored.filter(({ value }) => secrets.test(value))).toEqual([])
    // The rows were read: the marks are there, in the log and in the Case.
    const marked = new Set(
      stored.filter(({ value }) => value.includes('[burgerservicenummer]')).map(({ table }) => table),
    )
    expect([...marked].sort()).toEqual(['documents', 'log_batches'])
  })

  it('is kept of a phone number that was asked for only where it is needed', async () => {
    const program = await bench.start({ LOG_LEVEL: 'info' })
    const talk = await startTalk(program.url, { region: 'twente' })
    for (const text of ['Praat met een mens', 'Bel mij', '06 1234567', told.phone]) await talk.type(text)
    expect(await talk.said()).toEqual(['Praat met een mens', 'Bel mij', '[telefoonnummer]', '[telefoonnummer]'])
    expect((await talk.say('Ja, geef dit door')).steps.join()).toMatch(/handoff-done/)

    const { output, stored } = await findTraces(program)
    expect(output).not.toMatch(/1234567/)
    const holding = stored.filter(({ value }) => /1234567/.test(value)).map(({ table }) => table)
    // The Case, and the message in which the candidate saw what is passed on.
    expect(holding.sort()).toEqual(['documents', 'log_batches'])
  })
})
