import type { AnswerStep, Choice, Source, Step } from '../conversation/content.ts'
import type { RegionFile } from '../conversation/dialog-files.ts'
import { fillWords } from './fill-words.ts'
import { type FlowStep, findTarget, type LaidOutFlow, type LaidOutStep } from './lay-out-flow.ts'

type AuthoredAnswer = Extract<FlowStep, { answer: string }>
type AnswerOverride = RegionFile['answers'][string][string]

/**
 * Compiles a laid-out flow: names become positions, answers of the region replace those of the topic, words are filled in.
 * The flow must have passed the check of references.
 * @param flow the flow
 * @param flows all flows of the same region, by topic id
 * @returns the steps, in the same order and as many
 */
export function compileFlow(flow: LaidOutFlow, flows: ReadonlyMap<string, LaidOutFlow>): Step[] {
  return flow.steps.map((laidOut) => {
    const step = compileStep(laidOut, flow, flows)
    return laidOut.when === undefined ? step : { ...step, when: laidOut.when }
  })
}

function compileStep(laidOut: LaidOutStep, flow: LaidOutFlow, flows: ReadonlyMap<string, LaidOutFlow>): Step {
  const { id, step } = laidOut
  const words = flow.region.data.words
  if ('say' in step) return { op: 'say', id, text: fillWords(step.say, words) }
  if ('answer' in step) return compileAnswer(step, laidOut, flow)
  if ('ask' in step) {
    const choices = step.choices.map((choice): Choice => {
      const { goto } = choice
      const filled = { id: choice.id, label: fillWords(choice.label, words), phrases: choice.phrases }
      return goto === undefined ? filled : { ...filled, goto: getIndex(goto, flow) }
    })
    return { op: 'ask', id, text: fillWords(step.ask, words), slot: step.slot, choices }
  }
  if ('askRegion' in step) return { op: 'ask-region', id }
  if ('handoff' in step) return { op: 'handoff', id, text: fillWords(step.handoff, words) }
  if ('end' in step) return { op: 'end', id, related: step.related }
  const target = findTarget(step.goto, flow, flows)
  if (target === undefined) throw new Error(`goto "${step.goto}" was not checked before compiling`)
  return target.kind === 'step'
    ? { op: 'jump', id, to: target.index }
    : { op: 'goto-topic', id, topic: target.topic, step: target.index }
}

function getIndex(name: string, flow: LaidOutFlow): number {
  const index = flow.labels.get(name)
  if (index === undefined) throw new Error(`goto "${name}" of a choice was not checked before compiling`)
  return index
}

/** A region that writes its own words answers for them with its own review date, unless it says otherwise. */
function compileAnswer(answer: AuthoredAnswer, laidOut: LaidOutStep, flow: LaidOutFlow): AnswerStep {
  const topic = flow.topic.data
  const region = flow.region.data
  const override: AnswerOverride = laidOut.isAddition ? {} : (region.answers[topic.id]?.[answer.answer] ?? {})
  const isOfRegion = laidOut.isAddition || override.text !== undefined
  const dates = isOfRegion ? region : topic
  const own = override.text === undefined ? answer : undefined
  const fill = (text: string) => fillWords(text, region.words)
  const example = override.example ?? answer.example
  return {
    op: 'answer',
    id: laidOut.id,
    text: fill(override.text ?? answer.text),
    easier: fill(override.easier ?? answer.easier),
    shorter: fill(override.shorter ?? answer.shorter),
    ...(example === undefined ? {} : { example: fill(example) }),
    rule: fill(override.rule ?? answer.rule),
    sources: compileSources(override.sources ?? answer.sources, laidOut, flow),
    reviewedOn: override.reviewedOn ?? own?.reviewedOn ?? dates.reviewedOn,
    validUntil: override.validUntil ?? own?.validUntil ?? dates.validUntil,
  }
}

function compileSources(ids: readonly string[], laidOut: LaidOutStep, flow: LaidOutFlow): Source[] {
  const listed = laidOut.isAddition
    ? flow.region.data.sources
    : [...flow.region.data.sources, ...flow.topic.data.sources]
  return ids.flatMap((id) => listed.find((source) => source.id === id) ?? [])
}
