import { beforeAll, describe, expect, it } from '@jest/globals'
import { createTalk, type Moment, type Talk } from '../../src/authoring/talk.ts'
import type { AnswerStep } from '../../src/conversation/content.ts'
import { wordsIn } from '../../src/conversation/words-in.ts'
import { createRandom } from '../../src/understanding/create-random.ts'
import { loadReal } from './real-talk.ts'

/**
 * Talks at random about everything: every topic, region and language, with buttons, commands and danger in between. The
 * dates are those on which rules change and on which all that is written today has ended.
 */
const real = loadReal()
const { content } = real
const days = ['2026-11-23', '2027-01-02', '2028-01-02']
const conversationsEach = 7_000
const maxTurns = 12
/** Turns a conversation may take, by the first way on at each question, before it counts as going round without end. */
const turnsToEnd = 8

const regions = [undefined, ...Object.keys(content.regions)]
const locales = Object.keys(content.locales)
const danger = 'ik wil dood'

/** Every text of a fact that has ended, or not begun, on a day. */
function findUntimely(day: string): Set<string> {
  const answers = Object.values(content.locales).flatMap((words) => [
    ...Object.values(words.topics).flatMap(({ steps }) =>
      steps.filter((step): step is AnswerStep => step.op === 'answer'),
    ),
    ...Object.values(words.regions).flatMap((region) =>
      Object.values(region.answers).flatMap((ofTopic) => Object.values(ofTopic)),
    ),
  ])
  const untimely = answers.filter(
    ({ validFrom, validUntil }) => day > validUntil || (validFrom !== undefined && day < validFrom),
  )
  const timely = new Set(answers.filter((answer) => !untimely.includes(answer)).map(({ text }) => text))
  return new Set(untimely.map(({ text }) => text).filter((text) => !text.includes('{') && !timely.has(text)))
}

interface Problem {
  what: string
  path: string
}

function walkAt(day: string): { problems: Problem[]; conversations: number; turns: number; seen: Set<string> } {
  const random = createRandom(Date.parse(day))
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  const talk = createTalk(real, new Date(`${day}T10:00:00Z`))
  const untimely = findUntimely(day)
  const problems: Problem[] = []
  const seen = new Set<string>()
  let turns = 0
  const look = (moment: Moment, path: string[]) => {
    turns += 1
    const tell = (what: string) => problems.push({ what, path: path.join(' > ') })
    if (moment.replies.length === 0) tell('says nothing')
    if (moment.replies.length > 9) tell(`says ${moment.replies.length} things at once`)
    for (const { text, marks } of moment.replies) {
      // What is passed on holds what the person typed; the rest is written.
      if (text.length > 400 && marks.step !== 'handoff-consent' && !marks.step.endsWith('/waarom'))
        tell(`long: ${text}`)
      if (/[{}]/.test(text)) tell(`unfilled: ${text}`)
      if (untimely.has(text)) tell(`out of date: ${text}`)
    }
    const { offered, waiting, openCase } = moment.state
    const hasHuman =
      offered.some(({ id }) => id === 'command:mens') || waiting.for === 'handoff' || openCase !== undefined
    if (!hasHuman && waiting.for !== 'erase') tell('offers no human')
    if (offered.length === 0) tell('dead end')
  }
  for (let count = 0; count < conversationsEach; count += 1) {
    const locale = locales[count % locales.length] ?? 'nl'
    const region = regions[Math.floor(count / locales.length) % regions.length]
    const topics = Object.keys(wordsIn(content, locale).topics)
    const topic = topics[Math.floor(count / (locales.length * regions.length)) % topics.length] ?? ''
    const path = [day, locale, region ?? 'no region', topic]
    let moment = talk.begin({ region, locale })
    look(moment, path)
    moment = talk.mean(moment.state, { kind: 'topic', topic, confidence: 1, also: [] })
    look(moment, path)
    seen.add(`${locale} ${region ?? ''} ${topic}`)
    for (let turn = 0; turn < maxTurns; turn += 1) {
      const step = takeStep(talk, moment, random, pick)
      path.push(step.name)
      moment = step.moment
      look(moment, path)
      if (step.name === 'danger' && !moment.replies[0]?.text.includes('113'))
        problems.push({ what: 'no 113', path: path.join(' > ') })
      if (step.name === 'mens' && moment.replies.every(({ marks }) => marks.topic !== 'handoff'))
        problems.push({ what: 'no human', path: path.join(' > ') })
    }
    const left = goToEnd(talk, moment)
    if (left !== undefined) problems.push({ what: left, path: path.join(' > ') })
  }
  return { problems, conversations: conversationsEach, turns, seen }
}

function takeStep(
  talk: Talk,
  { state }: Moment,
  random: () => number,
  pick: <T>(list: readonly T[]) => T | undefined,
): { name: string; moment: Moment } {
  const chance = random()
  const mean = (
    command: 'mens' | 'menu' | 'makkelijker' | 'korter' | 'voorbeeld' | 'waarom' | 'verder' | 'bewaren',
  ) => ({ name: command, moment: talk.mean(state, { kind: 'command', command }) })
  if (chance < 0.02) return { name: 'danger', moment: talk.say(state, danger) }
  if (chance < 0.05) return mean('mens')
  if (chance < 0.2)
    return mean(pick(['menu', 'makkelijker', 'korter', 'voorbeeld', 'waarom', 'verder', 'bewaren'] as const) ?? 'menu')
  if (chance < 0.24) return { name: 'nonsense', moment: talk.mean(state, { kind: 'unclear', topics: [] }) }
  const choice = pick(state.offered)?.id ?? 'none'
  return { name: choice, moment: talk.mean(state, { kind: 'choice', choice }) }
}

/** Answers every question with its last choice until a conversation rests: in the closing question, the menu or a handoff. */
function goToEnd(talk: Talk, from: Moment): string | undefined {
  let moment = from
  for (let turn = 0; turn < turnsToEnd; turn += 1) {
    const { waiting, offered } = moment.state
    if (waiting.for !== 'answer') return undefined
    const choice =
      offered.findLast(({ id }) => id.startsWith('choice:') || id.startsWith('region:')) ??
      // After words about danger the person decides whether to go on.
      offered.find(({ id }) => id === 'command:verder')
    if (choice === undefined) return 'a question without a choice'
    moment = talk.mean(moment.state, { kind: 'choice', choice: choice.id })
  }
  return 'no way out'
}

describe.each(days)('a random walk on %s', (day) => {
  let walked: ReturnType<typeof walkAt>
  beforeAll(() => {
    walked = walkAt(day)
  }, 300_000)

  it('meets no dead end, no loop, nothing long, nothing unfilled and nothing out of date, with a human on every step', () => {
    expect(walked.problems.slice(0, 5)).toEqual([])
    expect(walked.problems).toHaveLength(0)
  })

  it('goes through every topic in every region and language', () => {
    const expected = locales.flatMap((locale) =>
      regions.flatMap((region) =>
        Object.keys(wordsIn(content, locale).topics).map((topic) => `${locale} ${region ?? ''} ${topic}`),
      ),
    )
    expect(expected.filter((each) => !walked.seen.has(each))).toEqual([])
    expect(walked.conversations).toBe(conversationsEach)
  })
})

describe('the random walks together', () => {
  it('are at least 20,000 conversations', () => {
    expect(days.length * conversationsEach).toBeGreaterThanOrEqual(20_000)
  })
})
