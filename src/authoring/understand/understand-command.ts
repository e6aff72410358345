import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { readContent } from '../../content/load-content.ts'
import { createTrainOnce } from '../../content/train-once.ts'
import { createGuessTopics } from '../../understanding/create-guess-topics.ts'
import { createUnderstand } from '../../understanding/create-understand.ts'
import { createReadLine } from './create-read-line.ts'
import { type LabelledReading, measureReadings } from './measure-readings.ts'
import { parseLine } from './parse-line.ts'
import { renderMeasures } from './render-measures.ts'
import { understandTexts as texts } from './understand-texts.ts'

/** Where the command reads and writes. */
export interface UnderstandSurroundings {
  /** Path of `dialogs/`. */
  folder: string
  now: Date
  /** Lines of JSON: `{"text": …}`, with `labels` and `context` when there are any. */
  input: NodeJS.ReadableStream
  /** Gets one line of JSON for each line that could be read. */
  output: NodeJS.WritableStream
  /** Gets what is wrong with a line, and the summary when there are labels. */
  report: NodeJS.WritableStream
}

/**
 * Runs `npm run -s understand`: says for each line how the bot understands it, and with labels how well.
 * @param surroundings where it reads and writes
 * @returns exit code: 0, or 1 when a line could not be read
 * @throws {ContentError} when `dialogs/` has an error
 */
export async function runUnderstandCommand(surroundings: UnderstandSurroundings): Promise<number> {
  const { folder, now, input, output, report } = surroundings
  const { content, training } = readContent(folder)
  const train = createTrainOnce()
  const read = createReadLine(
    { content, understand: createUnderstand(training, train), guess: createGuessTopics(training, train) },
    now,
  )
  const labelled: LabelledReading[] = []
  let number = 0
  let unread = 0
  for await (const line of createInterface({ input })) {
    number += 1
    if (line.trim() === '') continue
    const asked = parseLine(line)
    if (asked === undefined) {
      unread += 1
      report.write(`${texts.unreadable(number)}\n`)
      continue
    }
    const reading = read(asked)
    if (asked.labels !== undefined && asked.labels.length > 0) labelled.push({ reading, labels: asked.labels })
    if (!output.write(`${JSON.stringify(reading)}\n`)) await once(output, 'drain')
  }
  if (labelled.length > 0) report.write(renderMeasures(measureReadings(labelled)))
  return unread === 0 ? 0 : 1
}
