import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Log } from '../../src/log.ts'
import { createCodec } from '../../src/privacy/codec.ts'
import type { Store } from '../../src/store/contract.ts'
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts'
import { createSecondOpinions, type SecondOpinionParts } from '../../src/turn/ask-when-unsure.ts'
import { keepContentVersions } from '../../src/turn/content-versions.ts'
import { createConversations } from '../../src/turn/conversations.ts'
import { createRunTurn } from '../../src/turn/run-turn.ts'
import type { RunTurn, TurnOutcome } from '../../src/turn/turn.ts'
import type { Intent, Understand } from '../../src/understanding/meaning.ts'
import type { TopicQuestion } from '../../src/understanding/second-opinion.ts'
import { sampleAnswer, sampleContent, sampleTopics } from '../conversation/sample-content.ts'

const now = new Date('2026-11-23T09:00:00Z')
const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const end = { op: 'end' as const, id: 'end', related: [] }
const content = sampleContent({ ...sampleTopics(), pace: [sampleAnswer('pace-answer'), end] })

const guess = (topic: string) => ({ topic, confidence: 0.3 })
const intents: Record<string, Intent> = {
  weak: { kind: 'unclear', topics: [guess('money'), guess('pace')] },
  close: { kind: 'clarify', topics: [guess('money'), guess('pace')] },
  bare: { kind: 'unclear', topics: [] },
  human: { kind: 'command', command: 'mens' },
  erase: { kind: 'command', command: 'wissen' },
  pace: { kind: 'topic', topic: 'pace', confidence: 1, also: [] },
  back: { kind: 'topic', topic: 'back', confidence: 1, also: [] },
}

/** Reads the first word as the name of an intent, and a level of danger anywhere. */
const understand: Understand = (text) => {
  const level = (['rood', 'oranje', 'geel', 'wit'] as const).find((each) => text.includes(each))
  const intent = intents[text.split(' ')[0] ?? ''] ?? { kind: 'empty' }
  return level === undefined ? { intent } : { intent, crisis: { level, rule: 'test' } }
}

let folder: string
let store: Store

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'opstap-unsure-'))
  store = await openSqliteStore({
    file: join(folder, 'test.sqlite'),
    codec: createCodec([{ id: 'k', key: Buffer.alloc(32) }]),
  })
})

afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Turns of one process, with a model that answers by `chooseTopic`; without one, they have none. */
async function createTurns(chooseTopic?: SecondOpinionParts['chooseTopic']): Promise<RunTurn> {
  const parts = chooseTopic && { chooseTopic, aboutTopic: (id: string) => `about ${id}` }
  const { runTurn } = createRunTurn({
    store,
    understand,
    secondOpinions: parts && createSecondOpinions(parts),
    contents: await keepContentVersions(store, content),
    conversations: createConversations(store),
    promise: () => ({ queue: 'all', organisation: 'o', role: 'helper', answerBy: now, onDuty: true }),
    clock: { now: () => now },
    log: quiet,
    retentionDays: 30,
  })
  return runTurn
}

/** A model that notes what it is asked, and chooses `topic`. */
function noting(topic?: string) {
  const questions: TopicQuestion[] = []
  return {
    questions,
    chooseTopic: async (question: TopicQuestion) => {
      questions.push(question)
      return topic
    },
  }
}

/** A model that never answers, and stops when somebody is in a hurry. */
function hanging() {
  let tellAsked: (() => void) | undefined
  const asked = new Promise<void>((resolve) => {
    tellAsked = resolve
  })
  const chooseTopic = (_question: TopicQuestion, hurry: AbortSignal) =>
    new Promise<undefined>((resolve) => {
      hurry.addEventListener('abort', () => resolve(undefined))
      tellAsked?.()
    })
  return { asked, chooseTopic }
}

const say = (runTurn: RunTurn, text: string, conversationId = 'c1') =>
  runTurn({
    conversationId,
    channel: 'directline',
    incoming: {
      kind: 'activity',
      activity: { type: 'message', timestamp: now.toISOString(), from: { id: 'dl_test', role: 'user' }, text },
    },
  })

const start = (runTurn: RunTurn) =>
  runTurn({ conversationId: 'c1', channel: 'directline', incoming: { kind: 'start' } })

const texts = ({ replies }: TurnOutcome) => replies.map((entry) => entry.activity.text)
const buttons = ({ replies }: TurnOutcome) =>
  replies.at(-1)?.activity.suggestedActions?.actions.map(({ title }) => title) ?? []

