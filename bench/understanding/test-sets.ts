import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseLine } from '../../src/authoring/understand/parse-line.ts'

/** Where the labelled sentences are. */
const folder = join(import.meta.dirname, '..', '..', 'test', 'understanding', 'sentences')

/** The sets by the name of their file; what each is for stands in `docs/understanding.md`. */
export const setNames = ['development', 'measure', 'hard'] as const

/** Name of a set. */
export type SetName = (typeof setNames)[number]

/** A sentence, and what a sensible reader makes of it. */
export interface LabelledLine {
  text: string
  /** Any of them is right; the first says what kind of sentence it is. */
  labels: readonly string[]
}

/** Labelled sentences by set. */
export type TestSets = Readonly<Record<SetName, readonly LabelledLine[]>>

/**
 * Reads the labelled sentences, which were never learned from.
 * @throws Error when a line is not of the form `{"text": …, "labels": […]}`
 */
export function loadTestSets(): TestSets {
  return { development: loadSet('development'), measure: loadSet('measure'), hard: loadSet('hard') }
}

function loadSet(name: SetName): LabelledLine[] {
  const lines = readFileSync(join(folder, `${name}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')
  return lines.map((line, index) => {
    const { text, labels = [] } = parseLine(line) ?? {}
    if (text === undefined || labels.length === 0)
      throw new Error(`${name}.jsonl, line ${index + 1}: expected {"text": "…", "labels": ["…"]}.`)
    return { text, labels }
  })
}
