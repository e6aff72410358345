import { type Command, commands, type Intent, type TopicGuess } from '../understanding/meaning.ts'
import type { Input } from './decision.ts'
import { explain, isExplainCommand, offerForms } from './explain.ts'
import { answerHandoff, cancelHandoff, noTopic, startHandoff } from './handoff.ts'
import { hearMoreRegions, hearPlace, hearRegion, sayPlaceUnknown } from './hear-place.ts'
import { hearSlots } from './hear-slots.ts'
import { hearLearning, isAboutLearning, noteGuess, noteUnclear } from './learning.ts'
import { offerGroup, offerGroups, offerMenu, offerMenuAndLanguages } from './menu.ts'
import { isNoRegion, isRegionAsked } from './region.ts'
import { answerQuestion, resumeAt, startTopic } from './run-flow.ts'
import { type ConversationState, createState, type HandoffStage, startAgain } from './state.ts'
import { humanChoice, isWritten, menuChoice, sayPhrase, type Talk, topicChoice, wordsOf } from './talk.ts'
import { askAgain, eraseChoices, goOn, remember } from './ways-on.ts'

/** A topic less likely than this would be an odd button under “dat heb ik niet begrepen”. */
const worthAButton = 0.1

type Message = Extract<Input, { kind: 'message' }>

/** Does what the person wants: a choice, a command, a topic, or saying honestly that it was not understood. */
export function hearIntent(talk: Talk, intent: Intent, input: Message): void {
  const { state } = talk
  const isUnderstood = intent.kind !== 'unclear' && !isAboutLearning(intent)
  if (isUnderstood || input.meaning.place !== undefined) state.misunderstoodInARow = 0
  if (intent.kind === 'choice' && splitId(intent.choice)[0] === 'regions')
    return hearMoreRegions(talk, bareId(intent.choice))
  // A button with the name of a region is that region, also where a province has the same name.
  const isRegionNamed = intent.kind === 'choice' && !isNoRegion(talk, intent.choice)
  const place = isRegionNamed ? undefined : input.meaning.place
  if (place !== undefined && hearPlace(talk, place, intent)) return
  if (hearSlots(talk, intent, input.meaning.slots)) return
  if (state.waiting.for === 'handoff' && intent.kind !== 'command') {
    const { handoff } = state.waiting
    const choice = intent.kind === 'choice' ? choiceOfHandoff(handoff, intent.choice) : undefined
    if (choice === 'no') {
      cancelHandoff(talk)
      return state.paused.length > 0 ? goOn(talk) : undefined
    }
    const isTaken =
      (choice !== undefined || intent.kind === 'unclear') &&
      answerHandoff(talk, handoff, choice, input.typed ?? input.text)
    if (isTaken) return
  }
  switch (intent.kind) {
    case 'choice':
      return hearChoice(talk, intent.choice, input)
    case 'command':
      return hearCommand(talk, intent.command, input)
    case 'topic':
      remember(
        talk,
        intent.also.map((guess) => guess.topic),
      )
      return hearTopic(talk, intent.topic)
    case 'clarify':
      noteGuess(talk, input.text, intent.topics)
      return askWhich(talk, intent.topics)
    case 'unclear':
      noteUnclear(talk, input.text, intent.topics)
      return sayNotUnderstood(talk, intent.topics)
    case 'language':
      return changeLanguage(talk, intent.locale)
    case 'empty':
      sayPhrase(talk, 'empty')
      return
    default:
      intent satisfies never
  }
}

function hearChoice(talk: Talk, id: string, input: Message): void {
  const { waiting } = talk.state
  const [group, name = ''] = splitId(id)
  if (group === 'topic') return hearTopic(talk, name)
  if (group === 'command' && isCommand(name)) return hearCommand(talk, name, input)
  if (group === 'menu') return offerGroups(talk)
  if (group === 'group') return offerGroup(talk, name)
  if (group === 'language') return changeLanguage(talk, name)
  if (group === 'learn' && hearLearning(talk, name)) return
  if (waiting.for === 'answer' && group === 'choice') return answerQuestion(talk, waiting.place, name)
  if (group === 'region' && isRegionAsked(talk.state)) return hearRegion(talk, name)
  if (waiting.for === 'closing' && group === 'closing') return hearClosing(talk, waiting.topic, waiting.related, name)
  if (waiting.for === 'erase' && group === 'erase') return hearErase(talk, name)
  if (group === 'clarify') return sayNotUnderstood(talk, [])
  // A button of an earlier message: nothing waits for it any more, so the open question is put again.
  askAgain(talk)
}

function hearCommand(talk: Talk, command: Command, input: Message): void {
  const { state } = talk
  if (isExplainCommand(command)) return explain(talk, command, input.about)
  switch (command) {
    case 'mens': {
      const topic = currentTopic(state)
      pause(state)
      return startHandoff(talk, topic)
    }
    case 'anders':
      return offerForms(talk)
    case 'menu':
      settle(talk)
      sayPhrase(talk, 'menu', { topic: 'menu' })
      return offerMenu(talk)
    case 'groet':
      sayPhrase(talk, 'greeting-again')
      return askAgain(talk)
    case 'bedankt':
      sayPhrase(talk, 'thanks')
      return askAgain(talk)
    case 'stoppen':
      settle(talk)
      sayPhrase(talk, 'stop')
      talk.offers = [menuChoice(talk), humanChoice(talk)]
      return
    case 'opnieuw':
      talk.state = startAgain(state, talk.content.version)
      sayPhrase(talk, 'restart')
      return offerMenu(talk)
    case 'bewaren':
      sayPhrase(talk, 'keep')
      return
    case 'wissen':
      settle(talk)
      sayPhrase(talk, 'erase-ask', { kind: 'question' })
      state.waiting = { for: 'erase' }
      talk.offers = eraseChoices(talk)
      return
    case 'verder':
      return goOn(talk)
    default:
      command satisfies never
  }
}

