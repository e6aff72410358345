import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Content } from '../../src/conversation/content.ts'
import { wordsIn } from '../../src/conversation/words-in.ts'
import { readCase } from '../../src/handoff/case.ts'
import type { Log } from '../../src/log.ts'
import { createCodec } from '../../src/privacy/codec.ts'
import { type Store, StoreError } from '../../src/store/contract.ts'
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts'
import type { LoggedActivity } from '../../src/turn/activity.ts'
import { keepContentVersions } from '../../src/turn/content-versions.ts'
import { type Conversations, createConversations } from '../../src/turn/conversations.ts'
import { createRunTurn, TurnConflictError } from '../../src/turn/run-turn.ts'
import { readFile } from '../../src/turn/stored-file.ts'
import type { ActivityEntry, RunTurn, TurnOutcome } from '../../src/turn/turn.ts'
import type { Intent, Understand } from '../../src/understanding/meaning.ts'
import { sampleAnswer, sampleContent } from '../conversation/sample-content.ts'

const now = new Date('2026-11-23T09:00:00Z')
const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** Reads "topic:x", "command:x" and "choice:x"; the rest is unclear. Keeps the turn apart from understanding. */
const understand: Understand = (text) => {
  const [kind, name = ''] = text.split(/:(.*)/s)
  const crisis = text.includes('DANGER') ? { crisis: { level: 'rood' as const, rule: 'test' } } : {}
  const intent: Intent =
    kind === 'topic'
      ? { kind, topic: name, confidence: 1, also: [] }
      : kind === 'command' && (name === 'mens' || name === 'wissen' || name === 'menu')
        ? { kind, command: name }
        : kind === 'choice'
          ? { kind, choice: name }
          : { kind: 'unclear', topics: [] }
  return { intent, ...crisis }
}

let folder: string
let store: Store

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'opstap-turn-'))
  store = await openStore()
})

afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const openStore = () =>
  openSqliteStore({ file: join(folder, 'test.sqlite'), codec: createCodec([{ id: 'test', key: Buffer.alloc(32, 7) }]) })

async function createTurns(more: { content?: Content; store?: Store; log?: Log; understand?: Understand } = {}) {
  const used = more.store ?? store
  const contents = await keepContentVersions(used, more.content ?? sampleContent())
  const conversations = createConversations(used)
  const { runTurn } = createRunTurn({
    store: used,
    understand: more.understand ?? understand,
    contents,
    conversations,
    promise: (region) => ({
      queue: 'all',
      organisation: `organisation of ${region.id}`,
      role: 'helper',
      answerBy: new Date('2026-11-23T12:00:00Z'),
      onDuty: true,
    }),
    clock: { now: () => now },
    log: more.log ?? quiet,
    retentionDays: 30,
  })
  return { runTurn, conversations }
}

const activity = (text: string, more: Partial<LoggedActivity> = {}): LoggedActivity => ({
  type: 'message',
  timestamp: now.toISOString(),
  from: { id: 'dl_test', role: 'user' },
  text,
  ...more,
})

const say = (runTurn: RunTurn, text: string, key?: string, more: Partial<LoggedActivity> = {}) =>
  runTurn({
    conversationId: 'c1',
    channel: 'directline',
    incoming: { kind: 'activity', activity: activity(text, more), ...(key === undefined ? {} : { key }) },
  })

const start = (runTurn: RunTurn, region?: string) =>
  runTurn({
    conversationId: 'c1',
    channel: 'directline',
    incoming: { kind: 'start', ...(region === undefined ? {} : { region }) },
  })

const texts = (outcome: TurnOutcome) => outcome.replies.map((entry) => entry.activity.text)
const logged = async (conversations: Conversations) =>
  (await conversations.read('c1', 0, 100)).map((entry) => entry.activity.text)

