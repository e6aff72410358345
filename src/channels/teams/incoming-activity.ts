import { createHash } from 'node:crypto'
import type { Activity as FrameworkActivity } from 'botbuilder'
import { z } from 'zod'
import type { TurnInput } from '../../turn/turn.ts'

const shortText = z.string().max(1_000)
const accountSchema = z.looseObject({ id: shortText })

/** The parts of an incoming activity that we read. Channels leave parts out or set them to null. */
const incomingSchema = z.looseObject({
  type: shortText.min(1),
  id: shortText.nullish(),
  channelId: shortText.min(1),
  serviceUrl: z.url({ protocol: /^https?$/ }).max(2_000),
  conversation: z.looseObject({
    id: shortText.min(1),
    isGroup: z.boolean().nullish(),
    conversationType: shortText.nullish(),
  }),
  from: accountSchema.nullish(),
  recipient: accountSchema.nullish(),
  text: z.string().nullish(),
  locale: shortText.nullish(),
  value: z.unknown().optional(),
  action: shortText.nullish(),
  deliveryMode: shortText.nullish(),
  membersAdded: z.array(accountSchema).nullish(),
  attachments: z.array(z.looseObject({ contentType: z.string().nullish() })).nullish(),
  entities: z.array(z.looseObject({ type: z.string() })).nullish(),
})

/** The parts of an incoming activity that we read. */
export type IncomingActivity = z.infer<typeof incomingSchema>

/** A body that was read: for us, and as botbuilder wants it. */
export interface ReadBody {
  incoming: IncomingActivity
  framework: FrameworkActivity
}

const frameworkSchema = z.custom<FrameworkActivity>((value) => incomingSchema.safeParse(value).success)
const mentionSchema = z.looseObject({
  type: z.literal('mention'),
  text: z.string().min(1),
  mentioned: z.looseObject({ id: z.string() }),
})
const valueWithTextSchema = z.looseObject({ text: z.string() })
const localeSchema = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/)

/**
 * Reads the body of a request.
 * @returns undefined when it is no JSON, or no activity with the parts we need
 */
export function parseBody(body: Uint8Array): ReadBody | undefined {
  const json = parseJson(body)
  const incoming = incomingSchema.safeParse(json)
  const framework = frameworkSchema.safeParse(json)
  return incoming.success && framework.success ? { incoming: incoming.data, framework: framework.data } : undefined
}

/**
 * The id under which we keep a conversation of a Bot Framework channel: a fingerprint, so that the channel's own id (which
 * may name a person) stands in no log line and no key.
 */
export function deriveConversationId(activity: IncomingActivity): string {
  return `bf-${fingerprint(activity.channelId, activity.conversation.id)}`
}

/**
 * Translates an activity into what a turn takes in.
 * - A message: its text without the mention of the bot; for a button, what it sends. Files are counted, never fetched.
 * - Somebody who is added to a personal conversation, or the app that is installed in one: the start.
 * @param now moment it came in
 * @returns undefined when there is nothing to answer: other kinds of activity, and everything in groups. A conversation
 * with a candidate is between two; in a group, everybody would read along and share one handoff.
 */
export function toIncoming(activity: IncomingActivity, now: Date): TurnInput['incoming'] | undefined {
  switch (activity.type) {
    case 'message':
      return isGroup(activity) ? undefined : toMessage(activity, now)
    case 'conversationUpdate': {
      const isSomebodyNew = activity.membersAdded?.some((member) => member.id !== activity.recipient?.id) ?? false
      return isSomebodyNew && !isGroup(activity) ? { kind: 'start' } : undefined
    }
    case 'installationUpdate':
      return activity.action?.startsWith('add') && !isGroup(activity) ? { kind: 'start' } : undefined
    default:
      return undefined
  }
}

/** Tells whether more people than one read along. */
function isGroup(activity: IncomingActivity): boolean {
  const { isGroup: group, conversationType } = activity.conversation
  return group === true || (typeof conversationType === 'string' && conversationType !== 'personal')
}

function toMessage(activity: IncomingActivity, now: Date): TurnInput['incoming'] {
  // Teams sends every message a second time as an HTML attachment; that is no file.
  const files = (activity.attachments ?? []).filter((attachment) => attachment.contentType !== 'text/html')
  const senderId = `bf-user-${fingerprint(activity.channelId, activity.from?.id ?? '')}`
  return {
    kind: 'activity',
    ...(activity.id ? { key: activity.id } : {}),
    activity: {
      type: 'message',
      timestamp: now.toISOString(),
      from: { id: senderId, role: 'user' },
      text: readText(activity),
      ...withLocale(activity),
      ...(files.length === 0
        ? {}
        : { attachments: files.map(({ contentType }) => ({ contentType: contentType ?? '' })) }),
    },
  }
}

function readText(activity: IncomingActivity): string {
  const text = withoutMentions(activity)
  if (text !== '') return text
  const { value } = activity
  if (typeof value === 'string') return value.trim()
  const withText = valueWithTextSchema.safeParse(value)
  return withText.success ? withText.data.text.trim() : ''
}

function withoutMentions(activity: IncomingActivity): string {
  const ofBot = (activity.entities ?? [])
    .map((entity) => mentionSchema.safeParse(entity))
    .filter((mention) => mention.success && mention.data.mentioned.id === activity.recipient?.id)
  const text = ofBot.reduce(
    (left, mention) => (mention.success ? left.replaceAll(mention.data.text, ' ') : left),
    activity.text ?? '',
  )
  return text.trim()
}

function withLocale(activity: IncomingActivity): { locale?: string } {
  const locale = localeSchema.safeParse(activity.locale)
  return locale.success ? { locale: locale.data } : {}
}

function fingerprint(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40)
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    // Not JSON, or not UTF-8: the same to the caller as JSON that is no activity.
    return undefined
  }
}
