import type { Intent, Meaning, ReadingContext, TopicGuess } from './meaning.ts'

/** Most topics the optional model may choose among. */
export const mostCandidates = 5

/** Most topics in "Bedoel je …?". */
const mostOffered = 3

/** A topic that may be chosen. */
export interface TopicCandidate {
  /** Topic id, as in product.md. */
  id: string
  /** As it stands on the button. */
  title: string
  /** What it is about, in one line. */
  about: string
}

/** What the optional model is asked: which of these topics does the message ask for, if any? */
export interface TopicQuestion {
  /** The words of the person. */
  text: string
  /** At least two and at most `mostCandidates`, likeliest first. */
  candidates: TopicCandidate[]
}

/**
 * Tells whether a message is worth a second opinion, and on which topics. Only what the classifier read and was unsure of
 * is: never a message with any sign of danger (`wit` included), nor one in a field for free text, a place, a choice, a
 * command or a bare "ja". Those last have no guesses, because the classifier never saw them.
 * @param meaning what the message was taken to mean
 * @param context what the conversation expected when it came
 * @returns the guesses of the classifier, best first; empty = do not ask
 */
export function findUnsureTopics({ crisis, intent, place }: Meaning, context: ReadingContext): TopicGuess[] {
  const isUnsure = intent.kind === 'clarify' || intent.kind === 'unclear'
  if (crisis !== undefined || !isUnsure) return []
  if (context.expectsText || context.isPlaceAsked || place?.isWhole) return []
  return intent.topics.slice(0, mostCandidates)
}

/**
 * Adds the topic that was chosen to an intent that was unsure.
 *
 * It is answered at once only when the classifier found it close to sure itself and would have offered it: then two who
 * read apart from each other agree, and the person was going to see that topic on a button anyway. Whatever the classifier
 * had no or weak support for becomes "Bedoel je …?" with that topic first. So a model that is wrong, or that was talked
 * into something by the message, can never make the bot answer a question outside its topics: at worst there is one button
 * more, beside "geen van deze" and a human.
 * @param intent what the classifier made of the message
 * @param topic a topic that was offered as a candidate; undefined = none fits
 * @returns the intent to go on with; the same one when nothing was chosen or it was not unsure
 */
export function withChosenTopic(intent: Intent, topic: string | undefined): Intent {
  if (topic === undefined || (intent.kind !== 'clarify' && intent.kind !== 'unclear')) return intent
  const guess = intent.topics.find((each) => each.topic === topic)
  if (intent.kind === 'clarify' && guess !== undefined) return { kind: 'topic', ...guess, also: [] }
  const others = intent.topics.filter((each) => each !== guess)
  return { kind: 'clarify', topics: [guess ?? { topic, confidence: 0 }, ...others].slice(0, mostOffered) }
}
