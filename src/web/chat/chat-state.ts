import type { CardAction } from '../../turn/activity.ts'
import { dropEchoed, type Outbox, type OutboxItem } from './outbox.ts'
import type { Settings } from './session-memory.ts'
import { findLanguage, type Language, strings } from './strings.ts'
import type { BotMarks, LogMessage } from './wire.ts'

/** The first words of the bot and the numbers for help, as the server put them in the page. */
export interface PageStart {
  /** Language of the page as the server drew it. */
  language: Language
  greeting: { texts: string[]; buttons: string[] }
  help: HelpLink[]
}

/** A number or page for people who need help now. */
export interface HelpLink {
  label: string
  url: string
}

/** Everything the page shows. */
export interface ChatState {
  /** Language of the page: that of the conversation, as soon as the bot speaks. */
  language: Language
  /** Language of the greeting that came with the page. */
  greetingLanguage: Language
  greeting: PageStart['greeting']
  help: HelpLink[]
  /** The log of the conversation, as far as it is here. */
  messages: readonly LogMessage[]
  outbox: Outbox
  /** `unknown`: nothing was tried yet, or the first try is still under way. */
  connection: 'unknown' | 'online' | 'offline'
  /** How long the person already waits for an answer. */
  answerWait: 'none' | 'short' | 'noticeable' | 'long'
  /** A conversation of before a reload is on its way. */
  isResuming: boolean
  /** The server lost the conversation and a new one began. */
  hasStartedAnew: boolean
  settings: Settings
  isMenuOpen: boolean
  /** Characters in the box. */
  draftLength: number
  /** What a screen reader says next, in order. */
  announcement: readonly Announced[]
}

/** Words for a screen reader to say. */
export interface Announced {
  /** Who says it, in the language of the page; undefined for words of the page itself. */
  by?: string
  text: string
  /** Language tag of the text, when it can be another than that of the page. */
  tag?: string | undefined
}

/** One bubble. */
export interface Bubble {
  /** Stays the same from the moment the message is written until the page is closed. */
  key: string
  from: 'bot' | 'user'
  text: string
  /** ISO time, UTC; empty for the greeting that came with the page. */
  timestamp: string
  delivery: 'in-log' | OutboxItem['state']
  marks?: BotMarks
  /** Numbers and pages inside the bubble of a crisis message. */
  links: CardAction[]
  pictures: LogMessage['pictures']
  /** Language tag of what the bot says. */
  tag?: string
}

/** Longest message that is sent, in characters. */
export const maxMessageLength = 2000

/** Name of the step in which the bot says that everything before it was erased. */
const erasedStep = 'erased'

/** The state in which a page begins. */
export function createChatState(
  start: PageStart,
  memory: { outbox: Outbox; settings: Settings; isResuming: boolean; language?: Language },
): ChatState {
  const { language, greeting, help } = start
  return {
    language: memory.language ?? language,
    greetingLanguage: language,
    greeting,
    help,
    messages: [],
    outbox: memory.outbox,
    connection: 'unknown',
    answerWait: 'none',
    isResuming: memory.isResuming,
    hasStartedAnew: false,
    settings: memory.settings,
    isMenuOpen: false,
    draftLength: 0,
    announcement: [],
  }
}

/**
 * Adds messages that came in. What was there already is left out, echoes take the place of what stood in the outbox, and
 * a message that says that the conversation was erased removes everything before it. The page takes the language of
 * the conversation, as the bot's last message tells it.
 */
export function hearMessages(state: ChatState, incoming: readonly LogMessage[]): ChatState {
  let messages = state.messages
  for (const message of incoming) {
    // Numbers may begin again after an erasure, so the time takes part in telling messages apart.
    if (messages.some((known) => known.id === message.id && known.timestamp === message.timestamp)) continue
    messages = message.from === 'bot' && message.marks?.step === erasedStep ? [message] : [...messages, message]
  }
  if (messages === state.messages) return state
  const echoedIds = new Set(incoming.flatMap((message) => message.clientActivityId ?? []))
  const last = messages.findLast(({ from }) => from === 'bot')
  const language = findLanguage(last?.marks?.conversationLocale ?? last?.locale) ?? state.language
  return { ...state, language, messages, outbox: dropEchoed(state.outbox, echoedIds), isResuming: false }
}

