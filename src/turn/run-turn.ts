import type { Clock } from '../clock.ts'
import { decide } from '../conversation/decide.ts'
import type { Decision, Effect, Surroundings } from '../conversation/decision.ts'
import { mayOpenCase } from '../conversation/handoff.ts'
import { wordsIn } from '../conversation/words-in.ts'
import type { Log } from '../log.ts'
import { type Store, StoreError } from '../store/contract.ts'
import type { Understand } from '../understanding/meaning.ts'
import type { AskWhenUnsure, SecondOpinions } from './ask-when-unsure.ts'
import type { ContentVersions } from './content-versions.ts'
import type { Conversations } from './conversations.ts'
import { hear } from './hear.ts'
import { continueTurn, type LoadedTurn, loadTurn, type NewTurn } from './load-turn.ts'
import { createOneAtATime } from './one-at-a-time.ts'
import { planCommit } from './plan-commit.ts'
import { createRecentStates, type RecentStates } from './recent-states.ts'
import { redactIncoming } from './redact-incoming.ts'
import type { ActivityEntry, RunTurn, TurnInput, TurnOutcome } from './turn.ts'

/** How often a turn decides again when another process was first. */
const maxTries = 5

/** What a turn needs. */
export interface TurnParts {
  store: Store
  understand: Understand
  /** Asks the optional model when a message is not clear. Left out = there is none. */
  secondOpinions?: SecondOpinions | undefined
  contents: ContentVersions
  conversations: Conversations
  promise: Surroundings['promise']
  /** Replaces personal data in a message; without it no sentence is offered to be kept for authors. */
  redact?: Surroundings['redact']
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
  const recents = createRecentStates()
  return {
    runTurn: (input) => {
      const opinion = isMessage(input) ? parts.secondOpinions?.begin(input.conversationId) : undefined
      const turn = queue.run(input.conversationId, () => runTurn(parts, recents, input, opinion?.askWhenUnsure))
      return opinion === undefined ? turn : turn.finally(opinion.end)
    },
    idle: () => queue.idle(),
  }
}

function isMessage({ incoming }: TurnInput): boolean {
  return incoming.kind === 'activity' && incoming.activity.type === 'message'
}

async function runTurn(
  parts: TurnParts,
  recents: RecentStates,
  input: TurnInput,
  askWhenUnsure: AskWhenUnsure | undefined,
): Promise<TurnOutcome> {
  for (let attempt = 1; attempt <= maxTries; attempt += 1) {
    const loaded = await load(parts, recents, input)
    if (loaded.is === 'repeated') return { outcome: 'repeated', sequence: loaded.sequence, replies: loaded.replies }
    if (loaded.is === 'unknown') return { outcome: 'unknown', sequence: 0, replies: [] }
    const now = parts.clock.now()
    const decision = await understandAndDecide(parts, { input, loaded, now, askWhenUnsure })
    if (recents.find(input.conversationId, now) !== undefined && erases(decision)) {
      // Erasing frees the keys, so that the commit could not find out that this message was handled before.
      recents.forget(input.conversationId)
      continue
    }
    // From here on nobody sees the words as they were typed.
    const kept = redactIncoming(input, loaded.state, wordsIn(loaded.content, decision.state.locale))
    const { changes, entries, left } = planCommit({ parts, input: kept, loaded, decision, now })
    // Forgotten first: after a failure nobody knows what stands in the store.
    recents.forget(input.conversationId)
    const committed = await parts.store.commit(changes)
    if (committed.outcome !== 'committed') continue
    recents.remember(input.conversationId, left, now)
    parts.conversations.wake(input.conversationId, entries)
    return toOutcome(input, entries)
  }
  throw new TurnConflictError()
}

function erases({ effects }: Decision): boolean {
  return effects.some((effect) => effect.kind === 'erase')
}

async function load(parts: TurnParts, recents: RecentStates, input: TurnInput): Promise<LoadedTurn> {
  const { store, contents } = parts
  const { conversationId, incoming } = input
  const recent = incoming.kind === 'activity' ? recents.find(conversationId, parts.clock.now()) : undefined
  return recent === undefined ? loadTurn(store, contents, input) : continueTurn(store, contents, conversationId, recent)
}

/** One try to decide. */
interface TurnWork {
  input: TurnInput
  loaded: NewTurn
  now: Date
  askWhenUnsure: AskWhenUnsure | undefined
}

/**
 * A rule that breaks must not cost the person their message: it is kept, an apology is said, and the state stays as it
 * was. The first message of a conversation that was never started is greeted too, unless there is danger in it: then
 * nothing may stand before the crisis words.
 */
async function understandAndDecide(parts: TurnParts, work: TurnWork): Promise<Decision> {
  const { input, loaded, now, askWhenUnsure } = work
  const { state, content } = loaded
  try {
    const first = hear(parts.understand, input.incoming, { state, content, now })
    if (first === undefined) return { state, effects: [] }
    const heard = askWhenUnsure === undefined ? first : await askWhenUnsure(first, { state, content, now })
    const around: Surroundings = {
      now,
      isContentLost: loaded.isContentLost,
      promise: parts.promise,
      ...(parts.redact === undefined ? {} : { redact: parts.redact }),
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
    const { phrases, tag } = wordsIn(content, state.locale)
    const effects = phrases.apology.texts.map(
      (text): Effect => ({
        kind: 'reply',
        reply: { text, locale: tag, buttons: [], marks: { topic: 'system', step: 'apology', kind: 'system' } },
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
