import type { Clock } from '../clock.ts'
import { decide } from '../conversation/decide.ts'
import type { Decision, Effect, Surroundings } from '../conversation/decision.ts'
import { mayOpenCase } from '../conversation/handoff.ts'
import type { Log } from '../log.ts'
import { type Store, StoreError } from '../store/contract.ts'
import type { Understand } from '../understanding/meaning.ts'
import type { ContentVersions } from './content-versions.ts'
import type { Conversations } from './conversations.ts'
import { hear } from './hear.ts'
import { loadTurn, type NewTurn } from './load-turn.ts'
import { createOneAtATime } from './one-at-a-time.ts'
import { planCommit } from './plan-commit.ts'
import type { ActivityEntry, RunTurn, TurnInput, TurnOutcome } from './turn.ts'

/** How often a turn decides again when another process was first. */
const maxTries = 5

/** What a turn needs. */
export interface TurnParts {
  store: Store
  understand: Understand
  contents: ContentVersions
  conversations: Conversations
  promise: Surroundings['promise']
  clock: Clock
  log: Log
  /** How long a conversation is kept after its last message, in days. */
  retentionDays: number
}

/** The conversation kept changing under our hands. Nothing was stored; the message can be sent again. */
export class TurnConflictError extends Error {
  readonly code = 'turn-conflict'

  constructor() {
    super(
      `The conversation changed ${maxTries} times while one message was handled. Nothing was stored; send it again.`,
    )
    this.name = 'TurnConflictError'
  }
}

/**
 * Makes the function that handles one turn. Turns of one conversation run one after another.
 * @returns `runTurn`, and `idle` which resolves when no turn is in hand
 */
export function createRunTurn(parts: TurnParts): { runTurn: RunTurn; idle(): Promise<void> } {
  const queue = createOneAtATime()
  return {
    runTurn: (input) => queue.run(input.conversationId, () => runTurn(parts, input)),
    idle: () => queue.idle(),
  }
}

async function runTurn(parts: TurnParts, input: TurnInput): Promise<TurnOutcome> {
  for (let attempt = 1; attempt <= maxTries; attempt += 1) {
    const loaded = await loadTurn(parts.store, parts.contents, input)
    if (loaded.is === 'repeated') return { outcome: 'repeated', sequence: loaded.sequence, replies: loaded.replies }
    const now = parts.clock.now()
    const decision = await understandAndDecide(parts, input, loaded, now)
    const { changes, entries } = planCommit({ parts, input, loaded, decision, now })
    const committed = await parts.store.commit(changes)
    if (committed.outcome !== 'committed') continue
    parts.conversations.wake(input.conversationId, entries)
    return toOutcome(input, entries)
  }
  throw new TurnConflictError()
}

/**
 * A rule that breaks must not cost the person their message: it is kept, an apology is said, and the state stays as it
 * was. The first message of a conversation that was never started is greeted too, unless there is danger in it: then
 * nothing may stand before the crisis words.
 */
async function understandAndDecide(parts: TurnParts, input: TurnInput, loaded: NewTurn, now: Date): Promise<Decision> {
  const { state, content } = loaded
  try {
    const heard = hear(parts.understand, input.incoming, state, now)
    if (heard === undefined) return { state, effects: [] }
    const around: Surroundings = {
      now,
      isContentLost: loaded.isContentLost,
      promise: parts.promise,
      ...(mayOpenCase(state) ? { caseNumber: await parts.store.nextNumber('case') } : {}),
    }
    const isGreetedFirst = loaded.isFirst && heard.kind !== 'start' && !('meaning' in heard && heard.meaning.crisis)
    if (!isGreetedFirst) return decide(state, heard, content, around)
    const greeting = decide(state, { kind: 'start' }, content, around)
    const answer = decide(greeting.state, heard, content, around)
    return { state: answer.state, effects: [...greeting.effects, ...answer.effects] }
  } catch (error) {
    if (error instanceof StoreError) throw error
    parts.log.error('A turn could not be decided; the person got an apology.', error)
    const effects = content.phrases.apology.texts.map(
      (text): Effect => ({
        kind: 'reply',
        reply: { text, buttons: [], marks: { topic: 'system', step: 'apology', kind: 'system' } },
      }),
    )
    return { state, effects }
  }
}

function toOutcome(input: TurnInput, entries: ActivityEntry[]): TurnOutcome {
  const [first, ...rest] = entries
  if (input.incoming.kind === 'start' || first === undefined) return { outcome: 'done', sequence: 0, replies: entries }
  return { outcome: 'done', sequence: first.sequence, replies: rest }
}
