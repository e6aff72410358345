import type { AnswerStep, Content, Topic } from '../../conversation/content.ts'
import { wordsIn } from '../../conversation/words-in.ts'

/** An answer as candidates read it, in the default language. */
export interface ListedAnswer {
  topic: string
  /** The region that says it so; undefined for everybody else. */
  region: string | undefined
  answer: AnswerStep
}

/**
 * Lists every answer: per topic first those for everybody, then what regions say instead or beside them.
 * @param content the content
 */
export function listAnswers(content: Content): ListedAnswer[] {
  const { topics, regions } = wordsIn(content)
  return Object.values(topics).flatMap((topic) => {
    const general = answersOf(topic)
    const known = new Set(general.map(({ id }) => id))
    const ofRegions = Object.entries(regions).flatMap(([region, words]) => {
      const added = answersOf(words.topics[topic.id]).filter(({ id }) => !known.has(id))
      const replaced = Object.values(words.answers[topic.id] ?? {})
      return [...replaced, ...added].map((answer) => ({ topic: topic.id, region, answer }))
    })
    return [...general.map((answer) => ({ topic: topic.id, region: undefined, answer })), ...ofRegions]
  })
}

function answersOf(topic: Topic | undefined): AnswerStep[] {
  return topic?.steps.flatMap((step) => (step.op === 'answer' ? [step] : [])) ?? []
}
