import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { ask, poll, send } from './ask.ts'
import { type Client, type ClientOptions, connectClient } from './direct-line-client.ts'
import { type Served, serve } from './serve.ts'

let served: Served
let clients: Client[]
beforeEach(async () => {
  // It tells each failed or ended connection on the console.
  jest.spyOn(console, 'warn').mockImplementation(() => {})
  served = await serve()
  clients = []
})
afterEach(async () => {
  for (const client of clients) client.end()
  await served.stop()
  jest.restoreAllMocks()
})

async function connect(options: Partial<ClientOptions> = {}): Promise<Client> {
  const token = options.token ?? (await ask(served, 'POST', '/api/chat/token')).body.token
  const client = connectClient({ domain: served.url, token, ...options })
  clients.push(client)
  await client.waitForStatus('Online')
  return client
}

const placeOf = ({ line }: Client) => ({
  conversationId: (line as unknown as { conversationId: string }).conversationId,
  token: (line as unknown as { token: string }).token,
})

const textOf = (activity: object): unknown => ('text' in activity ? activity.text : undefined)
const replyOf = (activity: object): unknown => ('replyToId' in activity ? activity.replyToId : undefined)

describe('botframework-directlinejs', () => {
  it.each([
    ['WebSocket', true],
    ['polling', false],
  ])('gets its echo and answer over %s, and sends events and typing (E1, E2)', async (_name, webSocket) => {
    const client = await connect({ webSocket })
    const before = client.requests.length
    const channelData = { clientActivityID: 'abc' }
    const id = await client.post({ type: 'message', text: 'hallo', channelData })
    const echo = await client.wait((activity) => activity.id === id)
    expect(echo.channelData).toEqual(channelData)
    const answer = await client.wait((activity) => replyOf(activity) === id)
    expect(textOf(answer)).toBe('U zei: hallo')
    for (const type of ['event', 'typing'] as const) {
      expect(await client.post({ type, name: 'x', value: 1 })).toMatch('|')
    }
    const polled = client.requests.slice(before).some((request) => request.includes('activities?'))
    expect(polled).toBe(!webSocket)
    expect(client.statuses).not.toContain('FailedToConnect')
  })

  it('gets what was said while its socket was lost, once (E3)', async () => {
    const client = await connect()
    const first = await client.post({ type: 'message', text: 'hallo' })
    await client.wait((activity) => replyOf(activity) === first)
    client.cut()
    const missed = await send(served, placeOf(client), { type: 'message', text: 'tijdens de stilte' })
    await client.wait((activity) => replyOf(activity) === missed.body.id)
    const after = await client.post({ type: 'message', text: 'en verder' })
    await client.wait((activity) => replyOf(activity) === after)
    const ids = client.activities.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)])
    expect(client.activities.map(textOf)).toEqual(
      (await poll(served, placeOf(client))).activities.map(({ text }) => text),
    )
  })

  it('gets the history on a new page with conversation and token (E4)', async () => {
    const before = await connect()
    const id = await before.post({ type: 'message', text: 'voor het herladen' })
    await before.wait((activity) => replyOf(activity) === id)
    const place = placeOf(before)
    before.end()
    const after = await connect(place)
    await after.wait((activity) => replyOf(activity) === id)
    expect(after.activities.map(textOf)).toEqual(['Welkom', 'voor het herladen', 'U zei: voor het herladen'])
    const next = await after.post({ type: 'message', text: 'na het herladen' })
    await after.wait((activity) => replyOf(activity) === next)
  })

  it('refreshes its token and goes on with the new one (E5)', async () => {
    const client = await connect()
    const { token } = placeOf(client)
    served.pass(900)
    await new Promise<void>((resolve) => {
      const look = setInterval(() => {
        if (placeOf(client).token === token) return
        clearInterval(look)
        resolve()
      }, 20)
    })
    served.pass(3000)
    const id = await client.post({ type: 'message', text: 'met het nieuwe' })
    await client.wait((activity) => replyOf(activity) === id)
    expect(client.statuses.at(-1)).toBe('Online')
  })

  it('gets thirty messages back in the order it sent them (E6)', async () => {
    const client = await connect()
    const ids: (string | undefined)[] = []
    for (let count = 0; count < 30; count++) ids.push(await client.post({ type: 'message', text: `nr ${count}` }))
    await client.wait((activity) => replyOf(activity) === ids.at(-1))
    const got = client.activities.map(({ id }) => id).filter((id) => ids.includes(id))
    expect(got).toEqual(ids)
  })

  it('never shows one person the words of another (E7)', async () => {
    const all = await Promise.all(Array.from({ length: 12 }, () => connect()))
    await Promise.all(
      all.map(async (client, person) => {
        for (let count = 0; count < 3; count++) {
          const id = await client.post({ type: 'message', text: `persoon-${person}-x` })
          await client.wait((activity) => replyOf(activity) === id)
        }
      }),
    )
    all.forEach((client, person) => {
      const texts = client.activities.map(textOf).filter((text) => text !== 'Welkom')
      expect(texts).toHaveLength(6)
      for (const text of texts) expect(text).toContain(`persoon-${person}-x`)
    })
  })
})
