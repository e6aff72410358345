import type { OfferedChoice } from '../understanding/meaning.ts'
import { handoffChoices, repeatHandoff } from './handoff.ts'
import { offerMenu } from './menu.ts'
import { closingChoices, questionChoices, resumeAt } from './run-flow.ts'
import {
  humanChoice,
  isWritten,
  menuChoice,
  phraseChoices,
  sayPhrase,
  type Talk,
  titleOf,
  topicChoice,
  topicOf,
} from './talk.ts'

/** Goes on with what was left: the open question first, then a paused topic, then one that was asked in the same message. */
export function goOn(talk: Talk): void {
  const { state } = talk
  if (state.waiting.for !== 'anything' && state.waiting.for !== 'closing') return askAgain(talk)
  const paused = state.waiting.for === 'anything' ? state.paused.pop() : undefined
  if (paused !== undefined && topicOf(talk, paused.topic) !== undefined) {
    sayPhrase(talk, 'resume', { topic: paused.topic, variables: { onderwerp: titleOf(talk, paused.topic) } })
    return resumeAt(talk, paused)
  }
  if (state.alsoAsked.length > 0) {
    const titles = state.alsoAsked.map((id) => titleOf(talk, id)).join(', ')
    sayPhrase(talk, 'also-asked', { variables: { onderwerpen: titles } })
    talk.offers = [...state.alsoAsked.map((id) => topicChoice(talk, id)), menuChoice(talk), humanChoice(talk)]
    state.alsoAsked = []
    state.waiting = { for: 'anything' }
    return
  }
  if (state.waiting.for === 'anything') sayPhrase(talk, 'menu', { topic: 'menu' })
  askAgain(talk)
}

/** Puts the open question once more; without one, its buttons are enough. */
export function askAgain(talk: Talk): void {
  const { waiting } = talk.state
  if (waiting.for === 'answer') return resumeAt(talk, waiting.place)
  if (waiting.for === 'handoff') return repeatHandoff(talk, waiting.handoff)
  if (waiting.for === 'erase') sayPhrase(talk, 'erase-ask', { kind: 'question' })
  else if (waiting.for === 'closing') sayPhrase(talk, 'closing', { kind: 'question', topic: waiting.topic })
  else if (talk.effects.length === 0) sayPhrase(talk, 'menu', { topic: 'menu' })
}

/** Puts the buttons of the open question under the last message, when the rules gave none. */
export function offerWhatIsWaitedFor(talk: Talk): void {
  const { waiting } = talk.state
  switch (waiting.for) {
    case 'anything':
      return offerMenu(talk)
    case 'answer':
      talk.offers = questionChoices(talk, waiting.place)
      return
    case 'closing':
      talk.offers = closingChoices(talk)
      return
    case 'erase':
      talk.offers = eraseChoices(talk)
      return
    case 'handoff':
      talk.offers = handoffChoices(talk, waiting.handoff)
      return
    default:
      waiting satisfies never
  }
}

/** Buttons under "wil je alles wissen?" */
export function eraseChoices(talk: Talk): OfferedChoice[] {
  return phraseChoices(talk, 'erase-ask').map((choice) => ({ ...choice, id: `erase:${choice.id}` }))
}

/** Keeps topics that were asked too, for when this one is done; at most 3. */
export function remember(talk: Talk, topics: string[]): void {
  const known = topics.filter((id) => isWritten(talk, id))
  talk.state.alsoAsked = [...new Set([...talk.state.alsoAsked, ...known])].slice(0, 3)
}