describe('runTurn', () => {
  it('logs what was said on both sides, in order, with answers pointing at what they answer', async () => {
    const { runTurn, conversations } = await createTurns()
    await start(runTurn)
    const outcome = await say(runTurn, 'topic:money')
    expect(outcome).toMatchObject({ outcome: 'done', sequence: 2 })
    expect(await logged(conversations)).toEqual(['greeting', 'topic:money', 'feeling', 'which one?'])
    expect(outcome.replies.map((entry) => entry.activity.replyToSequence)).toEqual([2, 2])
    expect(outcome.replies.map((entry) => entry.sequence)).toEqual([3, 4])
  })

  it('greets once', async () => {
    const { runTurn, conversations } = await createTurns()
    await start(runTurn)
    expect((await start(runTurn)).outcome).toBe('repeated')
    expect(await logged(conversations)).toEqual(['greeting'])
  })

  it('greets before the first answer when a channel never said that the conversation began', async () => {
    const { runTurn } = await createTurns()
    expect(texts(await say(runTurn, 'topic:money'))).toEqual(['greeting', 'feeling', 'which one?'])
  })

  it('begins no conversation that had to be there, neither a new one nor one that was erased a moment ago', async () => {
    const { runTurn, conversations } = await createTurns()
    const goOn = () =>
      runTurn({
        conversationId: 'c1',
        channel: 'directline',
        incoming: { kind: 'activity', activity: activity('topic:money') },
        mustExist: true,
      })
    const unknown = { outcome: 'unknown', sequence: 0, replies: [] }
    expect(await goOn()).toEqual(unknown)
    await start(runTurn)
    expect(await goOn()).toMatchObject({ outcome: 'done', sequence: 2 })
    await store.erase('c1')
    expect(await goOn()).toEqual(unknown)
    expect(await logged(conversations)).toEqual([])
  })

  it('lets nothing stand before the crisis words, not even the greeting', async () => {
    const { runTurn } = await createTurns()
    expect(texts(await say(runTurn, 'DANGER'))).toEqual(['crisis rood 112 113'])
  })

  it('answers a message that comes twice from the log, also after a restart', async () => {
    const first = await createTurns()
    await start(first.runTurn)
    const once = await say(first.runTurn, 'topic:money', 'key-1')
    await store.close()
    store = await openStore()
    const second = await createTurns({
      understand: () => {
        throw new Error('decided again')
      },
    })
    const twice = await say(second.runTurn, 'topic:money', 'key-1')
    expect(twice).toEqual({ ...once, outcome: 'repeated' })
    expect(await logged(second.conversations)).toHaveLength(4)
  })

  it('handles the same message sent many times at once only once', async () => {
    const { runTurn, conversations } = await createTurns()
    await start(runTurn)
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => say(runTurn, 'topic:money', 'key-1')))
    expect(outcomes.filter((outcome) => outcome.outcome === 'done')).toHaveLength(1)
    expect(await logged(conversations)).toHaveLength(4)
  })

  it('decides again when another process was first', async () => {
    const [one, other] = [await createTurns(), await createTurns()]
    await start(one.runTurn)
    await Promise.all([say(one.runTurn, 'topic:money', 'a'), say(other.runTurn, 'topic:back', 'b')])
    const entries = await one.conversations.read('c1', 0, 100)
    expect(entries.map((entry) => entry.sequence)).toEqual(entries.map((_, index) => index + 1))
    expect(entries.filter((entry) => entry.activity.from.role === 'user')).toHaveLength(2)
  })

  it('goes on from what it committed a moment ago, without reading it back', async () => {
    const reads: string[] = []
    const watched = await createTurns({
      store: {
        ...store,
        get: (partition, collection, id) => {
          reads.push(collection)
          return store.get(partition, collection, id)
        },
      },
    })
    await start(watched.runTurn)
    reads.length = 0
    expect(texts(await say(watched.runTurn, 'topic:money'))).toEqual(['feeling', 'which one?'])
    expect(texts(await say(watched.runTurn, 'choice:choice:a'))[0]).toBe('fact answer-a')
    expect(reads).toEqual([])
  })

  it('reads again when another process erased the conversation meanwhile', async () => {
    const { runTurn, conversations } = await createTurns()
    await start(runTurn)
    await say(runTurn, 'topic:money')
    await store.erase('c1')
    expect(texts(await say(runTurn, 'topic:money'))).toEqual(['greeting', 'feeling', 'which one?'])
    expect(await logged(conversations)).toHaveLength(4)
  })

  it('does not erase when an old message comes again that would now mean yes', async () => {
    const { runTurn, conversations } = await createTurns()
    await start(runTurn)
    await say(runTurn, 'choice:erase:yes', 'old')
    await say(runTurn, 'command:wissen')
    const before = await logged(conversations)
    expect(await say(runTurn, 'choice:erase:yes', 'old')).toMatchObject({ outcome: 'repeated', sequence: 2 })
    expect(await logged(conversations)).toEqual(before)
    expect(texts(await say(runTurn, 'choice:erase:yes', 'new'))).toEqual(['erased'])
  })

  it('gives up with a clear error, and stores nothing, when the conversation keeps changing', async () => {
    const stubborn: Store = { ...store, commit: async () => ({ outcome: 'conflict' }) }
    const { runTurn } = await createTurns()
    await start(runTurn)
    const contested = await createTurns({ store: { ...stubborn, get: store.get.bind(store) } })
    await expect(say(contested.runTurn, 'topic:money')).rejects.toThrow(TurnConflictError)
    expect(await store.lastSequence('c1', 'activities')).toBe(1)
  })

  it('keeps the message and apologises when a rule breaks; the state stays', async () => {
    const errors: string[] = []
    const broken = await createTurns({
      log: { ...quiet, error: (message) => errors.push(message) },
      understand: () => {
        throw new TypeError('a rule broke')
      },
    })
    const whole = await createTurns()
    await start(whole.runTurn)
    await say(whole.runTurn, 'topic:money')
    expect(texts(await say(broken.runTurn, 'words of a person'))).toEqual(['apology'])
    expect(errors).toHaveLength(1)
    expect(texts(await say(whole.runTurn, 'choice:choice:a'))[0]).toBe('fact answer-a')
  })

  it('reads the words as they were typed and stores them without personal data, through any channel', async () => {
    const read: string[] = []
    const { runTurn, conversations } = await createTurns({
      understand: (text, context) => {
        read.push(text)
        return understand(text, context)
      },
    })
    const typed = 'mijn bsn is 111222333'
    const incoming = { kind: 'activity', activity: activity(typed) } as const
    const outcome = await runTurn({ conversationId: 'c1', channel: 'botframework', incoming })
    expect(read).toEqual([typed])
    expect(texts(outcome)).toContain('redacted bsn')
    expect(await logged(conversations)).toContain('mijn bsn is [bsn]')
    const state = await store.get('c1', 'conversation', 'state')
    expect(state?.value).toMatchObject({ previousText: { text: 'mijn bsn is [bsn]' } })
  })

  it('stores no personal data either when a rule breaks', async () => {
    const { runTurn, conversations } = await createTurns({
      understand: () => {
        throw new TypeError('a rule broke')
      },
    })
    await say(runTurn, 'bel 06 12345678')
    expect(await logged(conversations)).toEqual(['bel [phone]', 'apology'])
  })

  it('lets an error of the store through, so that nobody is told that it was heard', async () => {
    const { runTurn } = await createTurns({
      store: {
        ...store,
        get: store.get.bind(store),
        commit: async () => {
          throw new StoreError('disk-full', 'no room')
        },
      },
    }).catch((error: unknown) => ({ runTurn: () => Promise.reject(error) as Promise<TurnOutcome> }))
    await expect(say(runTurn, 'hello')).rejects.toMatchObject({ code: 'disk-full' })
  })

  it('opens a Case in the same commit as the words that say so', async () => {
    const { runTurn } = await createTurns()
    await start(runTurn, 'twente')
    await say(runTurn, 'command:mens')
    await say(runTurn, 'choice:handoff:chat')
    const done = await say(runTurn, 'choice:handoff:yes')
    expect(texts(done)[0]).toMatch(/^handoff-done 1 helper organisation of twente/)
    const { documents } = await store.list({ collection: 'cases', index: 'status', value: 'open' })
    expect(documents.map(readCase)).toMatchObject([
      { number: 1, region: 'twente', conversationId: 'c1', channel: 'directline' },
    ])
  })

  it('reserves a number only when a Case may be opened', async () => {
    const { runTurn } = await createTurns()
    await start(runTurn)
    await say(runTurn, 'topic:money')
    expect(await store.nextNumber('case')).toBe(1)
  })

  it('keeps files sealed beside the words, with a job for each that deletes it a day later', async () => {
    const { runTurn } = await createTurns()
    const bytes = Buffer.from('what stands in the letter')
    await runTurn({
      conversationId: 'c1',
      channel: 'directline',
      incoming: { kind: 'activity', activity: activity('look'), key: 'once' },
      files: [{ id: 'f1', contentType: 'text/plain', name: 'letter.txt', bytes }],
    })
    const stored = await store.get('c1', 'files', 'f1')
    expect(stored && readFile(stored)).toEqual({ id: 'f1', contentType: 'text/plain', name: 'letter.txt', bytes })
    const soon = new Date(now.getTime() + 24 * 3600_000 - 1)
    const claim = { kinds: ['delete-file'], leaseMs: 1000, limit: 9 }
    expect(await store.claimJobs({ ...claim, now: soon })).toEqual([])
    const due = await store.claimJobs({ ...claim, now: new Date(soon.getTime() + 1) })
    expect(due).toMatchObject([{ partition: 'c1', payload: { format: 1, fileId: 'f1' } }])
    const onDisk = readdirSync(folder).map((file) => readFileSync(join(folder, file)).toString('latin1'))
    for (const secret of ['letter', bytes.toString('base64')]) expect(onDisk.join()).not.toContain(secret)
  })

  it('erases everything that was said, and the sequence goes on', async () => {
    const { runTurn, conversations } = await createTurns()
    await start(runTurn)
    await say(runTurn, 'something private')
    await say(runTurn, 'command:wissen')
    const before = await conversations.lastSequence('c1')
    const erased = await say(runTurn, 'choice:erase:yes')
    expect(texts(erased)).toEqual(['erased'])
    expect(erased.sequence).toBe(before + 1)
    expect(await logged(conversations)).toEqual(['choice:erase:yes', 'erased'])
  })

  it('logs an event and answers nothing', async () => {
    const { runTurn } = await createTurns()
    await start(runTurn)
    expect(await say(runTurn, '', undefined, { type: 'event', name: 'page/seen' })).toMatchObject({
      outcome: 'done',
      replies: [],
    })
  })

  it('reads a button under an answer as asking for that answer in another form', async () => {
    const { runTurn } = await createTurns()
    await start(runTurn)
    await say(runTurn, 'topic:money')
    await say(runTurn, 'choice:choice:a')
    const value = { explain: 'waarom', topic: 'money', step: 'answer-a/makkelijker' }
    expect(texts(await say(runTurn, 'words on the button', undefined, { value }))[0]).toContain('rule answer-a')
  })

  it('asks for less when a message is longer than it reads, and keeps it', async () => {
    const { runTurn, conversations } = await createTurns()
    await start(runTurn)
    expect(texts(await say(runTurn, 'x'.repeat(10_000)))).toEqual(['too-long'])
    expect((await logged(conversations))[1]).toHaveLength(10_000)
  })

  it('wakes followers in this process with the entries, after the commit', async () => {
    const { runTurn, conversations } = await createTurns()
    const heard: ActivityEntry[][] = []
    const stop = conversations.follow('c1', (entries) => heard.push(entries))
    await start(runTurn)
    stop()
    await say(runTurn, 'topic:money')
    expect(heard.map((entries) => entries.map((entry) => entry.activity.text))).toEqual([['greeting']])
  })

  it('hints to followers in other processes', async () => {
    const { runTurn } = await createTurns()
    const hints: ActivityEntry[][] = []
    createConversations(store).follow('c1', (entries) => hints.push(entries))
    await start(runTurn)
    expect(hints).toEqual([[]])
  })

  it('expires a conversation so many days after its last message', async () => {
    const { runTurn, conversations } = await createTurns()
    await start(runTurn)
    await store.sweep(new Date('2026-12-23T08:59:00Z'), 10)
    expect(await conversations.exists('c1')).toBe(true)
    await store.sweep(new Date('2026-12-23T09:01:00Z'), 10)
    expect(await conversations.exists('c1')).toBe(false)
  })

  it('forgets a Case that staff closed, so that a new one can be opened', async () => {
    const { runTurn } = await createTurns()
    await start(runTurn, 'twente')
    await say(runTurn, 'command:mens')
    await say(runTurn, 'choice:handoff:chat')
    await say(runTurn, 'choice:handoff:yes')
    expect(texts(await say(runTurn, 'command:mens'))[0]).toMatch(/^handoff-pending/)
    await store.commit({ partition: 'c1', deletes: [{ collection: 'cases', id: '1' }] })
    expect(texts(await say(runTurn, 'command:mens'))[0]).toMatch(/^handoff-open/)
  })
})

