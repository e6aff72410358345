import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readContent } from '../src/content/load-content.ts'
import { labelExamples } from '../src/understanding/label-examples.ts'
import { renderAblation, runAblation } from './understanding/ablation.ts'
import { judgeSystems, measureTogether } from './understanding/judge-systems.ts'
import { renderCosts, renderQuality, renderReliability, systemTitles } from './understanding/render-systems.ts'
import { replaceSection } from './understanding/replace-section.ts'
import { runInProcess } from './understanding/run-in-process.ts'
import { type SystemId, systemIds } from './understanding/system.ts'
import { type SystemFigures, type SystemRequest, systemFiguresSchema } from './understanding/system-figures.ts'
import { loadTestSets } from './understanding/test-sets.ts'
import { renderWorstCases, runWorstCases } from './understanding/worst-cases.ts'

const page = join(import.meta.dirname, '..', 'docs', 'understanding.md')
const dialogs = join(import.meta.dirname, '..', 'dialogs')
const partNames = ['systems', 'ablation', 'worst'] as const

/** Sections of the page, by the name of their marks. */
type Sections = Record<string, string>

/** What stays the same in one run. */
interface Run {
  now: string
  rounds: number
  /** Folder for what our understanding learns; empty at first, gone afterwards. */
  keptIn: string
  without: readonly string[]
}

/**
 * Measures our understanding: beside NLP.js, fastText and plain n-grams trained on the same sentences in the same run, with
 * each layer left out and added in turn, and on texts meant to be slow. Each system runs in a process of its own. Options:
 * `--parts systems,ablation,worst` (all), `--rounds` that each sentence is timed (5), `--without nlpjs` leaves a system out
 * (may stand more than once), `--write-docs` puts the tables in `docs/understanding.md`.
 * @returns everything that was measured
 * @throws Error when a part or system has another name
 */
export async function runUnderstandingBench(args: string[]): Promise<object> {
  const { values } = parseArgs({
    args,
    options: {
      parts: { type: 'string', default: partNames.join(',') },
      rounds: { type: 'string', default: '5' },
      without: { type: 'string', multiple: true, default: [] },
      'write-docs': { type: 'boolean', default: false },
    },
  })
  const parts = values.parts.split(',')
  refuseUnknown(parts, partNames)
  // The others are judged beside ours.
  refuseUnknown(
    values.without,
    systemIds.filter((id) => id !== 'opstap'),
  )
  const keptIn = mkdtempSync(join(tmpdir(), 'opstap-bench-'))
  const run: Run = { now: new Date().toISOString(), rounds: Number(values.rounds), keptIn, without: values.without }
  const sections: Sections = {}
  const result: Record<string, unknown> = { now: run.now }
  try {
    if (parts.includes('systems')) result.systems = await measureSystems(run, sections)
    if (parts.includes('ablation')) {
      const figures = await runAblation(run.now, ({ name }) => note(name))
      result.ablation = figures
      sections.ablation = `${describeRun(run)}\n\n${renderAblation(figures)}`
    }
    if (parts.includes('worst')) {
      const cases = await runWorstCases(run.now, keptIn, note)
      result.worstCases = cases
      sections.worst = `${describeRun(run)}\n\n${renderWorstCases(cases)}`
    }
  } finally {
    rmSync(keptIn, { recursive: true, force: true })
  }
  process.stdout.write(`\n${Object.values(sections).join('\n\n')}\n`)
  if (values['write-docs']) writeSections(sections)
  return result
}

async function measureSystems(run: Run, sections: Sections): Promise<object> {
  const sets = loadTestSets()
  const measured: { id: SystemId; figures: SystemFigures }[] = []
  for (const id of systemIds) {
    if (run.without.includes(id)) continue
    measured.push({ id, figures: await measureSystem({ system: id, now: run.now, rounds: run.rounds }) })
    note(systemTitles[id])
  }
  // Twice: the first one learns and keeps, as a new installation does; the second starts from what was kept.
  const again: SystemRequest = { system: 'opstap', now: run.now, rounds: 1, keptIn: run.keptIn }
  await measureSystem(again)
  const kept = await measureSystem(again)
  const judged = judgeSystems(measured, sets)
  sections.systems = [
    `${describeRun(run)} Each sentence was timed ${run.rounds} times.`,
    renderQuality(judged),
    '**Costs**',
    renderCosts(judged),
    describeKept(kept),
  ].join('\n\n')
  const ours = measured.find(({ id }) => id === 'opstap')
  if (ours !== undefined)
    sections.reliability = renderReliability(measureTogether(ours.figures.readings, sets, ['measure', 'hard']))
  return { judged, kept: { training: kept.training, memory: kept.memory } }
}

function measureSystem(request: SystemRequest): Promise<SystemFigures> {
  return runInProcess('measure-system.ts', request, systemFiguresSchema)
}

function describeKept({ training, memory }: SystemFigures): string {
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`
  const rest = memory.addedWithTheRest === undefined ? '' : `, and ${megabytes(memory.addedWithTheRest)} with English`
  return `From what it kept of an earlier start, as a running program has it, Opstap is ready after ${(
    training.cpuMs / 1000
  ).toFixed(1)} s of CPU time and takes ${megabytes(memory.added)}${rest}.`
}

function describeRun({ now }: Run): string {
  const { training } = readContent(dialogs)
  const examples = training.languages[training.defaultLocale]?.examples
  const count = examples === undefined ? 0 : labelExamples(examples, (text) => text).length
  const [load = 0] = loadavg()
  return [
    `Measured on ${now.slice(0, 10)}, trained on ${count} Dutch example sentences; ${availableParallelism()} cores,`,
    `shared with other work (load ${load.toFixed(1)} at the end), Node ${process.versions.node}.`,
  ].join('\n')
}

function writeSections(sections: Sections): void {
  let text = readFileSync(page, 'utf8')
  for (const [name, body] of Object.entries(sections)) text = replaceSection(text, name, body)
  writeFileSync(page, text)
  process.stdout.write('\nWritten to docs/understanding.md\n')
}

function refuseUnknown(names: readonly string[], known: readonly string[]): void {
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(', ')}. Choose from ${known.join(', ')}.`)
}

function note(what: string): void {
  process.stdout.write(`measured: ${what}\n`)
}
