import { type MeasuredReading, outOfScope } from '../../src/authoring/understand/measure-readings.ts'
import { commandOfLabel, topicOfLabel } from '../../src/understanding/label-examples.ts'

/** A class, and how likely it is; the classes are those of `labelExamples`. */
export interface LabelGuess {
  label: string
  probability: number
}

const mostAlternatives = 2

/**
 * Turns the bare classes of a system into a reading, by the rule that is kindest to it: what stands on top is taken, however
 * unsure. Who compares decides afterwards from which confidence a topic is answered.
 * @param ranked best first; what is missing has probability 0
 */
export function readingOfLabels(ranked: readonly LabelGuess[]): MeasuredReading {
  const topics = ranked.flatMap(({ label, probability }) => {
    const topic = topicOfLabel(label)
    return topic === undefined ? [] : [{ topic, confidence: probability }]
  })
  const top = ranked[0]?.label ?? outOfScope
  const command = commandOfLabel(top) ?? null
  const isTopic = topicOfLabel(top) !== undefined
  return {
    topic: topics[0]?.topic ?? null,
    confidence: topics[0]?.confidence ?? 0,
    alternatives: topics.slice(1, 1 + mostAlternatives),
    crisis: 'geen',
    command,
    decision: command !== null ? 'command' : isTopic ? 'answer' : 'unsure',
  }
}
