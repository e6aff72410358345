import type { Condition, Step } from '../conversation/content.ts'

/** Collected answers: slot -> choice id. A slot that is absent was not answered. */
export type Answers = Readonly<Record<string, string>>

/** Where a walk through a flow begins. */
export interface Entry {
  index: number
  answers: Answers
}

/** Something wrong on one path. */
export interface FlowProblem {
  kind: 'dead-end' | 'endless-loop' | 'no-help'
  /** The last step of the path. */
  index: number
  /** What was answered on the way there. */
  answers: Answers
}

/** What was met on all walks through a flow. */
export interface Exploration {
  /** Steps that were carried out on some path. */
  reached: ReadonlySet<number>
  /** At most one of each kind for each step. */
  problems: FlowProblem[]
  /** False when there were too many paths to walk them all. */
  isComplete: boolean
}

/** Bound on the situations (step × answers) that are looked at: far above any written topic, low enough to start fast. */
const maxSituations = 20_000

type Outcome =
  | { kind: 'go'; to: { index: number; answers: Answers; hasHelp: boolean }[] }
  | { kind: 'stop'; hasHelp: boolean }

/**
 * Walks every path through a compiled flow the way the conversation does: a step whose condition does not hold is passed
 * over, a question whose slot holds one of its choices is not put again, and its choice decides the way.
 * A path must end in `end`, `handoff` or another topic, and must have met an answer or a handoff. The other topic is
 * walked by itself, so going there counts as help.
 * @param steps the flow
 * @param entries where walks begin
 */
export function exploreFlow(steps: readonly Step[], entries: readonly Entry[]): Exploration {
  const deciding = collectDecidingSlots(steps, entries)
  const reached = new Set<number>()
  const problems = new Map<string, FlowProblem>()
  const finished = new Set<string>()
  /** Situations of the path that is being walked, in order, with their steps. */
  const onPath = new Map<string, number>()
  let isComplete = true

  const report = (problem: FlowProblem) => {
    const key = `${problem.kind} ${problem.index}`
    if (!problems.has(key)) problems.set(key, problem)
  }

  const walk = (index: number, answers: Answers, hasHelp: boolean, previous: number): void => {
    const key = JSON.stringify([index, hasHelp, deciding.map((slot) => answers[slot] ?? '')])
    if (onPath.has(key)) return report({ kind: 'endless-loop', index: findWayBack(onPath, key), answers })
    if (finished.has(key)) return
    if (finished.size + onPath.size >= maxSituations) {
      isComplete = false
      return
    }
    const step = steps[index]
    if (step === undefined) return report({ kind: 'dead-end', index: previous, answers })
    onPath.set(key, index)
    if (holds(step.when, answers)) {
      reached.add(index)
      const outcome = carryOut(step, index, answers, hasHelp)
      if (outcome.kind === 'go') for (const to of outcome.to) walk(to.index, to.answers, to.hasHelp, index)
      else if (!outcome.hasHelp) report({ kind: 'no-help', index, answers })
    } else {
      walk(index + 1, answers, hasHelp, previous)
    }
    onPath.delete(key)
    finished.add(key)
  }

  // Whoever jumps into the middle comes from a topic that is walked by itself.
  for (const entry of entries) walk(entry.index, entry.answers, entry.index > 0, entry.index)
  return { reached, problems: [...problems.values()], isComplete }
}

/**
 * Slots whose answer can still matter after the question itself: tested by a condition, asked more than once, or known from
 * the start. Without the others, a topic of twenty questions would have more situations than can be walked.
 */
function collectDecidingSlots(steps: readonly Step[], entries: readonly Entry[]): string[] {
  const asked = steps.flatMap((step) => (step.op === 'ask' ? [step.slot] : []))
  const askedAgain = asked.filter((slot, index) => asked.indexOf(slot) < index)
  const tested = steps.flatMap((step) => Object.keys(step.when ?? {}))
  const known = entries.flatMap((entry) => Object.keys(entry.answers))
  return [...new Set([...askedAgain, ...tested, ...known])].sort()
}

/** The step of a ring that leads back is the lowest in the file: everything else runs down to it. */
function findWayBack(onPath: ReadonlyMap<string, number>, key: string): number {
  const path = [...onPath.keys()]
  const ring = path.slice(path.indexOf(key))
  return Math.max(...ring.map((situation) => onPath.get(situation) ?? 0))
}

function carryOut(step: Step, index: number, answers: Answers, hasHelp: boolean): Outcome {
  const go = (to: number): Outcome => ({ kind: 'go', to: [{ index: to, answers, hasHelp }] })
  switch (step.op) {
    case 'say':
    case 'ask-region':
      return go(index + 1)
    case 'answer':
      return { kind: 'go', to: [{ index: index + 1, answers, hasHelp: true }] }
    case 'ask': {
      const known = step.choices.find((choice) => choice.id === answers[step.slot])
      if (known !== undefined) return go(known.goto ?? index + 1)
      const to = step.choices.map((choice) => ({
        index: choice.goto ?? index + 1,
        answers: { ...answers, [step.slot]: choice.id },
        hasHelp,
      }))
      return { kind: 'go', to }
    }
    case 'jump':
      return go(step.to)
    case 'goto-topic':
    case 'handoff':
      return { kind: 'stop', hasHelp: true }
    case 'end':
      return { kind: 'stop', hasHelp }
  }
}

function holds(condition: Condition | undefined, answers: Answers): boolean {
  return Object.entries(condition ?? {}).every(([slot, allowed]) => allowed.includes(answers[slot] ?? ''))
}
