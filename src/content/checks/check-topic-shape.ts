import type { AuthoredStep, TopicFile } from '../../conversation/dialog-files/topic-file.ts'
import type { DialogSource, Dialogs, Path } from '../dialog-source.ts'
import { errorAt, type Finding } from '../finding.ts'
import { findingTexts as texts } from '../finding-texts.ts'

/** A choice with such an id skips the question. */
const skipIds = /(^|-)(weet-niet|onbekend)$/
const minRelated = 2

/**
 * Every topic has the shape of a guided conversation: it begins with what the person feels, each question can be skipped
 * with "weet ik niet", and its end offers other topics. Steps that a region adds are held to the same. What must stand on every path is the matter of `checkFlows`.
 * Source: the four parts of an answer in the language dossier, §3.5.
 * @param dialogs what authors wrote
 */
export function checkTopicShape({ topics, regions }: Dialogs): Finding[] {
  const inRegions = regions.flatMap((region) =>
    Object.entries(region.data.additions).flatMap(([topic, slots]) =>
      Object.entries(slots).flatMap(([slot, steps]) => checkSteps(region, steps, ['additions', topic, slot])),
    ),
  )
  const inTopics = topics.flatMap((topic) => [...checkOpening(topic), ...checkSteps(topic, topic.data.flow, ['flow'])])
  return [...inTopics, ...inRegions]
}

function checkOpening(topic: DialogSource<TopicFile>): Finding[] {
  const [first] = topic.data.flow
  const isFeeling = first !== undefined && 'say' in first && !('contacts' in first) && first.when === undefined
  return isFeeling ? [] : [errorAt(topic.placeOf(['flow', 0]), texts.noFeelingFirst())]
}

function checkSteps(file: DialogSource<unknown>, steps: readonly AuthoredStep[], path: Path): Finding[] {
  return steps.flatMap((step, index) => {
    const place = file.placeOf([...path, index])
    if ('ask' in step && !step.choices.some(({ id }) => skipIds.test(id))) return [errorAt(place, texts.noSkip())]
    if ('end' in step && step.related.length < minRelated) return [errorAt(place, texts.fewRelated(minRelated))]
    return []
  })
}
