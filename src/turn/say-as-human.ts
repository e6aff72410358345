import type { Clock } from '../clock.ts'
import type { Content } from '../conversation/content.ts'
import { fillIn } from '../conversation/talk.ts'
import type { SayToCandidate } from '../handoff/cases-command.ts'
import type { Store } from '../store/contract.ts'
import type { LoggedActivity } from './activity.ts'
import { createConversations } from './conversations.ts'
import { activityLog } from './turn.ts'

/** How often it is tried again when the candidate says something at the same moment. */
const maxTries = 5

/**
 * Makes the way for a human to answer in the conversation itself. The words go into the log like everything else; the
 * conversation as the bot sees it stays where it was. A page that is open shows them within seconds.
 * @param parts `readPhrases` is asked only when there is something to say
 */
export function createSayAsHuman(parts: {
  store: Store
  readPhrases: () => Content['phrases']
  clock: Clock
}): SayToCandidate {
  const { store, readPhrases, clock } = parts
  const conversations = createConversations(store)
  return async (found, text) => {
    if (found.channel !== 'directline') return 'no-channel'
    const [words = '{tekst}'] = readPhrases()['human-answer'].texts
    const activity: LoggedActivity = {
      type: 'message',
      timestamp: clock.now().toISOString(),
      from: { id: 'human', name: found.role, role: 'bot' },
      text: fillIn(words, { rol: found.role, organisatie: found.organisation, tekst: text.trim() }),
      textFormat: 'plain',
      locale: 'nl-NL',
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
