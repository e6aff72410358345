import type { Measures, Share } from '../../src/authoring/understand/measure-readings.ts'
import { goals, verdict } from './goals.ts'
import type { JudgedSet, JudgedSystem } from './judge-systems.ts'
import { renderTable } from './render-table.ts'
import type { SystemId } from './system.ts'
import { type SetName, setNames } from './test-sets.ts'

/** How the systems are called in tables. */
export const systemTitles: Readonly<Record<SystemId, string>> = {
  opstap: 'Opstap',
  classifier: 'its classifier alone',
  ngrams: 'plain n-grams',
  nlpjs: 'NLP.js',
  fasttext: 'fastText',
}

/** How the sets are called in tables. */
export const setTitles: Readonly<Record<SetName, string>> = {
  development: 'Development set',
  measure: 'Measuring set',
  hard: 'Hard measuring set',
}

interface Row {
  name: string
  goal: string
  of: (measures: Measures, set: JudgedSet) => string
  isReached?: (measures: Measures) => boolean
}

const rows: Row[] = [
  {
    name: 'right topic first',
    goal: `≥ ${percent(goals.topicFirst, 0)}`,
    of: ({ topicFirst }) => shareOf(topicFirst),
    isReached: ({ topicFirst }) => ratio(topicFirst) >= goals.topicFirst,
  },
  {
    name: 'right topic among three',
    goal: `≥ ${percent(goals.topicAmongThree, 0)}`,
    of: ({ topicAmongThree }) => shareOf(topicAmongThree),
    isReached: ({ topicAmongThree }) => ratio(topicAmongThree) >= goals.topicAmongThree,
  },
  {
    name: 'in and out of scope apart (AUROC)',
    goal: `≥ ${goals.auroc}`,
    of: ({ auroc }) => auroc.toFixed(3),
    isReached: ({ auroc }) => auroc >= goals.auroc,
  },
  {
    name: 'out of scope, yet answered',
    goal: `≤ ${percent(goals.wronglyAnswered, 0)}`,
    of: ({ wronglyAnswered }) => shareOf(wronglyAnswered),
    isReached: ({ wronglyAnswered }) => ratio(wronglyAnswered) <= goals.wronglyAnswered,
  },
  {
    name: 'commands',
    goal: `≥ ${percent(goals.commands, 0)}`,
    of: (measures) => shareOf(measures.commands),
    isReached: (measures) => ratio(measures.commands) >= goals.commands,
  },
  {
    name: 'in scope, answered at once',
    goal: '',
    of: ({ answered, topicFirst }) => shareOf({ right: answered.of, of: topicFirst.of }),
  },
  { name: 'of those, right', goal: '', of: ({ answered }) => shareOf(answered) },
  {
    name: 'answers from a confidence of',
    goal: '',
    of: (_measures, { threshold }) => (threshold === undefined ? 'own rules' : threshold.toFixed(2)),
  },
]

/** Writes how well the systems read each set. */
export function renderQuality(systems: readonly JudgedSystem[]): string {
  return setNames
    .map((set) => {
      const table = rows.map(({ name, goal, of, isReached }) => {
        const ours = systems[0]?.sets[set].measures
        return [
          name,
          goal,
          ours === undefined || isReached === undefined ? '' : verdict(isReached(ours)),
          ...systems.map((system) => of(system.sets[set].measures, system.sets[set])),
        ]
      })
      const counts = systems[0]?.sets[set].measures
      const about = counts === undefined ? '' : ` (${describeCounts(counts)})`
      return `**${setTitles[set]}**${about}\n\n${renderTable(headerOf(systems), table)}`
    })
    .join('\n\n')
}

/** Writes what the systems cost. */
export function renderCosts(systems: readonly JudgedSystem[]): string {
  const ours = systems[0]
  const nlpjs = systems.find(({ id }) => id === 'nlpjs')
  const line = (
    name: string,
    of: (system: JudgedSystem) => number,
    digits: number,
    goal?: { text: string; most: number },
  ): string[] => [
    name,
    goal?.text ?? '',
    ours === undefined || goal === undefined ? '' : verdict(of(ours) <= goal.most),
    ...systems.map((system) => of(system).toFixed(digits)),
    ours === undefined || nlpjs === undefined ? '' : `${(of(nlpjs) / of(ours)).toFixed(1)}x`,
  ]
  return renderTable(
    [...headerOf(systems), ...(nlpjs === undefined ? [] : ['NLP.js / Opstap'])],
    [
      line('training, CPU s', ({ training }) => training.cpuMs / 1000, 1, {
        text: `≤ ${goals.trainingMs / 1000}`,
        most: goals.trainingMs / 1000,
      }),
      line('a sentence, median ms', ({ times }) => times.sentences.median, 3, {
        text: `≤ ${goals.medianMs}`,
        most: goals.medianMs,
      }),
      line('a sentence, p99 ms', ({ times }) => times.sentences.p99, 3),
      line('a sentence, mean CPU ms', ({ times }) => times.sentences.cpu, 3),
      line('500 characters, median ms', ({ times }) => times.long.median, 3),
      line('500 characters, p99 ms', ({ times }) => times.long.p99, 3, {
        text: `≤ ${goals.longP99Ms}`,
        most: goals.longP99Ms,
      }),
      line('memory after training, MB', ({ memory }) => memory.added / 1e6, 0, {
        text: `≤ ${goals.memoryBytes / 1e6}`,
        most: goals.memoryBytes / 1e6,
      }),
    ],
  )
}

/** Writes how often a stated confidence is right. */
export function renderReliability({ calibration }: Measures): string {
  return renderTable(
    ['stated confidence', 'mean of it', 'right', 'sentences'],
    calibration
      .map(({ said, right, of }, bin) => [
        `${(bin / calibration.length).toFixed(1)} to ${((bin + 1) / calibration.length).toFixed(1)}`,
        said.toFixed(2),
        of === 0 ? '' : (right / of).toFixed(2),
        String(of),
      ])
      .filter(([, , , of]) => of !== '0'),
  )
}

function headerOf(systems: readonly JudgedSystem[]): string[] {
  return ['', 'goal', 'Opstap has it', ...systems.map(({ id }) => systemTitles[id])]
}

function describeCounts({ topicFirst, wronglyAnswered, commands }: Measures): string {
  return `${topicFirst.of} sentences in scope, ${wronglyAnswered.of} out of scope, ${commands.of} commands`
}

function ratio({ right, of }: Share): number {
  return of === 0 ? Number.NaN : right / of
}

function shareOf(share: Share): string {
  return percent(ratio(share), 1)
}

/** "93.1 %". */
export function percent(share: number, digits: number): string {
  return `${(100 * share).toFixed(digits)} %`
}
