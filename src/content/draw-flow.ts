import type { Condition, Step, Topic } from '../conversation/content.ts'
import { drawnOtherwise, drawnRegionQuestion } from './finding-texts.ts'

/** Most characters of a text in a box. */
const maxBoxChars = 60

/**
 * Draws a compiled topic as a Mermaid flowchart: a box a step, an arrow a way on, choices and conditions on the arrows.
 * @param topic topic, compiled for one region
 * @returns the text of the drawing, ending in a new line
 */
export function drawFlow(topic: Topic): string {
  const boxes = topic.steps.map((step, index) => `  s${index}${drawBox(step)}`)
  const arrows = topic.steps.flatMap((step, index) => drawArrows(step, index, topic.steps))
  return ['flowchart TD', ...boxes, ...arrows, ''].join('\n')
}

function drawBox(step: Step): string {
  switch (step.op) {
    case 'say':
    case 'answer':
      return `["${step.id}: ${shortenForBox(step.text)}"]`
    case 'ask':
      return `{"${step.id}: ${shortenForBox(step.text)}"}`
    case 'ask-region':
      return `{"${drawnRegionQuestion}"}`
    case 'handoff':
      return `[/"${step.id}: ${shortenForBox(step.text)}"/]`
    case 'jump':
      return `(("goto"))`
    case 'goto-topic':
      return `[["${step.topic}"]]`
    case 'end':
      return `(["${[step.id, ...step.related].join(', ')}"])`
  }
}

function drawArrows(step: Step, index: number, steps: readonly Step[]): string[] {
  const arrow = (to: number, label = '') =>
    to < steps.length ? [`  s${index} -->${label === '' ? '' : `|"${shortenForBox(label)}"|`} s${to}`] : []
  const condition = describeCondition(step.when)
  const passedOver = condition === '' ? [] : arrow(index + 1, `${drawnOtherwise} (${condition})`)
  switch (step.op) {
    case 'ask':
      return [...step.choices.flatMap((choice) => arrow(choice.goto ?? index + 1, choice.label)), ...passedOver]
    case 'jump':
      return [...arrow(step.to, condition), ...passedOver]
    case 'goto-topic':
    case 'handoff':
    case 'end':
      return passedOver
    default:
      return [...arrow(index + 1, condition), ...passedOver]
  }
}

function describeCondition(condition: Condition | undefined): string {
  return Object.entries(condition ?? {})
    .map(([slot, choices]) => `${slot} = ${choices.join(' / ')}`)
    .join(' & ')
}

function shortenForBox(text: string): string {
  const short = text.length <= maxBoxChars ? text : `${text.slice(0, maxBoxChars - 1)}…`
  return short.replaceAll('"', '#quot;').replace(/\s+/g, ' ')
}
