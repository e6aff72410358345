import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The benchmarks by name: what they tell, and what runs them. Loaded when asked, as each brings its own packages. */
const benchmarks: Record<string, { tells: string; run: (args: string[]) => Promise<unknown> }> = {
  turn: {
    tells: 'server CPU, speed and waiting time of a durable chat turn, beside an echo and a botbuilder bot',
    run: async (args) => (await import('./turn.ts')).runTurnBench(args),
  },
  start: {
    tells: 'how long it takes from npm start to the first reply',
    run: async (args) => (await import('./start.ts')).runStartBench(args),
  },
  kill: {
    tells: 'what is left of a running load of conversations after kill -9 of the server, again and again',
    run: async (args) => (await import('./kill.ts')).runKillBench(args),
  },
  page: {
    tells: 'how soon the chat page can be read and used on a slow phone, beside the official Web Chat',
    run: async (args) => (await import('./page.ts')).runPageBench(args),
  },
  understanding: {
    tells: 'how well and how fast people are understood, beside NLP.js and fastText, and what each layer adds',
    run: async (args) => (await import('./understanding.ts')).runUnderstandingBench(args),
  },
}

const [name = '', ...args] = process.argv.slice(2)
const benchmark = benchmarks[name]
if (benchmark === undefined) {
  const lines = Object.entries(benchmarks).map(([known, { tells }]) => `  ${known.padEnd(13)} ${tells}`)
  process.stdout.write(`Use: npm run bench -- NAME [options]\n${lines.join('\n')}\n`)
  process.exitCode = name === '' ? 0 : 1
} else {
  keepResult(name, await benchmark.run(args))
}

/** Writes what a benchmark hands back; one that keeps its own results hands back nothing. */
function keepResult(benchmarkName: string, result: unknown): void {
  if (result === undefined) return
  const folder = join(import.meta.dirname, 'results')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${benchmarkName}-${new Date().toISOString().replaceAll(':', '-')}.json`)
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`)
  process.stdout.write(`\nWritten to bench/results/${file.slice(folder.length + 1)}\n`)
}
