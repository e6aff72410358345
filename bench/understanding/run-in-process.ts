import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { z } from 'zod'

/**
 * Asks a program of this folder for figures, in a fresh process.
 * @param program file name; it gets the request as JSON in its first argument and sends one message back
 * @param request what it is asked
 * @param schema form of the message
 * @throws Error when it ends without a message
 */
export function runInProcess<T extends z.ZodType>(program: string, request: object, schema: T): Promise<z.infer<T>> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, program), [JSON.stringify(request)], {
      // NLP.js brings an old log package, of which Node would warn.
      execArgv: ['--expose-gc', '--disable-warning=ExperimentalWarning', '--disable-warning=PINODEP008'],
      serialization: 'advanced',
    })
    child.once('message', (message) => {
      const { data, error } = schema.safeParse(message)
      if (error === undefined) resolve(data)
      else reject(error)
    })
    child.once('error', reject)
    // Nothing happens when the message came before.
    child.once('close', (code) => reject(new Error(`${program} ended with code ${code} and handed nothing back.`)))
  })
}
