import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type KillFigures, killUnderLoad } from '../test/e2e/kill-under-load.ts'
import { createKillableServer } from '../test/e2e/killable-server.ts'

/** What must be 0, in words. */
const mustBeNone: Partial<Record<keyof KillFigures, string>> = {
  lost: 'acknowledged messages lost',
  doubled: 'messages doubled',
  unknown: 'messages nobody sent',
  gaps: 'gaps in the sequences',
  unanswered: 'messages without a reply',
  misheard: 'activities missed or got twice by followers',
  stuck: 'conversations that do not go on',
}

/**
 * Kills the server under a running load of conversations, again and again, and counts what was lost. Option: `--times`
 * (50). Ends with exit code 1 when anything was.
 * @returns everything that was counted
 */
export async function runKillBench(args: string[]): Promise<KillFigures> {
  const { values } = parseArgs({ args, options: { times: { type: 'string', default: '50' } } })
  const folder = mkdtempSync(join(tmpdir(), 'opstap-kill-'))
  const server = await createKillableServer(folder)
  const say = (text: string) => process.stdout.write(text)
  try {
    const figures = await killUnderLoad(server, Number(values.times), (done) => say(done % 10 === 0 ? `${done} ` : '.'))
    const { kills, conversations, acknowledged, resent, reconnected } = figures
    say(`\n${kills} times kill -9 under ${conversations} conversations: ${acknowledged} messages acknowledged,\n`)
    say(`${resent} requests made again, ${reconnected} sockets opened again\n\n`)
    for (const [figure, words] of Object.entries(mustBeNone)) {
      const count = figures[figure as keyof KillFigures]
      say(`${String(count).padStart(6)}  ${words.padEnd(46)} goal 0: ${count === 0 ? 'reached' : 'MISSED'}\n`)
      if (count !== 0) process.exitCode = 1
    }
    return figures
  } finally {
    await server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}
