import { z } from 'zod'

/** The marks of a message of the bot, and its buttons that send something. */
export interface Heard {
  topic: string
  step: string
  kind: string
  buttons: string[]
}

const activitySchema = z.object({
  channelData: z.object({ opstap: z.object({ topic: z.string(), step: z.string(), kind: z.string() }) }),
  suggestedActions: z
    .object({ actions: z.array(z.object({ type: z.string(), value: z.string() })) })
    .default({ actions: [] }),
})

/** Reads what a bot's message is, from its marks. @returns undefined for a message of a person */
export function hear(activity: unknown): Heard | undefined {
  const read = activitySchema.safeParse(activity)
  if (!read.success) return undefined
  const { channelData, suggestedActions } = read.data
  const buttons = suggestedActions.actions.filter(({ type }) => type === 'imBack').map(({ value }) => value)
  return { ...channelData.opstap, buttons }
}
