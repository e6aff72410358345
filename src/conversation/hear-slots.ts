import type { Intent } from '../understanding/meaning.ts'
import { type Heard, isDeniedChoice, pickHeard, toHeard } from '../understanding/slots/pick-heard.ts'
import type { Slots } from '../understanding/slots/slots.ts'
import type { Step, Topic } from './content.ts'
import { answerQuestion, goOnFrom } from './run-flow.ts'
import type { ConversationState, Place } from './state.ts'
import { type Talk, topicOf } from './talk.ts'

/**
 * Takes what somebody says about themselves: which benefit, how many hours. It is kept, so that no question asks for it
 * again; it answers the open question; and it corrects an earlier answer, after which the topic answers anew.
 * @param intent what else was meant: a message that asks something new only leaves behind what it says
 * @param slots what was said
 * @returns true when the message is dealt with
 */
export function hearSlots(talk: Talk, intent: Intent, slots: Slots | undefined): boolean {
  const heard = toHeard(slots)
  const { waiting } = talk.state
  if (slots === undefined || isNothing(heard) || waiting.for === 'handoff' || waiting.for === 'erase') return false
  talk.heardNow = heard
  if (intent.kind === 'choice' && waiting.for === 'answer') {
    keep(talk, besideQuestion(talk, heard, waiting.place))
    return false
  }
  keep(talk, heard)
  const id = openTopic(talk.state)
  const topic = id === undefined ? undefined : topicOf(talk, id)
  const wrong = forgetContradicted(talk, heard, topic)
  if (topic === undefined || !isAboutOpenTopic(intent, slots, topic.id)) return false
  if (wrong !== undefined) {
    goOnFrom(talk, topic.id, wrong)
    return true
  }
  if (waiting.for !== 'answer') return false
  const question = topic.steps.find((step) => step.id === waiting.place.step)
  const choice = question?.op === 'ask' ? pickHeard(question.choices, heard) : undefined
  if (choice === undefined) return false
  answerQuestion(talk, waiting.place, choice.id)
  return true
}

function isNothing({ benefit, denied, hours }: Heard): boolean {
  return benefit === undefined && denied.length + hours.length === 0
}

function keep(talk: Talk, { benefit, denied, hours }: Heard): void {
  const { heard } = talk.state
  const known = heard.benefit === undefined || denied.includes(heard.benefit) ? undefined : heard.benefit
  const has = benefit ?? known
  talk.state.heard = { ...(has === undefined ? {} : { benefit: has }), hours: hours.length > 0 ? hours : heard.hours }
}

/** What the open question does not ask: the rest is kept as the answer to it, and asked anew when the topic begins again. */
function besideQuestion(talk: Talk, { benefit, hours }: Heard, place: Place): Heard {
  const step = topicOf(talk, place.topic)?.steps.find(({ id }) => id === place.step)
  const choices = step?.op === 'ask' ? step.choices : []
  const isAsked = (part: 'benefit' | 'hours') => choices.some(({ hears }) => hears?.[part] !== undefined)
  return {
    ...(benefit === undefined || isAsked('benefit') ? {} : { benefit }),
    denied: [],
    hours: isAsked('hours') ? [] : hours,
  }
}

/** The topic that is being talked about, or was last. */
function openTopic({ waiting, visited }: ConversationState): string | undefined {
  if (waiting.for === 'answer') return waiting.place.topic
  return waiting.for === 'closing' ? waiting.topic : visited.at(-1)?.topic
}

/** Whether a message says nothing else, or asks nothing else than the open topic. */
function isAboutOpenTopic(intent: Intent, slots: Slots, topic: string): boolean {
  if (intent.kind === 'command' || intent.kind === 'language') return false
  if (slots.isWhole || intent.kind === 'unclear') return true
  return intent.kind === 'topic' && intent.topic === topic
}

/**
 * Forgets every answer, of any topic, that what was said now contradicts.
 * @returns in the open topic, the position of the first question that must be answered anew
 */
function forgetContradicted(talk: Talk, heard: Heard, open: Topic | undefined): number | undefined {
  const { content, state } = talk
  const wrong = new Set<string>()
  for (const id of Object.keys(content.locales[content.defaultLocale]?.topics ?? {})) {
    for (const step of topicOf(talk, id)?.steps ?? []) if (isContradicted(step, state, heard)) wrong.add(slotOf(step))
  }
  const index = open?.steps.findIndex((step) => isContradicted(step, state, heard)) ?? -1
  for (const slot of wrong) delete state.answers[slot]
  return index < 0 ? undefined : index
}

function isContradicted(step: Step, state: ConversationState, heard: Heard): boolean {
  if (step.op !== 'ask') return false
  const given = step.choices.find(({ id }) => id === state.answers[step.slot])
  if (given === undefined) return false
  const said = pickHeard(step.choices, heard)
  return said === undefined ? isDeniedChoice(given, heard) : said.id !== given.id
}

function slotOf(step: Step): string {
  return step.op === 'ask' ? step.slot : ''
}
