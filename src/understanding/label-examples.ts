import type { LabelledText } from './classifier/train-classifier.ts'
import { type Command, commands, type TrainingExamples } from './meaning.ts'

/** Class of sentences that belong to nothing we answer. */
export const outOfScopeLabel = 'out-of-scope'
const commandPrefix = 'command:'
const topicPrefix = 'topic:'

/** Name of the class of a topic. */
export function topicLabel(topic: string): string {
  return topicPrefix + topic
}

/** Name of the class of a command. */
export function commandLabel(command: Command): string {
  return commandPrefix + command
}

/** The topic a class stands for, or undefined when it stands for something else. */
export function topicOfLabel(label: string): string | undefined {
  return label.startsWith(topicPrefix) ? label.slice(topicPrefix.length) : undefined
}

/** The command a class stands for, or undefined when it stands for something else. */
export function commandOfLabel(label: string): Command | undefined {
  return label.startsWith(commandPrefix)
    ? commands.find((command) => command === label.slice(commandPrefix.length))
    : undefined
}

/**
 * Gives each example sentence its class, in the order they are written.
 * @param examples of one language
 * @param normalise brings a sentence to the form in which it is read
 */
export function labelExamples(examples: TrainingExamples, normalise: (text: string) => string): LabelledText[] {
  const label = (texts: readonly string[], name: string): LabelledText[] =>
    texts.map((text) => ({ normalised: normalise(text), label: name }))
  return [
    ...Object.entries(examples.topics).flatMap(([topic, texts]) => label(texts, topicLabel(topic))),
    ...commands.flatMap((command) => label(examples.commands[command] ?? [], commandLabel(command))),
    ...label(examples.outOfScope, outOfScopeLabel),
  ].filter(({ normalised }) => normalised !== '')
}
