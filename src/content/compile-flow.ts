import type { AnswerStep, Choice, Source, Step } from '../conversation/content.ts'
import type { AuthoredAnswer } from '../conversation/dialog-files/topic-file.ts'
import { type FlowStep, findTarget, type LaidOutFlow, type LaidOutStep } from './lay-out-flow.ts'

/** Last day on which an amount is known, by its id. */
export type AmountEnds = ReadonlyMap<string, string>

/** What a flow is compiled against. */
export interface CompileSurroundings {
  /** All flows of the same region, by topic id. */
  flows: ReadonlyMap<string, LaidOutFlow>
  amountEnds: AmountEnds
}

/**
 * Compiles a laid-out flow: names become positions. The flow must have passed the check of references.
 * @param flow the flow
 * @param around what it is compiled against
 * @returns the steps, in the same order and as many
 */
export function compileFlow(flow: LaidOutFlow, around: CompileSurroundings): Step[] {
  return flow.steps.map((laidOut) => {
    const step = compileStep(laidOut, flow, around)
    return laidOut.when === undefined ? step : { ...step, when: laidOut.when }
  })
}

function compileStep(laidOut: LaidOutStep, flow: LaidOutFlow, around: CompileSurroundings): Step {
  const { id, step } = laidOut
  if ('answer' in step) return compileFlowAnswer(step, laidOut, flow, around.amountEnds)
  if ('contacts' in step) return { op: 'contacts', id, purpose: step.contacts, text: step.say, none: step.none }
  if ('say' in step) return { op: 'say', id, text: step.say }
  if ('ladder' in step) return { op: 'ladder', id, text: step.ladder }
  if ('ask' in step) {
    return {
      op: 'ask',
      id,
      text: step.ask,
      slot: step.slot,
      choices: step.choices.map((each) => compileChoice(each, flow)),
    }
  }
  if ('askRegion' in step) return { op: 'ask-region', id }
  if ('handoff' in step) return { op: 'handoff', id, text: step.handoff }
  if ('end' in step) return { op: 'end', id, related: step.related }
  const target = findTarget(step.goto, flow, around.flows)
  if (target === undefined) throw new Error(`goto "${step.goto}" was not checked before compiling`)
  if (target.kind === 'step') return { op: 'jump', id, to: target.index }
  const first = around.flows.get(target.topic)?.steps[target.index]
  return { op: 'goto-topic', id, topic: target.topic, ...(target.index === 0 || !first ? {} : { step: first.id }) }
}

function compileChoice(
  { id, label, phrases, hears, goto }: Extract<FlowStep, { ask: string }>['choices'][number],
  flow: LaidOutFlow,
): Choice {
  const choice: Choice = { id, label, phrases, ...(hears === undefined ? {} : { hears }) }
  if (goto === undefined) return choice
  const index = flow.labels.get(goto)
  if (index === undefined) throw new Error(`goto "${goto}" of a choice was not checked before compiling`)
  return { ...choice, goto: index }
}

function compileFlowAnswer(
  answer: AuthoredAnswer,
  laidOut: LaidOutStep,
  flow: LaidOutFlow,
  amountEnds: AmountEnds,
): AnswerStep {
  const file = laidOut.isAddition && flow.region !== undefined ? flow.region.data : flow.topic.data
  const successor = flow.steps.find(({ step }) => 'answer' in step && step.succeeds === answer.answer)
  return {
    ...compileAnswer(answer, { id: laidOut.id, sources: file.sources, review: file, amountEnds }),
    ...(answer.validFrom === undefined ? {} : { validFrom: answer.validFrom }),
    ...(successor === undefined ? {} : { succeededBy: successor.id }),
  }
}

/** The words and dates of an answer, whether a topic, a region or a translation gives them. */
export interface AnswerWords
  extends Pick<AuthoredAnswer, 'text' | 'easier' | 'shorter' | 'example' | 'rule' | 'sources'> {
  reviewedOn?: string | undefined
  validUntil?: string | undefined
}

/**
 * Compiles an answer. It ends on the day that was written for it, or earlier: when an amount in it ends.
 * @param words what is said
 * @param around its id, the sources it may cite, the review of the file it stands in, and how long amounts are known
 */
export function compileAnswer(
  words: AnswerWords,
  around: {
    id: string
    sources: readonly Source[]
    review: { reviewedOn: string; validUntil: string }
    amountEnds: AmountEnds
  },
): AnswerStep {
  const { text, easier, shorter, example, rule } = words
  const { id, sources, review, amountEnds } = around
  const ends = findAmounts([text, easier, shorter, example, rule].join(' ')).flatMap(
    (amount) => amountEnds.get(amount) ?? [],
  )
  return {
    op: 'answer',
    id,
    text,
    easier,
    shorter,
    example,
    rule,
    sources: words.sources.flatMap((cited) => sources.find((source) => source.id === cited) ?? []),
    reviewedOn: words.reviewedOn ?? review.reviewedOn,
    validUntil: [words.validUntil ?? review.validUntil, ...ends].sort()[0] ?? review.validUntil,
  }
}

/** Ids of the amounts that a text names. */
export function findAmounts(text: string): string[] {
  return [...text.matchAll(/\{bedrag:([a-z0-9-]+)\}/g)].map((match) => match[1] ?? '')
}
