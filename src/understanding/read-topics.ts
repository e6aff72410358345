import type { Classify } from './classifier/train-classifier.ts'
import { decideIntent, isOutOfScope, sureAlsoProbability } from './decide-intent.ts'
import type { Intent, TopicGuess } from './meaning.ts'
import { splitSentences } from './split-sentences.ts'

/** So many other questions of one message are kept for later. */
const mostAlso = 3

/** What reads topics in one language. */
export interface TopicReader {
  classify: Classify
  normalise: (text: string) => string
  questionOpeners: ReadonlySet<string>
}

/**
 * Reads what is asked. The message is read as a whole, because the sentences of a story explain each other; apart from that
 * each sentence is read, to hear several questions, and a clear one in a story that is unclear as a whole.
 * @param bounded the message, of a length that is read whole
 * @param normalised the same, normalised
 */
export function readTopics(bounded: string, normalised: string, reader: TopicReader): Intent {
  const { classify, normalise, questionOpeners } = reader
  const found = classify(normalised)
  const whole = decideIntent(found, normalised.split(' ').length)
  // A sentence out of its story says less: "wie moet ik hebben" is no question for us when a parcel was lost.
  if (isOutOfScope(found)) return whole
  const sentences = splitSentences(bounded, questionOpeners)
  if (sentences.length < 2) return whole
  // Several answers need several questions; without them the sentences of a clear story need not be read apart.
  if (whole.kind === 'topic' && sentences.filter(({ isQuestion }) => isQuestion).length < 2) return whole
  const read = sentences.map((sentence) => ({
    isQuestion: sentence.isQuestion,
    intent: readPart(normalise(sentence.text), classify),
  }))
  const asked: TopicGuess[] = []
  for (const { intent, isQuestion } of read) {
    if (intent.kind !== 'topic' || !isQuestion || intent.confidence < sureAlsoProbability) continue
    if (!asked.some((guess) => guess.topic === intent.topic))
      asked.push({ topic: intent.topic, confidence: intent.confidence })
  }
  const [first, ...others] = asked
  if (first && others.length > 0)
    return { kind: 'topic', topic: first.topic, confidence: first.confidence, also: others.slice(0, mostAlso) }
  if (whole.kind === 'topic') return whole
  // Nothing was clearly asked: one clear sentence in a story, or the call for a person, says more than the whole.
  const clear = read.findLast(
    ({ intent }) =>
      (intent.kind === 'topic' && intent.confidence >= sureAlsoProbability) ||
      (intent.kind === 'command' && intent.command === 'mens'),
  )
  return clear?.intent ?? whole
}

function readPart(normalised: string, classify: Classify): Intent {
  return decideIntent(classify(normalised), normalised.split(' ').length)
}
