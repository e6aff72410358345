import type { Step } from './content.ts'
import { fillTopicText, tellTopic } from './fill-topic-text.ts'
import { regionWordsOf, type Talk, wordsOfTopic } from './talk.ts'

/** Shows the ladder of the candidate's region: a picture, and the same in words for who does not see it. */
export function sayLadder(talk: Talk, topic: string, step: Extract<Step, { op: 'ladder' }>): void {
  const { route } = regionWordsOf(talk, wordsOfTopic(talk, topic))
  const title = fillTopicText(talk, topic, step.text)
  tellTopic(talk, {
    text: [title, ...writeRungs(route)].join('\n'),
    marks: { topic, step: step.id, kind: 'answer' },
    picture: { kind: 'ladder', title, rungs: route.map((rung) => rung.name) },
  })
}

/**
 * Writes the rungs of a ladder, one a line, from low to high.
 * @param route rungs from low to high
 */
export function writeRungs(route: readonly { name: string; about: string }[]): string[] {
  return route.map(({ name, about }, index) => `${index + 1}. ${name}: ${about}`)
}
