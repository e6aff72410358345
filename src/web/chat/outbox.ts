import { type ExplainWay, isRecord } from './wire.ts'

/** Asks for an answer in another form. */
export interface ExplainRequest {
  explain: ExplainWay
  topic: string
  step: string
}

/** A message of the person that is not yet seen in the log of the conversation. */
export interface OutboxItem {
  /** Goes along as `channelData.clientActivityID`: the same message keeps it for ever, so the server can tell a repetition. */
  id: string
  text: string
  value?: ExplainRequest
  /** ISO time, UTC. */
  createdAt: string
  /** `delivered`: the server has it, its echo is not here yet. `refused`: the server will never take it as it is. */
  state: 'waiting' | 'sending' | 'delivered' | 'refused'
}

/** The messages on their way, in the order in which they were written. */
export type Outbox = readonly OutboxItem[]

/** Puts a message at the end. */
export function addItem(outbox: Outbox, item: Omit<OutboxItem, 'state'>): Outbox {
  return [...outbox, { ...item, state: 'waiting' }]
}

/**
 * The message to send now: the oldest that waits, and none while one is on its way. A refused message does not hold up
 * the next ones: the person decides about it.
 */
export function nextToSend(outbox: Outbox): OutboxItem | undefined {
  if (outbox.some((item) => item.state === 'sending')) return undefined
  return outbox.find((item) => item.state === 'waiting')
}

/** Moves one message to another state; an unknown id changes nothing. */
export function markItem(outbox: Outbox, id: string, state: OutboxItem['state']): Outbox {
  return outbox.map((item) => (item.id === id ? { ...item, state } : item))
}

/** Takes one message out. */
export function removeItem(outbox: Outbox, id: string): Outbox {
  return outbox.filter((item) => item.id !== id)
}

/** Takes out the messages that stand in the log. */
export function dropEchoed(outbox: Outbox, echoedIds: ReadonlySet<string>): Outbox {
  return outbox.some((item) => echoedIds.has(item.id)) ? outbox.filter((item) => !echoedIds.has(item.id)) : outbox
}

/** What must outlive a reload: everything the server did not yet accept. */
export function toStored(outbox: Outbox): Outbox {
  return outbox.filter((item) => item.state !== 'delivered')
}

/** Reads what was stored. Whether a message that was on its way arrived is not known, so it is sent again with its id. */
export function fromStored(raw: unknown): Outbox {
  if (!Array.isArray(raw)) return []
  return raw.flatMap((item: unknown): OutboxItem[] => {
    if (!isRecord(item)) return []
    const { id, text, createdAt, state } = item
    if (typeof id !== 'string' || typeof text !== 'string' || typeof createdAt !== 'string') return []
    const value = parseExplainRequest(item.value)
    return [
      {
        id,
        text,
        createdAt,
        state: state === 'refused' ? 'refused' : 'waiting',
        ...(value === undefined ? {} : { value }),
      },
    ]
  })
}

function parseExplainRequest(raw: unknown): ExplainRequest | undefined {
  if (!isRecord(raw)) return undefined
  const { explain, topic, step } = raw
  if (typeof topic !== 'string' || typeof step !== 'string') return undefined
  if (explain !== 'makkelijker' && explain !== 'korter' && explain !== 'voorbeeld' && explain !== 'waarom')
    return undefined
  return { explain, topic, step }
}
