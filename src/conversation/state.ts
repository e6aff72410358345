import { z } from 'zod'
import { benefitKinds } from '../understanding/slots/slots.ts'
import { hearsSchema } from './dialog-files/file-parts.ts'

/** Format of the stored state; rises when a stored state can no longer be read as it is. */
export const stateFormat = 1

const offeredSchema = z.object({
  id: z.string(),
  label: z.string(),
  phrases: z.array(z.string()),
  isByNameOnly: z.boolean().optional(),
  locale: z.string().optional(),
  hears: hearsSchema.optional(),
})

/** A place in a topic: the id of a step, which stays the same in every region and most often over versions. */
const placeSchema = z.object({ topic: z.string(), step: z.string() })

const contactSchema = z.discriminatedUnion('how', [
  z.object({ how: z.literal('chat') }),
  z.object({ how: z.literal('phone'), number: z.string() }),
  z.object({ how: z.literal('email'), address: z.string() }),
])

/** Where a handoff stands before a Case exists. */
const handoffSchema = z.discriminatedUnion('stage', [
  z.object({ stage: z.literal('region'), topic: z.string() }),
  z.object({ stage: z.literal('how'), topic: z.string() }),
  z.object({ stage: z.literal('phone'), topic: z.string() }),
  z.object({ stage: z.literal('email'), topic: z.string() }),
  z.object({ stage: z.literal('add'), topic: z.string(), contact: contactSchema, addition: z.string() }),
  z.object({ stage: z.literal('consent'), topic: z.string(), contact: contactSchema, addition: z.string() }),
])

const heardFields = {
  text: z.string(),
  /** Topics that were offered with it, best first. */
  topics: z.array(z.string()),
  /** The topic that was chosen after it. */
  suggested: z.string().optional(),
}

const learningSchema = z.discriminatedUnion('is', [
  /** The bot asked which topic was meant. */
  z.object({ is: z.literal('guessed'), ...heardFields }),
  /** The button can be offered as soon as there is a place for it. */
  z.object({ is: z.literal('ready'), ...heardFields }),
  /** The button stands under the last message. */
  z.object({ is: z.literal('offered'), ...heardFields }),
  /** The question was put: yes or no. */
  z.object({ is: z.literal('asked'), ...heardFields }),
  /** There was a yes; a topic that is chosen next still goes with it. */
  z.object({ is: z.literal('kept'), text: z.string(), at: z.string() }),
  /** Kept, refused, passed by, or out of the question: it does not come up again. */
  z.object({ is: z.literal('closed') }),
])
/** The benefit the person has, and hours a week; more than one number when they named several. */
const heardSchema = z.object({
  benefit: z.enum(benefitKinds).optional(),
  hours: z.array(z.object({ from: z.number(), to: z.number() })),
})

