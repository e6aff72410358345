import type { OfferedChoice } from '../understanding/meaning.ts'
import { pickHeard } from '../understanding/slots/pick-heard.ts'
import type { AnswerStep, Choice, Condition, Step, Topic } from './content.ts'
import { fillTopicText, tellTopic } from './fill-topic-text.ts'
import { startHandoff } from './handoff.ts'
import { regionChoices, setRegion } from './region.ts'
import { sayContacts } from './say-contacts.ts'
import { sayLadder } from './say-ladder.ts'
import { sayUnderstood } from './say-understood.ts'
import type { Place } from './state.ts'
import { humanChoice, isWritten, menuChoice, phraseChoices, sayPhrase, type Talk, topicOf, wordsOf } from './talk.ts'
import { answerOf, dueOn } from './topic-answer.ts'

/** More steps than any written topic has; a ring of gotos ends here instead of never. */
const maxStepsPerTurn = 200

/**
 * Starts a topic from its beginning; questions of it that were answered in an earlier round are asked anew, but not which
 * benefit somebody said to have: hours are a what-if, a benefit is a fact.
 */
export function startTopic(talk: Talk, id: string): void {
  const topic = topicOf(talk, id)
  if (topic === undefined) return sayMissing(talk)
  if (!isWritten(talk, id)) sayPhrase(talk, 'only-other-language', { topic: id })
  if (talk.state.visited.some((visit) => visit.topic === id)) {
    for (const step of topic.steps) if (step.op === 'ask') delete talk.state.answers[step.slot]
    talk.state.heard = { ...talk.state.heard, hours: talk.heardNow.hours }
  }
  talk.state.visited = [...talk.state.visited.filter((visit) => visit.topic !== id), { topic: id }].slice(-20)
  runFrom(talk, topic, 0)
}

/** Goes on at a place, saying again what stands there: used after a digression. */
export function resumeAt(talk: Talk, place: Place): void {
  const topic = topicOf(talk, place.topic)
  const index = topic?.steps.findIndex((step) => step.id === place.step) ?? -1
  if (topic === undefined || index < 0) return sayMissing(talk)
  runFrom(talk, topic, index)
}

/** Goes on at a step of a topic, by its position: used when an earlier answer was corrected. */
export function goOnFrom(talk: Talk, id: string, index: number): void {
  const topic = topicOf(talk, id)
  if (topic === undefined) return sayMissing(talk)
  runFrom(talk, topic, index)
}

/** Takes the answer to the question at a place and goes on. */
export function answerQuestion(talk: Talk, place: Place, choiceId: string): void {
  const found = questionAt(talk, place)
  if (found === undefined) return sayMissing(talk)
  const choice = found.question.choices.find((each) => each.id === choiceId)
  if (choice === undefined) return resumeAt(talk, place)
  talk.state.answers[found.question.slot] = choice.id
  runFrom(talk, found.topic, choice.goto ?? found.index + 1)
}

/** Takes the answer to "waar woon je?" and goes on, in the words of that region. */
export function answerRegion(talk: Talk, place: Place, regionId: string): void {
  setRegion(talk, regionId)
  const topic = topicOf(talk, place.topic)
  const index = topic?.steps.findIndex((step) => step.id === place.step) ?? -1
  if (topic === undefined || index < 0) return sayMissing(talk)
  runFrom(talk, topic, index + 1)
}

/** Whether at a place it is asked where somebody lives. */
export function isRegionQuestion(talk: Talk, place: Place): boolean {
  return topicOf(talk, place.topic)?.steps.find((step) => step.id === place.step)?.op === 'ask-region'
}

/** The question at a place, when there is one. */
function questionAt(
  talk: Talk,
  place: Place,
): { topic: Topic; index: number; question: Extract<Step, { op: 'ask' }> } | undefined {
  const topic = topicOf(talk, place.topic)
  const index = topic?.steps.findIndex((step) => step.id === place.step) ?? -1
  const question = topic?.steps[index]
  if (topic === undefined || question?.op !== 'ask') return undefined
  return { topic, index, question }
}

function runFrom(talk: Talk, start: Topic, startIndex: number): void {
  let topic = start
  let index = startIndex
  const understood: Choice[] = []
  for (let count = 0; count < maxStepsPerTurn; count += 1) {
    const step = topic.steps[index]
    if (step === undefined) return close(talk, topic, [])
    index += 1
    if (!holds(step.when, talk.state.answers)) continue
    const heard = step.op === 'ask' ? hearAnswer(talk, step) : undefined
    if (heard !== undefined) understood.push(heard)
    else if (speaks(talk, step)) sayUnderstood(talk, topic.id, understood.splice(0))
    switch (step.op) {
      case 'say':
        tellTopic(talk, { text: step.text, marks: { topic: topic.id, step: step.id, kind: 'answer' } })
        break
      case 'answer': {
        const answer = answerOf(talk, topic.id, step)
        const due = dueOn(talk, answer, topic.steps)
        if (due === 'ended') return sayExpired(talk, topic)
        if (due === 'say') sayAnswer(talk, topic, answer)
        break
      }
      case 'contacts':
        sayContacts(talk, topic.id, step)
        break
      case 'ladder':
        sayLadder(talk, topic.id, step)
        break
      case 'ask': {
        const known = findKnown(talk, step)
        if (known === undefined) return askQuestion(talk, topic, step)
        index = known.goto ?? index
        break
      }
      case 'ask-region':
        if (talk.state.region === undefined) return askRegion(talk, { topic: topic.id, step: step.id })
        break
      case 'jump':
        index = step.to
        break
      case 'goto-topic': {
        const next = topicOf(talk, step.topic)
        if (next === undefined) return sayMissing(talk)
        // A step that newer content no longer has: the beginning of that topic is always a way on.
        const { step: target } = step
        topic = next
        index = Math.max(
          0,
          next.steps.findIndex((each) => each.id === target),
        )
        break
      }
      case 'handoff':
        tellTopic(talk, { text: step.text, marks: { topic: topic.id, step: step.id, kind: 'handoff' } })
        return startHandoff(talk, topic.id)
      case 'end':
        return close(talk, topic, step.related)
      default:
        step satisfies never
    }
  }
  close(talk, topic, [])
}

