import { request } from 'node:http'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { deliverActivityKind } from '../../../src/channels/teams/delivery.ts'
import { startOutbox } from '../../../src/outbox/run-jobs.ts'
import { activityLog, type RunTurn } from '../../../src/turn/turn.ts'
import { type StartedChannel, startChannel } from './start-channel.ts'

let bot: StartedChannel

beforeEach(async () => {
  bot = await startChannel()
})
afterEach(() => bot.stop())

function texts(): (string | undefined)[] {
  return bot.connector.accepted.map(({ activity }) => activity.text)
}

/** Claims what is due and hands it to the channel once, as the outbox does. */
async function runOutboxOnce(): Promise<void> {
  const due = await bot.store.claimJobs({
    kinds: [deliverActivityKind],
    now: bot.clock.now(),
    leaseMs: 60_000,
    limit: 10,
  })
  for (const job of due) {
    const outcome = await bot.channel.jobHandlers[deliverActivityKind](job, new AbortController().signal)
    if (outcome.outcome === 'retry') {
      const dueAt = new Date(bot.clock.now().getTime() + (outcome.afterMs ?? 1_000))
      await bot.store.settleJob(job, { result: 'retry', dueAt, reason: outcome.reason })
    } else {
      await bot.store.settleJob(
        job,
        outcome.outcome === 'done' ? { result: 'done' } : { result: 'dead', reason: outcome.reason },
      )
    }
  }
}

/** Sends a request with headers that fetch does not allow. */
function postRaw(headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      bot.url,
      { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
      (answer) => {
        answer.resume()
        resolve(answer.statusCode ?? 0)
      },
    )
    sent.on('error', reject)
    sent.end(JSON.stringify(bot.message()))
  })
}

describe('a message', () => {
  it('is answered in the conversation it came from, in order', async () => {
    expect((await bot.post(bot.message())).status).toBe(200)
    expect(texts()).toEqual(['echo: hallo', 'and now?\n\n• Bel 113'])
    const [first] = bot.connector.accepted
    expect(first?.path).toBe('/v3/conversations/a%3Arobin-de-vries/activities/activity-1')
    expect(first?.activity).toMatchObject({
      type: 'message',
      textFormat: 'plain',
      conversation: { id: 'a:robin-de-vries' },
      from: { id: '28:opstap' },
      recipient: { id: '29:robin' },
      replyToId: 'activity-1',
      channelData: { opstap: { topic: 'menu', step: 'echo', kind: 'answer' } },
    })
    expect(bot.connector.accepted[1]?.activity.suggestedActions).toEqual({
      to: [],
      actions: [{ type: 'imBack', title: 'Menu', value: 'Menu' }],
    })
  })

  it('leaves no job behind when its answer was delivered in the turn', async () => {
    await bot.post(bot.message())
    expect(await bot.store.countJobs()).toEqual({ planned: 0, running: 0, dead: 0 })
  })

  it('is answered once when it comes twice', async () => {
    const both = await Promise.all([bot.post(bot.message()), bot.post(bot.message())])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect((await bot.post(bot.message())).status).toBe(200)
    expect(texts()).toHaveLength(2)
  })

  it('is answered in the response when the caller waits there, also when it asks again', async () => {
    const message = bot.message({ deliveryMode: 'expectReplies' })
    for (const body of [(await bot.post(message)).body, (await bot.post(message)).body]) {
      const { activities } = JSON.parse(body)
      expect(activities.map((activity: { text: string }) => activity.text)).toEqual([
        'echo: hallo',
        'and now?\n\n• Bel 113',
      ])
    }
    expect(texts()).toEqual([])
  })

  it('keeps names and ids of the channel out of log lines and out of the key of the conversation', async () => {
    bot.connector.nextAnswers.push({ status: 500 })
    await bot.post(bot.message())
    expect(bot.lines.length).toBeGreaterThan(0)
    expect(JSON.stringify(bot.lines)).not.toMatch(/robin|29:|hallo|private/i)
  })

  it('of one conversation waits for the one before it', async () => {
    await Promise.all([1, 2, 3].map((n) => bot.post(bot.message({ id: `activity-${n}`, text: `nr ${n}` }))))
    const seen = texts()
    expect(seen).toHaveLength(6)
    for (let index = 1; index < 6; index += 2) expect(seen[index]).toMatch(/^and now/)
  })
})

