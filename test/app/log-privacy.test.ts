import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { type Bench, createBench } from './program.ts'
import { ask, startTalk, type Talk } from './talk.ts'

jest.setTimeout(60_000)

let bench: Bench

beforeEach(async () => {
  bench = await createBench()
})

afterEach(() => bench.clear())

/** An invented person, in an address block that is for examples only. */
const person = 'Zwaantje Bloemkool, Verzonnenstraat 12, zwaantje@voorbeeld.example'
const address = '203.0.113.77'
const secrets = [/zwaantje/i, /bloemkool/i, /verzonnen/i, /voorbeeld\.example/, /0?6[ -]?12345678/, /203\.0\.113/]

/** Everything that a process may not print about one conversation. */
function expectSilentAbout(output: string, talk: Talk): void {
  for (const secret of secrets) expect(output).not.toMatch(secret)
  for (const part of [...talk.token.split('.'), new URL(talk.streamUrl).searchParams.get('t') ?? '']) {
    expect(part).not.toBe('')
    expect(output).not.toContain(part)
  }
}

describe('the log', () => {
  it('holds nothing of a conversation, of its token, or of where it comes from, whatever goes wrong', async () => {
    const program = await bench.start({ LOG_LEVEL: 'info', TRUSTED_PROXIES: '1' })
    const headers = { 'x-forwarded-for': address }
    const talk = await startTalk(program.url, { region: 'twente', headers })
    for (const text of [person, 'Praat met een mens', 'Bel mij', '06 12345678', 'Ik wil er iets bij zetten', person]) {
      expect((await talk.type(text)).status).toBe(200)
    }
    expect((await talk.type('Ja, geef dit door')).status).toBe(200)

    expect((await talk.send(`{"text":"${person}`)).status).toBe(400)
    expect((await talk.send({ type: person, text: person })).status).toBe(400)
    expect((await ask('GET', `${program.url}/${encodeURIComponent(person)}`, { token: talk.token })).status).toBe(404)
    const wrongKey = `${talk.token}bloemkool`
    expect((await ask('GET', `${program.url}/v3/directline/conversations/x`, { token: wrongKey })).status).toBe(401)
    const bot = await ask('POST', `${program.url}/api/messages`, { body: { type: 'message', text: person }, headers })
    expect(bot.status).toBeGreaterThanOrEqual(400)

    const other = new DatabaseSync(join(bench.folder, 'data', 'opstap.sqlite'))
    other.exec('ALTER TABLE log_batches RENAME TO gone')
    expect(await talk.type(person)).toMatchObject({ status: 503, body: { error: { code: 'ServiceUnavailable' } } })
    other.exec("ALTER TABLE gone RENAME TO log_batches; UPDATE log_batches SET value = x'00'")
    const url = `${program.url}/v3/directline/conversations/${talk.conversationId}/activities`
    const poll = await ask('GET', url, { token: talk.token, headers })
    expect(poll).toMatchObject({ status: 500, body: { error: { code: 'ServiceError' } } })
    other.close()

    program.signal('SIGTERM')
    const { code, output } = await program.exited
    expect(code).toBe(0)
    // Both failures did reach the log.
    expect(output.match(/"msg":"A request failed\."/g)).toHaveLength(2)
    expect(output).toMatch(/"code":"unreadable"/)
    expectSilentAbout(output, talk)
  })
})
