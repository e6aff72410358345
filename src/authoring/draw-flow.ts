import type { Step, Topic } from '../conversation/content.ts'
import { drawingTexts as texts } from './command-texts.ts'

/** Most characters of a text in a box. */
const maxBoxChars = 60

/**
 * Draws a compiled topic as a Mermaid flowchart: a box a step, an arrow a way on; choices, conditions and the days on which
 * an answer is given stand on the arrows. A dotted arrow passes over a step that does not hold.
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
      return `["${label(step.id, step.text)}"]`
    case 'ask':
      return `{"${label(step.id, step.text)}"}`
    case 'contacts':
      return `[/"${label(`${step.id} (${texts.contacts(step.purpose)})`, step.text)}"\\]`
    case 'ladder':
      return `[/"${label(`${step.id} (${texts.ladder})`, step.text)}"\\]`
    case 'ask-region':
      return `{"${label(step.id, texts.askRegion)}"}`
    case 'handoff':
      return `[/"${label(step.id, step.text)}"/]`
    case 'jump':
      return `(("goto"))`
    case 'goto-topic':
      return `[["${escapeLabel([step.topic, ...(step.step === undefined ? [] : [step.step])].join('/'))}"]]`
    case 'end':
      return `(["${escapeLabel([step.id, ...step.related].join(', '))}"])`
  }
}

function drawArrows(step: Step, index: number, steps: readonly Step[]): string[] {
  const arrow = (to: number, words = '', line = '-->') =>
    to < steps.length ? [`  s${index} ${line}${words === '' ? '' : `|"${escapeLabel(shorten(words))}"|`} s${to}`] : []
  const condition = describeCondition(step)
  const passedOver = condition === '' ? [] : arrow(index + 1, texts.otherwise, '-.->')
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

/** When a step is taken: what must have been answered, and for an answer that follows another or is followed, its days. */
function describeCondition(step: Step): string {
  const answered = Object.entries(step.when ?? {}).map(([slot, choices]) => `${slot} = ${choices.join(' / ')}`)
  if (step.op !== 'answer') return answered.join(' & ')
  const { validFrom, validUntil, succeededBy } = step
  const days = [
    ...(validFrom === undefined ? [] : [texts.from(validFrom)]),
    ...(succeededBy === undefined ? [] : [texts.until(validUntil)]),
  ]
  return [...answered, ...days].join(' & ')
}

function label(name: string, text: string): string {
  return escapeLabel(`${name}: ${shorten(text)}`)
}

function shorten(text: string): string {
  return text.length <= maxBoxChars ? text : `${text.slice(0, maxBoxChars - 1)}…`
}

/**
 * Makes text safe inside the quotes of a Mermaid label. A `#` begins a code there and `<` a piece of HTML; a backtick or an
 * asterisk would be read as Markdown.
 */
function escapeLabel(text: string): string {
  return text
    .replace(/[#"<>`*\\]/g, (sign) => `#${sign.codePointAt(0)};`)
    .replace(/\s+/g, ' ')
    .trim()
}