describe('the start of a conversation', () => {
  const somebody = {
    type: 'conversationUpdate',
    membersAdded: [{ id: '28:opstap' }, { id: '29:robin' }],
    text: undefined,
  }

  it('is greeted when somebody other than the bot joins', async () => {
    await bot.post(bot.message({ ...somebody, id: 'update-1' }))
    expect(texts()).toEqual(['welcome'])
  })

  it('is greeted once, however often the channel announces it', async () => {
    await Promise.all([
      bot.post(bot.message({ ...somebody, id: 'update-1' })),
      bot.post(bot.message({ type: 'installationUpdate', action: 'add', id: 'update-2' })),
    ])
    await bot.post(bot.message({ ...somebody, id: 'update-3' }))
    expect(texts()).toEqual(['welcome'])
  })

  it.each([
    ['only the bot joined', { ...somebody, membersAdded: [{ id: '28:opstap' }] }],
    ['the app was removed', { type: 'installationUpdate', action: 'remove' }],
    ['it is a group', { ...somebody, conversation: { id: 'g', conversationType: 'groupChat', isGroup: true } }],
  ])('is not greeted when %s', async (_why, changes) => {
    expect((await bot.post(bot.message(changes))).status).toBe(200)
    expect(texts()).toEqual([])
  })
})

describe('a group', () => {
  it('is not answered, because everybody would read along', async () => {
    const inGroup = { conversation: { id: 'g', conversationType: 'channel' }, text: 'hallo' }
    expect((await bot.post(bot.message(inGroup))).status).toBe(200)
    expect(texts()).toEqual([])
    expect(await bot.store.countJobs()).toEqual({ planned: 0, running: 0, dead: 0 })
  })
})

describe('other activities', () => {
  it.each(['typing', 'messageReaction', 'messageUpdate', 'endOfConversation', 'handoff', 'something-new'])(
    'of type %s are taken without an answer',
    async (type) => {
      expect(await bot.post(bot.message({ type }))).toMatchObject({ status: 200, body: '' })
      expect(texts()).toEqual([])
    },
  )

  it('handoff.status is not refused', async () => {
    const status = { type: 'event', name: 'handoff.status', value: { state: 'accepted' } }
    expect((await bot.post(bot.message(status))).status).toBe(200)
  })

  it('an invoke gets the status that says we do not do it', async () => {
    expect((await bot.post(bot.message({ type: 'invoke', name: 'task/fetch' }))).status).toBe(501)
  })
})

describe('a bad body', () => {
  it.each([
    ['no JSON', '{"type": "mess'],
    ['nothing', ''],
    ['an array', '[]'],
    ['null', 'null'],
    ['a text', '"message"'],
    ['no type', { type: undefined }],
    ['an empty type', { type: '' }],
    ['a number as type', { type: 7 }],
    ['a number as text', { text: 7 }],
    ['no conversation', { conversation: undefined }],
    ['a text as conversation', { conversation: 'abc' }],
    ['a conversation without id', { conversation: {} }],
    ['no channel', { channelId: undefined }],
    ['a service that is no URL', { serviceUrl: 'nowhere' }],
    ['a service that is a file', { serviceUrl: 'file:///etc/passwd' }],
    ['members that are no list', { type: 'conversationUpdate', membersAdded: 'robin' }],
    ['an id of two thousand characters', { id: 'x'.repeat(2_000) }],
  ])('with %s is refused with a stable code', async (_what, body) => {
    const answer = await bot.post(typeof body === 'string' ? body : bot.message(body))
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'BadSyntax' } })
    expect(texts()).toEqual([])
  })

  it('of another type than JSON is refused', async () => {
    expect((await bot.post(bot.message(), { 'content-type': 'text/plain' })).status).toBe(415)
  })

  it('that is too large is refused', async () => {
    expect((await bot.post(bot.message({ text: 'x'.repeat(1_000_000) }))).status).toBe(413)
  })

  it.each([[''], ['👋👋'], ['x'.repeat(10_000)], ['\u0000\u001b[31m'], ['{"a":1}']])(
    'is not: text %j',
    async (text) => {
      expect((await bot.post(bot.message({ text }))).status).toBe(200)
      expect(texts()).toHaveLength(2)
    },
  )
})

