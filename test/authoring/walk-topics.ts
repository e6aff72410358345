import type { Talk } from '../../src/authoring/talk.ts'
import { createTalk } from '../../src/authoring/talk.ts'
import { loadContent, type UsableContent } from '../../src/content/load-content.ts'
import type { Content } from '../../src/conversation/content.ts'
import type { Reply } from '../../src/conversation/decision.ts'
import type { ConversationState } from '../../src/conversation/state.ts'
import { wordsIn } from '../../src/conversation/words-in.ts'

/** The content of a folder, also while an author still has a sentence to shorten: other tests are about that. */
export function loadUsable(folder: string): UsableContent {
  const { usable } = loadContent(folder)
  if (usable === undefined) throw new Error(`${folder} cannot be read. See: npm run content`)
  return usable
}

/** More turns than any path of a topic has. */
const maxTurns = 12

/** Which conversations are held. */
export interface Walk {
  region: string
  /** The moment of all these conversations. */
  now: Date
  /** Topics to walk; all that are written in the language when left out. */
  topics?: readonly string[]
  /** Language; the default one when left out. */
  locale?: string
}

/**
 * Holds every conversation about every topic that a person in one region can have: each choice at each question.
 * @param content the content
 * @param walk where the person lives, when, in which language, and about what
 * @returns every message that came by, the same one once
 */
export function walkTopics(content: Content, { region, now, locale, topics }: Walk): Reply[] {
  const understand = () => ({ intent: { kind: 'empty' as const } })
  const talk = createTalk({ content, understand }, now)
  const said = new Map<string, Reply>()
  for (const topic of topics ?? Object.keys(wordsIn(content, locale).topics)) {
    const { state } = talk.begin({ region, locale })
    const first = talk.mean(state, { kind: 'topic', topic, confidence: 1, also: [] })
    for (const reply of [...first.replies, ...walkOn(talk, first.state, maxTurns)]) {
      said.set(`${reply.marks.topic}/${reply.marks.step} ${reply.text}`, reply)
    }
  }
  return [...said.values()]
}

function walkOn(talk: Talk, state: ConversationState, turnsLeft: number): Reply[] {
  if (state.waiting.for !== 'answer' || turnsLeft === 0) return []
  return state.offered
    .filter(({ id }) => id.startsWith('choice:'))
    .flatMap(({ id }) => {
      const next = talk.mean(state, { kind: 'choice', choice: id })
      return [...next.replies, ...walkOn(talk, next.state, turnsLeft - 1)]
    })
}

/**
 * Every text of these messages: what is said, what stands on buttons and links, and the other forms of an answer. Titles
 * of sources are left out: where something was read is no place to go to.
 */
export function textsOf(content: Content, { region, locale }: Walk, replies: readonly Reply[]): string[] {
  const { topics, regions } = wordsIn(content, locale)
  return replies.flatMap(({ text, buttons, marks }) => {
    const steps = regions[region]?.topics[marks.topic]?.steps ?? topics[marks.topic]?.steps ?? []
    const own = regions[region]?.answers[marks.topic]?.[marks.step]
    const answer = own ?? steps.find(({ id }) => id === marks.step)
    const forms = answer?.op === 'answer' ? [answer.easier, answer.shorter, answer.example, answer.rule] : []
    const labels = buttons.flatMap(({ label, url }) => (url === undefined ? [label] : [label, url]))
    return [text, ...labels, ...forms]
  })
}
