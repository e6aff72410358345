import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { readContent } from '../../src/content/load-content.ts'
import { createTrainOnce } from '../../src/content/train-once.ts'
import { readingContext } from '../../src/conversation/decide.ts'
import { createState } from '../../src/conversation/state.ts'
import { startWarmUp } from '../../src/turn/warm-up.ts'
import { createUnderstand } from '../../src/understanding/create-understand.ts'
import { quantile } from '../measure-turns.ts'
import { makeHostileTexts } from './hostile-texts.ts'
import { type HostileFigures, hostileRequestSchema } from './worst-cases.ts'

/** A kind of few texts is read so often, each of them; one of many less. */
const mostReads = 60
const leastRounds = 3
/** A message keeps so much of itself for the next one: a sentence may be sent in two parts. */
const keptChars = 500
/** When nothing was read for so long, the warm-up is over. */
const quietMs = 600

// A process of its own, because the first message that a program ever reads is the slowest.
const { kind, now, keptIn } = hostileRequestSchema.parse(JSON.parse(process.argv[2] ?? ''))
const { content, training } = readContent(join(import.meta.dirname, '..', '..', 'dialogs'))
const understand = createUnderstand(training, createTrainOnce(keptIn))
const context = readingContext(createState(content.version), new Date(now))
const texts = makeHostileTexts(kind, training)

const coldMs = timeOnce(texts[0] ?? '')
await warmUp()
const rounds = Math.max(leastRounds, Math.ceil(mostReads / texts.length))
const warmMs = Array.from({ length: rounds }, () => texts.map(timeOnce))
  .flat()
  .sort((one, other) => one - other)
const figures: HostileFigures = {
  coldMs,
  warmMs: quantile(warmMs, 0.5),
  warmLongestMs: warmMs.at(-1) ?? Number.NaN,
  texts: texts.length,
}
process.send?.(figures, () => process.disconnect())

/** Warms up as the program does once it is up, and waits until that is done. */
async function warmUp(): Promise<void> {
  let readAt = performance.now()
  const noteReading: typeof understand = (text, around) => {
    readAt = performance.now()
    return understand(text, around)
  }
  const stop = startWarmUp(noteReading, training)
  while (performance.now() - readAt < quietMs) await setTimeout(quietMs)
  stop()
}

/**
 * The smaller of what the clock and what the process's CPU time say. Neither can be less than the work itself: the clock also
 * runs while another program has the core, and CPU time also counts what compiles and cleans up beside us.
 */
function timeOnce(text: string): number {
  const startedAt = performance.now()
  const cpuBefore = process.cpuUsage()
  understand(text, { ...context, previousText: text.slice(-keptChars) })
  const { user, system } = process.cpuUsage(cpuBefore)
  return Math.min(performance.now() - startedAt, (user + system) / 1000)
}
