import { join } from 'node:path'
import { readContent } from '../../src/content/load-content.ts'
import { measureTimes } from './measure-times.ts'
import type { Reader } from './system.ts'
import { type SystemFigures, systemRequestSchema } from './system-figures.ts'
import { openSystem } from './systems/open-system.ts'
import { type LabelledLine, loadTestSets, setNames } from './test-sets.ts'

/** Length of the long texts, in characters. */
const longChars = 500
const mostLongTexts = 300

// A process of its own for each system, as memory is measured and one system's packages would warm up another's.
const request = systemRequestSchema.parse(JSON.parse(process.argv[2] ?? ''))
const usable = readContent(join(import.meta.dirname, '..', '..', 'dialogs'))
const sets = loadTestSets()

const before = memoryNow()
const cpuBefore = process.cpuUsage()
const startedAt = performance.now()
const learn = await openSystem(request.system)
const reader = await learn({
  usable,
  now: new Date(request.now),
  ...(request.layers === undefined ? {} : { layers: new Set(request.layers) }),
  ...(request.keptIn === undefined ? {} : { keptIn: request.keptIn }),
})
const wallMs = performance.now() - startedAt
const { user, system } = process.cpuUsage(cpuBefore)
const added = memoryNow() - before
reader.learnTheRest?.()
const addedWithTheRest = reader.learnTheRest === undefined ? undefined : memoryNow() - before

const readings = {
  development: await readAll('development'),
  measure: await readAll('measure'),
  hard: await readAll('hard'),
}
const figures: SystemFigures = {
  training: { cpuMs: (user + system) / 1000, wallMs },
  memory: { added, ...(addedWithTheRest === undefined ? {} : { addedWithTheRest }) },
  readings,
  times: await timeReader(reader),
}
process.send?.(figures, () => process.disconnect())

async function readAll(set: keyof typeof sets): Promise<SystemFigures['readings']['measure']> {
  const read: SystemFigures['readings']['measure'] = []
  for (const { text } of sets[set]) read.push(await reader.read(text))
  return read
}

async function timeReader({ timed, timedClassifier }: Reader): Promise<SystemFigures['times']> {
  const lines = setNames.flatMap((name) => sets[name])
  const sentences = lines.map(({ text }) => text)
  const long = joinToLength(lines)
  return {
    sentences: await measureTimes(timed, sentences, request.rounds),
    long: await measureTimes(timed, long, request.rounds),
    ...(timedClassifier === undefined
      ? {}
      : {
          classifier: await measureTimes(timedClassifier, sentences, request.rounds),
          longClassifier: await measureTimes(timedClassifier, long, request.rounds),
        }),
  }
}

/** Sentences one after the other, cut into texts of the same length. */
function joinToLength(lines: readonly LabelledLine[]): string[] {
  const all = lines.map(({ text }) => text).join(' ')
  const count = Math.min(mostLongTexts, Math.floor(all.length / longChars))
  return Array.from({ length: count }, (_unused, index) => all.slice(index * longChars, (index + 1) * longChars))
}

/** What the process holds of the machine's memory, once what is no longer used is gone. */
function memoryNow(): number {
  globalThis.gc?.()
  return process.memoryUsage.rss()
}
