import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { suggestWithinMs } from '../../src/conversation/learning.ts'
import { createSentenceKeeper } from '../../src/insights/keep-sentences.ts'
import { listSentences } from '../../src/insights/list-sentences.ts'
import { keepAfterMs, keepSentenceKind } from '../../src/insights/plan-keeping.ts'
import { createCodec } from '../../src/privacy/codec.ts'
import type { Store } from '../../src/store/contract.ts'
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts'
import { keepContentVersions } from '../../src/turn/content-versions.ts'
import { createConversations } from '../../src/turn/conversations.ts'
import { createRunTurn } from '../../src/turn/run-turn.ts'
import type { Intent, Understand } from '../../src/understanding/meaning.ts'
import { sampleContent } from '../conversation/sample-content.ts'

/** Id that no other text holds, to look for traces of it. */
const conversationId = 'conversation-of-zwaantje'
const sentence = 'mag ik me hond wel meenemen, bel 0612345678'
const redacted = 'mag ik me hond wel meenemen, bel [phone]'

/** Reads "choice:x" and "erase"; the rest is unclear. */
const understand: Understand = (text) => {
  const intent: Intent = text.startsWith('choice:')
    ? { kind: 'choice', choice: text.slice('choice:'.length) }
    : text === 'erase'
      ? { kind: 'command', command: 'wissen' }
      : { kind: 'unclear', topics: [{ topic: 'back', confidence: 0.4 }] }
  return { intent }
}

let folder: string
let store: Store
let now: Date
let runTurn: ReturnType<typeof createRunTurn>['runTurn']

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'opstap-learn-'))
  now = new Date('2026-11-23T09:00:00Z')
  await open()
})

afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Starts on the same file, as after a crash. */
async function open(): Promise<void> {
  store = await openSqliteStore({
    file: join(folder, 'test.sqlite'),
    codec: createCodec([{ id: 'test', key: Buffer.alloc(32, 7) }]),
  })
  runTurn = createRunTurn({
    store,
    understand,
    contents: await keepContentVersions(store, sampleContent()),
    conversations: createConversations(store),
    promise: () => ({ queue: 'q', organisation: 'o', role: 'r', answerBy: now, onDuty: true }),
    redact: (text) => text.replaceAll(/\d{6,}/g, '[phone]'),
    clock: { now: () => now },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    retentionDays: 30,
  }).runTurn
}

async function say(...texts: string[]): Promise<void> {
  for (const text of texts) {
    await runTurn({
      conversationId,
      channel: 'directline',
      incoming: {
        kind: 'activity',
        activity: { type: 'message', timestamp: now.toISOString(), from: { id: 'dl_test', role: 'user' }, text },
      },
    })
  }
}

const later = (ms: number) => {
  now = new Date(now.getTime() + ms)
}

/** Does the jobs that are due; `settles` = false dies after the work. */
async function runDueJobs({ settles = true } = {}): Promise<number> {
  const keeper = createSentenceKeeper(store)
  const jobs = await store.claimJobs({ kinds: [keepSentenceKind], now, leaseMs: 60_000, limit: 10 })
  for (const job of jobs) {
    await keeper[keepSentenceKind](job)
    if (settles) await store.settleJob(job, { result: 'done' })
  }
  return jobs.length
}

const list = async () =>
  (await listSentences(store)).sentences.map(({ text, suggested, day, locale }) => ({ text, suggested, day, locale }))

/** Every value that stands in the database file, as text. */
function dump(): string {
  const database = new DatabaseSync(join(folder, 'test.sqlite'), { readOnly: true })
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
  const rows = tables.flatMap(({ name }) => database.prepare(`SELECT * FROM "${String(name)}"`).all())
  database.close()
  return rows
    .flatMap((row) => Object.values(row))
    .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)))
    .join('\n')
}

describe('a sentence that a candidate lets us keep', () => {
  it('comes on the list redacted, with only a day and a language, some time after the yes', async () => {
    await say(sentence, 'choice:learn:ask', 'choice:learn:yes')
    expect(await runDueJobs()).toBe(0)
    later(keepAfterMs)
    expect(await runDueJobs()).toBe(1)
    expect(await list()).toEqual([{ text: redacted, suggested: undefined, day: '2026-11-23', locale: 'nl' }])
  })

  it('comes once, with the topic that was chosen after it', async () => {
    await say(sentence, 'choice:learn:ask', 'choice:learn:yes', 'choice:topic:back')
    later(keepAfterMs)
    expect(await runDueJobs()).toBe(1)
    expect(await list()).toMatchObject([{ text: redacted, suggested: 'back' }])
  })

  it('never comes without a yes', async () => {
    await say(sentence, 'choice:learn:ask', 'choice:learn:no', sentence)
    later(keepAfterMs)
    expect(await runDueJobs()).toBe(0)
    expect(await list()).toEqual([])
  })

  it('leaves with the rest when the conversation is erased before it came on the list, whether or not there was a yes', async () => {
    await say(sentence, 'choice:learn:ask', 'erase', 'choice:erase:yes')
    await say(sentence, 'choice:learn:ask', 'choice:learn:yes', 'erase', 'choice:erase:yes')
    later(keepAfterMs)
    expect(await runDueJobs()).toBe(0)
    expect(await list()).toEqual([])
  })

  it('stays when the conversation is erased later, and nothing in the store leads from one to the other', async () => {
    await say(sentence, 'choice:learn:ask', 'choice:learn:yes')
    later(keepAfterMs)
    await runDueJobs()
    const { sentences } = await listSentences(store)
    expect(JSON.stringify(sentences)).not.toContain(conversationId)
    const state = await store.get(conversationId, 'conversation', 'state')
    expect(JSON.stringify(state)).not.toContain(sentences[0]?.id)
    expect(dump()).toContain(conversationId)
    await say('erase', 'choice:erase:yes')
    await store.erase(conversationId)
    expect(dump()).not.toContain(conversationId)
    expect(await list()).toHaveLength(1)
  })

  it('survives a crash after the yes, and comes once when the crash is after the work', async () => {
    await say(sentence, 'choice:learn:ask', 'choice:learn:yes')
    await store.close()
    await open()
    later(keepAfterMs)
    expect(await runDueJobs({ settles: false })).toBe(1)
    await store.close()
    await open()
    later(60_001)
    expect(await runDueJobs()).toBe(1)
    expect(await list()).toHaveLength(1)
  })

  it('stands nowhere in the store in readable words', async () => {
    await say(sentence, 'choice:learn:ask', 'choice:learn:yes')
    later(keepAfterMs)
    await runDueJobs()
    for (const file of readdirSync(folder)) expect(readFileSync(join(folder, file), 'latin1')).not.toContain('hond')
  })

  it('is still waiting while a topic can go with it', () => {
    expect(suggestWithinMs).toBeLessThan(keepAfterMs)
  })
})
