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
  kind: 'dead-end' | 'endless-loop' | 'no-help' | 'no-small-step' | 'many-questions'
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
const maxSituations = 200_000
/** Most questions on one path: people with little energy leave at the fourth. */
export const maxQuestions = 3
/** A step of this name is the one small thing that can be done this week. */
const smallStepName = 'kleine-stap'

/** What was met on the way to a step. */
interface Met {
  hasHelp: boolean
  hasSmallStep: boolean
  questions: number
}

interface Situation {
  index: number
  answers: Answers
  met: Met
}

type Outcome = { kind: 'go'; to: Situation[] } | { kind: 'stop'; lacks: 'no-help' | 'no-small-step' | undefined }

/**
 * Walks every path through a compiled flow the way the conversation does: a step whose condition does not hold is passed
 * over, a question whose slot holds one of its choices is not put again, and its choice decides the way.
 * A path must end in `end`, `handoff` or another topic, must have met an answer or a handoff, a small step before its `end`,
 * and at most three questions. The other topic is walked by itself, so going there counts as help.
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

  const walk = ({ index, answers, met }: Situation, previous: number): void => {
    const key = JSON.stringify([index, ...Object.values(met), deciding.map((slot) => answers[slot] ?? '')])
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
      const outcome = carryOut(step, { index, answers, met })
      if (outcome.kind === 'stop') {
        if (outcome.lacks !== undefined) report({ kind: outcome.lacks, index, answers })
      } else {
        for (const to of outcome.to) {
          if (to.met.questions > maxQuestions) report({ kind: 'many-questions', index, answers })
          else walk(to, index)
        }
      }
    } else {
      walk({ index: index + 1, answers, met }, previous)
    }
    onPath.delete(key)
    finished.add(key)
  }

  // Whoever jumps into the middle comes from a topic that is walked by itself.
  for (const { index, answers } of entries)
    walk({ index, answers, met: { hasHelp: index > 0, hasSmallStep: false, questions: 0 } }, index)
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

function carryOut(step: Step, { index, answers, met }: Situation): Outcome {
  const go = (to: number, more: Partial<Met> = {}): Outcome => ({
    kind: 'go',
    to: [{ index: to, answers, met: { ...met, ...more } }],
  })
  switch (step.op) {
    case 'say':
      return go(index + 1, step.id.startsWith(smallStepName) ? { hasSmallStep: true } : {})
    case 'contacts':
    case 'ladder':
      return go(index + 1)
    case 'ask-region':
      return go(index + 1, { questions: met.questions + 1 })
    case 'answer':
      return go(index + 1, { hasHelp: true })
    case 'ask': {
      const known = step.choices.find((choice) => choice.id === answers[step.slot])
      if (known !== undefined) return go(known.goto ?? index + 1)
      const to = step.choices.map((choice) => ({
        index: choice.goto ?? index + 1,
        answers: { ...answers, [step.slot]: choice.id },
        met: { ...met, questions: met.questions + 1 },
      }))
      return { kind: 'go', to }
    }
    case 'jump':
      return go(step.to)
    case 'goto-topic':
    case 'handoff':
      return { kind: 'stop', lacks: undefined }
    case 'end':
      return { kind: 'stop', lacks: met.hasHelp ? (met.hasSmallStep ? undefined : 'no-small-step') : 'no-help' }
  }
}

function holds(condition: Condition | undefined, answers: Answers): boolean {
  return Object.entries(condition ?? {}).every(([slot, allowed]) => allowed.includes(answers[slot] ?? ''))
}
