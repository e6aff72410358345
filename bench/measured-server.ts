import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { z } from 'zod'

/** A server in a process of its own, so that its CPU is its own too. */
export interface MeasuredServer {
  /** Address without a slash at the end. */
  url: string
  /** CPU time of the whole process since it started, user and system, in microseconds. */
  cpuMicroseconds(): Promise<number>
  stop(): Promise<void>
}

const answerSchema = z.union([z.object({ port: z.number() }), z.object({ cpuMicroseconds: z.number() })])

/**
 * Starts a server of `bench/servers/` and waits until it listens.
 * @param name file name without ending
 * @param args what the server gets on its command line
 * @param nodeOptions options for Node itself, e.g. `--cpu-prof`
 */
export async function startMeasuredServer(
  name: string,
  args: string[] = [],
  nodeOptions: string[] = [],
): Promise<MeasuredServer> {
  const child = fork(join(import.meta.dirname, 'servers', `${name}.ts`), args, {
    execArgv: ['--disable-warning=ExperimentalWarning', '--disable-warning=DEP0169', ...nodeOptions],
    // Standard output is thrown away: offline-directline reports every conversation there.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ready = await nextAnswer(child, name)
  if (!('port' in ready)) throw new Error(`Expected ${name} to say its port first.`)
  return {
    url: `http://127.0.0.1:${ready.port}`,
    async cpuMicroseconds() {
      child.send('cpu')
      const answer = await nextAnswer(child, name)
      if (!('cpuMicroseconds' in answer)) throw new Error(`Expected ${name} to say its CPU time.`)
      return answer.cpuMicroseconds
    },
    async stop() {
      const gone = once(child, 'exit')
      child.send('stop')
      await gone
    },
  }
}

async function nextAnswer(child: ChildProcess, name: string): Promise<z.infer<typeof answerSchema>> {
  const ended = new AbortController()
  const leave = () => ended.abort(new Error(`The server ${name} ended before it answered.`))
  child.once('exit', leave)
  try {
    const [message] = await once(child, 'message', { signal: ended.signal })
    return answerSchema.parse(message)
  } finally {
    child.off('exit', leave)
  }
}
