import type { Reply, ReplyButton } from '../conversation/decision.ts'
import type { ConversationState } from '../conversation/state.ts'
import type { Intent, Meaning, TopicGuess } from '../understanding/meaning.ts'
import type { Slots, Span } from '../understanding/slots/slots.ts'
import type { Paint } from './paint.ts'
import { describeWaiting, meaningTexts, stateTexts, tryTexts } from './try-texts.ts'

/**
 * Writes what the bot says, each message under the name of its step, with all buttons numbered from 1.
 * @param replies messages of one turn
 * @param paint colours
 * @returns lines, ending in a new line
 */
export function renderReplies(replies: readonly Reply[], paint: Paint): string {
  let number = 0
  const lines = replies.flatMap((reply) => [
    paint.dim(`${reply.marks.topic}/${reply.marks.step}`),
    reply.text,
    ...(reply.picture === undefined ? [] : [paint.dim(tryTexts.picture(reply.picture.rungs))]),
    ...reply.buttons.map((button) => {
      number += 1
      return `  ${paint.strong(`${number}.`)} ${renderButton(button)}`
    }),
    '',
  ])
  return `${lines.join('\n')}\n`
}

function renderButton({ label, url }: ReplyButton): string {
  return url === undefined ? label : `${label} (${url})`
}

/** All buttons of a turn, in the order of their numbers. */
export function listButtons(replies: readonly Reply[]): ReplyButton[] {
  return replies.flatMap((reply) => reply.buttons)
}

/**
 * Writes where the conversation stands.
 * @param state the conversation
 * @param day the day it takes place on, `2026-11-23`
 * @param paint colours
 * @returns a few lines, ending in a new line
 */
export function renderState(state: ConversationState, day: string, paint: Paint): string {
  const { region, locale, waiting, answers, paused, lastAnswer, alsoAsked, crisis } = state
  const line = (...parts: (readonly [string, string])[]) =>
    parts.map(([name, value]) => `${name}: ${value}`).join(' | ')
  const collected = Object.entries(answers).map(([slot, choice]) => `${slot} = ${choice}`)
  const places = paused.map((place) => `${place.topic}/${place.step}`)
  const lines = [
    line(
      [stateTexts.region, region ?? stateTexts.noRegion],
      [stateTexts.language, locale],
      [stateTexts.day, day],
      ...(crisis === undefined ? [] : [[stateTexts.crisis, crisis.level] as const]),
    ),
    line([stateTexts.waiting, describeWaiting(waiting)]),
    line([stateTexts.answers, orNone(collected)]),
    line(
      [stateTexts.paused, orNone(places)],
      [stateTexts.lastAnswer, lastAnswer === undefined ? stateTexts.none : `${lastAnswer.topic}/${lastAnswer.answer}`],
      ...(alsoAsked.length === 0 ? [] : [[stateTexts.alsoAsked, alsoAsked.join(', ')] as const]),
    ),
  ]
  return `${lines.map((each) => paint.dim(`  ${each}`)).join('\n')}\n`
}

function orNone(parts: readonly string[]): string {
  return parts.length === 0 ? stateTexts.none : parts.join(', ')
}

/**
 * Writes what was understood of a message.
 * @param text the message
 * @param meaning what was understood
 * @returns lines, ending in a new line
 */
export function renderMeaning(
  text: string,
  { intent, crisis, place, slots, language, otherLanguage }: Meaning,
): string {
  const lines = [
    ...describeIntent(intent),
    ...(crisis === undefined ? [] : [meaningTexts.crisis(crisis.level, crisis.rule)]),
    ...(place === undefined ? [] : [meaningTexts.place(place.municipalities.join(', '))]),
    ...(slots === undefined ? [] : describeSlots(slots, text)),
    ...(language === undefined ? [] : [meaningTexts.written(language)]),
    ...(otherLanguage === undefined ? [] : [meaningTexts.writtenOther(otherLanguage)]),
  ]
  return [`"${text}"`, ...lines.map((line) => `  ${line}`), ''].join('\n')
}

/** What was read about the person, with the words it was read in. */
function describeSlots({ benefits = [], hours = [], money = [], moments = [] }: Slots, text: string): string[] {
  const said = ({ start, end }: Span) => text.slice(start, end)
  return [
    ...benefits.map((each) => meaningTexts.benefit(each.kind, each.standing, said(each))),
    ...hours.map((each) => meaningTexts.hours(each.from, each.to, said(each))),
    ...money.map((each) => meaningTexts.money(said(each))),
    ...moments.map((each) => meaningTexts.moment(said(each))),
  ]
}

/** Says in words what a message is taken to mean, its possible danger apart. */
export function describeIntent(intent: Intent): string[] {
  switch (intent.kind) {
    case 'choice':
      return [meaningTexts.choice(intent.choice)]
    case 'command':
      return [meaningTexts.command(intent.command)]
    case 'topic': {
      const also = intent.also.length === 0 ? [] : [meaningTexts.also(describeGuesses(intent.also))]
      return [meaningTexts.topic(intent.topic, toPercent(intent.confidence)), ...also]
    }
    case 'clarify':
      return [meaningTexts.clarify(describeGuesses(intent.topics))]
    case 'unclear':
      return [meaningTexts.unclear(describeGuesses(intent.topics))]
    case 'language':
      return [meaningTexts.language(intent.locale)]
    case 'empty':
      return [meaningTexts.empty]
  }
}

function describeGuesses(guesses: readonly TopicGuess[]): string {
  return guesses.map(({ topic, confidence }) => meaningTexts.guess(topic, toPercent(confidence))).join(', ')
}

function toPercent(confidence: number): number {
  return Math.round(confidence * 100)
}
