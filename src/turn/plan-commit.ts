import { randomUUID } from 'node:crypto'
import type { Decision } from '../conversation/decision.ts'
import { casePut, openCase } from '../handoff/case.ts'
import { planKeeping } from '../insights/plan-keeping.ts'
import type { AppendEntry, Changes, PutDocument } from '../store/contract.ts'
import { type Conversations, conversationDocument } from './conversations.ts'
import type { NewTurn } from './load-turn.ts'
import type { RecentState } from './recent-states.ts'
import { renderReply } from './render-reply.ts'
import { planFiles } from './stored-file.ts'
import { type ActivityEntry, activityLog, type TurnInput } from './turn.ts'

const hourMs = 60 * 60 * 1000
const dayMs = 24 * hourMs

/**
 * Turns a decision into the one commit that carries it: what was said on both sides, the new state, a Case, files, the
 * jobs that deliver and delete, and when all of it expires. The version of the state and the sequences must still hold.
 * @returns the commit, the log entries as they will stand, and where the next turn begins
 */
export function planCommit(turn: {
  parts: { conversations: Pick<Conversations, 'signalFor'>; retentionDays: number }
  input: TurnInput
  loaded: NewTurn
  decision: Decision
  now: Date
}): { changes: Changes; entries: ActivityEntry[]; left: RecentState } {
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
  const kept = decision.effects
    .filter((effect) => effect.kind === 'keep-sentence')
    .map((effect) => planKeeping(effect, { conversationId, sentenceId: randomUUID(), now }))
  // Who asks to erase everything does not mean: but keep what I sent just now.
  const files = planFiles(isErased ? [] : (input.files ?? []), now)
  const key = incoming.kind === 'activity' ? incoming.key : undefined
  const appends = entries.map(
    ({ sequence, activity }, index): AppendEntry => ({
      log: activityLog,
      value: activity,
      ifSequence: sequence,
      ...(index === 0 && key !== undefined ? { key } : {}),
    }),
  )
  const deliveries = input.planDelivery?.(incoming.kind === 'activity' ? entries.slice(1) : entries) ?? []
  const lastSequence = entries.at(-1)?.sequence ?? loaded.lastSequence
  return {
    entries,
    left: { state: decision.state, version: isErased ? 1 : loaded.version + 1, lastSequence },
    changes: {
      partition: conversationId,
      ...(isErased ? { eraseFirst: true } : {}),
      puts: [...puts, ...files.puts],
      appends,
      jobs: [...deliveries, ...files.jobs, ...kept.flatMap(({ jobs }) => jobs)],
      cancelJobs: kept.flatMap(({ cancelJobs }) => cancelJobs),
      expiresAt: expiryOf(now, parts.retentionDays),
      signals: [parts.conversations.signalFor(conversationId, lastSequence)],
    },
  }
}

/** On the hour, so that most turns leave it as it is and the store need not move it in its index. */
function expiryOf(now: Date, retentionDays: number): Date {
  return new Date(Math.floor((now.getTime() + retentionDays * dayMs) / hourMs) * hourMs)
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
