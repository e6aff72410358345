import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { parseArgs } from 'node:util'
import { z } from 'zod'

/** Goal of the project for the time from `npm start` to the first reply, in milliseconds. */
const goalMs = 2000

const tokenSchema = z.object({ conversationId: z.string(), token: z.string() })
const setSchema = z.object({ activities: z.array(z.object({ from: z.object({ role: z.string() }) })) })

/** One start, in milliseconds since the command was given. */
interface StartTimes {
  ready: number
  firstReply: number
  bareNode: number
}

/**
 * Measures how long it takes from the command to the first reply, as somebody meets it who starts the program for the first
 * time: an empty data folder, the real entry, one message over HTTP. Beside it, in the same round, an empty program on the
 * same Node, because machines are noisy.
 * @param args `--rounds N`, 5 when left out
 */
export async function runStartBench(args: string[]): Promise<object> {
  const { values } = parseArgs({ args, options: { rounds: { type: 'string', default: '5' } } })
  const rounds: StartTimes[] = []
  for (let round = 0; round < Number(values.rounds); round += 1) rounds.push(await measureStart())
  const median = (name: keyof StartTimes) =>
    rounds.map((times) => times[name]).sort((a, b) => a - b)[rounds.length >> 1] ?? 0
  const firstReply = median('firstReply')
  process.stdout.write(
    [
      'from the command to …        median',
      `an empty program has ended   ${median('bareNode').toFixed(0)} ms`,
      `"Opstap is ready"            ${median('ready').toFixed(0)} ms`,
      `the first reply              ${firstReply.toFixed(0)} ms   (goal: under ${goalMs} ms: ${firstReply < goalMs ? 'reached' : 'MISSED'})`,
      `first reply / empty program  ${(firstReply / median('bareNode')).toFixed(1)}x`,
      '',
    ].join('\n'),
  )
  return { goalMs, rounds }
}

async function measureStart(): Promise<StartTimes> {
  const bareNode = await timeBareNode()
  const dataFolder = mkdtempSync(join(tmpdir(), 'opstap-start-'))
  const startedAt = performance.now()
  const program = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/main.ts'], {
    cwd: join(import.meta.dirname, '..'),
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: dataFolder, LOG_LEVEL: 'error' },
  })
  try {
    const url = await readAddress(program.stdout)
    const ready = performance.now() - startedAt
    await hearReply(url)
    return { bareNode, ready, firstReply: performance.now() - startedAt }
  } finally {
    const gone = once(program, 'exit')
    program.kill('SIGTERM')
    await gone
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

async function timeBareNode(): Promise<number> {
  const startedAt = performance.now()
  await once(spawn(process.execPath, ['--eval', '0'], { stdio: 'ignore' }), 'exit')
  return performance.now() - startedAt
}

/** Goes on reading after the address: a program whose output nobody takes would stop at its next line. */
function readAddress(output: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    output.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const found = /chat page\s+(http:\S+)\//.exec(text)?.[1]
      if (found !== undefined) resolve(found)
    })
    output.once('end', () => reject(new Error('The program ended before it was ready.')))
  })
}

async function hearReply(url: string): Promise<void> {
  const post = async (path: string, token: string, body: object) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
    return (await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })).json()
  }
  const { conversationId, token } = tokenSchema.parse(await post('/api/chat/token', '', {}))
  const conversation = `/v3/directline/conversations/${conversationId}/activities`
  await post('/v3/directline/conversations', token, {})
  await post(conversation, token, { type: 'message', text: 'Wat gebeurt er dan met mijn uitkering?' })
  const log = await fetch(`${url}${conversation}?watermark=`, { headers: { authorization: `Bearer ${token}` } })
  const { activities } = setSchema.parse(await log.json())
  if (activities.at(-1)?.from.role !== 'bot') throw new Error('The first message was not answered.')
}
