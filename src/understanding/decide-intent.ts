import { type Command, commands, type Intent, type TopicGuess } from './meaning.ts'
import type { Classification } from './train-classifier.ts'

/** Class of sentences that belong to nothing we answer. */
export const outOfScopeLabel = 'out-of-scope'
const commandPrefix = 'command:'
const topicPrefix = 'topic:'

/** From this probability a topic is answered without asking; below it, measured by leaving examples out, half was wrong. */
export const sureProbability = 0.6
/** A topic must also be this much above the next one; closer is "Bedoel je …?". */
export const sureMargin = 0.2
/** Topics below this are not worth a button in "Bedoel je …?". */
export const offerProbability = 0.08
/** The best of the offered topics must hold this much; less means that we are guessing. */
export const offerBest = 0.25
/** In a message of several sentences, another topic counts as asked too only when it is this sure and a question. */
export const sureAlsoProbability = 0.7
/** Less alike than this to every example, and we do not claim to understand, however sure the model is. */
export const leastLikeness = 0.16
/** A message of which less than this part was ever seen in an example is not understood. */
export const leastCoverage = 0.3
/** When "nothing we answer" holds more than this, no topic is offered. */
export const mostOutOfScope = 0.5
/** A command acts (erases, stops, calls a person), so a long story must not set it off by accident. */
export const sureCommandProbability = 0.5
/** Asking for a person is heard sooner: offering one never harms, missing the call does. */
export const surePersonProbability = 0.35
/** A command in other words than its examples must still look like one. */
export const leastCommandLikeness = 0.35
/** These end or erase something, so they must look much like an example: "verdien ik genoeg" is no "zo is het genoeg". */
export const weightyCommands: readonly Command[] = ['stoppen', 'opnieuw', 'wissen', 'bewaren']
/** See `weightyCommands`. */
export const leastWeightyLikeness = 0.5
/** See `surePersonProbability`. */
export const leastPersonLikeness = 0.3
/** A reply of so few words is mostly an answer: "ergens anders", a place, a name. */
export const mostShortWords = 2
/** A short reply is a command only when it is nearly one of the examples. */
export const leastShortLikeness = 0.65
/** Thanks and greetings set nothing off, so there a short reply need be less alike: "dank u". */
export const leastShortCourtesyLikeness = 0.5
const courtesies: readonly Command[] = ['groet', 'bedankt']

/** Name of the class of a topic. */
export function topicLabel(topic: string): string {
  return topicPrefix + topic
}

/** Name of the class of a command. */
export function commandLabel(command: Command): string {
  return commandPrefix + command
}

/**
 * Turns probabilities into an intent: sure is an answer, two or three close is a question back, the rest is honest.
 * @param found what the classifier says of the whole message or of one sentence
 * @param wordCount number of words in it
 */
export function decideIntent(found: Classification, wordCount: number): Intent {
  const topics = guessTopics(found)
  const best = found.ranked[0]
  const isKnown = found.likeness >= leastLikeness && found.coverage >= leastCoverage
  if (!best || !isKnown) return { kind: 'unclear', topics: topics.slice(0, 3) }
  if (best.label === outOfScopeLabel) {
    return best.probability > mostOutOfScope
      ? { kind: 'unclear', topics: topics.slice(0, 3) }
      : clarifyOrUnclear(topics)
  }
  const command = readCommandLabel(best.label)
  if (command) {
    return isSureCommand(command, best.probability, found.likeness, wordCount)
      ? { kind: 'command', command }
      : clarifyOrUnclear(topics)
  }
  const first = topics[0]
  if (!first) return { kind: 'unclear', topics: [] }
  const next = found.ranked[1]?.probability ?? 0
  if (first.confidence >= sureProbability && first.confidence - next >= sureMargin) {
    return { kind: 'topic', topic: first.topic, confidence: first.confidence, also: [] }
  }
  return clarifyOrUnclear(topics)
}

function isSureCommand(command: Command, probability: number, likeness: number, wordCount: number): boolean {
  const leastShort = courtesies.includes(command) ? leastShortCourtesyLikeness : leastShortLikeness
  if (wordCount <= mostShortWords && likeness < leastShort) return false
  if (command === 'mens') return probability >= surePersonProbability && likeness >= leastPersonLikeness
  const least = weightyCommands.includes(command) ? leastWeightyLikeness : leastCommandLikeness
  return probability >= sureCommandProbability && likeness >= least
}

function clarifyOrUnclear(topics: TopicGuess[]): Intent {
  const offered = topics.filter((guess) => guess.confidence >= offerProbability).slice(0, 3)
  const isWorthAsking = offered.length >= 2 && (offered[0]?.confidence ?? 0) >= offerBest
  return isWorthAsking ? { kind: 'clarify', topics: offered } : { kind: 'unclear', topics: topics.slice(0, 3) }
}

function guessTopics(found: Classification): TopicGuess[] {
  return found.ranked
    .filter(({ label }) => label.startsWith(topicPrefix))
    .map(({ label, probability }) => ({ topic: label.slice(topicPrefix.length), confidence: probability }))
}

function readCommandLabel(label: string): Command | undefined {
  return label.startsWith(commandPrefix)
    ? commands.find((command) => command === label.slice(commandPrefix.length))
    : undefined
}
