import type { Step } from '../../conversation/content.ts'
import type { CompiledFlow } from '../compile-content.ts'
import {
  type Answers,
  type Entry,
  type Exploration,
  exploreFlow,
  type FlowProblem,
  maxQuestions,
} from '../explore-flow.ts'
import { errorAt, type Finding, type Place, warningAt } from '../finding.ts'
import { alongAnswers, findingTexts as texts } from '../finding-texts.ts'

/** Most combinations of answers from elsewhere that a walk is begun with. */
const maxCombinations = 512

/** Slot -> choice ids it can hold. */
type SlotValues = ReadonlyMap<string, ReadonlySet<string>>

/**
 * Walks every topic in every region: each step is reached, no path runs dead or round, and each meets an answer or a human.
 * A walk begins with nothing answered and with each combination of answers that other topics can have left behind, and also
 * where other topics jump in. A step of a topic may be out of reach in some regions, but not in all of them.
 * @param flows compiled flows of all topics and regions
 */
export function checkFlows(flows: readonly CompiledFlow[]): Finding[] {
  const explorations = new Map<string, Exploration>()
  const findings: Finding[] = []
  const unreached = new Map<string, { place: Place; count: number }>()
  for (const flow of flows) {
    const entries = collectEntries(flow, flows)
    // Most topics are the same in most regions; one walk serves them all.
    const shape = JSON.stringify([flow.compiled.map(shapeOf), entries])
    const exploration = explorations.get(shape) ?? exploreFlow(flow.compiled, entries)
    explorations.set(shape, exploration)
    findings.push(...exploration.problems.map((problem) => describeProblem(problem, flow)))
    if (!exploration.isComplete) findings.push(warningAt(flow.topic.placeOf(['flow']), texts.tooManyPaths()))
    else countUnreached(flow, exploration, unreached)
  }
  return [...findings, ...reportUnreached(unreached, flows)]
}

function shapeOf(step: Step): unknown {
  switch (step.op) {
    case 'ask':
      return [step.op, step.when, step.slot, step.choices.map(({ id, goto }) => [id, goto])]
    case 'jump':
      return [step.op, step.when, step.to]
    default:
      return [step.op, step.when]
  }
}

function collectEntries(flow: CompiledFlow, flows: readonly CompiledFlow[]): Entry[] {
  // What a region adds to another topic leaves no answers behind that its general flow does not: it is the same topic.
  const others = flows.filter((other) => other.region === undefined && other.topic !== flow.topic)
  const foreign = collectValues(others.map((other) => other.compiled))
  const all = collectValues([flow.compiled, ...others.map((other) => other.compiled)])
  const used = collectUsedSlots(flow.compiled)
  const jumpedTo = others.flatMap((other) =>
    other.compiled.flatMap((step) =>
      step.op === 'goto-topic' && step.topic === flow.topic.data.id && step.step !== undefined
        ? [flow.compiled.findIndex(({ id }) => id === step.step)]
        : [],
    ),
  )
  return [
    // The conversation forgets what this topic asked when it begins again, so only answers from elsewhere are known.
    ...combine(used, foreign).map((answers) => ({ index: 0, answers })),
    ...[...new Set(jumpedTo)].flatMap((index) => combine(used, all).map((answers) => ({ index, answers }))),
  ]
}

function collectValues(flows: readonly (readonly Step[])[]): SlotValues {
  const values = new Map<string, Set<string>>()
  for (const step of flows.flat()) {
    if (step.op !== 'ask') continue
    const known = values.get(step.slot) ?? new Set()
    values.set(step.slot, known)
    for (const choice of step.choices) known.add(choice.id)
  }
  return values
}

function collectUsedSlots(steps: readonly Step[]): string[] {
  const slots = steps.flatMap((step) => [...Object.keys(step.when ?? {}), ...(step.op === 'ask' ? [step.slot] : [])])
  return [...new Set(slots)].sort()
}

function combine(slots: readonly string[], values: SlotValues): Answers[] {
  let combinations: Answers[] = [{}]
  for (const slot of slots) {
    const known = [...(values.get(slot) ?? [])]
    const extended = combinations.flatMap((answers) => [
      answers,
      ...known.map((choice) => ({ ...answers, [slot]: choice })),
    ])
    if (extended.length > maxCombinations) return combinations
    combinations = extended
  }
  return combinations
}

function describeProblem({ kind, index, answers }: FlowProblem, flow: CompiledFlow): Finding {
  const place = flow.steps[index]?.place ?? flow.topic.placeOf(['flow'])
  const given = Object.entries(answers).map(([slot, choice]) => `${slot}: ${choice}`)
  const how = alongAnswers(given, flow.region?.data.id)
  switch (kind) {
    case 'dead-end':
      return errorAt(place, texts.deadEnd(how))
    case 'endless-loop':
      return errorAt(place, texts.endlessLoop(how))
    case 'no-help':
      return errorAt(place, texts.noHelp(how))
    case 'no-small-step':
      return errorAt(place, texts.noSmallStep(how))
    case 'many-questions':
      return errorAt(place, texts.manyQuestions(maxQuestions, how))
  }
}

function keyOf(place: Place): string {
  return `${place.file}:${place.line}`
}

function countUnreached(
  flow: CompiledFlow,
  exploration: Exploration,
  unreached: Map<string, { place: Place; count: number }>,
): void {
  for (const [index, { place }] of flow.steps.entries()) {
    if (exploration.reached.has(index)) continue
    const known = unreached.get(keyOf(place))
    unreached.set(keyOf(place), { place, count: (known?.count ?? 0) + 1 })
  }
}

function reportUnreached(
  unreached: ReadonlyMap<string, { place: Place; count: number }>,
  flows: readonly CompiledFlow[],
): Finding[] {
  const appearances = new Map<string, number>()
  for (const { place } of flows.flatMap((flow) => flow.steps)) {
    appearances.set(keyOf(place), (appearances.get(keyOf(place)) ?? 0) + 1)
  }
  return [...unreached.entries()]
    .filter(([key, { count }]) => count === appearances.get(key))
    .map(([, { place }]) => errorAt(place, texts.unreachable()))
}
