import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { ask, poll, type Started, send, start } from './ask.ts'
import { type OpenedStream, openStream } from './open-stream.ts'
import { type Served, serve } from './serve.ts'

let served: Served
let streams: OpenedStream[]
beforeEach(async () => {
  served = await serve({ allowedOrigins: ['https://gemeente.example'] })
  streams = []
})
afterEach(async () => {
  for (const { socket } of streams) socket.terminate()
  await served.stop()
})

async function open(url: string, headers?: Record<string, string>): Promise<OpenedStream> {
  const stream = await openStream(url, headers)
  streams.push(stream)
  return stream
}

async function reconnect({ conversationId, token }: Started, watermark: string): Promise<string> {
  const path = `/conversations/${conversationId}?watermark=${watermark}`
  return (await ask(served, 'GET', path, { token })).body.streamUrl
}

const say = (started: Started, text: string) => send(served, started, { type: 'message', text })

describe('a stream', () => {
  it('begins with what was said before it opened, in text frames that are activity sets (W1)', async () => {
    const started = await start(served)
    await say(started, 'hallo')
    const stream = await open(started.streamUrl)
    await stream.until(() => stream.activities().length === 3)
    expect(stream.texts()).toEqual(['Welkom', 'hallo', 'U zei: hallo'])
    for (const { text, isBinary } of stream.frames) {
      expect(isBinary).toBe(false)
      expect(JSON.parse(text)).toEqual({ activities: expect.any(Array), watermark: expect.any(String) })
    }
  })

  it('brings echo and answer as they come; its last watermark is the current one (W2)', async () => {
    const started = await start(served)
    const stream = await open(started.streamUrl)
    await stream.until(() => stream.activities().length === 1)
    const sent = await say(started, 'hallo')
    await stream.until(() => stream.activities().length === 3)
    expect(stream.activities()[1]?.id).toBe(sent.body.id)
    expect(stream.activities()[2]?.replyToId).toBe(sent.body.id)
    const { watermark } = JSON.parse(stream.frames.at(-1)?.text ?? '')
    expect((await poll(served, started, watermark)).activities).toEqual([])
  })

  it('begins after the watermark when a client comes back (R2), and at the beginning for an empty one (R3)', async () => {
    const started = await start(served)
    await say(started, 'een')
    const { watermark } = (await poll(served, started)).body
    await say(started, 'twee')
    const late = await open(await reconnect(started, watermark))
    await late.until(() => late.activities().length >= 2)
    expect(late.texts()).toEqual(['twee', 'U zei: twee'])
    for (const unknown of ['', 'abc', '99']) {
      const whole = await open(await reconnect(started, unknown))
      await whole.until(() => whole.activities().length >= 5)
      expect(whole.texts()).toEqual(['Welkom', 'een', 'U zei: een', 'twee', 'U zei: twee'])
    }
  })

  it('ignores empty frames and other words of a client (W3, W4)', async () => {
    const started = await start(served)
    const stream = await open(started.streamUrl)
    for (const frame of ['', '', 'x', '{"activities":5}', Buffer.from([0, 255])]) stream.socket.send(frame)
    await say(started, 'nog steeds')
    await stream.until(() => stream.texts().includes('nog steeds'))
    expect(stream.socket.readyState).toBe(stream.socket.OPEN)
  })

  it('closes only the socket that sends a huge frame (W4)', async () => {
    const [mine, other] = [await start(served), await start(served)]
    const [noisy, quiet] = [await open(mine.streamUrl), await open(other.streamUrl)]
    noisy.socket.send('y'.repeat(2_000_000))
    expect(await noisy.closed).toBe(1009)
    await say(other, 'rustig')
    await quiet.until(() => quiet.texts().includes('rustig'))
    expect(served.errors).toEqual([])
  })

  it('is refused with an HTTP answer for a bad credential, conversation or path (W5)', async () => {
    const started = await start(served)
    const good = new URL(started.streamUrl)
    const [signed = ''] = [good.searchParams.get('t') ?? '']
    const variant = (change: (url: URL) => void): string => {
      const url = new URL(good)
      change(url)
      return url.href
    }
    const attempts: [string, number][] = [
      [variant((url) => url.searchParams.set('t', `${signed.slice(0, -4)}AAAA`)), 401],
      [variant((url) => url.searchParams.delete('t')), 401],
      [variant((url) => url.searchParams.set('t', started.token)), 401],
      [good.href.replace(started.conversationId, (await start(served)).conversationId), 404],
      [good.href.replace(started.conversationId, 'nope'), 404],
      [`${good.origin}/zomaar`, 404],
    ]
    for (const [url, status] of attempts) expect((await open(url)).status).toBe(status)
    served.pass(61)
    expect((await open(good.href)).status).toBe(401)
  })

  it('survives clients that reset while they are being answered (W5)', async () => {
    const { streamUrl } = await start(served)
    const { port, host, pathname, search } = new URL(streamUrl)
    for (const path of ['/zomaar', `${pathname}${search}`, pathname]) {
      const socket = connect(Number(port), '127.0.0.1')
      socket.on('error', () => {})
      await once(socket, 'connect')
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n`,
      )
      socket.resetAndDestroy()
    }
    expect((await say(await start(served), 'er nog?')).status).toBe(200)
  })

  it('reaches all of several sockets on one conversation, and closes the oldest above eight (W6)', async () => {
    const started = await start(served)
    const all = []
    for (let count = 0; count < 9; count++) all.push(await open(await reconnect(started, '')))
    const [oldest, ...rest] = all
    expect(await oldest?.closed).toBe(1001)
    await say(started, 'voor allemaal')
    for (const stream of rest) {
      await stream.until(() => stream.activities().length >= 3)
      expect(stream.texts()).toEqual(['Welkom', 'voor allemaal', 'U zei: voor allemaal'])
    }
  })

  it('is pinged, and dropped when it does not answer (W7)', async () => {
    const started = await start(served)
    const dead = await openStream(started.streamUrl)
    const live = await open(await reconnect(started, ''))
    dead.socket.on('ping', () => {})
    dead.socket.pause()
    const pinged = once(live.socket, 'ping')
    served.tick()
    await pinged
    // The pong must have come back; a message after it on the same connection would too, and clients send empty ones.
    await new Promise<void>((resolve) => live.socket.ping(() => resolve()))
    await once(live.socket, 'pong')
    served.tick()
    dead.socket.resume()
    expect(await dead.closed).toBe(1006)
    expect(live.socket.readyState).toBe(live.socket.OPEN)
  })

  it('is refused to pages of a foreign origin (W8)', async () => {
    const started = await start(served)
    expect((await open(started.streamUrl, { Origin: 'https://kwaad.example' })).status).toBe(403)
    expect((await open(started.streamUrl, { Origin: 'null' })).status).toBe(403)
    expect((await open(started.streamUrl, { Origin: 'https://gemeente.example' })).status).toBe(101)
    expect((await open(started.streamUrl, { Origin: served.origin })).status).toBe(101)
  })

  it('stays open when the token it was opened with ends (T4)', async () => {
    const started = await start(served)
    const stream = await open(started.streamUrl)
    served.pass(3601)
    served.tick()
    await served.runTurn({
      conversationId: started.conversationId,
      channel: 'directline',
      incoming: {
        kind: 'activity',
        activity: { type: 'message', timestamp: '', from: { id: 'staff', role: 'bot' }, text: 'later' },
      },
    })
    await stream.until(() => stream.texts().includes('later'))
    expect(stream.socket.readyState).toBe(stream.socket.OPEN)
  })

  it('brings what no hint told of, at the next look at the log', async () => {
    const started = await start(served)
    const stream = await open(started.streamUrl)
    await stream.until(() => stream.activities().length === 1)
    const from = { id: 'opstap', role: 'bot' as const }
    await served.store.commit({
      partition: started.conversationId,
      appends: [{ log: 'activities', value: { type: 'message', timestamp: '', from, text: 'stil' } }],
    })
    served.tick()
    await stream.until(() => stream.texts().includes('stil'))
    expect(stream.texts()).toEqual(['Welkom', 'stil'])
  })

  it('is closed with 1001 at shutdown, and no new one is opened', async () => {
    const started = await start(served)
    const stream = await open(started.streamUrl)
    const next = await reconnect(started, '')
    served.closeStreams()
    expect(await stream.closed).toBe(1001)
    expect((await open(next)).status).toBe(503)
  })
})
