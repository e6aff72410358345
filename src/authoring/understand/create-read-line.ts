import type { Content } from '../../conversation/content.ts'
import { readingContext } from '../../conversation/decide.ts'
import { createState } from '../../conversation/state.ts'
import type { GuessTopics } from '../../understanding/create-guess-topics.ts'
import type { Meaning, Understand } from '../../understanding/meaning.ts'
import type { Slots } from '../../understanding/slots/slots.ts'
import { createTalk } from '../talk.ts'
import type { AskedLine } from './parse-line.ts'

/** What the bot would do with a message. */
export type ReadingDecision = 'answer' | 'clarify' | 'unsure' | 'crisis' | 'command'

/** How one line was understood; the form of a line that the command writes. */
export interface Reading {
  text: string
  /** Likeliest topic, however unsure; null when there was nothing to read. */
  topic: string | null
  /** Probability that it is that topic, 0 to 1. */
  confidence: number
  /** The two topics that come next: together with `topic` the three that may be offered. */
  alternatives: { topic: string; confidence: number }[]
  crisis: 'rood' | 'oranje' | 'geel' | 'wit' | 'geen'
  command: string | null
  decision: ReadingDecision
  /** Id of the choice, when the message answers the question of the context. */
  choice?: string
  /** Other topics that were clearly asked in the same message. */
  also: string[]
  /** Tag of the language it is written in; `other` for one that is not named. */
  language: string
  /** What was said about benefit, place, hours, money and time. */
  slots: Omit<Slots, 'isWhole'>
}

/** So many topics are shown beside the likeliest. */
const mostAlternatives = 2

/**
 * Makes the function that reads one line as the bot would, with every region and language of the content.
 * @param parts the content, the understanding and the weighing of topics, trained on the same
 * @param now the moment at which all lines are read
 */
export function createReadLine(
  parts: { content: Content; understand: Understand; guess: GuessTopics },
  now: Date,
): (line: AskedLine) => Reading {
  const { content, understand, guess } = parts
  const talk = createTalk(parts, now)
  const start = createState(content.version)
  return ({ text, context }) => {
    const state =
      context === undefined ? start : talk.repeat({ ...start, waiting: { for: 'answer', place: context } }).state
    const meaning = understand(text, readingContext(state, now))
    const locale = meaning.language ?? state.locale
    const guesses = meaning.intent.kind === 'empty' ? [] : guess(text, locale)
    return describe(text, meaning, { guesses, locale, asked: context?.topic })
  }
}

function describe(
  text: string,
  { intent, crisis, slots, place, otherLanguage }: Meaning,
  { guesses, locale, asked }: { guesses: ReturnType<GuessTopics>; locale: string; asked: string | undefined },
): Reading {
  const isChoice = intent.kind === 'choice'
  const sure = intent.kind === 'topic' ? intent : undefined
  const first = isChoice && asked !== undefined ? { topic: asked, confidence: 1 } : (sure ?? guesses[0])
  return {
    text,
    topic: first?.topic ?? null,
    confidence: round(first?.confidence ?? 0),
    alternatives: guesses
      .filter(({ topic }) => topic !== first?.topic)
      .slice(0, mostAlternatives)
      .map(({ topic, confidence }) => ({ topic, confidence: round(confidence) })),
    crisis: crisis?.level ?? 'geen',
    command: intent.kind === 'command' ? intent.command : null,
    decision: decisionOf(intent, crisis),
    ...(isChoice ? { choice: intent.choice } : {}),
    also: sure?.also.map(({ topic }) => topic) ?? [],
    language: otherLanguage ?? locale,
    slots: { ...(place === undefined ? {} : { municipalities: place.municipalities }), ...listSlots(slots) },
  }
}

function listSlots(slots: Slots | undefined): Omit<Slots, 'isWhole'> {
  const { isWhole: _isWhole, ...listed } = slots ?? { isWhole: false }
  return listed
}

function decisionOf(intent: Meaning['intent'], crisis: Meaning['crisis']): ReadingDecision {
  // After `wit` the conversation goes on with what was asked.
  if (crisis !== undefined && crisis.level !== 'wit') return 'crisis'
  switch (intent.kind) {
    case 'topic':
    case 'choice':
      return 'answer'
    case 'command':
    case 'language':
      return 'command'
    case 'clarify':
      return 'clarify'
    case 'unclear':
    case 'empty':
      return 'unsure'
    default:
      return intent satisfies never
  }
}

function round(probability: number): number {
  return Math.round(probability * 10_000) / 10_000
}
