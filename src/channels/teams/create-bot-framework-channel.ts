import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ConversationReference, InvokeResponse, TurnContext } from 'botbuilder'
import type { Clock } from '../../clock.ts'
import { errorResponse, type HttpResponse, type RawRoute } from '../../http/route.ts'
import type { Log } from '../../log.ts'
import type { JobHandler } from '../../outbox/run-jobs.ts'
import type { Store } from '../../store/contract.ts'
import { createOneAtATime } from '../../turn/one-at-a-time.ts'
import { activityLog, type RunTurn, type TurnInput } from '../../turn/turn.ts'
import { BotAdapter, type BotRegistration } from './bot-adapter.ts'
import { createDelivery, deliverActivityKind, type PlannedDelivery, rememberConversation } from './delivery.ts'
import { deriveConversationId, type IncomingActivity, parseBody, toIncoming } from './incoming-activity.ts'
import { isLocalRequest, isLoopbackUrl } from './loopback.ts'
import { renderOutgoing } from './outgoing-activity.ts'

/** What the channel is made of. */
export interface BotFrameworkOptions extends BotRegistration {
  runTurn: RunTurn
  store: Pick<Store, 'commit' | 'lastSequence'>
  clock: Clock
  log: Log
  /** What a person reads when a turn fails; nothing when left out. From `dialogs/`. */
  apology?: string
  /** From 0 up to 1; `Math.random` when left out. */
  random?: () => number
}

/** The channel, ready to be put into the server and the outbox. */
export interface BotFrameworkChannel {
  /** `POST /api/messages` */
  route: RawRoute
  jobHandlers: Record<typeof deliverActivityKind, JobHandler>
}

/**
 * Makes the channel through which Teams and every other Bot Framework channel talks with Opstap.
 *
 * With an `appId` each request must carry a token that the Connector signed for us. Without one only this machine may
 * speak, and answers go to this machine only: that is for the Agents Playground.
 */
export function createBotFrameworkChannel(options: BotFrameworkOptions): BotFrameworkChannel {
  const { runTurn, store, clock, log } = options
  const isLocalOnly = options.appId === undefined || options.appId === ''
  const isAllowedService = (serviceUrl: string) => !isLocalOnly || isLoopbackUrl(serviceUrl)
  const adapter = new BotAdapter(options)
  const inOrder = createOneAtATime()
  const random = options.random ?? Math.random
  const delivery = createDelivery({ adapter, store, clock, log, random, isAllowedService, inOrder })
  if (isLocalOnly) log.info('Bot Framework messages are taken from this machine only, because no MicrosoftAppId is set')

  async function handle(request: IncomingMessage, body: Uint8Array): Promise<HttpResponse> {
    if (isLocalOnly && !isLocalRequest(request))
      return refuse('Without MicrosoftAppId only this machine may speak here.')
    if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
      return errorResponse(415, 'UnsupportedMediaType', 'Expected an activity as application/json.')
    }
    const read = parseBody(body)
    if (read === undefined) {
      return errorResponse(
        400,
        'BadSyntax',
        'Expected one activity as JSON, with type, channelId, serviceUrl and conversation.',
      )
    }
    const { incoming, framework } = read
    if (!isAllowedService(incoming.serviceUrl)) return refuse('Without MicrosoftAppId answers go to this machine only.')

    const ended: { as: 'refused' | 'answered' | 'failed' } = { as: 'refused' }
    try {
      const invoked = await adapter.receive(request.headers.authorization ?? '', framework, async (context) => {
        ended.as = 'failed'
        const conversationId = deriveConversationId(incoming)
        await inOrder.run(conversationId, () => answer({ conversationId, incoming, context }))
        ended.as = 'answered'
      })
      return toHttpResponse(invoked)
    } catch (error) {
      if (ended.as !== 'refused') return failed(error)
      return refuseUnknown(error)
    }
  }

  async function answer(turn: {
    conversationId: string
    incoming: IncomingActivity
    context: TurnContext
  }): Promise<void> {
    const { conversationId, context } = turn
    const incoming = toIncoming(turn.incoming, clock.now())
    if (incoming === undefined) return
    // Channels announce a new conversation two or three times over; one greeting is enough.
    if (incoming.kind === 'start' && (await store.lastSequence(conversationId, activityLog)) > 0) return

    let planned: PlannedDelivery | undefined
    const planDelivery: NonNullable<TurnInput['planDelivery']> = (entries) => {
      const [first] = entries
      if (first === undefined) return []
      const activities = entries.map((entry) => renderOutgoing(entry.activity, turn.incoming.channelId))
      const reference: Partial<ConversationReference> = rememberConversation(context)
      // The last call counts: after a conflict the turn decides, and plans, again.
      planned = delivery.plan({ conversationId, firstSequence: first.sequence, reference, activities })
      return [planned.job]
    }
    const outcome = await runTurn({ conversationId, channel: 'botframework', incoming, planDelivery }).catch(
      async (error: unknown) => {
        await apologise(context)
        throw error
      },
    )
    if (outcome.outcome === 'done' && planned !== undefined) return delivery.deliverNow(context, planned)
    // A caller that waits for the replies in the response gets them again; others have them, or the outbox has.
    if (outcome.outcome === 'repeated' && turn.incoming.deliveryMode === 'expectReplies') {
      for (const reply of outcome.replies)
        await context.sendActivity(renderOutgoing(reply.activity, turn.incoming.channelId))
    }
  }

  async function apologise(context: TurnContext): Promise<void> {
    if (options.apology === undefined || context.activity.type !== 'message') return
    try {
      await context.sendActivity({ type: 'message', text: options.apology, textFormat: 'plain' })
    } catch (error) {
      log.error('Could not apologise for a turn that failed', error)
    }
  }

  function failed(error: unknown): HttpResponse {
    log.error('A turn of a Bot Framework channel failed', error)
    return errorResponse(500, 'ServiceError', 'The message was not handled and nothing was stored. Send it again.')
  }

  function refuseUnknown(error: unknown): HttpResponse {
    if (!isTokenProblem(error)) {
      log.error('A token could not be checked', error)
      return errorResponse(503, 'Unavailable', 'The token cannot be checked now. Send the message again.', {
        'retry-after': '5',
      })
    }
    log.warn('A request without a valid token was refused')
    return errorResponse(401, 'Unauthorized', 'Expected a token that the Bot Framework Connector signed for this bot.')
  }

  return {
    route: {
      method: 'POST',
      path: '/api/messages',
      handleRaw: async (request, response, body) => write(response, await handle(request, body)),
    },
    jobHandlers: { [deliverActivityKind]: delivery.handle },
  }
}

function refuse(message: string): HttpResponse {
  return errorResponse(403, 'Forbidden', message)
}

/** botbuilder lets errors of the token and of reaching the Connector's keys through as they come. */
function isTokenProblem(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError'].includes(error.name)) return true
  return 'statusCode' in error && (error.statusCode === 401 || error.statusCode === 403)
}

function toHttpResponse(invoked: InvokeResponse | undefined): HttpResponse {
  if (invoked === undefined) return { status: 200 }
  return { status: invoked.status, ...(invoked.body === undefined ? {} : { body: invoked.body }) }
}

function write(response: ServerResponse, answer: HttpResponse): void {
  const body = answer.body === undefined ? '' : JSON.stringify(answer.body)
  response.writeHead(answer.status, {
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(body),
    ...(body === '' ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    ...answer.headers,
  })
  response.end(body)
}
