import type { Store } from '../../../src/store/contract.ts'
import type { LoggedActivity } from '../../../src/turn/activity.ts'
import { type ActivityEntry, activityLog, type RunTurn, toActivityEntry } from '../../../src/turn/turn.ts'

const at = '2026-11-23T09:00:00.000Z'

/** Makes a turn that greets at the start, and answers a message with its own words and a second message with buttons. */
export function createEchoTurn(store: Store): RunTurn {
  return async ({ conversationId, incoming, planDelivery }) => {
    const last = await store.lastSequence(conversationId, activityLog)
    const texts = incoming.kind === 'start' ? ['welcome'] : [`echo: ${incoming.activity.text}`, 'and now?']
    const said = incoming.kind === 'start' ? [] : [incoming.activity]
    const entries = [...said, ...texts.map(reply)].map((activity, index): ActivityEntry => {
      return { sequence: last + 1 + index, activity }
    })
    const replies = entries.slice(said.length)
    const key = incoming.kind === 'activity' ? incoming.key : undefined
    const committed = await store.commit({
      partition: conversationId,
      appends: entries.map(({ activity }, index) => ({
        log: activityLog,
        value: JSON.parse(JSON.stringify(activity)),
        ...(index === 0 && key !== undefined ? { key } : {}),
      })),
      jobs: planDelivery?.(replies) ?? [],
    })
    if (committed.outcome === 'duplicate') {
      const logged = await store.readLog(conversationId, activityLog, committed.sequence, 2)
      return { outcome: 'repeated', sequence: committed.sequence, replies: logged.map(toActivityEntry) }
    }
    return { outcome: 'done', sequence: last + 1, replies }
  }
}

function reply(text: string): LoggedActivity {
  return {
    type: 'message',
    timestamp: at,
    from: { id: 'opstap', name: 'Opstap', role: 'bot' },
    text,
    textFormat: 'plain',
    locale: 'nl-NL',
    channelData: { opstap: { topic: 'menu', step: 'echo', kind: 'answer' } },
    ...(text === 'and now?'
      ? {
          suggestedActions: {
            actions: [
              { type: 'imBack', title: 'Menu', value: 'Menu' },
              { type: 'openUrl', title: 'Bel 113', value: 'tel:113' },
            ],
          },
        }
      : {}),
  }
}
