import { hkdfSync } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createDirectLine } from './channels/directline/create-direct-line.ts'
import { createBotFrameworkChannel } from './channels/teams/create-bot-framework-channel.ts'
import { type Clock, systemClock } from './clock.ts'
import type { Config } from './config.ts'
import { describeTopics } from './content/describe-topics.ts'
import type { Dialogs } from './content/dialog-source.ts'
import { readContent } from './content/load-content.ts'
import { createTrainOnce } from './content/train-once.ts'
import type { Content } from './conversation/content.ts'
import { decide } from './conversation/decide.ts'
import { createState } from './conversation/state.ts'
import { wordsIn } from './conversation/words-in.ts'
import { promiseAnswer } from './handoff/promise.ts'
import { createChatPage, type FirstWords } from './http/chat-page.ts'
import { createHttpServer, type HttpServer } from './http/create-server.ts'
import { createHealthRoute } from './http/health-route.ts'
import { createLimits } from './http/limits.ts'
import { errorResponse, type HttpResponse } from './http/route.ts'
import { createStaticFiles } from './http/static-files.ts'
import { createSentenceKeeper } from './insights/keep-sentences.ts'
import { createLog, type Log } from './log.ts'
import { startOutbox } from './outbox/run-jobs.ts'
import { createCodec } from './privacy/codec.ts'
import { type DataKey, DataKeyError, dataKeyFile, loadOrCreateDataKey, parseDataKeys } from './privacy/data-key.ts'
import { redact } from './privacy/redact.ts'
import { startRetention } from './privacy/retention.ts'
import { type Store, StoreError } from './store/contract.ts'
import { openSqliteStore, type SqliteStoreOptions } from './store/sqlite/open-sqlite-store.ts'
import { createSecondOpinions, type SecondOpinions } from './turn/ask-when-unsure.ts'
import { keepContentVersions } from './turn/content-versions.ts'
import { createConversations } from './turn/conversations.ts'
import { createRunTurn, TurnConflictError } from './turn/run-turn.ts'
import type { ConversationReader, RunTurn } from './turn/turn.ts'
import { startWarmUp } from './turn/warm-up.ts'
import { createUnderstand } from './understanding/create-understand.ts'

/** Where Vite puts the browser code. */
const builtWeb = { builtFolder: join(import.meta.dirname, '..', 'dist', 'web') }

/** How long requests in hand may take when the program stops. */
const graceMs = 10_000

/** The pages for the browser are not there. */
export class PagesMissingError extends Error {
  readonly code = 'pages-missing'

  constructor(folder: string) {
    super(`Opstap cannot start: ${folder} holds no built pages. Make them with: npm run build`)
    this.name = 'PagesMissingError'
  }
}

/** The whole program, built and ready to listen. */
export interface App {
  http: HttpServer
  store: Store
  content: Content
  runTurn: RunTurn
  reader: ConversationReader
  /** Stops accepting, finishes the turns and jobs in hand, and lets go of everything. */
  close(): Promise<void>
}

/** Parts that a test may bring itself. */
export interface AppParts {
  clock?: Clock
  log?: Log
  /** Limits of the embedded store: a small disk, or little patience with another program. */
  storeLimits?: StoreLimits
}

type StoreLimits = Pick<SqliteStoreOptions, 'maxPages' | 'busyTimeoutMs'>

/**
 * Builds the whole program. Nothing listens yet.
 * @param config checked configuration
 * @throws {ContentError} when `dialogs/` has an error
 * @throws {StoreError} when the store cannot be opened
 * @throws {DataKeyError} when the keys cannot be used
 * @throws {PagesMissingError} when the pages were not built
 */
