import type { Classification } from './classifier/train-classifier.ts'
import { commandLabel, commandOfLabel, outOfScopeLabel, topicOfLabel } from './label-examples.ts'
import type { Command, Intent, TopicGuess } from './meaning.ts'

// The numbers below were chosen on the development sentences (test/understanding/sentences/development.jsonl), never on
// the ones that measure; docs/understanding.md has the figures.

/** From this probability a topic is answered without asking. */
const sureProbability = 0.7
/** A topic must also be this much above the next one; closer is "Bedoel je …?". */
const sureMargin = 0.2
/** Topics below this are not worth a button in "Bedoel je …?". */
const offerProbability = 0.04
/** The best of the offered topics must hold this much; less means that we are guessing. */
const offerBest = 0.15
/** In a message of several questions, another topic counts as asked too only when it is this sure. */
export const sureAlsoProbability = 0.75
/** A message of which less than this part was ever seen in an example is not understood, however sure the model is. */
const leastCoverage = 0.3
/** When "nothing we answer" holds more than this, no topic is offered. */
const mostOutOfScope = 0.5
/** A command acts (erases, stops, calls a person), so a long story must not set it off by accident. */
const sureCommandProbability = 0.4
/**
 * Asking for a person is heard sooner, also when a topic seems likelier but is not sure: offering one never harms, missing
 * the call does.
 */
const surePersonProbability = 0.25
/** These end or erase something. */
const weightyCommands: readonly Command[] = ['stoppen', 'opnieuw', 'wissen', 'bewaren']
/** See `weightyCommands`. */
const sureWeightyProbability = 0.5
/** A reply of so few words is mostly an answer ("ergens anders", a place, a name), and a command only when it is clear. */
const mostShortWords = 2
/** See `mostShortWords`. */
const sureShortProbability = 0.6

/** An unclear message carries so many guesses, for a second opinion. */
const mostGuesses = 5

/**
 * Turns probabilities into an intent: sure is an answer, two or three close is a question back, the rest is honest.
 * @param found what the classifier says of the whole message or of one sentence
 * @param wordCount number of words in it
 */
export function decideIntent(found: Classification, wordCount: number): Intent {
  const topics = guessTopics(found)
  const best = found.ranked[0]
  if (!best || found.coverage < leastCoverage) return { kind: 'unclear', topics: topics.slice(0, mostGuesses) }
  const isOutside = best.label === outOfScopeLabel
  if (isOutside && best.probability > mostOutOfScope) return { kind: 'unclear', topics: topics.slice(0, mostGuesses) }
  if (isCallForPerson(found, wordCount)) return { kind: 'command', command: 'mens' }
  if (isOutside) return clarifyOrUnclear(topics)
  const command = commandOfLabel(best.label)
  if (command) {
    return isSureCommand(command, best.probability, wordCount) ? { kind: 'command', command } : clarifyOrUnclear(topics)
  }
  const first = topics[0]
  if (!first) return { kind: 'unclear', topics: [] }
  const next = found.ranked[1]?.probability ?? 0
  if (first.confidence >= sureProbability && first.confidence - next >= sureMargin)
    return { kind: 'topic', topic: first.topic, confidence: first.confidence, also: [] }
  return clarifyOrUnclear(topics)
}

function isCallForPerson({ ranked }: Classification, wordCount: number): boolean {
  const [best] = ranked
  const person = ranked.find(({ label }) => label === commandLabel('mens'))
  const least = wordCount <= mostShortWords ? sureShortProbability : surePersonProbability
  if (best === undefined || person === undefined || person.probability < least) return false
  return best === person || best.probability < sureProbability
}

function isSureCommand(command: Command, probability: number, wordCount: number): boolean {
  if (wordCount <= mostShortWords && probability < sureShortProbability) return false
  return probability >= (weightyCommands.includes(command) ? sureWeightyProbability : sureCommandProbability)
}

function clarifyOrUnclear(topics: TopicGuess[]): Intent {
  const offered = topics.filter((guess) => guess.confidence >= offerProbability).slice(0, 3)
  const isWorthAsking = offered.length >= 2 && (offered[0]?.confidence ?? 0) >= offerBest
  return isWorthAsking
    ? { kind: 'clarify', topics: offered }
    : { kind: 'unclear', topics: topics.slice(0, mostGuesses) }
}

/** Whether the message most likely belongs to nothing we answer. */
export function isOutOfScope({ ranked: [best] }: Classification): boolean {
  return best?.label === outOfScopeLabel
}

/**
 * The topics in a classification, best first.
 * @returns every topic, with its probability among all that can be meant
 */
export function guessTopics(found: Classification): TopicGuess[] {
  return found.ranked.flatMap(({ label, probability }) => {
    const topic = topicOfLabel(label)
    return topic === undefined ? [] : [{ topic, confidence: probability }]
  })
}