/** The state of one conversation between two turns. */
export const conversationStateSchema = z.object({
  format: z.literal(stateFormat),
  contentVersion: z.string(),
  region: z.string().optional(),
  /** Language the conversation is in, as in the folder of its words. */
  locale: z.string().default('nl'),
  /** True when the person chose the language, or wrote in it: it is not guessed again. */
  isLocaleChosen: z.boolean().default(false),
  /** The last language somebody wrote in that nothing is written in, and whether the line in it was said. */
  otherLanguage: z.object({ tag: z.string(), isTold: z.boolean() }).optional(),
  /** What the bot waits for. */
  waiting: z.discriminatedUnion('for', [
    /** Nothing in particular: any message is welcome. */
    z.object({ for: z.literal('anything') }),
    /** The answer to the `ask` or `ask-region` step of a topic. */
    z.object({ for: z.literal('answer'), place: placeSchema }),
    /** The answer to "is je zorg kleiner geworden?" */
    z.object({ for: z.literal('closing'), topic: z.string(), related: z.array(z.string()) }),
    /** Yes or no to erasing the conversation. */
    z.object({ for: z.literal('erase') }),
    z.object({ for: z.literal('handoff'), handoff: handoffSchema }),
  ]),
  offered: z.array(offeredSchema),
  /** Flows that were left for a digression, last one on top; at most 3. */
  paused: z.array(placeSchema),
  /** Collected answers: slot -> choice id. */
  answers: z.record(z.string(), z.string()),
  /** What the person said about themselves in their own words: questions about it are not asked. */
  heard: heardSchema.default({ hours: [] }),
  /** Topics that were asked in one message and still wait for their turn. */
  alsoAsked: z.array(z.string()),
  /** The answer that "makkelijker", "korter" and "waarom" are about. */
  lastAnswer: z.object({ topic: z.string(), answer: z.string() }).optional(),
  /** Answers that were given in one breath with it, in order; "korter" is about all of them. At most 4. */
  toldTogether: z.array(z.object({ topic: z.string(), answer: z.string() })).default([]),
  /** What was talked about, oldest first; for the summary of a handoff. At most 20. */
  visited: z.array(z.object({ topic: z.string(), eased: z.enum(['yes', 'a-bit', 'no']).optional() })),
  misunderstoodInARow: z.number().int().nonnegative(),
  /** Set when a crisis message was given: the numbers stay near. */
  crisis: z.object({ level: z.enum(['rood', 'oranje', 'geel', 'wit']), at: z.string() }).optional(),
  previousText: z.object({ text: z.string(), at: z.string() }).optional(),
  /** Kinds of personal data of which was said that they are not kept; it is said once. */
  redactedTold: z.array(z.string()).default([]),
  /** The open Case of this conversation. */
  openCase: z.object({ number: z.number().int(), organisation: z.string(), answerBy: z.string() }).optional(),
  /** The sentence that may be kept for authors, redacted, and how far that is; see `learning.ts`. */
  learning: learningSchema.optional(),
})

/** The state of one conversation between two turns. */
export type ConversationState = z.infer<typeof conversationStateSchema>

/** A place in a topic. */
export type Place = z.infer<typeof placeSchema>

/** How a candidate wants to be reached. */
export type Contact = z.infer<typeof contactSchema>

/** Where a handoff stands before a Case exists. */
export type HandoffStage = z.infer<typeof handoffSchema>

/** What is known of a conversation before anything is said. */
export interface Beginning {
  /** Region the page was opened for, when it named one. */
  region?: string | undefined
  /** Language it is in; Dutch when left out. */
  locale?: string | undefined
  isLocaleChosen?: boolean
}

/**
 * The state of a conversation in which nothing was said yet.
 * @param contentVersion version of the Content it begins with
 * @param beginning what the page already knows
 */
export function createState(contentVersion: string, beginning: Beginning = {}): ConversationState {
  const { region, locale = 'nl', isLocaleChosen = false } = beginning
  return {
    format: stateFormat,
    contentVersion,
    ...(region === undefined ? {} : { region }),
    locale,
    isLocaleChosen,
    waiting: { for: 'anything' },
    offered: [],
    paused: [],
    answers: {},
    heard: { hours: [] },
    alsoAsked: [],
    toldTogether: [],
    visited: [],
    misunderstoodInARow: 0,
    redactedTold: [],
  }
}

/**
 * Begins anew: what was collected and asked goes; region, languages, numbers after a crisis and an open Case stay, and so
 * does that a sentence to keep was offered.
 */
export function startAgain(state: ConversationState, contentVersion: string): ConversationState {
  const { region, locale, isLocaleChosen, otherLanguage, redactedTold, crisis, openCase, learning } = state
  const isOffered = learning !== undefined && learning.is !== 'guessed' && learning.is !== 'ready'
  return {
    ...createState(contentVersion, { region, locale, isLocaleChosen }),
    redactedTold,
    ...(otherLanguage === undefined ? {} : { otherLanguage }),
    ...(crisis === undefined ? {} : { crisis }),
    ...(openCase === undefined ? {} : { openCase }),
    ...(isOffered ? { learning: { is: 'closed' } } : {}),
  }
}