export async function createApp(config: Config, parts: AppParts = {}): Promise<App> {
  if (!existsSync(join(builtWeb.builtFolder, 'chat.html'))) throw new PagesMissingError(builtWeb.builtFolder)
  const clock = parts.clock ?? systemClock
  const log = parts.log ?? createLog(config.LOG_LEVEL)
  const { content, training, dialogs } = readContent(config.DIALOGS_DIR)
  const keys = await dataKeys(config)
  const store = await openSealedStore(config, keys, log, parts.storeLimits)

  const contents = await keepContentVersions(store, content)
  const conversations = createConversations(store)
  const understand = createUnderstand(training, createTrainOnce())
  const stopWarming = startWarmUp(understand, training)
  const redactText = (text: string) => redact(text, wordsIn(content).redacted).text
  const secondOpinions = await openSecondOpinions(config, { redact: redactText, clock, log, dialogs })
  const { RETENTION_DAYS: retentionDays } = config
  const turns = createRunTurn({
    store,
    understand,
    secondOpinions,
    contents,
    conversations,
    promise: promiseAnswer,
    redact: redactText,
    clock,
    log,
    retentionDays,
  })

  const directLine = createDirectLine({
    runTurn: turns.runTurn,
    reader: conversations,
    content,
    store,
    acceptsUploads: config.UPLOADS,
    signingKey: tokenKey(config, keys),
    tokenSeconds: config.TOKEN_SECONDS,
    clock,
    log,
    limits: createLimits(limitNumbers(config), clock),
    allowedOrigins: config.ALLOWED_ORIGINS,
    ownHosts: [config.HOST],
    ...(config.PUBLIC_URL === undefined ? {} : { publicUrl: config.PUBLIC_URL }),
    ...(config.DIRECT_LINE_SECRET === undefined ? {} : { secret: config.DIRECT_LINE_SECRET }),
  })
  const botFramework = createBotFrameworkChannel({
    runTurn: turns.runTurn,
    store,
    clock,
    log,
    apology: wordsIn(content).phrases.apology.texts.join('\n\n'),
    ...microsoftApp(config),
  })

  const http = createHttpServer({
    routes: [
      createHealthRoute(() => store.check()),
      createChatPage({
        ...builtWeb,
        ...firstWords(content, content.defaultLocale, clock),
        translations: Object.fromEntries(
          Object.keys(content.locales)
            .filter((locale) => locale !== content.defaultLocale)
            .map((locale) => [locale, firstWords(content, locale, clock)]),
        ),
        frameAncestors: config.FRAME_ANCESTORS,
        // Older Safari does not count the socket of the page's own origin as 'self'.
        ...(config.PUBLIC_URL === undefined ? {} : { connectOrigins: [config.PUBLIC_URL.replace(/^http/, 'ws')] }),
      }),
      createStaticFiles(builtWeb),
      ...directLine.routes,
    ],
    rawRoutes: [botFramework.route],
    upgrades: [directLine.upgrade],
    log,
    trustedProxyHops: config.TRUSTED_PROXIES,
    ...(config.USE_HSTS ? { hstsSeconds: 31_536_000 } : {}),
    describeError,
  })
  const outbox = startOutbox({
    store,
    handlers: { ...botFramework.jobHandlers, ...directLine.jobHandlers, ...createSentenceKeeper(store) },
    clock,
    log,
  })
  const stopRetention = startRetention({ store, clock, log })

  return {
    http,
    store,
    content,
    runTurn: turns.runTurn,
    reader: conversations,
    async close() {
      stopWarming()
      directLine.close()
      await http.close(graceMs)
      await turns.idle()
      await outbox.close()
      await stopRetention()
      await store.close()
    },
  }
}

/**
 * Opens the store that a configuration names; for commands that need nothing else.
 * @throws {StoreError} when it cannot be opened
 * @throws {DataKeyError} when the keys cannot be used
 */
export async function openStore(config: Config, log: Log): Promise<Store> {
  return openSealedStore(config, await dataKeys(config), log)
}

async function openSealedStore(config: Config, keys: DataKey[], log: Log, limits: StoreLimits = {}): Promise<Store> {
  return openSqliteStore({
    file: storeFile(config),
    codec: createCodec(keys),
    warn: (message, error) => log.error(message, error),
    ...limits,
  })
}