describe('without MicrosoftAppId', () => {
  it('starts whatever type of registration is set', async () => {
    await bot.stop()
    bot = await startChannel({ appId: '', appType: 'SingleTenant' })
    expect((await bot.post(bot.message())).status).toBe(200)
  })

  it('says once, in the log, who may speak', async () => {
    await bot.post(bot.message())
    await bot.post(bot.message({ id: 'activity-2' }))
    expect(bot.lines.filter(({ message }) => message.includes('this machine only'))).toHaveLength(1)
  })

  it('answers no service elsewhere', async () => {
    const answer = await bot.post(bot.message({ serviceUrl: 'https://smba.trafficmanager.net/emea/' }))
    expect(answer.status).toBe(403)
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'Forbidden' } })
    expect(await bot.store.lastSequence('any', activityLog)).toBe(0)
  })

  it('delivers no old job to a service elsewhere', async () => {
    const reference = { channelId: 'msteams', serviceUrl: 'https://example.org/', conversation: { id: 'a' } }
    const payload = { format: 1, reference, activities: [{ type: 'message', text: 'hoi' }] }
    await bot.store.commit({
      partition: 'p',
      jobs: [{ id: 'j', kind: deliverActivityKind, dueAt: bot.clock.now(), payload }],
    })
    await runOutboxOnce()
    expect(await bot.store.countJobs()).toMatchObject({ dead: 1 })
  })

  it.each([
    ['came through a proxy', { 'x-forwarded-for': '203.0.113.7' }],
    ['came through a proxy that uses the standard header', { forwarded: 'for=203.0.113.7' }],
    ['a web page made under its own host name', { host: 'evil.example' }],
  ])('refuses a request that %s', async (_how, headers) => {
    expect(await postRaw(headers)).toBe(403)
    expect(texts()).toEqual([])
  })
})

describe('with MicrosoftAppId', () => {
  beforeEach(async () => {
    await bot.stop()
    bot = await startChannel({ appId: '00000000-0000-0000-0000-0000000000aa', appPassword: 'not-a-real-password' })
  })

  it.each([[{}], [{ authorization: 'Bearer' }], [{ authorization: 'Basic cm9iaW4=' }]])(
    'refuses a request without a token: %j',
    async (headers: Record<string, string>) => {
      const answer = await bot.post(bot.message(), headers)
      expect(answer.status).toBe(401)
      expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'Unauthorized' } })
      expect(answer.body).not.toMatch(/node_modules|AuthenticationError/)
      expect(texts()).toEqual([])
    },
  )
})

