import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chatMessages } from './chat-messages.ts'
import { measureTurns, quantile, type Talker, type TurnFigures } from './measure-turns.ts'
import { type MeasuredServer, startMeasuredServer } from './measured-server.ts'
import {
  openBotTalker,
  openEchoTalker,
  openOpstapTalker,
  openPollingTalker,
  openSocketTalker,
  startConnector,
} from './talkers.ts'

/** So many conversations go on at the same time. */
const talkerCount = 16

/** One server as it is driven, and what it did in each round. */
interface Contender {
  name: string
  server: MeasuredServer
  open: () => Promise<Talker>
  rounds: TurnFigures[]
}

/** One comparison: a figure of ours divided by the same of another, inside each round. */
interface Comparison {
  what: string
  median: number
  least: number
  most: number
  goal: string
  isReached: boolean
}

/**
 * Measures what a durable chat turn costs, beside a restify echo, a botbuilder echo bot and offline-directline.
 *
 * Judged by the CPU time of the server's own process and by ratios inside one round: how fast the machine is changes
 * from minute to minute, and then for all of them. Options: `--rounds` (9), `--seconds` that one contender talks in
 * one round (2), `--profile` FOLDER writes CPU profiles of our server.
 * @returns everything that was measured
 */
export async function runTurnBench(args: string[]): Promise<object> {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '9' },
      seconds: { type: 'string', default: '2' },
      profile: { type: 'string' },
    },
  })
  const plan = { rounds: Number(values.rounds), milliseconds: Number(values.seconds) * 1000 }
  const dataFolder = mkdtempSync(join(tmpdir(), 'opstap-bench-'))
  const connector = await startConnector()
  const bot = await startMeasuredServer('trivial-bot')
  const profile = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`]
  const opstap = await startMeasuredServer('opstap', [dataFolder], profile)
  const echo = await startMeasuredServer('restify-echo')
  const botbuilder = await startMeasuredServer('botbuilder-echo')
  const offline = await startMeasuredServer('offline-directline', [`${bot.url}/api/messages`])
  try {
    const contender = (name: string, server: MeasuredServer, open: () => Promise<Talker>): Contender => ({
      name,
      server,
      open,
      rounds: [],
    })
    const ours = contender('Opstap, durable turn', opstap, () => openOpstapTalker(opstap.url))
    const a = contender('(a) restify echo', echo, () => openEchoTalker(echo.url))
    const b = contender('(b) botbuilder echo bot', botbuilder, () => openBotTalker(botbuilder.url, connector))
    await runRounds([ours, a, b], plan)

    const sockets = contender('Opstap, answer by WebSocket', opstap, () => openSocketTalker(opstap.url))
    const poll = (pauseMs: number) => () => openPollingTalker(offline.url, pauseMs)
    const usual = contender('(c) offline-directline, poll each 1,000 ms', offline, poll(1000))
    const eager = contender('(d) offline-directline, poll without pause', offline, poll(0))
    await runRounds([sockets, usual, eager], plan)

    const comparisons = [
      compare('CPU per turn, Opstap / (b)', ours, b, 'cpuMicroseconds', { atMost: 0.33 }),
      compare('CPU per turn, Opstap / (a)', ours, a, 'cpuMicroseconds', { atMost: 4 }),
      compare('turns per second, WebSocket / (c)', sockets, usual, 'turnsPerSecond', { atLeast: 20 }),
      compare('turns per second, WebSocket / (d)', sockets, eager, 'turnsPerSecond', { atLeast: 20 }),
      compare('CPU per turn, WebSocket / (d)', sockets, eager, 'cpuMicroseconds', undefined),
    ]
    const contenders = [ours, a, b, sockets, usual, eager]
    print(contenders, comparisons, plan)
    return {
      plan,
      talkerCount,
      contenders: contenders.map(({ name, rounds }) => ({ name, rounds })),
      comparisons,
    }
  } finally {
    connector.close()
    await Promise.all([opstap, echo, botbuilder, offline, bot].map((server) => server.stop()))
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

/** Everybody three times to warm up (V8 compiles for some seconds), then rounds, each beginning with another one. */
async function runRounds(contenders: Contender[], plan: { rounds: number; milliseconds: number }): Promise<void> {
  for (let warmUp = 0; warmUp < 3; warmUp += 1) {
    for (const contender of contenders) await runOnce(contender, plan.milliseconds)
  }
  for (let round = 0; round < plan.rounds; round += 1) {
    const first = round % contenders.length
    for (const contender of [...contenders.slice(first), ...contenders.slice(0, first)]) {
      contender.rounds.push(await runOnce(contender, plan.milliseconds))
    }
  }
}

/** New conversations each time, begun before the clock runs. */
async function runOnce({ server, open }: Contender, milliseconds: number): Promise<TurnFigures> {
  const talkers = await Promise.all(Array.from({ length: talkerCount }, open))
  try {
    return await measureTurns(server, talkers, chatMessages, milliseconds)
  } finally {
    for (const talker of talkers) talker.close()
  }
}

function compare(
  what: string,
  ours: Contender,
  other: Contender,
  figure: 'cpuMicroseconds' | 'turnsPerSecond',
  goal: { atMost: number } | { atLeast: number } | undefined,
): Comparison {
  const ratios = ours.rounds
    .map((mine, round) => mine[figure] / (other.rounds[round]?.[figure] ?? Number.NaN))
    .toSorted((x, y) => x - y)
  const median = quantile(ratios, 0.5)
  const spread = { what, median, least: quantile(ratios, 0), most: quantile(ratios, 1) }
  if (goal === undefined) return { ...spread, goal: '', isReached: true }
  if ('atMost' in goal) return { ...spread, goal: `at most ${goal.atMost}`, isReached: median <= goal.atMost }
  return { ...spread, goal: `at least ${goal.atLeast}`, isReached: median >= goal.atLeast }
}

function print(
  contenders: Contender[],
  comparisons: Comparison[],
  plan: { rounds: number; milliseconds: number },
): void {
  const say = (text: string) => process.stdout.write(`${text}\n`)
  const column = (value: number, digits: number) => value.toFixed(digits).padStart(10)
  say(
    `${talkerCount} conversations at once, ${plan.rounds} rounds of ${plan.milliseconds} ms each; medians over rounds`,
  )
  say(`${''.padEnd(46)}    CPU/turn   turns/s   p50 ms    p99 ms`)
  for (const { name, rounds } of contenders) {
    const median = (figure: keyof TurnFigures) =>
      quantile(
        rounds.map((round) => round[figure]).toSorted((x, y) => x - y),
        0.5,
      )
    const cpu = `${median('cpuMicroseconds').toFixed(0)} µs`.padStart(11)
    say(
      `${name.padEnd(46)} ${cpu}${column(median('turnsPerSecond'), 0)}${column(median('p50Ms'), 1)}${column(median('p99Ms'), 1)}`,
    )
  }
  say(`\n${''.padEnd(46)}     median   least .. most     goal`)
  for (const { what, median, least, most, goal, isReached } of comparisons) {
    const verdict = goal === '' ? 'no goal, for comparison' : `${goal}: ${isReached ? 'reached' : 'MISSED'}`
    say(`${what.padEnd(46)} ${column(median, 2)}   ${least.toFixed(2)} .. ${most.toFixed(2)}     ${verdict}`)
  }
  say(`
CPU is user and system time of the server's process alone; load, connector and the bot of (c) and (d) run elsewhere.
(a) keeps nothing and decides nothing. (b) keeps nothing; it checks no token and sends its one reply to a connector.
(c) and (d): offline-directline has no sockets (its /stream answers nothing), so its clients can only poll: send by the
same HTTP, then poll until the answer is there. (c) polls as often as botframework-directlinejs does by default, so that
its clients mostly wait: the ratio says how much sooner people have their answers, not how much less work it is. (d)
polls without any pause, which no client does, and shows the work alone. It keeps everything in memory, unsealed, and
its bot echoes at once.`)
}
