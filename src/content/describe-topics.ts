import type { Dialogs } from './dialog-source.ts'

/** What does not fit in a line is not needed to tell topics apart. */
const mostChars = 200

/**
 * Makes the function that says in one line what a topic is about: the first sentence of what authors wrote for each other
 * in `about`. No candidate reads it; the optional model chooses by it.
 * @param dialogs everything as authors wrote it
 * @returns the line of a topic id; empty for a topic that is not written
 */
export function describeTopics({ topics }: Pick<Dialogs, 'topics'>): (id: string) => string {
  const lines = new Map(topics.map(({ data }) => [data.id, firstSentence(data.about)]))
  return (id) => lines.get(id) ?? ''
}

function firstSentence(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return (/^.*?[.!?](?= |$)/.exec(line)?.[0] ?? line).slice(0, mostChars)
}
