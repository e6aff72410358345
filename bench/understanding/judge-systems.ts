import { type Measures, measureReadings, outOfScope } from '../../src/authoring/understand/measure-readings.ts'
import { commands } from '../../src/understanding/meaning.ts'
import { answerFrom, findThreshold } from './match-threshold.ts'
import type { SystemId } from './system.ts'
import type { SystemFigures } from './system-figures.ts'
import { type LabelledLine, type SetName, setNames, type TestSets } from './test-sets.ts'

/** What one system was found to do. */
export interface JudgedSystem {
  id: SystemId
  training: SystemFigures['training']
  memory: SystemFigures['memory']
  times: SystemFigures['times']
  sets: Record<SetName, JudgedSet>
}

/** How well one system read one set. */
export interface JudgedSet {
  measures: Measures
  /** Confidence from which it answers here; undefined for a system that decides for itself. */
  threshold: number | undefined
}

/**
 * Judges systems beside the first, which decides for itself what it answers. Each other one answers from the confidence with
 * which it answers as many in-scope lines of the set as the first does: who dares more is wrong more, and that is no merit.
 * @param figures in the order of the table, the one that decides for itself in front
 * @param sets the labelled lines, in the order in which they were read
 */
export function judgeSystems(
  figures: readonly { id: SystemId; figures: SystemFigures }[],
  sets: TestSets,
): JudgedSystem[] {
  const first = figures[0]
  if (first === undefined) return []
  return figures.map(({ id, figures: { readings, training, memory, times } }, index) => {
    const judge = (set: SetName): JudgedSet => {
      const lines = sets[set]
      if (index === 0) return { measures: measure(lines, readings[set]), threshold: undefined }
      const { answered } = measure(lines, first.figures.readings[set])
      const inScope = readings[set].filter((_reading, line) => isInScope(lines[line]))
      const threshold = findThreshold(inScope, answered.of)
      return { measures: measure(lines, answerFrom(readings[set], threshold)), threshold }
    }
    const judged = { development: judge('development'), measure: judge('measure'), hard: judge('hard') }
    return { id, training, memory, times, sets: judged }
  })
}

/**
 * Measures a system over several sets together.
 * @param readings of one system, by set
 */
export function measureTogether(
  readings: SystemFigures['readings'],
  sets: TestSets,
  names: readonly SetName[] = setNames,
): Measures {
  return measure(
    names.flatMap((name) => sets[name]),
    names.flatMap((name) => readings[name]),
  )
}

function measure(lines: readonly LabelledLine[], readings: SystemFigures['readings'][SetName]): Measures {
  return measureReadings(
    lines.flatMap(({ labels }, index) => {
      const reading = readings[index]
      return reading === undefined ? [] : [{ reading, labels }]
    }),
  )
}

function isInScope(line: LabelledLine | undefined): boolean {
  const label = line?.labels[0]
  return label !== undefined && label !== outOfScope && !commands.some((command) => command === label)
}
