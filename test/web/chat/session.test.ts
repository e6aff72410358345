import { describe, expect, it } from '@jest/globals'
import type { Address } from '../../../src/web/chat/direct-line.ts'
import { createSession } from '../../../src/web/chat/session.ts'
import { later, ok, type Script, scriptDirectLine } from './fake-direct-line.ts'

const grant = { token: 't1', expiresInMs: 3_600_000, domain: '/dl' }
const item = { id: 'm1', text: 'hoi', createdAt: '', state: 'sending' } as const

function begin(script: Script, resumed?: Address) {
  const directLine = scriptDirectLine(script)
  const waits: number[] = []
  const kept: (Address | undefined)[] = []
  const timers: { ms: number; callBack: () => void }[] = []
  const told: string[] = []
  const session = createSession({
    directLine,
    resumed,
    wait: async (ms) => void waits.push(ms),
    after: (ms, callBack) => {
      const timer = { ms, callBack }
      timers.push(timer)
      return () => timers.splice(timers.indexOf(timer), timers.includes(timer) ? 1 : 0)
    },
    random: () => 0,
    keep: (address) => kept.push(address),
    tellStartedAnew: () => told.push('started anew'),
  })
  return { session, directLine, waits, kept, timers, told, send: () => session.use((at) => directLine.send(at, item)) }
}

const opened = ok({ conversationId: 'c1', streamUrl: 'ws://a/s1' })

describe('a session', () => {
  it('asks nothing of the server before it is used', () => {
    expect(begin({}).directLine.calls).toEqual([])
  })

  it('gets a token and a conversation once, for everybody who uses it at the same time', async () => {
    const { send, directLine, kept } = begin({ requestToken: [ok(grant)], start: [opened], send: [ok('accepted')] })
    await Promise.all([send(), send()])
    expect(directLine.calls).toEqual(['requestToken', 'start t1', 'send t1 m1', 'send t1 m1'])
    expect(kept).toEqual([{ domain: '/dl', token: 't1', conversationId: 'c1' }])
  })

  it('keeps asking while there is no network, with growing pauses, and as late as a busy server wants', async () => {
    const { send, waits } = begin({
      requestToken: [later(), later(), later(9000), ok(grant)],
      start: [opened],
      send: [ok('accepted')],
    })
    await expect(send()).resolves.toEqual(ok('accepted'))
    expect(waits).toEqual([1000, 2000, 9000])
  })

  it('replaces a token that ended by one for the same conversation', async () => {
    const { send, directLine, kept, told } = begin({
      requestToken: [ok(grant), ok({ ...grant, token: 't2', conversationId: 'c1' })],
      start: [opened],
      send: [{ outcome: 'expired' }, ok('accepted')],
    })
    await expect(send()).resolves.toEqual(later())
    await expect(send()).resolves.toEqual(ok('accepted'))
    expect(directLine.calls).toEqual(['requestToken', 'start t1', 'send t1 m1', 'requestToken t1', 'send t2 m1'])
    expect(kept.at(-1)).toEqual({ domain: '/dl', token: 't2', conversationId: 'c1' })
    expect(told).toEqual([])
  })

  it('says so and begins anew when the new token is for another conversation', async () => {
    const { send, told, kept } = begin({
      requestToken: [ok(grant), ok({ ...grant, token: 't2', conversationId: 'c9' }), ok({ ...grant, token: 't3' })],
      start: [opened, ok({ conversationId: 'c2' })],
      send: [{ outcome: 'expired' }, ok('accepted')],
    })
    await send()
    expect(told).toEqual(['started anew'])
    await send()
    expect(kept.at(-1)).toEqual({ domain: '/dl', token: 't3', conversationId: 'c2' })
  })

  it('says so once and begins anew when the conversation is gone', async () => {
    const { send, told } = begin({
      requestToken: [ok(grant)],
      start: [opened, ok({ conversationId: 'c2' })],
      send: [{ outcome: 'gone' }, { outcome: 'gone' }, ok('accepted')],
    })
    await Promise.all([send(), send()])
    await expect(send()).resolves.toEqual(ok('accepted'))
    expect(told).toEqual(['started anew'])
  })

  it('goes on in the conversation of before a reload, and refreshes its token soon', async () => {
    const resumed = { domain: '/dl', token: 't0', conversationId: 'c0' }
    const { send, directLine, timers, kept } = begin(
      { send: [ok('accepted')], refreshToken: [ok({ ...grant, token: 't1' })] },
      resumed,
    )
    await send()
    expect(directLine.calls).toEqual(['send t0 m1'])
    expect(timers.map((timer) => timer.ms)).toEqual([5000])
    timers[0]?.callBack()
    await Promise.resolve()
    await Promise.resolve()
    expect(kept.at(-1)).toEqual({ ...resumed, token: 't1' })
    expect(timers.at(-1)?.ms).toBe(2_700_000)
  })

  it('uses the stream address of the start once, then asks for one from the watermark', async () => {
    const { session, directLine } = begin({
      requestToken: [ok(grant)],
      start: [opened],
      resume: [ok({ conversationId: 'c1', streamUrl: 'ws://a/s2' })],
    })
    await expect(session.openStream()).resolves.toEqual(ok({ conversationId: 'c1', streamUrl: 'ws://a/s1' }))
    await expect(session.openStream({ conversationId: 'c1', watermark: '4' })).resolves.toEqual(
      ok({ conversationId: 'c1', streamUrl: 'ws://a/s2' }),
    )
    await session.openStream({ conversationId: 'another', watermark: '9' })
    expect(directLine.calls.slice(2)).toEqual(['resume c1 4', 'resume c1'])
  })
})
