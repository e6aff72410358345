import type { Activity as FrameworkActivity } from 'botbuilder'
import { z } from 'zod'
import type { CardAction, LoggedActivity } from '../../turn/activity.ts'

/** Channels that show a button with a link under a message. Teams' suggested actions only send text. */
const channelsWithLinks = ['webchat', 'directline', 'emulator']

/** Most buttons that Teams shows under a message. */
const maxButtons = 6

const outgoingSchema = z.looseObject({
  type: z.enum(['message', 'event']),
  text: z.string().optional(),
  attachments: z.array(z.looseObject({ contentType: z.string() })).optional(),
  entities: z.array(z.looseObject({ type: z.string() })).optional(),
  suggestedActions: z
    .looseObject({ actions: z.array(z.looseObject({ type: z.string(), title: z.string() })) })
    .optional(),
})

/** A message as botbuilder sends it; also reads it back from a job. */
export const outgoingActivitySchema = z.custom<Partial<FrameworkActivity>>(
  (value) => outgoingSchema.safeParse(value).success,
)

/**
 * Renders a reply for a Bot Framework channel. A button that cannot be shown there becomes a line under the text: a link
 * as name and address, so that 112 and 113 can always be read, and what is too many as its bare label.
 * @param reply the reply as it stands in the log
 * @param channelId where it will be shown: `msteams`, `webchat`, `emulator` …
 */
export function renderOutgoing(reply: LoggedActivity, channelId: string): Partial<FrameworkActivity> {
  const actions = reply.suggestedActions?.actions ?? []
  const buttons = actions.filter((action) => isShown(action, channelId)).slice(0, maxButtons)
  const lines = actions.filter((action) => !buttons.includes(action)).map(renderLine)
  const text = [reply.text ?? '', lines.join('\n')].filter((part) => part !== '').join('\n\n')
  const { timestamp, from, replyToSequence, suggestedActions, basis: _basis, ...rest } = reply
  return outgoingActivitySchema.parse({
    ...rest,
    ...(text === '' ? {} : { text, textFormat: 'plain' }),
    ...(buttons.length === 0 ? {} : { suggestedActions: { to: [], actions: buttons } }),
  })
}

function isShown(action: CardAction, channelId: string): boolean {
  return action.type === 'imBack' || channelsWithLinks.includes(channelId)
}

// The dot keeps lines apart in clients that draw a plain text as one paragraph, as the Agents Playground does.
function renderLine(action: CardAction): string {
  if (action.type === 'imBack') return `• ${action.title}`
  const address = action.value.replace(/^tel:/, '')
  return action.title.includes(address) ? `• ${action.title}` : `• ${action.title}: ${address}`
}
