import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { type App, createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { type Bench, createBench } from './program.ts'
import { ask, resumeTalk, startTalk } from './talk.ts'

jest.setTimeout(60_000)

const hourMs = 60 * 60 * 1000

let bench: Bench
let app: App
let url: string
let now: Date

beforeEach(async () => {
  bench = await createBench()
  now = new Date('2026-11-23T09:00:00Z')
  const config = readConfig({ DATA_DIR: join(bench.folder, 'data'), LOG_LEVEL: 'silent' })
  app = await createApp(config, { clock: { now: () => now } })
  url = `http://127.0.0.1:${(await app.http.listen(0, '127.0.0.1')).port}`
})

afterEach(async () => {
  await app.close()
  await bench.clear()
})

describe('a token that is over', () => {
  it('is refused with 403 TokenExpired, and still brings the same conversation back on the page', async () => {
    const talk = await startTalk(url)
    await talk.type('Kom ik niet in de schulden?')
    const history = await talk.history()
    now = new Date(now.getTime() + hourMs + 1000)
    const refused = await talk.type('Dit komt te laat')
    expect(refused.status).toBe(403)
    expect(refused.body).toEqual({ error: { code: 'TokenExpired', message: expect.any(String) } })
    const handed = await ask('POST', `${url}/api/chat/token`, { token: talk.token })
    expect(handed).toMatchObject({ status: 200, body: { conversationId: talk.conversationId } })
    const resumed = resumeTalk(url, { ...talk, token: handed.body.token ?? '' })
    expect(await resumed.history()).toEqual(history)
    expect((await resumed.type('Wie leest dit?')).status).toBe(200)
    expect(await resumed.said()).toEqual(['Kom ik niet in de schulden?', 'Wie leest dit?'])
  })
})
