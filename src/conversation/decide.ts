import type { Meaning, ReadingContext } from '../understanding/meaning.ts'
import type { Content } from './content.ts'
import { sayCrisis, sayCrisisReminder } from './crisis.ts'
import type { Decision, Input, Surroundings } from './decision.ts'
import { expectsText, repeatHandoff } from './handoff.ts'
import { hearIntent } from './hear-intent.ts'
import { endLearning, followLearning, offerLearning } from './learning.ts'
import { offerMenuAndLanguages } from './menu.ts'
import { hearOtherLanguage, rememberOtherLanguage } from './other-language.ts'
import { isRegionAsked } from './region.ts'
import { sayRedacted } from './say-redacted.ts'
import { type ConversationState, startAgain } from './state.ts'
import { beginTalk, endTalk, sayPhrase, type Talk } from './talk.ts'
import { offerWhatIsWaitedFor, remember } from './ways-on.ts'

/** Two messages within this time are read together when danger is looked for. */
const togetherMs = 2 * 60 * 1000

/**
 * Decides what happens next. Pure and total: any state with any input gives a valid next state and at least one reply.
 * The order is the order of importance: danger first, then what the bot asked, then what the person wants.
 * @param state the conversation so far; not changed
 * @param input what came in
 * @param content the written content of the version the conversation is on
 * @param around the time, a reserved Case number, and the promise of who answers when
 * @returns the next state and what should happen
 */
export function decide(state: ConversationState, input: Input, content: Content, around: Surroundings): Decision {
  const talk = beginTalk(around.isContentLost ? startAgain(state, content.version) : state, content, around)
  if (around.isContentLost) sayPhrase(talk, 'content-changed')
  switch (input.kind) {
    case 'start':
      sayPhrase(talk, 'greeting')
      offerMenuAndLanguages(talk)
      break
    case 'attachment':
      sayPhrase(talk, 'attachment')
      break
    case 'too-long':
      hearLanguage(talk, input.meaning)
      rememberOtherLanguage(talk, input.meaning)
      if (!hearDanger(talk, input.meaning) && !hearOtherLanguage(talk, input.meaning)) sayPhrase(talk, 'too-long')
      sayRedacted(talk, input.redacted)
      break
    case 'message':
      hearMessage(talk, input)
      break
    default:
      input satisfies never
  }
  if (!talk.effects.some((effect) => effect.kind === 'reply')) sayPhrase(talk, 'menu', { topic: 'menu' })
  if (talk.offers === undefined) offerWhatIsWaitedFor(talk)
  if (input.kind === 'message') offerLearning(talk)
  return endTalk(talk)
}

/** What the conversation expects, so that a short answer can be read as one. */
export function readingContext(state: ConversationState, now: Date): ReadingContext {
  const { previousText } = state
  const isRecent = previousText !== undefined && now.getTime() - Date.parse(previousText.at) < togetherMs
  return {
    choices: state.offered,
    expectsText: state.waiting.for === 'handoff' && expectsText(state.waiting.handoff),
    isPlaceAsked: isRegionAsked(state),
    locale: state.locale,
    mayChangeLanguage: !state.isLocaleChosen && state.visited.length === 0,
    ...(isRecent ? { previousText: previousText.text } : {}),
  }
}

/** Whether the conversation can move to newer content without anything being lost: nothing is asked or paused. */
export function isSafePoint(state: ConversationState): boolean {
  return (state.waiting.for === 'anything' || state.waiting.for === 'closing') && state.paused.length === 0
}

function hearMessage(talk: Talk, input: Extract<Input, { kind: 'message' }>): void {
  const { state } = talk
  const isLanguageNew = hearLanguage(talk, input.meaning)
  rememberOtherLanguage(talk, input.meaning)
  const isDangerous = hearDanger(talk, input.meaning)
  // Danger that was met is not read a second time together with the next message.
  if (input.meaning.crisis === undefined)
    state.previousText = { text: input.text.slice(-500), at: talk.around.now.toISOString() }
  else delete state.previousText
  if (input.meaning.crisis === undefined) sayCrisisReminder(talk)
  sayRedacted(talk, input.redacted)
  if (isDangerous) return
  followLearning(talk, input.meaning.intent)
  if (hearOtherLanguage(talk, input.meaning)) return
  if (isLanguageNew) sayPhrase(talk, 'language-changed')
  hearIntent(talk, input.meaning.intent, input)
}

/**
 * Goes on in the language of the first message. Before anything is said, so that words about danger are in it too.
 * @returns whether the language changed
 */
function hearLanguage(talk: Talk, { language }: Meaning): boolean {
  const { state, content } = talk
  if (language === undefined || language === state.locale || !Object.hasOwn(content.locales, language)) return false
  state.locale = language
  state.isLocaleChosen = true
  return true
}

/**
 * Says the crisis words when there is danger.
 * @returns true when nothing more is said: the person decides whether to go on ("verder"), or says yes to what is passed on
 *   once more
 */
function hearDanger(talk: Talk, meaning: Meaning): boolean {
  if (meaning.crisis === undefined) return false
  endLearning(talk)
  const { waiting, crisis: earlier } = talk.state
  sayCrisis(talk, meaning.crisis)
  if (goesOn(talk, meaning)) {
    talk.offers = undefined
    const isNews = talk.state.crisis !== undefined && earlier === undefined
    const isYes = meaning.intent.kind === 'choice' && meaning.intent.choice === 'handoff:yes'
    if (!isNews || !isYes || waiting.for !== 'handoff') return false
    // "Ja" was said to a text that did not tell of the danger yet; what is passed on was always seen first.
    repeatHandoff(talk, waiting.handoff)
    return true
  }
  const { intent } = meaning
  if (intent.kind === 'topic') remember(talk, [intent.topic, ...intent.also.map((guess) => guess.topic)])
  // The buttons are those of the crisis words; who answers the open question all the same is heard too.
  const shown = talk.offers
  offerWhatIsWaitedFor(talk)
  talk.heardToo = talk.offers ?? []
  talk.offers = shown
  return true
}

/**
 * Whether the conversation goes on in the same response after the crisis words. For `wit` it does when there is something
 * to answer; on the way to a human it does when the message is of use there, because stopping would keep the human away.
 */
function goesOn(talk: Talk, { crisis, intent }: Meaning): boolean {
  const { waiting } = talk.state
  if (waiting.for === 'handoff') return intent.kind === 'choice' || waiting.handoff.stage === 'add'
  return crisis?.level === 'wit' && intent.kind !== 'unclear' && intent.kind !== 'empty'
}