function hearTopic(talk: Talk, id: string): void {
  const { state } = talk
  const { waiting } = state
  state.alsoAsked = state.alsoAsked.filter((topic) => topic !== id)
  if (waiting.for === 'answer' && waiting.place.topic === id) return resumeAt(talk, waiting.place)
  pause(state)
  state.paused = state.paused.filter((place) => place.topic !== id)
  startTopic(talk, id)
}

function hearClosing(talk: Talk, topic: string, related: string[], eased: string): void {
  const { state } = talk
  const name = eased === 'yes' ? 'closing-smaller' : eased === 'a-bit' ? 'closing-a-bit' : 'closing-not'
  state.visited = state.visited.map((visit) =>
    visit.topic === topic ? { ...visit, eased: eased === 'yes' || eased === 'a-bit' ? eased : 'no' } : visit,
  )
  sayPhrase(talk, name, { topic })
  state.waiting = { for: 'anything' }
  if (eased !== 'yes' && eased !== 'a-bit') {
    talk.offers = [
      humanChoice(talk),
      { id: 'command:anders', label: wordsOf(talk).labels.otherwise, phrases: [] },
      menuChoice(talk),
    ]
    return
  }
  if (state.paused.length > 0 || state.alsoAsked.length > 0) return goOn(talk)
  talk.offers = [
    ...related.filter((id) => id !== topic && isWritten(talk, id)).map((id) => topicChoice(talk, id)),
    menuChoice(talk),
    humanChoice(talk),
  ]
}

function hearErase(talk: Talk, answer: string): void {
  if (answer !== 'yes') {
    talk.state.waiting = { for: 'anything' }
    return sayPhrase(talk, 'erase-cancelled')
  }
  const { locale, isLocaleChosen } = talk.state
  talk.state = createState(talk.content.version, { locale, isLocaleChosen })
  talk.effects.push({ kind: 'erase' })
  sayPhrase(talk, 'erased')
}

function askWhich(talk: Talk, guesses: TopicGuess[]): void {
  sayPhrase(talk, 'clarify', { kind: 'clarify' })
  talk.offers = [
    ...guesses.slice(0, 3).map((guess) => topicChoice(talk, guess.topic)),
    { id: 'clarify:none', label: wordsOf(talk).labels.none, phrases: [] },
    humanChoice(talk),
  ]
}

function sayNotUnderstood(talk: Talk, guesses: TopicGuess[]): void {
  const { state } = talk
  state.misunderstoodInARow += 1
  const isAgain = state.misunderstoodInARow > 1
  if (isRegionAsked(state) && !isAgain) return sayPlaceUnknown(talk)
  sayPhrase(talk, isAgain ? 'not-understood-again' : 'not-understood')
  if (state.waiting.for !== 'anything') return askAgain(talk)
  const likely = guesses
    .filter(({ confidence }) => confidence >= worthAButton)
    .slice(0, 2)
    .map((guess) => topicChoice(talk, guess.topic))
  talk.offers = isAgain
    ? [humanChoice(talk), ...likely, menuChoice(talk)]
    : [...likely, menuChoice(talk), humanChoice(talk)]
}

/** Goes on in another language: greets when nothing was said yet, otherwise puts the open question in the new words. */
function changeLanguage(talk: Talk, locale: string): void {
  const { state } = talk
  if (Object.hasOwn(talk.content.locales, locale)) state.locale = locale
  state.isLocaleChosen = true
  if (state.visited.length === 0 && state.waiting.for === 'anything') {
    sayPhrase(talk, 'greeting')
    return offerMenuAndLanguages(talk)
  }
  sayPhrase(talk, 'language-changed')
  const { waiting } = state
  if (waiting.for === 'answer' && !isWritten(talk, waiting.place.topic))
    sayPhrase(talk, 'only-other-language', { topic: waiting.place.topic })
  askAgain(talk)
}

/** Keeps the open question of a topic for later. */
function pause(state: ConversationState): void {
  const { waiting } = state
  if (waiting.for !== 'answer') return
  state.paused = [...state.paused.filter((place) => place.topic !== waiting.place.topic), waiting.place].slice(-3)
}

/** Leaves whatever was asked or paused. */
function settle(talk: Talk): void {
  talk.state.waiting = { for: 'anything' }
  talk.state.paused = []
  talk.state.alsoAsked = []
}

function currentTopic(state: ConversationState): string {
  if (state.waiting.for === 'answer') return state.waiting.place.topic
  if (state.waiting.for === 'closing') return state.waiting.topic
  if (state.waiting.for === 'handoff') return state.waiting.handoff.topic
  return state.visited.at(-1)?.topic ?? noTopic
}

function splitId(id: string): string[] {
  const colon = id.indexOf(':')
  return colon < 0 ? ['choice', id] : [id.slice(0, colon), id.slice(colon + 1)]
}

function isCommand(name: string): name is Command {
  return (commands as readonly string[]).includes(name)
}

/**
 * The choice of a handoff that a button means. Other buttons can stand under a message while it is under way, such as
 * "verder" after crisis words: what they say is no region, and nothing to pass on.
 */
function choiceOfHandoff({ stage }: HandoffStage, id: string): string | undefined {
  const [group, name] = splitId(id)
  if (stage === 'region' && group === 'region') return name
  return group === 'handoff' && (stage !== 'region' || name === 'no') ? name : undefined
}

function bareId(id: string): string {
  return splitId(id)[1] ?? id
}
