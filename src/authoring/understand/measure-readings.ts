import { commands, crisisLevels } from '../../understanding/meaning.ts'
import type { Reading } from './create-read-line.ts'

/** Label of what belongs to nothing we answer. */
export const outOfScope = 'buiten-bereik'

/** What is measured of a reading. */
export type MeasuredReading = Pick<Reading, 'topic' | 'confidence' | 'alternatives' | 'crisis' | 'command' | 'decision'>

/** A reading, and what it should have been. */
export interface LabelledReading {
  reading: MeasuredReading
  /** Any of them is right; the first says what kind of line it is. */
  labels: readonly string[]
}

/** A share: how many of how many. */
export interface Share {
  right: number
  of: number
}

/** How well a set of labelled lines was understood. */
export interface Measures {
  /** In-scope lines with a right topic first. */
  topicFirst: Share
  /** In-scope lines with a right topic among the three. */
  topicAmongThree: Share
  /** Mean over topics of the harmonic mean of precision and recall, 0 to 1. */
  macroF1: number
  /** In-scope lines that are answered at once, and how many of those with a right topic. */
  answered: Share
  commands: Share
  /** The command `mens` alone. */
  person: Share
  /** How well the confidence tells in-scope lines from others, 0.5 to 1. */
  auroc: number
  /** Out-of-scope lines that are answered at once all the same. */
  wronglyAnswered: Share
  /** Lines of rood and oranje heard as at least oranje, and other lines heard as rood or oranje. */
  crisis: { heard: Share; raised: Share }
  /** Per tenth of stated confidence: how many, what was said on average and what was right. */
  calibration: { said: number; right: number; of: number }[]
  /** Most frequent mistakes: label, topic that was read instead, how often. */
  confusions: { label: string; read: string; count: number }[]
}

const bins = 10
const mostConfusions = 12
const dangerous: readonly string[] = ['rood', 'oranje', 'crisis']

/**
 * Measures readings against their labels. Lines whose first label is a topic count for topics, a command for commands,
 * `buiten-bereik` for what is out of scope, and a step of the crisis ladder for the crisis rules.
 */
export function measureReadings(lines: readonly LabelledReading[]): Measures {
  const isCommand = (label: string) => commands.some((command) => command === label)
  const isLevel = (label: string) => label === 'crisis' || label === 'geen' || crisisLevels.some((l) => l === label)
  const inScope = lines.filter(
    ({ labels: [first = ''] }) => !isCommand(first) && !isLevel(first) && first !== outOfScope,
  )
  const commanded = lines.filter(({ labels: [first = ''] }) => isCommand(first))
  const outside = lines.filter(({ labels: [first] }) => first === outOfScope)
  const levelled = lines.filter(({ labels: [first = ''] }) => isLevel(first))
  const answered = inScope.filter(({ reading }) => reading.decision === 'answer')
  const isRight = ({ reading, labels }: LabelledReading) => labels.includes(reading.topic ?? '')
  const isHeard = ({ reading }: LabelledReading) => dangerous.includes(reading.crisis)
  const inDanger = levelled.filter(({ labels: [first = ''] }) => dangerous.includes(first))
  const harmless = lines.filter((line) => !inDanger.includes(line))
  const rightCommand = ({ reading, labels }: LabelledReading) => labels.includes(reading.command ?? '')
  return {
    topicFirst: share(inScope, isRight),
    topicAmongThree: share(inScope, ({ reading, labels }) =>
      [reading.topic, ...reading.alternatives.map(({ topic }) => topic)].some((topic) => labels.includes(topic ?? '')),
    ),
    macroF1: measureMacroF1(inScope),
    answered: share(answered, isRight),
    commands: share(commanded, rightCommand),
    person: share(
      commanded.filter(({ labels: [first] }) => first === 'mens'),
      rightCommand,
    ),
    auroc: measureAuroc(inScope.map(confidenceOf), outside.map(confidenceOf)),
    wronglyAnswered: share(outside, ({ reading }) => reading.decision === 'answer'),
    crisis: { heard: share(inDanger, isHeard), raised: share(harmless, isHeard) },
    calibration: calibrate(inScope.concat(outside), isRight),
    confusions: findConfusions(inScope),
  }
}

function share(lines: readonly LabelledReading[], isRight: (line: LabelledReading) => boolean): Share {
  return { right: lines.filter(isRight).length, of: lines.length }
}

function confidenceOf({ reading }: LabelledReading): number {
  return reading.confidence
}

function measureMacroF1(lines: readonly LabelledReading[]): number {
  const topics = [...new Set(lines.map(({ labels: [first = ''] }) => first))]
  const scores = topics.map((topic) => {
    const read = lines.filter(({ reading }) => reading.topic === topic)
    const meant = lines.filter(({ labels: [first] }) => first === topic)
    const right = read.filter(({ labels }) => labels.includes(topic)).length
    return read.length + meant.length === 0 ? 0 : Math.min(1, (2 * right) / (read.length + meant.length))
  })
  return scores.length === 0 ? 0 : scores.reduce((sum, score) => sum + score, 0) / scores.length
}

/** The chance that a line of the first kind is stated with more confidence than one of the second; ties count half. */
function measureAuroc(inside: readonly number[], outside: readonly number[]): number {
  if (inside.length === 0 || outside.length === 0) return Number.NaN
  const sorted = [...outside].sort((one, other) => one - other)
  const countBelow = (limit: number, isEqualIn: boolean): number => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const value = sorted[middle] ?? 0
      if (value < limit || (isEqualIn && value === limit)) low = middle + 1
      else high = middle
    }
    return low
  }
  const wins = inside.reduce((sum, value) => sum + (countBelow(value, false) + countBelow(value, true)) / 2, 0)
  return wins / (inside.length * outside.length)
}

function calibrate(
  lines: readonly LabelledReading[],
  isRight: (line: LabelledReading) => boolean,
): Measures['calibration'] {
  return Array.from({ length: bins }, (_unused, bin) => {
    const inBin = lines.filter(({ reading }) => Math.min(bins - 1, Math.floor(reading.confidence * bins)) === bin)
    const said = inBin.reduce((sum, { reading }) => sum + reading.confidence, 0)
    return { said: inBin.length === 0 ? 0 : said / inBin.length, right: inBin.filter(isRight).length, of: inBin.length }
  })
}

function findConfusions(lines: readonly LabelledReading[]): Measures['confusions'] {
  const counts = new Map<string, { label: string; read: string; count: number }>()
  for (const { reading, labels } of lines) {
    const [label = ''] = labels
    const read = reading.topic ?? ''
    if (labels.includes(read)) continue
    const pair = counts.get(`${label} ${read}`) ?? { label, read, count: 0 }
    pair.count += 1
    counts.set(`${label} ${read}`, pair)
  }
  return [...counts.values()].sort((one, other) => other.count - one.count).slice(0, mostConfusions)
}
