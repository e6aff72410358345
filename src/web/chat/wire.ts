import type { Activity, CardAction } from '../../turn/activity.ts'

/** Ways in which an answer can be explained again. */
export type ExplainWay = 'makkelijker' | 'korter' | 'voorbeeld' | 'waarom'

/** The marks of a bot message, as far as the page uses them (`channelData.opstap`). */
export interface BotMarks {
  topic: string
  step: string
  kind: string
  /** Empty when the message cannot be explained again. */
  explain: ExplainWay[]
  /** Language tag of the conversation, when the message is in another. */
  conversationLocale?: string
}

/** A message in the log of the conversation. */
export interface LogMessage {
  id: string
  from: 'bot' | 'user'
  text: string
  /** ISO time, UTC. */
  timestamp: string
  /** The id this page gave to a message of the person. */
  clientActivityId?: string
  buttons: CardAction[]
  marks?: BotMarks
  /** Language tag, `nl-NL`. */
  locale?: string
  /** What the bot drew; `name` says the same in words. */
  pictures: { name: string; url: string }[]
}

/** What a socket frame or a poll brings. */
export interface Frame {
  messages: LogMessage[]
  /** Place in the log after these messages; undefined = keep the one you have. */
  watermark?: string
}

/** A token and where to use it. */
export interface Grant {
  token: string
  expiresInMs: number
  /** Base of the Direct Line addresses, without a slash at its end. */
  domain: string
  /** The conversation it is good for, when the answer says so. */
  conversationId?: string
}

/** A conversation that is ready to be followed. */
export interface OpenConversation {
  conversationId: string
  token?: string
  streamUrl?: string
}

const explainWays: readonly ExplainWay[] = ['makkelijker', 'korter', 'voorbeeld', 'waarom']

/**
 * Reads an activity as a message.
 * @returns undefined for everything that is not a message, such as events and typing
 */
export function parseMessage(raw: unknown): LogMessage | undefined {
  if (!isRecord(raw) || raw.type !== 'message' || typeof raw.id !== 'string' || !isRecord(raw.from)) return undefined
  const channelData = isRecord(raw.channelData) ? raw.channelData : {}
  const marks = parseMarks(channelData.opstap)
  const clientActivityId = channelData.clientActivityID
  return {
    id: raw.id satisfies Activity['id'],
    from: raw.from.role === 'user' ? 'user' : 'bot',
    text: typeof raw.text === 'string' ? raw.text : '',
    timestamp: typeof raw.timestamp === 'string' ? raw.timestamp : '',
    buttons: parseButtons(raw.suggestedActions),
    pictures: parsePictures(raw.attachments),
    ...(typeof raw.locale === 'string' ? { locale: raw.locale } : {}),
    ...(typeof clientActivityId === 'string' ? { clientActivityId } : {}),
    ...(marks === undefined ? {} : { marks }),
  }
}

/** Reads a frame; undefined when it is none (an empty keep-alive frame, for one). */
export function parseFrame(raw: unknown): Frame | undefined {
  if (!isRecord(raw) || !Array.isArray(raw.activities)) return undefined
  const messages = raw.activities.map(parseMessage).filter((message) => message !== undefined)
  return { messages, ...(typeof raw.watermark === 'string' ? { watermark: raw.watermark } : {}) }
}

/**
 * Reads an answer of `POST /api/chat/token` or of a refresh.
 * @param domain used when the answer names none, as a refresh does
 */
export function parseGrant(raw: unknown, domain = ''): Grant | undefined {
  if (!isRecord(raw) || typeof raw.token !== 'string') return undefined
  const seconds = typeof raw.expires_in === 'number' ? raw.expires_in : 1800
  return {
    token: raw.token,
    expiresInMs: seconds * 1000,
    domain: typeof raw.domain === 'string' ? raw.domain.replace(/\/$/, '') : domain,
    ...(typeof raw.conversationId === 'string' ? { conversationId: raw.conversationId } : {}),
  }
}

/** Reads the answer to the start or the resumption of a conversation. */
export function parseOpenConversation(raw: unknown): OpenConversation | undefined {
  if (!isRecord(raw) || typeof raw.conversationId !== 'string') return undefined
  return {
    conversationId: raw.conversationId,
    ...(typeof raw.token === 'string' ? { token: raw.token } : {}),
    ...(typeof raw.streamUrl === 'string' ? { streamUrl: raw.streamUrl } : {}),
  }
}

/** Tells whether a value is an object with named fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseMarks(raw: unknown): BotMarks | undefined {
  if (!isRecord(raw)) return undefined
  const { topic, step, kind, explain, conversationLocale } = raw
  if (typeof topic !== 'string' || typeof step !== 'string' || typeof kind !== 'string') return undefined
  return {
    topic,
    step,
    kind,
    explain: Array.isArray(explain) ? explainWays.filter((way) => explain.includes(way)) : [],
    ...(typeof conversationLocale === 'string' ? { conversationLocale } : {}),
  }
}

function parsePictures(raw: unknown): LogMessage['pictures'] {
  if (!Array.isArray(raw)) return []
  return raw.flatMap((attachment: unknown) => {
    if (!isRecord(attachment)) return []
    const { contentUrl: url, name } = attachment
    // A picture from elsewhere would tell elsewhere who reads this.
    const isOurs = typeof url === 'string' && url.startsWith('data:image/svg+xml;base64,')
    return isOurs && typeof name === 'string' ? [{ name, url }] : []
  })
}

function parseLocale(channelData: unknown): Pick<CardAction, 'channelData'> {
  const opstap = isRecord(channelData) ? channelData.opstap : undefined
  const locale = isRecord(opstap) ? opstap.locale : undefined
  return typeof locale === 'string' ? { channelData: { opstap: { locale } } } : {}
}

function parseButtons(raw: unknown): CardAction[] {
  if (!isRecord(raw) || !Array.isArray(raw.actions)) return []
  return raw.actions.flatMap((action: unknown): CardAction[] => {
    if (!isRecord(action) || typeof action.title !== 'string' || typeof action.value !== 'string') return []
    const { title, value, type } = action
    if (type === 'imBack') return [{ type, title, value, ...parseLocale(action.channelData) }]
    // Only these two may open: an address in a message must never run a script.
    return type === 'openUrl' && /^(https:|tel:)/.test(value) ? [{ type, title, value }] : []
  })
}
