import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { LoggedActivity } from '../../turn/activity.ts'

/** What a client sent, checked and made ours. */
export type IncomingActivity =
  /** To log and to hand to the turn. `key` is the client's own id of it, the same when it sends again. */
  | { outcome: 'activity'; activity: LoggedActivity; key?: string }
  /** Accepted, and of no further use: typing, and the end of a conversation as the client sees it. */
  | { outcome: 'passing' }
  | { outcome: 'refused'; message: string }

/** Reads a field that may be left out; one of the wrong kind counts as left out. */
const dropped = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

const sentSchema = z.object({
  type: z.string(),
  text: z.string().nullish(),
  locale: dropped(z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}$/)),
  name: dropped(z.string().max(200)),
  value: dropped(z.json()),
  channelData: dropped(z.record(z.string(), z.json())),
  // Only what kind of thing it was: nothing of a client's own content or addresses comes into the log.
  attachments: dropped(
    z.array(z.object({ contentType: z.string().max(200), name: dropped(z.string().max(200)) })).max(20),
  ),
})

const clientActivityIdSchema = z.object({ clientActivityID: z.string().min(1).max(200) })

/**
 * Reads an activity that a client sent. Only the fields that a client may choose are taken over; who sent it and when
 * is ours, and so are id, conversation, recipient and service address.
 * Source: directline-conformance.md, rules A1 and A3 to A7.
 * @param sent the body, parsed
 * @param from id of the person, from the token
 * @param now the moment it came
 */
export function parseIncomingActivity(sent: unknown, from: string, now: Date): IncomingActivity {
  const parsed = sentSchema.safeParse(sent)
  if (!parsed.success)
    return { outcome: 'refused', message: 'Send one activity with a type, and text that is a string.' }
  const { type, text, locale, name, value, channelData, attachments } = parsed.data
  if (type === 'typing' || type === 'endOfConversation') return { outcome: 'passing' }
  if (type !== 'message' && type !== 'event') {
    return { outcome: 'refused', message: 'The type must be message, event or typing.' }
  }
  const activity: LoggedActivity = {
    type,
    timestamp: now.toISOString(),
    from: { id: from, role: 'user' },
    // A lone half of a character cannot be written as UTF-8.
    ...(typeof text === 'string' ? { text: text.toWellFormed(), textFormat: 'plain' } : {}),
    ...(locale === undefined ? {} : { locale }),
    ...(name === undefined ? {} : { name }),
    ...(value === undefined || value === null ? {} : { value }),
    ...(channelData === undefined ? {} : { channelData }),
    ...(attachments === undefined || attachments.length === 0 ? {} : { attachments }),
  }
  const key = clientActivityIdSchema.safeParse(channelData)
  return { outcome: 'activity', activity, ...(key.success ? { key: toKey(key.data.clientActivityID) } : {}) }
}

/** Keys are not sealed, so that what may be words of a person becomes a fingerprint. */
function toKey(clientId: string): string {
  return /^[\w.:|-]+$/.test(clientId) ? clientId : createHash('sha256').update(clientId).digest('base64url')
}