describe('content versions', () => {
  const renewed = () => {
    const content = sampleContent({
      ...Object.fromEntries(Object.entries(wordsIn(sampleContent()).topics).map(([id, topic]) => [id, topic.steps])),
      money: [sampleAnswer('new', { text: 'new fact' }), { op: 'end', id: 'end', related: [] }],
    })
    return { ...content, version: 'renewed' }
  }

  it('lets a conversation end with the content it began with, and then move on', async () => {
    const before = await createTurns()
    await start(before.runTurn)
    await say(before.runTurn, 'topic:money')
    const after = await createTurns({ content: renewed() })
    expect(texts(await say(after.runTurn, 'choice:choice:a'))).toEqual(['fact answer-a', 'small step', 'closing'])
    expect(texts(await say(after.runTurn, 'topic:money'))).toEqual(['new fact', 'closing'])
  })

  it('says so and begins again when the old content is gone', async () => {
    const before = await createTurns()
    await start(before.runTurn)
    await say(before.runTurn, 'topic:money')
    await store.erase('content')
    const after = await createTurns({ content: renewed() })
    expect(texts(await say(after.runTurn, 'choice:choice:a'))[0]).toBe('content-changed')
  })

  it('uses the crisis words of today in an old conversation too', async () => {
    const before = await createTurns()
    await start(before.runTurn)
    await say(before.runTurn, 'topic:money')
    const content = renewed()
    wordsIn(content).crisis.messages.rood.text = ['new words 112']
    const after = await createTurns({ content })
    expect(texts(await say(after.runTurn, 'DANGER'))).toEqual(['new words 112'])
  })
})
