import type { Decision } from '../conversation/decision.ts'
import { casePut, openCase } from '../handoff/case.ts'
import type { AppendEntry, Changes, PutDocument } from '../store/contract.ts'
import { type Conversations, conversationDocument } from './conversations.ts'
import type { NewTurn } from './load-turn.ts'
import { renderReply } from './render-reply.ts'
import { type ActivityEntry, activityLog, type TurnInput } from './turn.ts'

const dayMs = 24 * 60 * 60 * 1000

/**
 * Turns a decision into the one commit that carries it: what was said on both sides, the new state, a Case, the jobs that
 * deliver, and when all of it expires. The version of the state and the sequences must still hold.
 * @returns the commit, and the log entries as they will stand
 */
export function planCommit(turn: {
  parts: { conversations: Pick<Conversations, 'signalFor'>; retentionDays: number }
  input: TurnInput
  loaded: NewTurn
  decision: Decision
  now: Date
}): { changes: Changes; entries: ActivityEntry[] } {
  const { parts, input, loaded, decision, now } = turn
  const { conversationId, incoming } = input
  const entries = numberEntries(turn)
  const isErased = decision.effects.some((effect) => effect.kind === 'erase')
  // After erasing no state is there; that nobody came in between is then held by the sequences alone.
  const puts: PutDocument[] = [
    { ...conversationDocument, value: decision.state, ifVersion: isErased ? 0 : loaded.version },
  ]
  for (const effect of decision.effects) {
    if (effect.kind === 'open-case')
      puts.push(casePut(openCase(effect.case, { conversationId, channel: input.channel }, now), 0))
  }
  const key = incoming.kind === 'activity' ? incoming.key : undefined
  const appends = entries.map(
    ({ sequence, activity }, index): AppendEntry => ({
      log: activityLog,
      value: activity,
      ifSequence: sequence,
      ...(index === 0 && key !== undefined ? { key } : {}),
    }),
  )
  const jobs = input.planDelivery?.(incoming.kind === 'activity' ? entries.slice(1) : entries) ?? []
  const lastSequence = entries.at(-1)?.sequence ?? loaded.lastSequence
  return {
    entries,
    changes: {
      partition: conversationId,
      ...(isErased ? { eraseFirst: true } : {}),
      puts,
      appends,
      jobs,
      expiresAt: new Date(now.getTime() + parts.retentionDays * dayMs),
      signals: [parts.conversations.signalFor(conversationId, lastSequence)],
    },
  }
}

function numberEntries({ input, loaded, decision, now }: Parameters<typeof planCommit>[0]): ActivityEntry[] {
  const { incoming } = input
  const entries: ActivityEntry[] = []
  let sequence = loaded.lastSequence
  if (incoming.kind === 'activity') entries.push({ sequence: ++sequence, activity: incoming.activity })
  const answered = entries[0]?.sequence
  for (const effect of decision.effects) {
    if (effect.kind !== 'reply') continue
    entries.push({ sequence: ++sequence, activity: renderReply(effect.reply, now, answered) })
  }
  return entries
}
