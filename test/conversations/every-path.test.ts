import { describe, expect, it } from '@jest/globals'
import { createTalk, type Moment } from '../../src/authoring/talk.ts'
import type { Reply } from '../../src/conversation/decision.ts'
import { wordsIn } from '../../src/conversation/words-in.ts'
import { loadReal } from './real-talk.ts'

const real = loadReal()
const { content } = real
const days = ['2026-11-23', '2027-01-04']

interface End extends Moment {
  path: string[]
}

/** Follows every choice of a topic, from its start to where it ends. */
function walk(
  topic: string,
  { region, locale, day }: { region: string | undefined; locale: string; day: string },
): { ends: End[]; steps: Set<string>; replies: Reply[] } {
  const talk = createTalk(real, new Date(`${day}T09:00:00Z`))
  const steps = new Set<string>()
  const replies: Reply[] = []
  const ends: End[] = []
  const open: End[] = []
  const begun = talk.begin({ region, locale }).state
  open.push({ ...talk.mean(begun, { kind: 'topic', topic, confidence: 1, also: [] }), path: [topic] })
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at.path.length > 12) throw new Error(`no end: ${at.path.join(' > ')}`)
    replies.push(...at.replies)
    for (const reply of at.replies) steps.add(`${reply.marks.topic}/${reply.marks.step}`)
    if (at.state.waiting.for !== 'answer') {
      ends.push(at)
      continue
    }
    for (const { id } of at.state.offered) {
      if (!id.startsWith('choice:') && !id.startsWith('region:')) continue
      open.push({ ...talk.mean(at.state, { kind: 'choice', choice: id }), path: [...at.path, id] })
    }
  }
  return { ends, steps, replies }
}

const regions = [undefined, ...Object.keys(content.regions)]
const walks = Object.entries(content.locales).flatMap(([locale, words]) =>
  Object.keys(words.topics).flatMap((topic) =>
    regions.flatMap((region) =>
      days.map((day) => ({ topic, region, locale, day, ...walk(topic, { region, locale, day }) })),
    ),
  ),
)

describe('every path of every topic, in every region and language, in 2026 and 2027', () => {
  it('ends in the closing question or a human, with a human on offer', () => {
    const bad = walks.flatMap(({ region, locale, day, ends }) =>
      ends
        .filter(({ state }) => {
          const isHandoff = state.waiting.for === 'handoff'
          const hasHuman = state.offered.some(({ id }) => id === 'command:mens')
          return !isHandoff && !(state.waiting.for === 'closing' && hasHuman)
        })
        .map(({ path }) => [locale, region, day, ...path].join(' > ')),
    )
    expect(bad).toEqual([])
  })

  it('states a fact and offers one small step', () => {
    const bad = walks.flatMap(({ topic, region, locale, day, ends, replies }) => {
      const hasSmallStep = replies.some(({ marks }) => marks.step.startsWith('kleine-stap'))
      const without = ends.filter(({ state }) => state.waiting.for === 'closing' && state.lastAnswer === undefined)
      return [
        ...without.map(({ path }) => [locale, region, day, ...path].join(' > ')),
        ...(hasSmallStep ? [] : [`${locale} ${region} ${day} ${topic}: no small step`]),
      ]
    })
    expect(bad).toEqual([])
  })

  it('asks at most three questions', () => {
    const bad = walks.flatMap(({ ends }) =>
      ends.filter(({ path }) => path.length > 4).map(({ path }) => path.join(' > ')),
    )
    expect(bad).toEqual([])
  })

  it('offers a human under every question, and says nothing too long or half filled in', () => {
    const bad = walks.flatMap(({ locale, replies }) =>
      replies
        .filter(({ text, marks, buttons }) => {
          const human = wordsIn(content, locale).labels.mens
          const lacksHuman = marks.kind === 'question' && !buttons.some(({ label }) => label === human)
          return lacksHuman || text.length > 400 || /[{}]/.test(text)
        })
        .map(({ text, marks }) => `${marks.topic}/${marks.step}: ${text}`),
    )
    expect([...new Set(bad)]).toEqual([])
  })

  it('reaches every step', () => {
    const reached = new Set(walks.flatMap(({ locale, steps }) => [...steps].map((step) => `${locale} ${step}`)))
    const missed = Object.entries(content.locales).flatMap(([locale, { topics }]) =>
      Object.values(topics).flatMap(({ id, steps }) =>
        steps
          .filter(({ op }) => op === 'say' || op === 'answer' || op === 'ask' || op === 'contacts' || op === 'ladder')
          .map((step) => `${locale} ${id}/${step.id}`)
          .filter((name) => !reached.has(name)),
      ),
    )
    expect(missed).toEqual([])
  })

  it('says in each region what that region says differently', () => {
    const missed = Object.entries(content.locales).flatMap(([locale, words]) =>
      Object.entries(words.regions).flatMap(([region, { answers }]) =>
        Object.entries(answers).flatMap(([topic, ofTopic]) =>
          Object.values(ofTopic)
            .filter(() => words.topics[topic] !== undefined)
            .filter(({ id }) => {
              const own = walks.filter(
                (each) => each.locale === locale && each.region === region && each.topic === topic,
              )
              return !own.some(({ steps }) => steps.has(`${topic}/${id}`))
            })
            .map(({ id }) => `${locale} ${region} ${topic}/${id}`),
        ),
      ),
    )
    expect(missed).toEqual([])
  })
})

describe('the written content', () => {
  it('has a source, a rule and a last day under every answer', () => {
    const answers = Object.values(content.locales).flatMap((words) => [
      ...Object.values(words.topics).flatMap(({ steps }) =>
        steps.flatMap((step) => (step.op === 'answer' ? [step] : [])),
      ),
      ...Object.values(words.regions).flatMap((region) =>
        Object.values(region.answers).flatMap((own) => Object.values(own)),
      ),
    ])
    expect(answers.length).toBeGreaterThan(300)
    for (const answer of answers) {
      expect(answer.sources.length).toBeGreaterThan(0)
      expect(answer.rule).not.toBe('')
      expect(answer.validUntil >= answer.reviewedOn).toBe(true)
    }
  })
})
