import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { createReadLine } from '../../../src/authoring/understand/create-read-line.ts'
import { measureReadings } from '../../../src/authoring/understand/measure-readings.ts'
import { parseLine } from '../../../src/authoring/understand/parse-line.ts'
import { renderMeasures } from '../../../src/authoring/understand/render-measures.ts'
import { readContent } from '../../../src/content/load-content.ts'
import { createTrainOnce } from '../../../src/content/train-once.ts'
import { createGuessTopics } from '../../../src/understanding/create-guess-topics.ts'
import { createUnderstand } from '../../../src/understanding/create-understand.ts'
import { findLeaks } from './find-leaks.ts'

const { content, training } = readContent(join(import.meta.dirname, '../../../dialogs'))
const train = createTrainOnce()
const read = createReadLine(
  { content, understand: createUnderstand(training, train), guess: createGuessTopics(training, train) },
  new Date('2026-11-23T10:00:00Z'),
)

function readLines(name: string) {
  const lines = readFileSync(join(import.meta.dirname, `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => {
    const { text, labels = [] } = parseLine(line) ?? { text: '' }
    return { text, labels }
  })
}

describe.each(['development', 'measure', 'hard', 'week'])('the sentences of %s', (name) => {
  it('stand nowhere among what the bot learned from, not even nearly', () => {
    const { examples } = training.languages.nl ?? { examples: undefined }
    const learned = [
      ...Object.values(examples?.topics ?? {}).flat(),
      ...Object.values(examples?.commands ?? {}).flat(),
      ...(examples?.outOfScope ?? []),
    ]
    expect(learned.length).toBeGreaterThan(10_000)
    expect(
      findLeaks(
        readLines(name).map(({ text }) => text),
        learned,
      ),
    ).toEqual([])
  })
})

describe('findLeaks', () => {
  it('finds the same words, in another order or with one more', () => {
    const examples = ['mag ik terug naar mijn oude plek', 'wat verdien ik daar']
    expect(
      findLeaks(['Naar mijn oude plek terug, mag ik?', 'mag ik weer terug naar mijn oude plek'], examples),
    ).toHaveLength(2)
    expect(findLeaks(['kan ik later nog terug', 'mag ik naar huis'], examples)).toEqual([])
  })
})

// The lowest figures that are accepted; docs/understanding.md has what was measured, and the goals.
describe.each([
  { name: 'development', first: 0.91, three: 0.97, auroc: 0.97, wrong: 0.03, commands: 0.98 },
  { name: 'measure', first: 0.9, three: 0.97, auroc: 0.97, wrong: 0.03, commands: 0.98 },
  { name: 'hard', first: 0.86, three: 0.95, auroc: 0.96, wrong: 0.05, commands: 0.85 },
  { name: 'week', first: 0.9, three: 0.97, auroc: 0.97, wrong: 0.03, commands: 0.94 },
])('understanding of the sentences of $name', ({ name, first, three, auroc, wrong, commands }) => {
  const measures = measureReadings(readLines(name).map((line) => ({ reading: read(line), labels: line.labels })))
  const part = ({ right, of }: { right: number; of: number }) => right / of

  it('is as good as it was', () => {
    process.stdout.write(`\n${name}\n${renderMeasures(measures)}`)
    expect(part(measures.topicFirst)).toBeGreaterThanOrEqual(first)
    expect(part(measures.topicAmongThree)).toBeGreaterThanOrEqual(three)
    expect(measures.auroc).toBeGreaterThanOrEqual(auroc)
    expect(part(measures.wronglyAnswered)).toBeLessThanOrEqual(wrong)
    expect(part(measures.commands)).toBeGreaterThanOrEqual(commands)
  })
})
