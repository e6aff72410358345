import type { Intent, TopicGuess } from '../understanding/meaning.ts'
import { toKeptSentence } from './kept-sentence.ts'
import type { ConversationState } from './state.ts'
import {
  humanChoice,
  isWritten,
  maxButtons,
  menuChoice,
  phraseChoices,
  sayPhrase,
  type Talk,
  topicChoice,
  wordsOf,
} from './talk.ts'
import { askAgain } from './ways-on.ts'

/**
 * May authors keep one sentence that was not understood? Offered once in a conversation, as the last button under help
 * that is there anyway; asked only when it is pressed; kept only after a yes to the very words that are kept. Never in a
 * handoff, and never in a conversation with danger in it. Source: issue 4, item 8.
 */

/** Group of the choices that are about keeping a sentence. */
const learnGroup = 'learn:'

/** Choosing a topic later than this says little about the sentence. */
export const suggestWithinMs = 10 * 60 * 1000

/** Most topics that are offered again after the question; as many as "not understood" had. */
const mostTopics = 2

/** Whether a message is about keeping a sentence, and so says nothing of whether the person was understood. */
export function isAboutLearning(intent: Intent): boolean {
  return intent.kind === 'choice' && intent.choice.startsWith(learnGroup)
}

/** After danger nothing is kept in this conversation, and nothing is asked that is of no help. */
export function endLearning(talk: Talk): void {
  talk.state.learning = { is: 'closed' }
}

/**
 * Remembers a message that was not understood, to offer to keep it. An answer to a question of a topic is passed over: what
 * it means depends on the question, and a place or a number is no example of anything.
 */
export function noteUnclear(talk: Talk, text: string, topics: readonly TopicGuess[]): void {
  const { waiting } = talk.state
  if (waiting.for === 'anything' || waiting.for === 'closing') note(talk, 'ready', text, topics)
}

/** Remembers a message of which the bot asked what was meant; whether it may be kept is asked after the answer. */
export function noteGuess(talk: Talk, text: string, topics: readonly TopicGuess[]): void {
  const { waiting } = talk.state
  if (waiting.for !== 'handoff' && waiting.for !== 'erase') note(talk, 'guessed', text, topics)
}

function note(talk: Talk, is: 'ready' | 'guessed', text: string, topics: readonly TopicGuess[]): void {
  const { state, around } = talk
  const isOver = state.learning !== undefined && state.learning.is !== 'ready' && state.learning.is !== 'guessed'
  if (around.redact === undefined || isOver || isLearningOut(state)) return
  const sentence = toKeptSentence(text, around.redact)
  if (sentence === undefined) delete state.learning
  else state.learning = { is, text: sentence, topics: topics.slice(0, mostTopics).map(({ topic }) => topic) }
}

/** Whether keeping a sentence is out of the question here: there is danger, or a human has the conversation. */
function isLearningOut({ crisis, openCase }: ConversationState): boolean {
  return crisis !== undefined || openCase !== undefined
}

/**
 * Lets a message say what it says about the sentence before it: the topic that was meant after all, or that the offer was
 * passed by. Comes before the message itself is answered.
 */
export function followLearning(talk: Talk, intent: Intent): void {
  const { state } = talk
  const { learning } = state
  const topic = chosenTopic(intent)
  switch (learning?.is) {
    case 'guessed': {
      const isNone = intent.kind === 'choice' && intent.choice === 'clarify:none'
      if (topic !== undefined) state.learning = { ...learning, is: 'ready', suggested: topic }
      else if (isNone) state.learning = { ...learning, is: 'ready', topics: [] }
      else delete state.learning
      return
    }
    case 'ready':
      // Somebody is on the way through a topic; who does anything else has left the sentence behind.
      if (intent.kind !== 'topic' && !isWithinTopic(intent)) delete state.learning
      return
    case 'offered':
    case 'asked':
      if (!isAboutLearning(intent)) state.learning = { is: 'closed' }
      return
    case 'kept': {
      const isSoon = talk.around.now.getTime() - Date.parse(learning.at) < suggestWithinMs
      if (topic !== undefined && isSoon) keep(talk, learning.text, topic)
      state.learning = { is: 'closed' }
      return
    }
    default:
      return
  }
}

