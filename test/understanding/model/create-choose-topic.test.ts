import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import {
  type AskModel,
  type ChooseTopicParts,
  createChooseTopic,
  modelLimits,
} from '../../../src/understanding/model/create-choose-topic.ts'
import { ModelError } from '../../../src/understanding/model/model-error.ts'
import { createOpenAiClient } from '../../../src/understanding/model/openai-client.ts'
import type { TopicQuestion } from '../../../src/understanding/second-opinion.ts'
import { faultyModes, type ModelServer, startModelServer } from './model-server.ts'

let server: ModelServer
let now: Date
let lines: string[]

beforeEach(async () => {
  server = await startModelServer()
  server.chosen = 'loon'
  now = new Date('2026-11-23T09:00:00Z')
  lines = []
})

afterEach(() => server.close())

const about = (text: string): TopicQuestion => ({
  text,
  candidates: [
    { id: 'loon', title: 'Wat verdien ik', about: '' },
    { id: 'uren', title: 'Hoeveel uur', about: '' },
  ],
})

const write = (message: string, fields: object = {}) => lines.push(`${message} ${JSON.stringify(fields)}`)

function create(more: Partial<ChooseTopicParts> = {}) {
  const choose = createChooseTopic({
    ask: createOpenAiClient({ url: server.url, name: 'klein' }),
    redact: (text) => text,
    callsPerHour: 100,
    cacheSecret: new Uint8Array(32),
    clock: { now: () => now },
    log: { info: write, warn: write, error: (message, _error, fields) => write(message, fields) },
    limits: { ...modelLimits, deadlineMs: 300 },
    ...more,
  })
  return (text: string, hurry = new AbortController().signal) => choose(about(text), hurry)
}

const pass = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}

/** An ask that fails, and counts. */
function failing() {
  let count = 0
  const ask: AskModel = async () => {
    count += 1
    throw new ModelError('failed')
  }
  return { ask, count: () => count }
}

describe('choosing a topic with a model', () => {
  it('gives the topic that was chosen, and asks the same thing once', async () => {
    const choose = create()
    expect(await choose('en mijn centen dan')).toBe('loon')
    expect(await choose('en mijn centen dan')).toBe('loon')
    expect(server.received).toHaveLength(1)
    pass(61)
    expect(await choose('en mijn centen dan')).toBe('loon')
    expect(server.received).toHaveLength(2)
  })

  it.each(faultyModes)('gives none with a host that is %s, in time, and says so without words', async (mode) => {
    Object.assign(server, { mode, elsewhere: 'http://127.0.0.1:9/' })
    expect(await create()('iets over mijn centen')).toBeUndefined()
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^The model was asked\. \{"outcome":"[a-z-]+","durationMs":0\}$/)
  })

  it('gives none when a host cannot be reached', async () => {
    await server.close()
    expect(await create()('en mijn centen dan')).toBeUndefined()
  })

  it('waits no longer than its deadline, also for who does not listen', async () => {
    const deaf: AskModel = () => new Promise(() => undefined)
    expect(await create({ ask: deaf, limits: { ...modelLimits, deadlineMs: 20 } })('hoezo')).toBeUndefined()
    expect(lines[0]).toContain('timeout')
  })

  it('sends no more than 500 characters, redacted before they are counted', async () => {
    const choose = create({ redact: (text) => text.replaceAll(/\d+/g, '[nummer]') })
    await choose(`${'ja '.repeat(165)}0612345678 ${'en dan '.repeat(500)}`)
    const { message } = JSON.parse(server.received[0]?.body.messages[1]?.content ?? '{}')
    expect(message).toHaveLength(500)
    expect(message).not.toMatch(/\d/)
  })

  it('sends nothing that still looks personal, and nothing when redaction breaks', async () => {
    expect(await create()('bel 06 12345678 over loon')).toBeUndefined()
    const broken = create({
      redact: () => {
        throw new Error('words of a person')
      },
    })
    expect(await broken('loon')).toBeUndefined()
    expect(server.received).toEqual([])
    expect(lines).toEqual(['A second opinion could not be asked; the conversation went on without. {}'])
  })

  it('sends no diagnosis or medicine that it knows', async () => {
    await create()('met mijn schizofrenie en clozapine, wat dan')
    expect(server.received[0]?.raw).not.toMatch(/schizo|cloza/i)
  })

  it('asks no more in an hour than its budget, and says once that it is spent', async () => {
    const choose = create({ callsPerHour: 2 })
    for (const text of ['een', 'twee', 'drie', 'vier']) await choose(`${text} vraag`)
    expect(server.received).toHaveLength(2)
    expect(lines.filter((line) => line.includes('budget'))).toHaveLength(1)
    pass(61)
    expect(await choose('vijfde vraag')).toBe('loon')
  })

  it('stops asking what keeps failing, and tries again later', async () => {
    const { ask, count } = failing()
    const choose = create({ ask })
    for (let times = 0; times < 10; times += 1) await choose(`vraag ${times}`)
    expect(count()).toBe(3)
    expect(lines.at(-1)).toContain('"openMs":30000')
    pass(1)
    for (let times = 0; times < 10; times += 1) await choose(`vraag ${times}`)
    expect(count()).toBe(4)
    expect(lines.at(-1)).toContain('"openMs":60000')
  })

  it('does not spend its budget while it does not ask, nor its one trial on an empty budget', async () => {
    const { ask, count } = failing()
    const choose = create({ ask, callsPerHour: 3 })
    for (let times = 0; times < 5; times += 1) await choose(`vraag ${times}`)
    pass(30)
    await choose('nog een')
    expect(count()).toBe(3)
    pass(31)
    await choose('en nog een')
    expect(count()).toBe(4)
  })

  it('asks a few at once at most, and the rest goes without', async () => {
    server.mode = 'slow'
    const choose = create()
    await Promise.all([...'abcdefgh'].map((letter) => choose(`vraag ${letter}`)))
    expect(server.received).toHaveLength(modelLimits.mostInFlight)
    expect(lines).toHaveLength(modelLimits.mostInFlight + 1)
    server.mode = 'right'
    pass(1)
    expect(await choose('daarna')).toBe('loon')
  })

  it('lets go at once of who is in a hurry, and holds it against nobody', async () => {
    server.mode = 'slow'
    const choose = create({ limits: { ...modelLimits, deadlineMs: 60_000 } })
    for (let times = 0; times < 5; times += 1) {
      const hurry = new AbortController()
      const asked = server.asked()
      const chosen = choose(`vraag ${times}`, hurry.signal)
      await asked
      hurry.abort()
      expect(await chosen).toBeUndefined()
    }
    expect(await choose('te laat', AbortSignal.abort())).toBeUndefined()
    expect(server.received).toHaveLength(5)
    server.mode = 'right'
    expect(await choose('en nu')).toBe('loon')
  })
})
