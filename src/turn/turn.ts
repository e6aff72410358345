import type { Json, LogEntry } from '../store/contract.ts'
import type { LoggedActivity } from './activity.ts'
import type { SentFile } from './stored-file.ts'

/** Name of the log that holds the activities of a conversation; its sequence is the Direct Line watermark. */
export const activityLog = 'activities'

/** A message, event or start that came in through a channel, checked and made ours. */
export interface TurnInput {
  conversationId: string
  /** Channel it came through. */
  channel: 'directline' | 'botframework'
  /** What came: the start of a conversation, or an activity to log and answer. */
  incoming:
    | { kind: 'start'; locale?: string; region?: string }
    | { kind: 'activity'; activity: LoggedActivity; key?: string }
  /** Only go on with a conversation that was started (and is not erased or expired); otherwise it begins here. */
  mustExist?: boolean
  /** What the person sent along, to be kept in the same commit. */
  files?: SentFile[]
  /** For channels that deliver replies themselves: jobs to plan in the same commit, given the replies. */
  planDelivery?: (
    entries: { sequence: number; activity: LoggedActivity }[],
  ) => { id: string; kind: string; dueAt: Date; payload: Json }[]
}

/** An entry of the activity log, read. */
export interface ActivityEntry {
  sequence: number
  activity: LoggedActivity
}

/** How a turn ended. */
export type TurnOutcome =
  /** Committed now. `sequence` is that of the incoming activity (0 for a start); `replies` are what the bot said. */
  | { outcome: 'done'; sequence: number; replies: ActivityEntry[] }
  /** This message (same key) was handled before; nothing new was decided. */
  | { outcome: 'repeated'; sequence: number; replies: ActivityEntry[] }
  /** There is no such conversation, and it had to be there. Nothing was stored. */
  | { outcome: 'unknown'; sequence: 0; replies: [] }

/** Handles one turn: load, understand, decide, commit, wake. Resolves after the commit is durable. */
export type RunTurn = (input: TurnInput) => Promise<TurnOutcome>

/** Tells those who follow a conversation in this process what was just committed. */
export type Wake = (conversationId: string, entries: ActivityEntry[]) => void

/** What a channel needs to show a conversation. */
export interface ConversationReader {
  /** Entries above `after`, rising, at most `limit`. */
  read(conversationId: string, after: number, limit: number): Promise<ActivityEntry[]>
  lastSequence(conversationId: string): Promise<number>
  /** @returns whether the conversation was ever started (and is not erased or expired). */
  exists(conversationId: string): Promise<boolean>
  /**
   * Follows a conversation: hears new entries soon after their commit, in order, or a bare hint (no entries) that
   * something is new. Both may be lost or come twice: the log is the truth.
   */
  follow(conversationId: string, hear: (entries: ActivityEntry[]) => void): () => void
}

/**
 * Reads a log entry as an activity.
 * @throws {TypeError} when the entry is none: the log is written by the turn alone, so it was damaged or misused
 */
export function toActivityEntry({ sequence, value }: LogEntry): ActivityEntry {
  if (!isActivity(value)) throw new TypeError(`Entry ${sequence} of an activity log is no activity.`)
  return { sequence, activity: value }
}

// The values are sealed, so what reads back is what a turn wrote; a full parse for each entry would buy nothing.
function isActivity(value: Json): value is LoggedActivity {
  return typeof value === 'object' && value !== null && 'type' in value && 'timestamp' in value && 'from' in value
}
