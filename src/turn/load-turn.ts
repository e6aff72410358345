import type { Content } from '../conversation/content.ts'
import { isSafePoint } from '../conversation/decide.ts'
import { type ConversationState, conversationStateSchema, createState } from '../conversation/state.ts'
import { caseCollection, readCase } from '../handoff/case.ts'
import type { Store, StoredDocument } from '../store/contract.ts'
import type { ContentVersions } from './content-versions.ts'
import { conversationDocument } from './conversations.ts'
import type { RecentState } from './recent-states.ts'
import { type ActivityEntry, activityLog, type TurnInput, toActivityEntry } from './turn.ts'

/** Most replies one message can have; enough to find them back in the log. */
const maxRepliesRead = 50

/** What a turn begins with. */
export type LoadedTurn =
  /** This message was handled before: here is what was said then. */
  | { is: 'repeated'; sequence: number; replies: ActivityEntry[] }
  /** The conversation had to be there and is not. */
  | { is: 'unknown' }
  | NewTurn

/** What a turn that is not a repetition begins with. */
export interface NewTurn {
  is: 'new'
  state: ConversationState
  content: Content
  /** True when the content the conversation began with is gone. */
  isContentLost: boolean
  /** True when nothing was ever said in this conversation. */
  isFirst: boolean
  /** Version of the stored state, 0 when there is none. */
  version: number
  lastSequence: number
}

/** Loads what a turn needs; finds out whether its message was handled before. */
export async function loadTurn(store: Store, contents: ContentVersions, input: TurnInput): Promise<LoadedTurn> {
  const { conversationId, incoming } = input
  if (incoming.kind === 'activity' && incoming.key !== undefined) {
    const earlier = await store.findEntry(conversationId, activityLog, incoming.key)
    if (earlier !== undefined) return repeated(store, conversationId, earlier.sequence)
  }
  const document = await store.get(conversationId, conversationDocument.collection, conversationDocument.id)
  if (document !== undefined && incoming.kind === 'start') return { is: 'repeated', sequence: 0, replies: [] }
  const lastSequence = await store.lastSequence(conversationId, activityLog)
  if (input.mustExist && document === undefined && lastSequence === 0) return { is: 'unknown' }
  const version = document?.version ?? 0
  const stored = readState(document)
  if (stored === undefined) {
    const region = incoming.kind === 'start' ? incoming.region : undefined
    const known = region !== undefined && Object.hasOwn(contents.current.regions, region) ? region : undefined
    const locale = incoming.kind === 'start' ? knownLocale(contents.current, incoming.locale) : undefined
    const state = createState(contents.current.version, {
      region: known,
      locale: locale ?? contents.current.defaultLocale,
      isLocaleChosen: locale !== undefined && locale !== contents.current.defaultLocale,
    })
    // A state that is there but cannot be read is of an older format: begin again, and say so.
    const isContentLost = document !== undefined
    return {
      is: 'new',
      state,
      content: contents.current,
      isContentLost,
      isFirst: !isContentLost,
      version,
      lastSequence,
    }
  }
  return continueTurn(store, contents, conversationId, { state: stored, version, lastSequence })
}

/**
 * Loads what a turn needs from where the turn before it ended. Nothing is read to see whether that still holds, or whether
 * the message was handled before: the commit finds out, and then {@link loadTurn} must look.
 */
export async function continueTurn(
  store: Store,
  contents: ContentVersions,
  conversationId: string,
  { state: stored, version, lastSequence }: RecentState,
): Promise<NewTurn> {
  const state = await withOpenCase(store, conversationId, stored)
  const content = await contentFor(contents, state)
  return {
    is: 'new',
    state: { ...state, contentVersion: (content ?? contents.current).version },
    content: content ?? contents.current,
    isContentLost: content === undefined,
    isFirst: false,
    version,
    lastSequence,
  }
}

async function repeated(store: Store, conversationId: string, sequence: number): Promise<LoadedTurn> {
  const after = (await store.readLog(conversationId, activityLog, sequence, maxRepliesRead)).map(toActivityEntry)
  return { is: 'repeated', sequence, replies: after.filter((entry) => entry.activity.replyToSequence === sequence) }
}

/** The language a client asks for (`en` or `en-GB`), when there are words in it. */
function knownLocale(content: Content, asked: string | undefined): string | undefined {
  const locale = asked?.slice(0, 2).toLowerCase()
  return locale !== undefined && Object.hasOwn(content.locales, locale) ? locale : undefined
}

function readState(document: StoredDocument | undefined): ConversationState | undefined {
  const read = conversationStateSchema.safeParse(document?.value)
  return read.success ? read.data : undefined
}

async function contentFor(contents: ContentVersions, state: ConversationState): Promise<Content | undefined> {
  if (state.contentVersion === contents.current.version || isSafePoint(state)) return contents.current
  return contents.find(state.contentVersion)
}

// Staff close a Case outside the conversation; without this look the bot would go on pointing at it for ever.
async function withOpenCase(
  store: Store,
  conversationId: string,
  state: ConversationState,
): Promise<ConversationState> {
  if (state.openCase === undefined) return state
  const document = await store.get(conversationId, caseCollection, String(state.openCase.number))
  if (document !== undefined && readCase(document).status.is === 'open') return state
  const { openCase: _ended, ...rest } = state
  return rest
}