/** Begins anew after the conversation was lost: what waits to be sent stays. */
export function startAnew(state: ChatState): ChatState {
  return {
    ...state,
    messages: [],
    outbox: state.outbox.filter((item) => item.state !== 'delivered'),
    isResuming: false,
    hasStartedAnew: true,
    answerWait: 'none',
  }
}

/** The bubbles from top to bottom: the log (or the greeting of the page, until the log is here), then what is on its way. */
export function bubblesOf(state: ChatState): Bubble[] {
  const log = state.messages.map(
    (message, index): Bubble => ({
      // The greeting in the log takes the place of the greeting in the page without being drawn again.
      key:
        message.clientActivityId ??
        (index < state.greeting.texts.length && message.from === 'bot'
          ? `greeting-${index}`
          : message.id + message.timestamp),
      from: message.from,
      text: message.text,
      timestamp: message.timestamp,
      delivery: 'in-log',
      ...(message.marks === undefined ? {} : { marks: message.marks }),
      links: message.marks?.kind === 'crisis' ? message.buttons.filter(isLink) : [],
      pictures: message.pictures,
      ...(message.from === 'bot' && message.locale !== undefined ? { tag: message.locale } : {}),
    }),
  )
  const onTheirWay = state.outbox.map(
    (item): Bubble => ({
      key: item.id,
      from: 'user',
      text: item.text,
      timestamp: item.createdAt,
      delivery: item.state,
      links: [],
      pictures: [],
    }),
  )
  return [...(log.length === 0 && !state.isResuming ? greetingBubbles(state) : log), ...onTheirWay]
}

function greetingBubbles(state: ChatState): Bubble[] {
  return state.greeting.texts.map((text, index) => ({
    key: `greeting-${index}`,
    from: 'bot',
    text,
    timestamp: '',
    delivery: 'in-log',
    links: [],
    pictures: [],
    tag: strings[state.greetingLanguage].tag,
  }))
}

/**
 * The buttons that may be chosen now: the latest set the bot gave since the person last said something. Phone numbers
 * come first; those of a crisis message stand in its bubble, where they stay.
 */
export function quickRepliesOf(state: ChatState): CardAction[] {
  if (state.outbox.some((item) => item.state !== 'refused') || state.isResuming) return []
  if (state.messages.length === 0) {
    return state.greeting.buttons.map((label) => ({ type: 'imBack', title: label, value: label }))
  }
  for (let index = state.messages.length - 1; index >= 0; index--) {
    const message = state.messages[index]
    if (message === undefined || message.from === 'user') return []
    if (message.buttons.length > 0) {
      const answers = message.buttons.filter((button) => !isLink(button))
      return message.marks?.kind === 'crisis' ? answers : [...message.buttons.filter(isLink), ...answers]
    }
  }
  return []
}

/** Key of the bubble under which an answer can be explained again: the latest answer only, as the bot remembers no other. */
export function explainableKeyOf(bubbles: readonly Bubble[]): string | undefined {
  return bubbles.findLast((bubble) => (bubble.marks?.explain.length ?? 0) > 0)?.key
}

/** Tells whether the server has a conversation that can be asked for now. */
export function canKeep(state: ChatState): boolean {
  return state.connection === 'online' && state.messages.length > 0
}

/** Tells whether a crisis message stands in this conversation. */
export function isInCrisis(state: ChatState): boolean {
  return state.messages.some((message) => message.marks?.kind === 'crisis')
}

/** Tells whether the person said something that the bot did not answer yet. */
export function isWaitingForAnswer(state: ChatState): boolean {
  if (state.outbox.some((item) => item.state === 'delivered')) return true
  return state.messages.at(-1)?.from === 'user'
}

/** Tells whether messages wait for a connection. */
export function hasUnsent(state: ChatState): boolean {
  return state.outbox.some((item) => item.state === 'waiting' || item.state === 'sending')
}

function isLink(button: CardAction): boolean {
  return button.type === 'openUrl'
}
