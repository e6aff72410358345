import { existsSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import type { App } from './app.ts'
import { systemClock } from './clock.ts'
import { type Config, readConfig } from './config.ts'
import { createLog } from './log.ts'

const print = (text: string) => process.stdout.write(text)
const printError = (text: string) => process.stderr.write(text)

/** Longest time a stop may take; what then still hangs is cut off, and nothing acknowledged is lost by it. */
const stopWithinMs = 20_000

try {
  await run(process.argv.slice(2))
} catch (error) {
  // The message of our own errors says what to do; a stack would bury it.
  printError(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

async function run([command, ...args]: string[]): Promise<void> {
  // Compiled code is kept beside the packages, and each command loads only what it needs: both so that a start is quick.
  enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'opstap'))
  if (existsSync('.env')) process.loadEnvFile('.env')
  const config = readConfig()
  switch (command) {
    case undefined:
      return serve(config)
    case 'cases':
      return listCases(config, args)
    case 'content': {
      const { runContentCommand } = await import('./authoring/content-command.ts')
      process.exitCode = runContentCommand(args, {
        folder: config.DIALOGS_DIR,
        docsFolder: 'docs',
        today: systemClock.now(),
        print,
      })
      return
    }
    case 'understand': {
      const { runUnderstandCommand } = await import('./authoring/understand/understand-command.ts')
      process.exitCode = await runUnderstandCommand({
        folder: config.DIALOGS_DIR,
        now: systemClock.now(),
        input: process.stdin,
        output: process.stdout,
        report: process.stderr,
      })
      return
    }
    case 'train': {
      const { runTrainCommand } = await import('./authoring/train-command.ts')
      runTrainCommand(config.DIALOGS_DIR, print)
      return
    }
    case 'try': {
      const { runTryCommand } = await import('./authoring/try-command.ts')
      process.exitCode = await runTryCommand(args, {
        folder: config.DIALOGS_DIR,
        clock: systemClock,
        input: process.stdin,
        output: process.stdout,
      })
      return
    }
    case 'learn':
      return learn(config, args)
    default:
      throw new Error(
        `Opstap knows no command "${command}". Use npm start, or npm run cases, content, try, understand, learn or train.`,
      )
  }
}

async function serve(config: Config): Promise<void> {
  const { createApp } = await import('./app.ts')
  const app = await createApp(config)
  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    setTimeout(() => process.exit(1), stopWithinMs).unref()
    try {
      await app.close()
      process.exit(0)
    } catch (error) {
      printError(`Opstap could not stop cleanly: ${error instanceof Error ? error.message : String(error)}\n`)
      process.exit(1)
    }
  }
  // Before it listens, and not once: without a listener a signal would end the process in the middle of a turn.
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)

  const { port } = await listen(app, config)
  const address = `http://${config.HOST === '127.0.0.1' ? 'localhost' : config.HOST}:${port}`
  print(`Opstap is ready.\n  chat page        ${address}/\n  Direct Line      ${address}/v3/directline\n`)
  print(`  Bot Framework    ${address}/api/messages\n  health           ${address}/healthz\n`)
}

async function listen(app: App, config: Config): Promise<{ port: number }> {
  try {
    return await app.http.listen(config.PORT, config.HOST)
  } catch (error) {
    // What was built already would keep the process alive.
    await app.close()
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    const advice = `Opstap cannot listen on ${config.HOST}:${config.PORT} (${code}). Choose another port: PORT=3979 npm start`
    throw new Error(advice, { cause: error })
  }
}

async function learn(config: Config, args: string[]): Promise<void> {
  const [{ openStore }, { runLearnCommand }] = await Promise.all([
    import('./app.ts'),
    import('./authoring/learn-command.ts'),
  ])
  const store = await openStore(config, createLog('warn'))
  try {
    process.exitCode = await runLearnCommand(args, { folder: config.DIALOGS_DIR, store, print, now: systemClock.now() })
  } finally {
    await store.close()
  }
}

async function listCases(config: Config, args: string[]): Promise<void> {
  const [{ openStore }, { readContent }, { runCasesCommand }, { createSayAsHuman }] = await Promise.all([
    import('./app.ts'),
    import('./content/load-content.ts'),
    import('./handoff/cases-command.ts'),
    import('./turn/say-as-human.ts'),
  ])
  const store = await openStore(config, createLog('warn'))
  try {
    const say = createSayAsHuman({
      store,
      readContent: () => readContent(config.DIALOGS_DIR).content,
      clock: systemClock,
    })
    process.exitCode = await runCasesCommand(store, args, print, { now: systemClock.now(), say })
  } finally {
    await store.close()
  }
}
