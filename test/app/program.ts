import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where the program under test stands. */
export const projectFolder = join(import.meta.dirname, '..', '..')

/** Shared by all starts: most of their time goes into reading the same source. */
const compileCache = join(tmpdir(), 'opstap-compile-cache')

/** The end of a process. */
export interface Ending {
  /** null when a signal ended it. */
  code: number | null
  /** Everything it printed. */
  output: string
}

/** A process of the program. */
export interface Running {
  /** What it printed so far, on both streams. */
  output(): string
  signal(name: NodeJS.Signals): void
  exited: Promise<Ending>
}

/** The program, serving. */
export interface Program extends Running {
  /** Address it printed, without a slash at the end. */
  url: string
}

/** A bench for one test: a folder of its own, and processes that it ends. */
export interface Bench {
  folder: string
  /** Runs `main.ts` to its end. `environment` comes over PORT=0 and a data folder on the bench. */
  run(environment?: Record<string, string>, words?: string[], project?: string): Promise<Ending>
  /** Starts the program and waits until it prints its addresses. */
  start(environment?: Record<string, string>): Promise<Program>
  /** Kills what still runs, by its id, and removes the folder. */
  clear(): Promise<void>
}

/** Lays out a bench. */
export async function createBench(): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'opstap-app-'))
  const children = new Set<ChildProcess>()

  function open(environment: Record<string, string>, words: string[], project: string): Running {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/main.ts', ...words], {
      cwd: project,
      // Nothing of this machine's own settings: a variable of Opstap that is set here must not reach a test.
      env: { NODE_COMPILE_CACHE: compileCache, PORT: '0', DATA_DIR: join(folder, 'data'), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    children.add(child)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    }
    const exited = once(child, 'close').then(([code]) => ({ code, output }))
    return { output: () => output, signal: (name) => child.kill(name), exited }
  }

  async function ready(program: Running): Promise<string> {
    for (;;) {
      const address = /health +(\S+)\/healthz\n/.exec(program.output())?.[1]
      if (address !== undefined) return address
      const ended = await Promise.race([program.exited, nextPrint()])
      if (ended !== undefined) throw new Error(`The program ended with ${ended.code}:\n${ended.output}`)
    }
  }

  /** Resolves when any process prints. */
  function nextPrint(): Promise<undefined> {
    return new Promise((resolve) => {
      for (const { stdout } of children) stdout?.once('data', () => resolve(undefined))
    })
  }

  return {
    folder,
    run: (environment = {}, words = [], project = projectFolder) => open(environment, words, project).exited,
    async start(environment = {}) {
      const program = open(environment, [], projectFolder)
      return { ...program, url: await ready(program) }
    },
    async clear() {
      for (const child of children) {
        const isRunning = child.exitCode === null && child.signalCode === null
        if (isRunning && child.kill('SIGKILL')) await once(child, 'close')
      }
      await rm(folder, { recursive: true, force: true })
    },
  }
}
