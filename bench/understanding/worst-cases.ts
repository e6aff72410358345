import { z } from 'zod'
import { quantile } from '../measure-turns.ts'
import { goals, verdict } from './goals.ts'
import { type HostileKind, hostileKinds } from './hostile-texts.ts'
import { renderTable } from './render-table.ts'
import { runInProcess } from './run-in-process.ts'

/** Each kind is read by so many fresh processes. */
const starts = 3

/** What a process that reads hostile texts is asked. */
export const hostileRequestSchema = z.object({
  kind: z.enum(hostileKinds),
  now: z.iso.datetime(),
  /** Folder of what was learned; only the first process learns. */
  keptIn: z.string(),
})

const hostileFiguresSchema = z.object({
  coldMs: z.number(),
  warmMs: z.number(),
  warmLongestMs: z.number(),
  texts: z.number(),
})

/** What such a process hands back: its very first reading, and median and longest once it runs. */
export type HostileFigures = z.infer<typeof hostileFiguresSchema>

/** How long our understanding takes over one kind of text, at worst. */
export interface WorstCase {
  kind: HostileKind
  rounds: HostileFigures[]
}

/**
 * Lets our understanding read hostile texts, each kind in a few fresh processes.
 * @param now the moment at which they are read
 * @param keptIn folder for what is learned
 * @param onMeasured hears after each how far it is
 */
export async function runWorstCases(
  now: string,
  keptIn: string,
  onMeasured: (kind: HostileKind) => void,
): Promise<WorstCase[]> {
  const cases: WorstCase[] = []
  for (const kind of hostileKinds) {
    const rounds: HostileFigures[] = []
    for (let start = 0; start < starts; start++)
      rounds.push(await runInProcess('measure-hostile.ts', { kind, now, keptIn }, hostileFiguresSchema))
    cases.push({ kind, rounds })
    onMeasured(kind)
  }
  return cases
}

/** Writes the figures as a table: the middle one of the processes, or the longest where it says so. */
export function renderWorstCases(cases: readonly WorstCase[]): string {
  return renderTable(
    ['10,000 characters of', 'texts', 'first, ms', 'first, longest', 'running, ms', 'running, longest', 'goal'],
    cases.map(({ kind, rounds }) => {
      const first = rounds.map(({ coldMs }) => coldMs).sort(rising)
      const later = rounds.map(({ warmMs }) => warmMs).sort(rising)
      const longest = Math.max(...rounds.map(({ warmLongestMs }) => warmLongestMs))
      return [
        kind,
        String(rounds[0]?.texts ?? 0),
        middle(first),
        (first.at(-1) ?? Number.NaN).toFixed(1),
        middle(later),
        longest.toFixed(1),
        judge(first.at(-1) ?? Number.NaN, longest),
      ]
    }),
  )
}

function judge(firstMs: number, laterMs: number): string {
  if (laterMs > goals.worstMs) return verdict(false)
  return firstMs > goals.worstMs ? `${verdict(false)} at first` : verdict(true)
}

function middle(sorted: readonly number[]): string {
  return quantile([...sorted], 0.5).toFixed(1)
}

function rising(one: number, other: number): number {
  return one - other
}
