import type { Measures } from '../../src/authoring/understand/measure-readings.ts'
import { type Layer, layers } from '../../src/understanding/classifier/layers.ts'
import { measureTogether } from './judge-systems.ts'
import { percent } from './render-systems.ts'
import { renderTable } from './render-table.ts'
import { runInProcess } from './run-in-process.ts'
import { type SystemRequest, systemFiguresSchema } from './system-figures.ts'
import { loadTestSets } from './test-sets.ts'

/** Rounds of timing; these times only say which layer costs what. */
const rounds = 3

/** One choice of layers. */
export interface Variant {
  name: string
  layers: readonly Layer[]
}

/** What one choice of layers brings and costs. */
export interface VariantFigures extends Variant {
  development: Measures
  /** The two measuring sets together. */
  measuring: Measures
  trainingCpuMs: number
  /** Of the classifier alone, for one sentence. */
  microseconds: number
}

/** All layers, all but one of them, and one more each time. */
export function listVariants(): Variant[] {
  return [
    { name: 'all layers', layers },
    ...layers.map((left) => ({ name: `without ${left}`, layers: layers.filter((layer) => layer !== left) })),
    // With the last one added it is all of them again.
    ...layers.slice(0, -1).map((added, index) => ({
      name: index === 0 ? `${added} alone` : `… and ${added}`,
      layers: layers.slice(0, index + 1),
    })),
  ]
}

/**
 * Trains and measures our understanding with each choice of layers, each in a process of its own.
 * @param now the moment at which sentences are read
 * @param onMeasured hears after each how far it is
 */
export async function runAblation(now: string, onMeasured: (variant: Variant) => void): Promise<VariantFigures[]> {
  const sets = loadTestSets()
  const figures: VariantFigures[] = []
  for (const variant of listVariants()) {
    const request: SystemRequest = { system: 'opstap', now, rounds, layers: [...variant.layers] }
    const { readings, training, times } = await runInProcess('measure-system.ts', request, systemFiguresSchema)
    figures.push({
      ...variant,
      development: measureTogether(readings, sets, ['development']),
      measuring: measureTogether(readings, sets, ['measure', 'hard']),
      trainingCpuMs: training.cpuMs,
      microseconds: (times.classifier?.median ?? Number.NaN) * 1000,
    })
    onMeasured(variant)
  }
  return figures
}

/** Writes the figures as a table. */
export function renderAblation(figures: readonly VariantFigures[]): string {
  return renderTable(
    [
      'layers',
      ...['dev.', 'meas.'].flatMap((set) => [`${set} first`, 'of three', 'AUROC', 'commands']),
      'training s',
      'µs a sentence',
    ],
    figures.map(({ name, development, measuring, trainingCpuMs, microseconds }) => [
      name,
      ...cellsOf(development),
      ...cellsOf(measuring),
      (trainingCpuMs / 1000).toFixed(1),
      microseconds.toFixed(0),
    ]),
  )
}

function cellsOf({ topicFirst, topicAmongThree, auroc, commands }: Measures): string[] {
  return [
    percent(topicFirst.right / topicFirst.of, 1),
    percent(topicAmongThree.right / topicAmongThree.of, 1),
    auroc.toFixed(3),
    percent(commands.right / commands.of, 1),
  ]
}
