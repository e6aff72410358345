import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectFolder } from '../app/program.ts'

/** A conversation with the real program through a pipe. */
export interface TryProcess {
  /** Types a line. */
  type(line: string): void
  /** Waits until the program prints these words after everything that was waited for before. */
  prints(words: string): Promise<string>
  /** Ends the input, and waits for the end. */
  end(): Promise<{ code: number | null; output: string }>
}

const running = new Set<ReturnType<typeof spawn>>()

/** Starts `npm run try` on a folder of dialogs. */
export function startTry(folder: string, words: string[] = []): TryProcess {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/main.ts', 'try', ...words], {
    cwd: projectFolder,
    // Nothing of this machine's own settings must reach a test.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'opstap-compile-cache'), DIALOGS_DIR: folder },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  running.add(child)
  let output = ''
  let seen = 0
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child)
    return { code, output }
  })
  return {
    type: (line) => child.stdin.write(`${line}\n`),
    async prints(words) {
      for (;;) {
        const at = output.indexOf(words, seen)
        if (at >= 0) {
          seen = at + words.length
          return output
        }
        const next = once(child.stdout, 'data').then(() => undefined)
        const end = await Promise.race([ended, next])
        if (end !== undefined && !output.includes(words, seen)) {
          throw new Error(`The program ended with ${end.code} and never printed "${words}":\n${output}`)
        }
      }
    },
    end() {
      child.stdin.end()
      return ended
    },
  }
}

/** Kills what a failed test left behind, by its id. */
export async function stopAll(): Promise<void> {
  for (const child of running) {
    child.kill('SIGKILL')
    await once(child, 'close')
  }
}