function chosenTopic(intent: Intent): string | undefined {
  return intent.kind === 'choice' && intent.choice.startsWith('topic:')
    ? intent.choice.slice('topic:'.length)
    : undefined
}

function isWithinTopic(intent: Intent): boolean {
  return intent.kind === 'choice' && !/^(command|menu|group|language|clarify):/.test(intent.choice)
}

/**
 * Hears the button, and then yes or no.
 * @param name what was chosen, without its group
 * @returns false when nothing was asked: it is a button of long ago
 */
export function hearLearning(talk: Talk, name: string): boolean {
  const { state } = talk
  const { learning } = state
  if (name === 'ask' && learning?.is === 'offered') {
    state.learning = { ...learning, is: 'asked' }
    askToKeep(talk, learning.text)
    return true
  }
  if (learning?.is !== 'asked') return false
  if (name !== 'yes') {
    state.learning = { is: 'closed' }
    sayPhrase(talk, 'learn-not-kept')
  } else {
    const { text, suggested } = learning
    keep(talk, text, suggested)
    const isTopicOpen = suggested === undefined && state.waiting.for === 'anything'
    state.learning = isTopicOpen ? { is: 'kept', text, at: talk.around.now.toISOString() } : { is: 'closed' }
    sayPhrase(talk, 'learn-kept')
  }
  goBack(talk, learning.topics)
  return true
}

function askToKeep(talk: Talk, sentence: string): void {
  sayPhrase(talk, 'learn-ask', { kind: 'question', variables: { zin: sentence } })
  const choices = phraseChoices(talk, 'learn-ask').map(
    // Consent is given in the words of the button, or with a bare yes: "ja maar mijn uitkering" is another question.
    (choice) => ({ ...choice, id: learnGroup + choice.id, isByNameOnly: true }),
  )
  talk.offers = [...choices, humanChoice(talk)]
}

function keep(talk: Talk, text: string, suggested: string | undefined): void {
  const { locale } = talk.state
  talk.effects.push({ kind: 'keep-sentence', text, locale, ...(suggested === undefined ? {} : { suggested }) })
}

/** Puts back the help that stood there before the question. */
function goBack(talk: Talk, topics: readonly string[]): void {
  if (talk.state.waiting.for !== 'anything') return askAgain(talk)
  sayPhrase(talk, 'menu', { topic: 'menu' })
  const likely = topics.filter((id) => isWritten(talk, id)).map((id) => topicChoice(talk, id))
  if (likely.length > 0) talk.offers = [...likely, menuChoice(talk), humanChoice(talk)]
}

/**
 * Puts the button under the last message when there is room for it, after the help. A sentence that waits while a topic
 * asks its questions is offered at the end of the topic; one for which there is no place then is let go.
 */
export function offerLearning(talk: Talk): void {
  const { state } = talk
  const { learning, waiting } = state
  if (learning?.is !== 'ready' || waiting.for === 'answer') return
  const isPlace = (waiting.for === 'anything' || waiting.for === 'closing') && !isLearningOut(state) && hasRoom(talk)
  if (!isPlace) {
    delete state.learning
    return
  }
  state.learning = { ...learning, is: 'offered' }
  const button = { id: `${learnGroup}ask`, label: wordsOf(talk).labels.learn, phrases: [], isByNameOnly: true }
  talk.offers = [...(talk.offers ?? []), button]
}

function hasRoom(talk: Talk): boolean {
  const last = talk.effects.findLast((effect) => effect.kind === 'reply')
  if (last?.kind !== 'reply') return false
  const { kind } = last.reply.marks
  return kind !== 'handoff' && kind !== 'crisis' && last.reply.buttons.length + (talk.offers?.length ?? 0) < maxButtons
}
