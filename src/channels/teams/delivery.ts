import { type ConversationReference, TurnContext } from 'botbuilder'
import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import type { Log } from '../../log.ts'
import { defaultRetryPolicy, retryDelayMs } from '../../outbox/retry-delay.ts'
import type { JobHandler, JobOutcome } from '../../outbox/run-jobs.ts'
import type { Json, NewJob, Store } from '../../store/contract.ts'
import type { OneAtATime } from '../../turn/one-at-a-time.ts'
import { type BotAdapter, connectorTimeoutMs } from './bot-adapter.ts'
import { ConnectorError } from './connector-http.ts'
import { outgoingActivitySchema } from './outgoing-activity.ts'

/** Kind of the jobs that bring replies to a Bot Framework channel. */
export const deliverActivityKind = 'deliver-activity'

/**
 * How long the turn that planned a delivery has it to itself: the job is due only after this time, so that the outbox
 * leaves it alone while the turn sends. A turn sends nothing in the last ten seconds.
 */
const turnShareMs = 60_000

const referenceSchema = z.looseObject({
  channelId: z.string(),
  serviceUrl: z.string(),
  conversation: z.looseObject({ id: z.string() }),
})

const payloadSchema = z.object({
  format: z.literal(1),
  reference: z.custom<Partial<ConversationReference>>((value) => referenceSchema.safeParse(value).success),
  /** Messages in the order in which people must see them. */
  activities: z.array(outgoingActivitySchema).min(1),
})

type Payload = z.infer<typeof payloadSchema>
type Outgoing = Payload['activities']

/** A delivery that was planned in the commit of a turn. */
export interface PlannedDelivery {
  conversationId: string
  job: NewJob
  payload: Payload
}

/** What delivering needs. */
export interface DeliveryOptions {
  adapter: BotAdapter
  store: Pick<Store, 'commit'>
  clock: Clock
  log: Log
  /** From 0 up to 1. */
  random: () => number
  /** Whether messages may be sent to this service. */
  isAllowedService: (serviceUrl: string) => boolean
  /** Keeps sends of one conversation apart: the Connector refuses (412) two at once. */
  inOrder: OneAtATime
}

/** Brings replies to a Bot Framework channel: in the turn when that goes well, by the outbox when not. */
export interface Delivery {
  /** Plans one job for all replies of a turn. `firstSequence` is the place of the first one in the log. */
  plan(turn: {
    conversationId: string
    firstSequence: number
    reference: Partial<ConversationReference>
    activities: Outgoing
  }): PlannedDelivery
  /** Sends within the turn. What fails is planned anew, without what was sent. Never rejects. */
  deliverNow(context: TurnContext, planned: PlannedDelivery): Promise<void>
  /** For the outbox. */
  handle: JobHandler
}

/** What became of sending a row of messages: how many went, and why the next one did not. */
interface Sent {
  count: number
  failure?: Exclude<JobOutcome, { outcome: 'done' }>
}

/**
 * Makes the delivery of replies. At least once: a message whose acceptance we did not hear of (a crash, a lost answer) is
 * sent again, because the channel knows no key by which it would recognise it.
 */