describe('a message that the classifier is unsure of', () => {
  it('is answered when the model chooses a topic that was going to be offered', async () => {
    const { questions, chooseTopic } = noting('pace')
    const runTurn = await createTurns(chooseTopic)
    await start(runTurn)
    expect(texts(await say(runTurn, 'close call'))[0]).toBe('fact pace-answer')
    expect(questions).toEqual([
      {
        text: 'close call',
        candidates: ['money', 'pace', 'back'].map((id) => ({ id, title: `title of ${id}`, about: `about ${id}` })),
      },
    ])
  })

  it.each([
    ['a weak guess', 'pace', ['title of pace', 'title of money']],
    ['no guess at all', 'back', ['title of back', 'title of money', 'title of pace']],
  ])('is asked about when the model chooses %s, with the ways on', async (_name, topic, offered) => {
    const runTurn = await createTurns(noting(topic).chooseTopic)
    await start(runTurn)
    const outcome = await say(runTurn, 'weak words')
    expect(texts(outcome)).toEqual(['clarify'])
    expect(buttons(outcome)).toEqual([...offered, 'none of these', 'a human'])
  })

  it.each(['none', 'rood', 'command:wissen', ''])('is handled as without a model when that says "%s"', async (said) => {
    const [withModel, without] = [await createTurns(noting(said).chooseTopic), await createTurns()]
    for (const text of ['weak words', 'close call', 'weak again']) {
      const [one, other] = [await say(withModel, text, 'with'), await say(without, text, 'without')]
      expect([texts(one), buttons(one)]).toEqual([texts(other), buttons(other)])
    }
  })

  it('is asked once when somebody else was first and the turn decides again', async () => {
    const other = await createTurns()
    await start(other)
    let count = 0
    const runTurn = await createTurns(async () => {
      count += 1
      await say(other, 'human please')
      await say(other, 'pace')
      return 'pace'
    })
    expect(texts(await say(runTurn, 'close call'))[0]).toBe('fact pace-answer')
    expect(count).toBe(1)
  })

  it('does not make the next message wait: that one may be about danger', async () => {
    const { asked, chooseTopic } = hanging()
    const runTurn = await createTurns(chooseTopic)
    await start(runTurn)
    const first = say(runTurn, 'weak words')
    await asked
    expect(texts(await say(runTurn, 'bare rood'))[0]).toBe('crisis rood 112 113')
    expect(texts(await first)).toEqual(['not-understood'])
  })

  it('is not waited for when the next message came before it was even read', async () => {
    const runTurn = await createTurns(hanging().chooseTopic)
    await start(runTurn)
    const outcomes = await Promise.all([say(runTurn, 'weak words'), say(runTurn, 'bare rood')])
    expect(outcomes.map((outcome) => texts(outcome)[0])).toEqual(['not-understood', 'crisis rood 112 113'])
  })

  it('does not hold up another conversation', async () => {
    const { asked, chooseTopic } = hanging()
    const runTurn = await createTurns(chooseTopic)
    const first = say(runTurn, 'weak words')
    await asked
    expect(texts(await say(runTurn, 'pace', 'c2'))).toContain('fact pace-answer')
    expect(texts(await say(runTurn, 'human please'))).not.toEqual([])
    await first
  })
})

describe('the model is not asked', () => {
  it.each([
    ['about danger now', ['weak words rood']],
    ['about a wish to die', ['close call oranje']],
    ['about what may be danger', ['weak words geel']],
    ['about somebody else in danger', ['weak words wit']],
    ['after words about danger, in the same conversation', ['bare geel', 'weak words', 'close call']],
    ['about what was understood', ['pace', 'human please']],
    ['about a bare answer', ['bare yes']],
    ['on the way to a human', ['human please', 'weak words', 'close call']],
    ['at the question whether to erase', ['erase it', 'weak words']],
    ['about nothing', ['']],
  ])('%s', async (_name, said) => {
    const { questions, chooseTopic } = noting('pace')
    const runTurn = await createTurns(chooseTopic)
    await start(runTurn)
    for (const text of said) await say(runTurn, text)
    expect(questions).toEqual([])
  })

  it('where somebody lives is asked', async () => {
    const { questions, chooseTopic } = noting('pace')
    const runTurn = await createTurns(chooseTopic)

    await start(runTurn)
    await say(runTurn, 'back')
    await say(runTurn, 'weak words')
    expect(questions).toEqual([])
  })
})
