import type { Clock } from '../clock.ts'
import type { Content } from '../conversation/content.ts'
import { conversationStateSchema } from '../conversation/state.ts'
import { fillIn } from '../conversation/talk.ts'
import { wordsIn } from '../conversation/words-in.ts'
import type { SayToCandidate } from '../handoff/cases-command.ts'
import type { Store } from '../store/contract.ts'
import type { LoggedActivity } from './activity.ts'
import { conversationDocument, createConversations } from './conversations.ts'
import { activityLog } from './turn.ts'

/** How often it is tried again when the candidate says something at the same moment. */
const maxTries = 5

/**
 * Makes the way for a human to answer in the conversation itself. The words go into the log like everything else; the
 * conversation as the bot sees it stays where it was. A page that is open shows them within seconds.
 * @param parts `readContent` is asked only when there is something to say
 */
export function createSayAsHuman(parts: { store: Store; readContent: () => Content; clock: Clock }): SayToCandidate {
  const { store, readContent, clock } = parts
  const conversations = createConversations(store)
  return async (found, text) => {
    if (found.channel !== 'directline') return 'no-channel'
    const { tag, phrases } = wordsIn(readContent(), await localeOf(store, found.conversationId))
    const [words = '{tekst}'] = phrases['human-answer'].texts
    const activity: LoggedActivity = {
      type: 'message',
      timestamp: clock.now().toISOString(),
      from: { id: 'human', name: found.role, role: 'bot' },
      text: fillIn(words, { rol: found.role, organisatie: found.organisation, tekst: text.trim() }),
      textFormat: 'plain',
      locale: tag,
      channelData: { opstap: { topic: 'handoff', step: 'human-answer', kind: 'handoff' } },
    }
    for (let attempt = 1; attempt <= maxTries; attempt += 1) {
      const sequence = (await store.lastSequence(found.conversationId, activityLog)) + 1
      const { outcome } = await store.commit({
        partition: found.conversationId,
        appends: [{ log: activityLog, value: activity, ifSequence: sequence }],
        signals: [conversations.signalFor(found.conversationId, sequence)],
      })
      if (outcome === 'committed') return 'said'
    }
    throw new Error(`The conversation of Case ${found.number} kept changing. Nothing was said; try again.`)
  }
}

/** The language a conversation is in; undefined when nothing is known of it any more. */
async function localeOf(store: Store, conversationId: string): Promise<string | undefined> {
  const document = await store.get(conversationId, conversationDocument.collection, conversationDocument.id)
  const state = conversationStateSchema.safeParse(document?.value)
  return state.success ? state.data.locale : undefined
}
