import type { Json } from '../store/contract.ts'

/**
 * The parts of the Activity schema that Opstap speaks. Channels translate to and from it; nothing else of the Bot
 * Framework is known outside `channels/teams/`.
 * Source: Bot Framework Activity schema, https://github.com/microsoft/Agents/blob/main/specs/activity/protocol-activity.md
 */

/** Who sent an activity. */
export type ActivityFrom = {
  id: string
  name?: string
  role: 'user' | 'bot'
}

/** A button. `imBack` sends `value` as if the person typed it; `openUrl` opens it. */
export type CardAction = {
  type: 'imBack' | 'openUrl'
  title: string
  value: string
  /** Language tag of the title, when it can be another than that of the message. */
  channelData?: { opstap: { locale: string } }
}

/** An activity as it stands in the log of a conversation, without what the log itself knows (id, conversation). */
export type LoggedActivity = {
  type: 'message' | 'event'
  /** ISO time, UTC. */
  timestamp: string
  from: ActivityFrom
  text?: string
  textFormat?: 'plain'
  locale?: string
  /** Name of an event. */
  name?: string
  value?: Json
  channelData?: Json
  entities?: Json[]
  attachments?: Json[]
  suggestedActions?: { actions: CardAction[] }
  inputHint?: 'expectingInput' | 'acceptingInput'
  /** Sequence of the message this one answers. */
  replyToSequence?: number
  /** What the facts in it rest on, for when the candidate keeps the conversation; clients do not get it. */
  basis?: { sources: { id: string; title: string; url: string; date: string }[]; reviewedOn: string }
}

/** An activity as a client sees it. */
export type Activity = Omit<LoggedActivity, 'replyToSequence' | 'basis'> & {
  id: string
  channelId: string
  conversation: { id: string }
  replyToId?: string
}

/**
 * The id of the activity at a place in a conversation's log.
 * @param conversationId id of the conversation
 * @param sequence place in the log, from 1
 */
export function activityId(conversationId: string, sequence: number): string {
  return `${conversationId}|${String(sequence).padStart(7, '0')}`
}

/**
 * Shapes a log entry for a client.
 * @param logged the stored activity
 * @param place conversation, sequence and channel it stands in
 */
export function toActivity(
  logged: LoggedActivity,
  place: { conversationId: string; sequence: number; channelId: string },
): Activity {
  const { replyToSequence, basis: _basis, ...rest } = logged
  return {
    ...rest,
    id: activityId(place.conversationId, place.sequence),
    channelId: place.channelId,
    conversation: { id: place.conversationId },
    ...(replyToSequence === undefined ? {} : { replyToId: activityId(place.conversationId, replyToSequence) }),
  }
}
