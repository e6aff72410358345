import { createServer, type Server } from 'node:http'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import type { TurnInput } from '../../../src/turn/turn.ts'
import { type StartedChannel, startChannel } from './start-channel.ts'

const appId = '00000000-0000-0000-0000-0000000000aa'
let ownKey: CryptoKey
let foreignKey: CryptoKey
let keys: Server
let keysUrl: string
let bot: StartedChannel
let turns: TurnInput[]

/** Plays the place where the Connector publishes the keys it signs with. */
async function publishKeys(publicKey: CryptoKey): Promise<void> {
  const key = { ...(await exportJWK(publicKey)), kid: 'key-1', endorsements: ['msteams'] }
  keys = createServer((request, response) => {
    response.setHeader('content-type', 'application/json')
    const isConfiguration = request.url === '/configuration'
    response.end(JSON.stringify(isConfiguration ? { jwks_uri: `${keysUrl}/keys` } : { keys: [key] }))
  })
  await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve))
  const address = keys.address()
  keysUrl = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
}

beforeAll(async () => {
  const own = await generateKeyPair('RS256')
  ownKey = own.privateKey
  foreignKey = (await generateKeyPair('RS256')).privateKey
  await publishKeys(own.publicKey)
})
afterAll(() => new Promise<void>((resolve) => keys.close(() => resolve())))

beforeEach(async () => {
  // botbuilder prints refused tokens to the console by itself.
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
  turns = []
  bot = await start(`${keysUrl}/configuration`)
})
afterEach(async () => {
  jest.restoreAllMocks()
  await bot.stop()
})

function start(openIdMetadataUrl: string): Promise<StartedChannel> {
  return startChannel({
    appId,
    appPassword: 'not-a-real-password',
    openIdMetadataUrl,
    runTurn: async (input) => {
      turns.push(input)
      return { outcome: 'done', sequence: 1, replies: [] }
    },
  })
}

function claims(changes: JWTPayload = {}): JWTPayload {
  const seconds = Math.floor(Date.now() / 1_000)
  return {
    iss: 'https://api.botframework.com',
    aud: appId,
    serviceurl: bot.connector.serviceUrl,
    nbf: seconds - 60,
    exp: seconds + 3_600,
    ...changes,
  }
}

function sign(payload: JWTPayload, header: { kid?: string; key?: CryptoKey } = {}): Promise<string> {
  return new SignJWT(payload)
    .setProtectedHeader({ alg: 'RS256', kid: header.kid ?? 'key-1' })
    .sign(header.key ?? ownKey)
}

async function postWith(token: string): Promise<number> {
  const { status } = await bot.post(bot.message(), { authorization: `Bearer ${token}` })
  return status
}

describe('a request with a token', () => {
  it('that the Connector signed for us is answered', async () => {
    expect(await postWith(await sign(claims()))).toBe(200)
    expect(turns).toHaveLength(1)
  })

  it.each([
    ['for another bot', { aud: '00000000-0000-0000-0000-0000000000bb' }],
    ['by another issuer', { iss: 'https://evil.example' }],
    ['for another service, so that answers would go elsewhere', { serviceurl: 'https://evil.example/' }],
    ['that ended an hour ago', { nbf: 1_700_000_000, exp: 1_700_003_600 }],
    ['that has not begun', { nbf: Math.floor(Date.now() / 1_000) + 3_600 }],
  ])('made %s is refused', async (_how, changes) => {
    expect(await postWith(await sign(claims(changes)))).toBe(401)
    expect(turns).toEqual([])
  })

  it('signed with a key of somebody else is refused', async () => {
    expect(await postWith(await sign(claims(), { key: foreignKey }))).toBe(401)
    expect(await postWith(await sign(claims(), { kid: 'key-2' }))).toBe(401)
    expect(turns).toEqual([])
  })

  it('that nobody signed is refused', async () => {
    expect(await postWith(new UnsecuredJWT(claims()).encode())).toBe(401)
    expect(await postWith('abc')).toBe(401)
    expect(turns).toEqual([])
  })

  it('waits when the keys of the Connector cannot be read', async () => {
    await bot.stop()
    bot = await start('http://127.0.0.1:9/configuration')
    const answer = await bot.post(bot.message(), { authorization: `Bearer ${await sign(claims())}` })
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('5')
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'Unavailable' } })
    expect(turns).toEqual([])
  })
})
