import { describe, expect, it } from '@jest/globals'
import type { Reply } from '../../src/conversation/decision.ts'
import type { ConversationState } from '../../src/conversation/state.ts'
import { createTalk, loadReal } from './real-talk.ts'

const real = loadReal()
const { content } = real
const now = new Date('2026-11-23T09:00:00Z')
const talk = createTalk(real, now)

interface End {
  state: ConversationState
  replies: Reply[]
  path: string[]
}

/** Follows every choice of a topic, from its start to where it ends. */
function walk(topic: string, region: string | undefined): { ends: End[]; steps: Set<string>; replies: Reply[] } {
  const steps = new Set<string>()
  const replies: Reply[] = []
  const ends: End[] = []
  const open: End[] = []
  const first = talk.mean(talk.begin(region).state, { kind: 'topic', topic, confidence: 1, also: [] })
  open.push({ ...first, path: [topic] })
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at.path.length > 12) throw new Error(`no end: ${at.path.join(' > ')}`)
    replies.push(...at.replies)
    for (const reply of at.replies) steps.add(`${reply.marks.topic}/${reply.marks.step}`)
    if (at.state.waiting.for !== 'answer') {
      ends.push(at)
      continue
    }
    for (const choice of at.state.offered) {
      if (choice.id.startsWith('command:')) continue
      open.push({ ...talk.mean(at.state, { kind: 'choice', choice: choice.id }), path: [...at.path, choice.id] })
    }
  }
  return { ends, steps, replies }
}

const regions = [undefined, ...Object.keys(content.regions)]
const walks = content.menu.flatMap((topic) => regions.map((region) => ({ topic, region, ...walk(topic, region) })))

describe.each(walks)('$topic, region $region', ({ topic, ends, replies }) => {
  it('ends every path in the closing question or a human, with a human on offer', () => {
    expect(ends.length).toBeGreaterThan(0)
    for (const { state, path } of ends) {
      const isGood = state.waiting.for === 'closing' || state.waiting.for === 'handoff'
      expect(isGood ? '' : path.join(' > ')).toBe('')
      const offered = state.offered.map(({ id }) => id)
      if (state.waiting.for === 'closing') expect(offered).toContain('command:mens')
    }
  })

  it('states a fact on every path', () => {
    for (const { state, path } of ends) {
      if (state.waiting.for === 'closing') expect(state.lastAnswer === undefined ? path.join(' > ') : '').toBe('')
    }
  })

  it('offers a human under every question, and says nothing too long or half filled in', () => {
    for (const { text, marks, buttons } of replies) {
      expect(text.length).toBeLessThanOrEqual(400)
      expect(text).not.toMatch(/[{}]/)
      if (marks.topic === topic && marks.kind === 'question') {
        const last = replies.find((reply) => reply.marks.step === marks.step && reply.buttons.length > 0)
        expect((last?.buttons ?? buttons).map(({ label }) => label)).toContain(content.labels.mens)
      }
    }
  })
})

describe('the written content', () => {
  it('has no step that nobody can reach', () => {
    const reached = new Map<string, Set<string>>()
    for (const { region, steps } of walks) {
      const key = region ?? content.fallbackRegion
      reached.set(key, new Set([...(reached.get(key) ?? []), ...steps]))
    }
    const missed = Object.entries(content.topics).flatMap(([region, topics]) =>
      Object.values(topics).flatMap((topic) =>
        topic.steps
          .filter((step) => step.op === 'say' || step.op === 'answer' || step.op === 'ask')
          .filter((step) => reached.get(region)?.has(`${topic.id}/${step.id}`) !== true)
          .map((step) => `${region}: ${topic.id}/${step.id}`),
      ),
    )
    expect(missed).toEqual([])
  })

  it('has a source, a rule and a last day under every answer', () => {
    const answers = Object.values(content.topics)
      .flatMap((topics) => Object.values(topics))
      .flatMap((topic) => topic.steps.flatMap((step) => (step.op === 'answer' ? [step] : [])))
    expect(answers.length).toBeGreaterThan(30)
    for (const answer of answers) {
      expect(answer.sources.length).toBeGreaterThan(0)
      expect(answer.rule).not.toBe('')
      expect(answer.validUntil >= answer.reviewedOn).toBe(true)
    }
  })

  it('states no fact any more once every date has passed', () => {
    const late = createTalk(real, new Date('2030-01-01T09:00:00Z'))
    for (const topic of content.menu) {
      const { replies } = late.mean(late.begin('twente').state, { kind: 'topic', topic, confidence: 1, also: [] })
      const answers = Object.values(content.topics.twente?.[topic]?.steps ?? []).flatMap((step) =>
        step.op === 'answer' ? [step.text] : [],
      )
      for (const { text } of replies) expect(answers).not.toContain(text)
    }
  })
})