async function dataKeys(config: Config): Promise<DataKey[]> {
  if (config.DATA_KEYS !== undefined) return parseDataKeys(config.DATA_KEYS)
  const [database, keyFile] = [storeFile(config), join(config.DATA_DIR, dataKeyFile)]
  if (existsSync(database) && !existsSync(keyFile)) {
    // A new key beside an old database would look like the right one, and hide that the right one is lost.
    const advice = `Put ${keyFile} back from your backup, set DATA_KEYS, or move the database away to begin anew.`
    throw new DataKeyError('unavailable', `There is a database at ${database}, but its key file is gone. ${advice}`)
  }
  return loadOrCreateDataKey(config.DATA_DIR)
}

function storeFile(config: Config): string {
  return config.STORE.slice('sqlite:'.length)
}

// Tokens must outlive a restart and a new data key in front, so the oldest data key gives the one that signs.
function tokenKey(config: Config, keys: DataKey[]): Uint8Array {
  const secret = config.TOKEN_KEY ?? keys.at(-1)?.key ?? ''
  return new Uint8Array(hkdfSync('sha256', secret, '', 'opstap direct line token', 32))
}

function limitNumbers(config: Config) {
  const { SENDS_PER_CONVERSATION: conversation, SENDS_PER_ADDRESS: address, REQUESTS_PER_ADDRESS: requests } = config
  return {
    sendPerConversation: { burst: conversation, perSecond: conversation / 20 },
    typing: { burst: conversation, perSecond: conversation / 20 },
    sendPerAddress: { burst: address, perSecond: address / 60 },
    token: { burst: config.CONVERSATIONS_PER_ADDRESS, perSecond: config.CONVERSATIONS_PER_ADDRESS / 120 },
    guard: { burst: requests, perSecond: requests / 30 },
  }
}

function microsoftApp(config: Config) {
  const { MicrosoftAppId: appId, MicrosoftAppPassword: appPassword, MicrosoftAppTenantId: tenantId } = config
  return {
    appType: config.MicrosoftAppType,
    ...(appId === undefined ? {} : { appId }),
    ...(appPassword === undefined ? {} : { appPassword }),
    ...(tenantId === undefined ? {} : { tenantId }),
  }
}

/** The optional model; undefined when none is configured, and then nothing of it is even loaded. */
async function openSecondOpinions(
  config: Config,
  { redact, clock, log, dialogs }: { redact: (text: string) => string; clock: Clock; log: Log; dialogs: Dialogs },
): Promise<SecondOpinions | undefined> {
  const { MODEL_URL: url, MODEL_NAME: name, MODEL_KEY: key, MODEL_API_VERSION: apiVersion } = config
  if (url === undefined || name === undefined) return undefined
  const { openModel } = await import('./understanding/model/open-model.ts')
  const callsPerHour = config.MODEL_CALLS_PER_HOUR
  const chooseTopic = openModel({ url, name, key, apiVersion }, { redact, callsPerHour, clock, log })
  return createSecondOpinions({ chooseTopic, aboutTopic: describeTopics(dialogs) })
}

/** What the page shows before anything is loaded: the same words a conversation starts with, and the help that is always there. */
function firstWords(content: Content, locale: string, clock: Clock): FirstWords {
  const start = decide(createState(content.version, { locale }), { kind: 'start' }, content, {
    now: clock.now(),
    isContentLost: false,
    promise: promiseAnswer,
  })
  const replies = start.effects.flatMap((effect) => (effect.kind === 'reply' ? [effect.reply] : []))
  const { crisis } = wordsIn(content, locale)
  const help = crisis.help.flatMap((id) => crisis.numbers.filter((number) => number.id === id))
  return {
    greeting: {
      texts: replies.map((reply) => reply.text),
      buttons: replies.flatMap((reply) => reply.buttons.map((button) => button.label)),
    },
    help: help.map(({ name, url }) => ({ label: name, url })),
  }
}

function describeError(error: unknown): HttpResponse | undefined {
  const isPassing = error instanceof TurnConflictError || (error instanceof StoreError && error.code !== 'unreadable')
  if (!isPassing) return undefined
  const message = 'The message could not be stored now. Nothing was lost: send it again.'
  return errorResponse(503, 'ServiceUnavailable', message, { 'Retry-After': '2' })
}
