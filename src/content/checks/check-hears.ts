import type { AuthoredStep } from '../../conversation/dialog-files/topic-file.ts'
import type { DialogSource, Dialogs, Path } from '../dialog-source.ts'
import { errorAt, type Finding } from '../finding.ts'
import { findingTexts as texts } from '../finding-texts.ts'

type Question = Extract<AuthoredStep, { ask: string }>
type Hears = NonNullable<Question['choices'][number]['hears']>

/**
 * What somebody says about themselves means at most one choice of a question: no benefit stands with two choices, and hours
 * do not overlap.
 * @param dialogs what authors wrote
 */
export function checkHears({ topics, regions }: Dialogs): Finding[] {
  return [
    ...topics.flatMap((topic) => checkSteps(topic, topic.data.flow, ['flow'])),
    ...regions.flatMap((region) =>
      Object.entries(region.data.additions).flatMap(([topic, slots]) =>
        Object.entries(slots).flatMap(([slot, steps]) => checkSteps(region, steps, ['additions', topic, slot])),
      ),
    ),
  ]
}

function checkSteps(file: DialogSource<unknown>, steps: readonly AuthoredStep[], path: Path): Finding[] {
  return steps.flatMap((step, index) => ('ask' in step ? checkQuestion(file, step, [...path, index, 'choices']) : []))
}

function checkQuestion(file: DialogSource<unknown>, { choices }: Question, path: Path): Finding[] {
  const earlier: Hears[] = []
  return choices.flatMap(({ hears }, index) => {
    if (hears === undefined) return []
    const place = file.placeOf([...path, index, 'hears'])
    const twice = earlier
      .flatMap((other) => findShared(hears, other))
      .map((what) => errorAt(place, texts.hearsTwice(what)))
    earlier.push(hears)
    const { benefit, hours } = hears
    const isNothing = (benefit === undefined && hours === undefined) || (hours !== undefined && hours.from > hours.to)
    return isNothing ? [...twice, errorAt(place, texts.hearsNothing())] : twice
  })
}

function findShared(one: Hears, other: Hears): string[] {
  const benefits = (one.benefit ?? []).filter((kind) => other.benefit?.includes(kind))
  const isOverlap =
    one.hours !== undefined &&
    other.hours !== undefined &&
    one.hours.from <= other.hours.to &&
    other.hours.from <= one.hours.to
  return isOverlap ? [...benefits, 'hours'] : benefits
}
