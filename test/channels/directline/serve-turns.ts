import { keepContentVersions } from '../../../src/turn/content-versions.ts'
import { createRunTurn } from '../../../src/turn/run-turn.ts'
import type { RunTurn } from '../../../src/turn/turn.ts'
import { sampleContent } from '../../conversation/sample-content.ts'
import { type Served, type ServeOptions, serve } from './serve.ts'

/** Writes nothing. */
export const quietLog = { info: () => {}, warn: () => {}, error: () => {} }

/** Starts the channel before a turn as it really is; "wis" asks to erase, anything else is the choice of that name. */
export async function serveTurns(options: ServeOptions = {}): Promise<Served> {
  const later: { runTurn?: RunTurn } = {}
  const started = await serve({
    runTurn: async (input) => {
      if (later.runTurn === undefined) throw new Error('The turn is not there yet.')
      return later.runTurn(input)
    },
    ...options,
  })
  const { store, conversations, clock } = started
  const { runTurn } = createRunTurn({
    store,
    conversations,
    contents: await keepContentVersions(store, sampleContent()),
    understand: (text) => ({
      intent: text === 'wis' ? { kind: 'command', command: 'wissen' } : { kind: 'choice', choice: text },
    }),
    promise: () => ({ queue: 'q', organisation: 'o', role: 'r', answerBy: clock.now(), onDuty: true }),
    clock,
    log: quietLog,
    retentionDays: 30,
  })
  later.runTurn = runTurn
  return started
}
