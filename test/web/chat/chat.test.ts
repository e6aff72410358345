import { describe, expect, it } from '@jest/globals'
import { type Chat, createChat } from '../../../src/web/chat/chat.ts'
import { bubblesOf } from '../../../src/web/chat/chat-state.ts'
import { strings as texts } from '../../../src/web/chat/strings.ts'
import { later, ok, type Script, scriptDirectLine } from './fake-direct-line.ts'

const strings = texts.nl
const start = { language: 'nl' as const, greeting: { texts: ['Hallo.'], buttons: ['Menu'] }, help: [] }
const opened: Script = {
  requestToken: [ok({ token: 't1', expiresInMs: 3_600_000, domain: '/dl' })],
  start: [ok({ conversationId: 'c1', streamUrl: 'ws://a/1' })],
  resume: [ok({ conversationId: 'c1', streamUrl: 'ws://a/2' })],
}

/** What a screen reader says, in one string. */
const announced = (chat: Chat) =>
  chat
    .state()
    .announcement.map(({ by, text }) => (by === undefined ? text : `${by} ${text}`))
    .join(' ')

/** Lets everything that is ready run. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

function begin(script: Script, stored: Record<string, string> = {}) {
  const timers: { ms: number; callBack: () => void }[] = []
  const sockets: { text: (text: string) => void; open: () => void; close: () => void }[] = []
  const view = { isVisible: true, now: new Date('2026-11-23T09:00:00Z') }
  let wakes = 0
  const directLine = scriptDirectLine({ ...opened, ...script })
  let ids = 0
  const chat = createChat({
    start,
    directLine,
    openSocket: (_url, on) => {
      sockets.push(on)
      return () => {}
    },
    storage: {
      getItem: (key) => stored[key] ?? null,
      setItem: (key, value) => {
        stored[key] = value
      },
      removeItem: (key) => {
        delete stored[key]
      },
    },
    pause: { wait: () => new Promise(() => {}), wake: () => wakes++ },
    after: (ms, callBack) => {
      const timer = { ms, callBack }
      timers.push(timer)
      return () => {
        timer.callBack = () => {}
      }
    },
    random: () => 0,
    createId: () => `m${++ids}`,
    clock: { now: () => view.now },
    isVisible: () => view.isVisible,
    show: () => {},
  })
  const pass = (ms: number) => {
    for (const timer of timers.splice(0)) {
      if (timer.ms <= ms) timer.callBack()
      else timers.push(timer)
    }
  }
  const bring = (...activities: object[]) =>
    sockets.at(-1)?.text(JSON.stringify({ activities, watermark: String(activities.length) }))
  return { chat, directLine, stored, pass, bring, sockets, view, wakes: () => wakes }
}

function bot(sequence: number, text: string) {
  return { type: 'message', id: `c1|${sequence}`, timestamp: `t${sequence}`, from: { id: 'b', role: 'bot' }, text }
}

function echo(sequence: number, text: string, clientActivityID: string) {
  return { ...bot(sequence, text), from: { id: 'p', role: 'user' }, channelData: { clientActivityID } }
}

describe('a chat', () => {
  it('stores nothing and asks nothing before the person does something', () => {
    const { chat, stored, directLine } = begin({})
    chat.resume()
    expect(stored).toEqual({})
    expect(directLine.calls).toEqual([])
  })

  it('shows and stores a message at once, before there is a conversation', () => {
    const { chat, stored } = begin({ send: [ok('accepted')] })
    chat.say('mijn uitkering')
    expect(bubblesOf(chat.state()).at(-1)).toMatchObject({ text: 'mijn uitkering', delivery: 'sending' })
    expect(stored.opstap).toContain('mijn uitkering')
  })

  it('sends what was stored once more after a reload, with the same id', async () => {
    const first = begin({ send: [later()] })
    first.chat.say('hoi')
    await settle()
    const second = begin({ send: [ok('accepted')] }, first.stored)
    second.chat.resume()
    await settle()
    expect(second.directLine.calls).toContain('send t1 m1')
    expect(second.directLine.calls).not.toContain('start t1')
  })

  it('drops the waiting message when its echo comes, and shows it once', async () => {
    const { chat, bring } = begin({ send: [ok('accepted')] })
    chat.say('hoi')
    await settle()
    bring(bot(1, 'Hallo.'), echo(2, 'hoi', 'm1'), bot(3, 'Dag.'))
    expect(bubblesOf(chat.state()).map((bubble) => bubble.text)).toEqual(['Hallo.', 'hoi', 'Dag.'])
  })

  it('announces what was sent and what the bot says, once and together', async () => {
    const { chat, bring, pass } = begin({ send: [ok('accepted')] })
    chat.say('hoi')
    await settle()
    bring(bot(1, 'Hallo.'), echo(2, 'hoi', 'm1'), bot(3, 'Dag.'), bot(4, 'Waarmee kan ik helpen?'))
    bring(bot(3, 'Dag.'))
    pass(200)
    expect(announced(chat)).toBe('Bericht verstuurd. Opstap zegt: Dag. Opstap zegt: Waarmee kan ik helpen?')
  })

  it('announces what the bot says in its own language, and who says it in that of the page', async () => {
    const { chat, bring, pass } = begin({ send: [ok('accepted')] })
    chat.say('merhaba')
    await settle()
    bring(bot(1, 'Hallo.'), echo(2, 'merhaba', 'm1'), { ...bot(3, 'Bir bilgisayar.'), locale: 'tr' })
    pass(200)
    expect(chat.state().announcement.at(-1)).toEqual({ by: strings.botSays, text: 'Bir bilgisayar.', tag: 'tr' })
    expect(chat.state().language).toBe('nl')
  })

  it('takes the language of the conversation, and has it again after a reload', async () => {
    const first = begin({ send: [ok('accepted')] })
    first.chat.say('hello')
    await settle()
    first.bring(bot(1, 'Hallo.'), echo(2, 'hello', 'm1'), { ...bot(3, 'Hello.'), locale: 'en-GB' })
    first.pass(200)
    expect(first.chat.state().language).toBe('en')
    expect(announced(first.chat)).toContain('Opstap says: Hello.')
    expect(begin({}, first.stored).chat.state().language).toBe('en')
  })

  it('does not take the language of a tab that has no conversation any more', () => {
    expect(begin({}, { opstap: JSON.stringify({ language: 'en' }) }).chat.state().language).toBe('nl')
  })

  it('knows where the conversation is found as soon as there is one', async () => {
    const { chat } = begin({})
    expect(chat.address()).toBeUndefined()
    chat.connect()
    await settle()
    expect(chat.address()).toEqual({ domain: '/dl', token: 't1', conversationId: 'c1' })
  })

  it('keeps what came in while the person looked away, and says it when they are back', async () => {
    const { chat, bring, pass, view } = begin({})
    chat.connect()
    await settle()
    view.isVisible = false
    bring(bot(1, 'Dag.'))
    pass(200)
    expect(announced(chat)).toBe('')
    view.isVisible = true
    chat.lookAgain()
    expect(announced(chat)).toBe('Opstap zegt: Dag.')
  })

  it('announces nothing of the history after a reload, but does announce what is newer', async () => {
    const stored = {
      opstap: JSON.stringify({
        conversation: { domain: '/dl', token: 't', conversationId: 'c1' },
        seenId: 'c1|2',
        outbox: [],
        settings: {},
      }),
    }
    const { chat, bring, pass } = begin({}, stored)
    chat.resume()
    expect(chat.state().isResuming).toBe(true)
    await settle()
    bring(bot(1, 'Oud.'), bot(2, 'Ook oud.'), bot(3, 'Nieuw.'))
    pass(200)
    expect(announced(chat)).toBe('Opstap zegt: Nieuw.')
    expect(chat.state().isResuming).toBe(false)
  })

  it('says after a second that it looks for the answer, and after a long time that nothing is lost', async () => {
    const { chat, pass, bring, sockets } = begin({ send: [ok('accepted')] })
    chat.say('hoi')
    await settle()
    sockets[0]?.open()
    expect(chat.state().answerWait).toBe('short')
    pass(1000)
    expect(chat.state().answerWait).toBe('noticeable')
    pass(15_000)
    expect(chat.state().answerWait).toBe('long')
    await settle()
    bring(echo(1, 'hoi', 'm1'), bot(2, 'Dag.'))
    expect(chat.state().answerWait).toBe('none')
  })

  it('makes a new connection when the echo of a delivered message stays away', async () => {
    const { chat, pass, sockets, directLine } = begin({ send: [ok('accepted')] })
    chat.say('hoi')
    await settle()
    sockets[0]?.open()
    pass(5000)
    await settle()
    expect(sockets).toHaveLength(2)
    expect(directLine.calls.filter((call) => call.startsWith('send'))).toHaveLength(1)
  })

  it('renews a connection that may have died while a phone slept, and leaves one alone after a short look away', async () => {
    const { chat, sockets, view } = begin({})
    chat.connect()
    await settle()
    sockets[0]?.open()
    chat.lookAway()
    chat.lookAgain()
    await settle()
    expect(sockets).toHaveLength(1)
    chat.lookAway()
    view.now = new Date('2026-11-23T09:01:00Z')
    chat.lookAgain()
    await settle()
    expect(sockets).toHaveLength(2)
  })

  it('tries at once when the person says something without a connection, and waits its turn otherwise', async () => {
    const { chat, wakes } = begin({ send: [later()] })
    chat.say('een')
    expect(wakes()).toBe(0)
    chat.goOffline()
    chat.say('twee')
    expect(wakes()).toBe(1)
  })

  it('tells that the conversation is gone and begins a new one with what still waits', async () => {
    const { chat, pass } = begin({ send: [{ outcome: 'gone' }] })
    chat.say('hoi')
    await settle()
    pass(200)
    expect(chat.state()).toMatchObject({ hasStartedAnew: true, outbox: [{ id: 'm1', state: 'waiting' }] })
    expect(announced(chat)).toContain(strings.startedAnew)
  })

  it('lets the person send a refused message again or take it away', async () => {
    const { chat, directLine } = begin({ send: [{ outcome: 'refused' }, { outcome: 'refused' }, ok('accepted')] })
    chat.say('een')
    await settle()
    chat.retry('m1')
    await settle()
    expect(directLine.calls.filter((call) => call.startsWith('send'))).toEqual(['send t1 m1', 'send t1 m1'])
    chat.remove('m1')
    expect(chat.state().outbox).toEqual([])
  })

  it('remembers for this tab how the person wants to answer', () => {
    const { chat, stored } = begin({})
    chat.choose({ answering: 'buttons' })
    chat.choose({ textSize: 200 })
    expect(begin({}, stored).chat.state().settings).toEqual({ answering: 'buttons', textSize: 200 })
  })
})
