import { toActivity } from '../../turn/activity.ts'
import type { ActivityEntry } from '../../turn/turn.ts'

/** How many entries are read from the log at once. */
export const pageSize = 200

/** A set stays about this small, so that one long conversation does not fill the memory. */
const setLimitChars = 1_000_000

/** Activities as clients get them, by poll or over the stream. */
export interface ActivitySet {
  /** `{"activities":[…],"watermark":"…"}` */
  json: string
  /** Sequence of the last activity in it: its watermark. */
  last: number
}

/**
 * Writes log entries as one activity set. When they are very long it holds only the first ones; ask on from `last`.
 * @param conversationId the conversation they stand in
 * @param entries rising; may be empty
 * @param after watermark of an empty set
 */
export function writeActivitySet(conversationId: string, entries: ActivityEntry[], after: number): ActivitySet {
  const written: string[] = []
  let last = after
  let chars = 0
  for (const { sequence, activity } of entries) {
    if (chars > setLimitChars) break
    const json = JSON.stringify(toActivity(activity, { conversationId, sequence, channelId: 'directline' }))
    written.push(json)
    chars += json.length
    last = sequence
  }
  return { json: `{"activities":[${written.join(',')}],"watermark":"${last}"}`, last }
}