describe('delivery', () => {
  it('goes on after the Connector failed, without saying anything twice', async () => {
    bot.connector.nextAnswers.push({ status: 200 }, { status: 500 })
    expect((await bot.post(bot.message())).status).toBe(200)
    expect(texts()).toEqual(['echo: hallo'])
    expect(await bot.store.countJobs()).toEqual({ planned: 1, running: 0, dead: 0 })
    bot.clock.pass(60_000)
    await runOutboxOnce()
    expect(texts()).toEqual(['echo: hallo', 'and now?\n\n• Bel 113'])
    expect(bot.connector.accepted[1]).toMatchObject({
      path: '/v3/conversations/a%3Arobin-de-vries/activities/activity-1',
      activity: { from: { id: '28:opstap' }, recipient: { id: '29:robin' } },
    })
    expect(await bot.store.countJobs()).toEqual({ planned: 0, running: 0, dead: 0 })
  })

  it('says nothing twice when the outbox gets only a part of it out', async () => {
    bot.connector.nextAnswers.push({ status: 503 }, { status: 200 }, { status: 502 })
    await bot.post(bot.message())
    bot.clock.pass(60_000)
    await runOutboxOnce()
    expect(texts()).toEqual(['echo: hallo'])
    bot.clock.pass(60_000)
    await runOutboxOnce()
    expect(texts()).toEqual(['echo: hallo', 'and now?\n\n• Bel 113'])
    expect(await bot.store.countJobs()).toEqual({ planned: 0, running: 0, dead: 0 })
  })

  it('waits without the names that came with the message', async () => {
    bot.connector.nextAnswers.push({ status: 503 })
    const conversation = { id: 'a:1', conversationType: 'personal', name: 'Robin de Vries', tenantId: 'tenant' }
    await bot.post(bot.message({ conversation, summary: 'Robin de Vries', speak: 'Robin de Vries' }))
    bot.clock.pass(60_000)
    const due = { kinds: [deliverActivityKind], now: bot.clock.now(), leaseMs: 1_000, limit: 10 }
    const [job] = await bot.store.claimJobs(due)
    expect(job?.payload).toMatchObject({ reference: { conversation: { id: 'a:1', tenantId: 'tenant', name: '' } } })
    expect(JSON.stringify(job)).not.toMatch(/Vries/)
  })

  it('waits as long as the Connector asks', async () => {
    bot.connector.nextAnswers.push({ status: 429, code: 'Throttled', retryAfter: '30' })
    await bot.post(bot.message())
    bot.clock.pass(29_999)
    await runOutboxOnce()
    expect(texts()).toEqual([])
    bot.clock.pass(1)
    await runOutboxOnce()
    expect(texts()).toHaveLength(2)
  })

  it.each([
    [403, 'BotNotInConversationRoster'],
    [404, 'ConversationNotFound'],
    [413, 'MessageSizeTooBig'],
  ])('is laid aside when the Connector says %i %s', async (status, code) => {
    bot.connector.nextAnswers.push({ status, code }, { status, code })
    expect((await bot.post(bot.message())).status).toBe(200)
    const warned = bot.lines.find(({ level }) => level === 'warn')
    expect(warned?.fields).toEqual({ reason: `status-${status}-${code}` })
    await runOutboxOnce()
    expect(await bot.store.countJobs()).toEqual({ planned: 0, running: 0, dead: 1 })
    expect(texts()).toEqual([])
  })

  it('goes on when the Connector cannot be reached', async () => {
    await bot.connector.close()
    expect((await bot.post(bot.message())).status).toBe(200)
    expect(bot.lines.find(({ level }) => level === 'warn')?.fields).toEqual({ reason: 'unreachable' })
    expect(await bot.store.countJobs()).toMatchObject({ planned: 1 })
  })

  it('leaves the turn a minute before the outbox takes over, and then does what a dead process left', async () => {
    // The turn of a process that died after its commit: planned, but never sent.
    const died: RunTurn = async ({ conversationId, planDelivery }) => {
      const reply = { type: 'message', timestamp: '', from: { id: 'opstap', role: 'bot' }, text: 'nog net' } as const
      const jobs = planDelivery?.([{ sequence: 2, activity: reply }]) ?? []
      await bot.store.commit({ partition: conversationId, jobs })
      throw new Error('killed')
    }
    await bot.stop()
    bot = await startChannel({ runTurn: died })
    expect((await bot.post(bot.message())).status).toBe(500)
    bot.clock.pass(59_999)
    await runOutboxOnce()
    expect(texts()).toEqual([])
    bot.clock.pass(1)
    await runOutboxOnce()
    expect(texts()).toEqual(['nog net'])
  })

  it('runs in the real outbox', async () => {
    bot.connector.nextAnswers.push({ status: 500 })
    await bot.post(bot.message())
    bot.clock.pass(60_000)
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
    const outbox = startOutbox({ store: bot.store, handlers: bot.channel.jobHandlers, clock: bot.clock, log })
    outbox.wake()
    await outbox.close()
    expect(texts()).toHaveLength(2)
  })

  it('lays a job aside that it cannot read', async () => {
    const job = { id: 'j', kind: deliverActivityKind, dueAt: bot.clock.now(), payload: { format: 9 } }
    await bot.store.commit({ partition: 'p', jobs: [job] })
    await runOutboxOnce()
    expect(await bot.store.countJobs()).toMatchObject({ dead: 1 })
  })
})

describe('a turn that fails', () => {
  const failing: RunTurn = async () => {
    throw new Error('geheim van Robin')
  }

  it('apologises in our words, answers 500 and tells nobody why', async () => {
    await bot.stop()
    bot = await startChannel({ runTurn: failing, apology: 'Sorry, er ging iets mis.' })
    const answer = await bot.post(bot.message())
    expect(answer.status).toBe(500)
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'ServiceError' } })
    expect(answer.body).not.toContain('geheim')
    expect(texts()).toEqual(['Sorry, er ging iets mis.'])
    expect(JSON.stringify(bot.lines)).not.toContain('geheim')
  })

  it('answers 500 also when the apology cannot be brought', async () => {
    await bot.stop()
    bot = await startChannel({ runTurn: failing, apology: 'Sorry, er ging iets mis.' })
    bot.connector.nextAnswers.push({ status: 403 })
    expect((await bot.post(bot.message())).status).toBe(500)
  })

  it('does not keep the next message waiting', async () => {
    expect((await bot.post(bot.message())).status).toBe(200)
    await new Promise<void>((resolve) => {
      // A caller that hangs up in the middle.
      const socket = connect(Number(new URL(bot.url).port), '127.0.0.1', () => socket.destroy())
      socket.on('close', () => resolve())
    })
    expect((await bot.post(bot.message({ id: 'activity-2' }))).status).toBe(200)
  })
})
