import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { ask, poll, send, start } from './ask.ts'
import { type Served, serve } from './serve.ts'

let served: Served
beforeEach(async () => {
  served = await serve()
})
afterEach(() => served.stop())

describe('send', () => {
  it('gives the id under which the message comes back, with its channelData and a time (A1)', async () => {
    const started = await start(served)
    const channelData = { clientActivityID: 'abc', nested: { b: [1, 'ü', null], a: {} } }
    const sent = await send(served, started, { type: 'message', text: 'hallo', locale: 'nl-NL', channelData })
    expect(sent.status).toBe(200)
    const echo = (await poll(served, started)).activities.find(({ id }) => id === sent.body.id)
    expect(echo).toEqual({
      type: 'message',
      id: sent.body.id,
      timestamp: '2026-03-02T09:00:00.000Z',
      channelId: 'directline',
      conversation: { id: started.conversationId },
      from: { id: expect.stringMatching(/^dl_/), role: 'user' },
      text: 'hallo',
      textFormat: 'plain',
      locale: 'nl-NL',
      channelData,
    })
    expect(JSON.stringify(echo?.channelData)).toBe(JSON.stringify(channelData))
  })

  it('puts the message before its answer, which names it (A2)', async () => {
    const started = await start(served)
    const sent = await send(served, started, { type: 'message', text: 'hallo' })
    const { activities } = await poll(served, started)
    expect(activities.map(({ text }) => text)).toEqual(['Welkom', 'hallo', 'U zei: hallo'])
    expect(activities[2]?.replyToId).toBe(sent.body.id)
    expect(new Set(activities.map(({ id }) => id)).size).toBe(3)
  })

  it('takes the sender from the token, not from the activity (A3)', async () => {
    const started = await start(served)
    await send(served, started, { type: 'message', text: 'a' })
    await send(served, started, { type: 'message', text: 'b', from: { id: 'opstap', name: 'X', role: 'bot' } })
    const { activities } = await poll(served, started)
    const [a, b] = ['a', 'b'].map((text) => activities.find((activity) => activity.text === text))
    expect(b?.from).toEqual(a?.from)
    expect(b?.from.role).toBe('user')
  })

  it('keeps events, and lets typing pass without a trace (A4)', async () => {
    const started = await start(served)
    const event = await send(served, started, { type: 'event', name: 'a/b', value: { x: 1 } })
    const typing = await send(served, started, { type: 'typing' })
    expect([event.status, typing.status]).toEqual([200, 200])
    expect(typing.body.id).toEqual(expect.any(String))
    const { activities } = await poll(served, started)
    expect(activities.map(({ type }) => type)).toEqual(['message', 'event'])
    expect(activities[1]).toMatchObject({ id: event.body.id, name: 'a/b', value: { x: 1 } })
  })

  it.each([
    'conversationUpdate',
    'installationUpdate',
    'trace',
    'handoff',
    'command',
    'invoke',
    'zomaar',
    '__proto__',
    7,
  ])('refuses the type %s (A5)', async (type) => {
    const answer = await send(served, await start(served), { type, membersAdded: [{ id: 'x' }] })
    expect(answer.status).toBe(400)
    expect(answer.body.error.code).toBe('BadArgument')
  })

  it('refuses what is no activity at all (A6)', async () => {
    const started = await start(served)
    const deep = `{"type":"message","text":"x","channelData":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`
    for (const body of [
      '{',
      '[]',
      'null',
      '"x"',
      '12',
      '{}',
      '',
      '[{"type":"message"}]',
      `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
      deep,
    ]) {
      const answer = await send(served, started, body)
      expect(answer.status).toBe(400)
      expect(answer.body.error.code).toMatch(/^Bad/)
    }
    const form = await ask(served, 'POST', `/conversations/${started.conversationId}/activities`, {
      token: started.token,
      body: 'type=message',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(form.status).toBe(400)
    expect(served.errors).toEqual([])
  })

  it('answers 404 for a conversation that never was, was not started, or is another person’s (A8)', async () => {
    const [mine, other] = [await start(served), await start(served)]
    await send(served, other, { type: 'message', text: 'geheim' })
    const { body: unstarted } = await ask(served, 'POST', '/api/chat/token')
    const places = [
      { conversationId: 'nope', token: mine.token },
      { conversationId: other.conversationId, token: mine.token },
      unstarted,
    ]
    const answers = []
    for (const { conversationId, token } of places) {
      for (const [method, path] of [
        ['GET', `/conversations/${conversationId}/activities?watermark=`],
        ['POST', `/conversations/${conversationId}/activities`],
        ['GET', `/conversations/${conversationId}?watermark=`],
      ] as const) {
        const body = method === 'POST' ? { type: 'message', text: 'x' } : undefined
        answers.push(await ask(served, method, path, { token, body }))
      }
    }
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  })

  it('answers 413 to an activity over 256 KB, and takes one of 200 KB whole (A9)', async () => {
    const started = await start(served)
    const large = await send(served, started, { type: 'message', text: 'x'.repeat(300 * 1024) })
    expect(large.status).toBe(413)
    expect(large.body.error.code).toBe('MessageSizeTooBig')
    const text = 'é'.repeat(100_000)
    const sent = await send(served, started, { type: 'message', text })
    expect((await poll(served, started)).activities.find(({ id }) => id === sent.body.id)?.text).toBe(text)
  })

  it('answers 4xx to odd paths and wrong methods (A10)', async () => {
    const { conversationId, token } = await start(served)
    for (const [method, path] of [
      ['GET', '/conversations'],
      ['PUT', '/conversations'],
      ['DELETE', `/conversations/${conversationId}`],
      ['PATCH', `/conversations/${conversationId}/activities`],
      ['GET', '/conversations/..%2f..%2fetc%2fpasswd'],
      ['GET', '/conversations/%00/activities'],
      ['GET', '/conversations/%E0%A4%A/activities'],
      ['GET', `/conversations/${'a'.repeat(3000)}/activities`],
      ['GET', '/nope'],
    ] as const) {
      const answer = await ask(served, method, path, { token })
      expect([400, 404, 405]).toContain(answer.status)
      expect(answer.body.error.code).toEqual(expect.any(String))
    }
  })

  it('handles a message that is sent again once, and gives the same id', async () => {
    const started = await start(served)
    const activity = { type: 'message', text: 'een keer', channelData: { clientActivityID: 'once' } }
    const [first, second] = [await send(served, started, activity), await send(served, started, activity)]
    expect(second.status).toBe(200)
    expect(second.body.id).toBe(first.body.id)
    expect((await poll(served, started)).activities).toHaveLength(3)
  })

  it('answers 500 ServiceError when the turn fails, and tells nothing of why', async () => {
    let isBroken = false
    const failing = await serve({
      runTurn: async () => {
        if (isBroken) throw new Error('wat iemand zei')
        return { outcome: 'done', sequence: 0, replies: [] }
      },
    })
    const started = await start(failing)
    await failing.store.commit({
      partition: started.conversationId,
      puts: [{ collection: 'conversation', id: 'state', value: {} }],
    })
    isBroken = true
    const answer = await send(failing, started, { type: 'message', text: 'x' })
    expect(answer.status).toBe(500)
    expect(answer.body.error.code).toBe('ServiceError')
    expect(answer.text).not.toContain('iemand')
    expect(failing.errors).toHaveLength(1)
    await failing.stop()
  })
})

describe('poll', () => {
  it('gives all without a watermark, nothing at the end, and just what is newer in between (G1)', async () => {
    const started = await start(served)
    await send(served, started, { type: 'message', text: 'een' })
    const middle = (await poll(served, started)).body.watermark
    await send(served, started, { type: 'message', text: 'twee' })
    const all = await poll(served, started)
    expect(all.activities).toHaveLength(5)
    const newer = await poll(served, started, middle)
    expect(newer.activities.map(({ text }) => text)).toEqual(['twee', 'U zei: twee'])
    const end = await poll(served, started, all.body.watermark)
    expect(end.body).toEqual({ activities: [], watermark: all.body.watermark })
    const bare = await ask(served, 'GET', `/conversations/${started.conversationId}/activities`, {
      token: started.token,
    })
    expect(bare.body).toEqual(all.body)
  })

  it('begins at the beginning for a watermark that was never given (G2, G3)', async () => {
    const started = await start(served)
    for (const watermark of [
      'abc',
      '-1',
      '1e9',
      '2',
      '99999999999999999999',
      '%00',
      '-',
      'x'.repeat(4000),
      '0&watermark=1',
    ]) {
      const answer = await poll(served, started, watermark)
      expect(answer.status).toBe(200)
      expect(answer.activities).toHaveLength(1)
    }
  })

  it('is never cached (G4)', async () => {
    expect((await poll(served, await start(served))).headers.get('cache-control')).toBe('no-store')
  })

  it('goes on after what was erased, at the same watermark', async () => {
    const started = await start(served)
    await served.store.commit({
      partition: started.conversationId,
      eraseFirst: true,
      puts: [{ collection: 'conversation', id: 'state', value: {} }],
    })
    expect((await poll(served, started)).body).toEqual({ activities: [], watermark: '0' })
    await send(served, started, { type: 'message', text: 'verder' })
    expect((await poll(served, started, '1')).activities.map(({ text }) => text)).toEqual(['verder', 'U zei: verder'])
  })
})

describe('limits', () => {
  it('ends a burst of sends with 429 and Retry-After, while polls, refreshes and others go on (L1)', async () => {
    const limited = await serve({ limits: { sendPerConversation: { burst: 3, perSecond: 0.5 } } })
    const [mine, other] = [await start(limited), await start(limited)]
    for (const text of ['a', 'b', 'c']) expect((await send(limited, mine, { type: 'message', text })).status).toBe(200)
    const refused = await send(limited, mine, { type: 'message', text: 'd' })
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('2')
    expect(refused.body.error.code).toBe('RateLimit')
    expect((await send(limited, mine, { type: 'typing' })).status).toBe(200)
    expect((await poll(limited, mine)).status).toBe(200)
    expect((await ask(limited, 'POST', '/tokens/refresh', { token: mine.token })).status).toBe(200)
    expect((await ask(limited, 'GET', `/conversations/${mine.conversationId}`, { token: mine.token })).status).toBe(200)
    expect((await send(limited, other, { type: 'message', text: 'e' })).status).toBe(200)
    limited.pass(2)
    expect((await send(limited, mine, { type: 'message', text: 'f' })).status).toBe(200)
    await limited.stop()
  })

  it.each([
    ['sends from one address', { sendPerAddress: { burst: 1, perSecond: 1 } }, 429, 200],
    ['typing in one conversation', { typing: { burst: 1, perSecond: 1 } }, 200, 429],
  ] as const)('counts %s apart', async (_name, limits, message, typing) => {
    const limited = await serve({ limits })
    const started = await start(limited)
    await send(limited, started, { type: 'message', text: 'a' })
    await send(limited, started, { type: 'typing' })
    expect((await send(limited, started, { type: 'message', text: 'b' })).status).toBe(message)
    expect((await send(limited, started, { type: 'typing' })).status).toBe(typing)
    await limited.stop()
  })

  it('holds back new tokens and floods from one address', async () => {
    const limited = await serve({ limits: { token: { burst: 2, perSecond: 1 }, guard: { burst: 3, perSecond: 1 } } })
    const started = await start(limited)
    const more = [await ask(limited, 'POST', '/api/chat/token'), await ask(limited, 'POST', '/api/chat/token')]
    expect(more.map(({ status }) => status)).toEqual([200, 429])
    const polls = [await poll(limited, started), await poll(limited, started), await poll(limited, started)]
    expect(polls.map(({ status }) => status)).toEqual([200, 200, 429])
    await limited.stop()
  })
})