/** The choice that was said already, when the question was not answered yet; it becomes the answer. */
function hearAnswer(talk: Talk, question: Extract<Step, { op: 'ask' }>): Choice | undefined {
  if (findKnown(talk, question) !== undefined) return undefined
  const said = pickHeard(question.choices, talk.heardNow) ?? pickHeard(question.choices, talk.state.heard)
  if (said !== undefined) talk.state.answers[question.slot] = said.id
  return said
}

/** Whether a step says something, so that what was understood must be said before it. */
function speaks(talk: Talk, step: Step): boolean {
  if (step.op === 'ask') return findKnown(talk, step) === undefined
  return step.op !== 'jump' && step.op !== 'goto-topic'
}

function findKnown(talk: Talk, { slot, choices }: Extract<Step, { op: 'ask' }>): Choice | undefined {
  return choices.find(({ id }) => id === talk.state.answers[slot])
}

function holds(condition: Condition | undefined, answers: Record<string, string>): boolean {
  if (condition === undefined) return true
  return Object.entries(condition).every(([slot, allowed]) => allowed.includes(answers[slot] ?? ''))
}

function sayAnswer(talk: Talk, topic: Topic, answer: AnswerStep): void {
  const told = { topic: topic.id, answer: answer.id }
  talk.state.lastAnswer = told
  talk.told.push(told)
  tellTopic(talk, {
    text: answer.text,
    marks: {
      topic: topic.id,
      step: answer.id,
      kind: 'answer',
      explain: ['makkelijker', 'korter', 'voorbeeld', 'waarom'],
    },
    basis: { sources: answer.sources, reviewedOn: answer.reviewedOn },
  })
}

function sayExpired(talk: Talk, topic: Topic): void {
  sayPhrase(talk, 'expired', { topic: topic.id })
  talk.state.waiting = { for: 'anything' }
  talk.offers = [humanChoice(talk), menuChoice(talk)]
}

function askQuestion(talk: Talk, topic: Topic, question: Extract<Step, { op: 'ask' }>): void {
  tellTopic(talk, { text: question.text, marks: { topic: topic.id, step: question.id, kind: 'question' } })
  wait(talk, { topic: topic.id, step: question.id })
}

function askRegion(talk: Talk, place: Place): void {
  sayPhrase(talk, 'ask-region', { kind: 'question', topic: place.topic })
  wait(talk, place)
}

function wait(talk: Talk, place: Place): void {
  talk.state.waiting = { for: 'answer', place }
  talk.offers = questionChoices(talk, place)
}

/** Buttons under the question at a place. */
export function questionChoices(talk: Talk, place: Place): OfferedChoice[] {
  const found = questionAt(talk, place)
  const choices =
    found === undefined
      ? regionChoices(talk)
      : found.question.choices.map((choice) => toOffer(talk, place.topic, choice))
  return [...choices, humanChoice(talk)]
}

function toOffer(talk: Talk, topic: string, { id, label, phrases, hears }: Choice): OfferedChoice {
  const offer = { id: `choice:${id}`, label: fillTopicText(talk, topic, label), phrases }
  return hears === undefined ? offer : { ...offer, hears }
}

function close(talk: Talk, topic: Topic, related: string[]): void {
  sayPhrase(talk, 'closing', { kind: 'question', topic: topic.id })
  talk.state.waiting = { for: 'closing', topic: topic.id, related }
  talk.offers = closingChoices(talk)
}

/** Buttons under "is je zorg kleiner geworden?" */
export function closingChoices(talk: Talk): OfferedChoice[] {
  const { labels } = wordsOf(talk)
  return [
    ...phraseChoices(talk, 'closing').map((choice) => ({ ...choice, id: `closing:${choice.id}` })),
    { id: 'command:anders', label: labels.otherwise, phrases: [] },
    humanChoice(talk),
  ]
}

// A stored place can point at a topic or step that newer content no longer has; the menu is always a way on.
function sayMissing(talk: Talk): void {
  sayPhrase(talk, 'content-changed')
  talk.state.waiting = { for: 'anything' }
  talk.offers = undefined
}