export function createDelivery(options: DeliveryOptions): Delivery {
  const { adapter, store, clock, log } = options

  async function send(context: TurnContext, activities: Outgoing, mayGoOn: () => boolean): Promise<Sent> {
    let count = 0
    for (const activity of activities) {
      if (!mayGoOn()) return { count, failure: { outcome: 'retry', reason: 'out-of-time' } }
      try {
        // A copy, because botbuilder writes into what it sends.
        await context.sendActivity({ ...activity })
      } catch (error) {
        return { count, failure: judgeFailure(error) }
      }
      count += 1
    }
    return { count }
  }

  function planRest(planned: { id: string; payload: Payload }, sent: Sent): NewJob {
    const { failure } = sent
    const payload = { ...planned.payload, activities: planned.payload.activities.slice(sent.count) }
    const waitMs =
      failure?.outcome === 'retry' ? (failure.afterMs ?? retryDelayMs(defaultRetryPolicy, 1, options.random())) : 0
    const dueAt = new Date(clock.now().getTime() + waitMs)
    return { id: `${planned.id}/${sent.count}`, kind: deliverActivityKind, dueAt, payload: toJson(payload) }
  }

  return {
    plan({ conversationId, firstSequence, reference, activities }) {
      const payload: Payload = { format: 1, reference, activities }
      const job: NewJob = {
        id: `deliver/${conversationId}/${firstSequence}`,
        kind: deliverActivityKind,
        dueAt: new Date(clock.now().getTime() + turnShareMs),
        payload: toJson(payload),
      }
      return { conversationId, job, payload }
    },

    async deliverNow(context, { conversationId, job, payload }) {
      const lastStartMs = job.dueAt.getTime() - connectorTimeoutMs
      const sent = await send(context, payload.activities, () => clock.now().getTime() < lastStartMs)
      const { failure } = sent
      if (failure !== undefined)
        log.warn('Replies were not delivered in the turn; the outbox goes on', { reason: failure.reason })
      const jobs = failure === undefined ? [] : [planRest({ id: job.id, payload }, sent)]
      try {
        await store.commit({ partition: conversationId, jobs, cancelJobs: [job.id] })
      } catch (error) {
        // The job stays and is done again: twice said is better than never said.
        log.error('Could not note that replies were delivered', error)
      }
    },

    async handle(job, signal) {
      const read = payloadSchema.safeParse(job.payload)
      if (!read.success) return { outcome: 'dead', reason: 'unreadable-payload' }
      const { reference, activities } = read.data
      if (!options.isAllowedService(reference.serviceUrl ?? ''))
        return { outcome: 'dead', reason: 'service-not-allowed' }
      let sent: Sent = { count: 0 }
      await options.inOrder.run(job.partition, () =>
        adapter.resume(reference, async (context) => {
          sent = await send(context, activities, () => !signal.aborted)
        }),
      )
      if (sent.failure === undefined) return { outcome: 'done' }
      if (sent.count === 0) return sent.failure
      // Some of it is out: only the rest may be tried again.
      await store.commit({ partition: job.partition, jobs: [planRest({ id: job.id, payload: read.data }, sent)] })
      return { outcome: 'done' }
    },
  }
}

/**
 * How to reach a conversation later: only what sending needs, without names.
 * @param context turn that came in
 */
export function rememberConversation(context: TurnContext): Partial<ConversationReference> {
  const { bot, user, ...reference } = TurnContext.getConversationReference(context.activity)
  const accounts = { bot: { id: bot?.id ?? '', name: '' }, user: { id: user?.id ?? '', name: '' } }
  if (reference.conversation === undefined) return { ...reference, ...accounts }
  // The name of a conversation can be that of the person in it; the rest here is not needed to send.
  const { name: _name, aadObjectId: _object, properties: _properties, ...conversation } = reference.conversation
  return { ...reference, conversation: { ...conversation, name: '' }, ...accounts }
}

/** Source: Microsoft's table of Teams errors (build-conversational-capability) and its page on rate limits. */
function judgeFailure(error: unknown): Exclude<JobOutcome, { outcome: 'done' }> {
  if (!(error instanceof ConnectorError)) return { outcome: 'retry', reason: 'unreachable' }
  const reason = ['status', error.status, error.connectorCode].filter((part) => part !== undefined).join('-')
  const mayPass = [408, 412, 429].includes(error.status) || error.status >= 500
  if (!mayPass) return { outcome: 'dead', reason }
  return { outcome: 'retry', reason, ...(error.retryAfterMs === undefined ? {} : { afterMs: error.retryAfterMs }) }
}

function toJson(payload: Payload): Json {
  // Through text, because botbuilder's objects may hold undefined and dates.
  return z.json().parse(JSON.parse(JSON.stringify(payload)))
}
