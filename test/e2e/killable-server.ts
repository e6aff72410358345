import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'

const projectFolder = join(import.meta.dirname, '..', '..')

/** The real program in a process of its own, on one port and one data folder, that can be killed and started again. */
export interface KillableServer {
  url: string
  /** Starts the program; resolves when it says that it is ready. */
  start(): Promise<void>
  /** Ends it with SIGKILL: nothing in it gets to know. */
  kill(): Promise<void>
}

/**
 * Makes a server that is not started yet.
 * @param dataFolder an empty folder
 */
export async function createKillableServer(dataFolder: string): Promise<KillableServer> {
  const port = await findFreePort()
  let program: ChildProcess | undefined
  return {
    url: `http://127.0.0.1:${port}`,
    async start() {
      program = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/main.ts'], {
        cwd: projectFolder,
        stdio: ['ignore', 'pipe', 'inherit'],
        env: {
          PATH: process.env.PATH,
          PORT: String(port),
          DATA_DIR: dataFolder,
          LOG_LEVEL: 'error',
          // One address sends here what a thousand people would.
          SENDS_PER_CONVERSATION: '1000000',
          SENDS_PER_ADDRESS: '1000000',
          CONVERSATIONS_PER_ADDRESS: '1000000',
          REQUESTS_PER_ADDRESS: '10000000',
        },
      })
      await waitUntilReady(program)
    },
    async kill() {
      if (program === undefined || program.exitCode !== null || program.signalCode !== null) return
      const gone = once(program, 'exit')
      program.kill('SIGKILL')
      await gone
    },
  }
}

function waitUntilReady(program: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    program.once('exit', (code) => reject(new Error(`The server ended with code ${code} before it was ready.`)))
    program.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.includes('is ready')) resolve()
    })
  })
}

/** Always the same one, so that clients find the server again after each restart. */
async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}
