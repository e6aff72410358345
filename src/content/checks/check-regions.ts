import type { RegionFile } from '../../conversation/dialog-files/region-file.ts'
import type { TopicFile } from '../../conversation/dialog-files/topic-file.ts'
import type { DialogSource, Dialogs } from '../dialog-source.ts'
import { errorAt, type Finding } from '../finding.ts'
import { findingTexts as texts } from '../finding-texts.ts'

type RegionSource = DialogSource<RegionFile>

/**
 * Regions fit the topics and each other: what they replace or add exists, they share one set of words, each municipality
 * belongs to one of them, one of them takes everybody else, and somebody answers on some hour of the week.
 * @param dialogs what authors wrote
 */
export function checkRegions(dialogs: Dialogs): Finding[] {
  const topics = new Map(dialogs.topics.map((topic) => [topic.data.id, topic.data]))
  return [
    ...dialogs.regions.flatMap((region) => [
      ...checkAnswers(region, topics),
      ...checkAdditions(region, topics),
      ...checkRouting(region, topics),
      ...checkOffice(region),
    ]),
    ...checkWords(dialogs.regions),
    ...checkMunicipalities(dialogs.regions),
  ]
}

function checkAnswers(region: RegionSource, topics: ReadonlyMap<string, TopicFile>): Finding[] {
  return Object.entries(region.data.answers).flatMap(([topicId, answers]) => {
    const topic = topics.get(topicId)
    if (topic === undefined) return [errorAt(region.placeOf(['answers', topicId]), texts.unknownTopic(topicId))]
    const known = new Set(topic.flow.flatMap((step) => ('answer' in step ? [step.answer] : [])))
    return Object.keys(answers)
      .filter((answer) => !known.has(answer))
      .map((answer) => errorAt(region.placeOf(['answers', topicId, answer]), texts.unknownAnswer(answer, topicId)))
  })
}

function checkAdditions(region: RegionSource, topics: ReadonlyMap<string, TopicFile>): Finding[] {
  return Object.entries(region.data.additions).flatMap(([topicId, additions]) => {
    const topic = topics.get(topicId)
    if (topic === undefined) return [errorAt(region.placeOf(['additions', topicId]), texts.unknownTopic(topicId))]
    const known = new Set(topic.flow.flatMap((step) => ('region' in step ? [step.region] : [])))
    return Object.entries(additions).flatMap(([slot, steps]) => {
      const path = ['additions', topicId, slot]
      if (!known.has(slot)) return [errorAt(region.placeOf(path), texts.unknownRegionSlot(slot, topicId))]
      return steps.flatMap((step, index) =>
        'region' in step ? [errorAt(region.placeOf([...path, index]), texts.nestedRegionSlot())] : [],
      )
    })
  })
}

function checkRouting(region: RegionSource, topics: ReadonlyMap<string, TopicFile>): Finding[] {
  const { routing } = region.data
  const findings = routing.flatMap((route, index) =>
    route.topics.flatMap((topic, position) =>
      topics.has(topic)
        ? []
        : [errorAt(region.placeOf(['routing', index, 'topics', position]), texts.unknownTopic(topic))],
    ),
  )
  const hasDefault = routing.some((route) => route.topics.length === 0)
  return hasDefault ? findings : [...findings, errorAt(region.placeOf(['routing']), texts.noDefaultRoute())]
}

function checkOffice(region: RegionSource): Finding[] {
  const days = Object.entries(region.data.office.hours)
  if (days.length === 0) return [errorAt(region.placeOf(['office', 'hours']), texts.closedAllWeek())]
  return days.flatMap(([day, hours]) =>
    // Both are HH:MM, so their order as text is their order in time.
    hours !== undefined && hours.to <= hours.from
      ? [errorAt(region.placeOf(['office', 'hours', day]), texts.closesBeforeOpening())]
      : [],
  )
}

function checkWords(regions: readonly RegionSource[]): Finding[] {
  const all = new Set(regions.flatMap((region) => Object.keys(region.data.words)))
  return regions.flatMap((region) =>
    [...all]
      .filter((word) => !Object.hasOwn(region.data.words, word))
      .map((word) => errorAt(region.placeOf(['words']), texts.missingWord(word))),
  )
}

function checkMunicipalities(regions: readonly RegionSource[]): Finding[] {
  const owners = new Map<string, string>()
  const findings: Finding[] = []
  let hasFallback = false
  for (const region of regions) {
    const { id, municipalities } = region.data
    if (municipalities.length === 0 && hasFallback) {
      findings.push(errorAt(region.placeOf(['municipalities']), texts.secondFallbackRegion()))
    }
    hasFallback ||= municipalities.length === 0
    for (const [index, name] of municipalities.entries()) {
      const owner = owners.get(name)
      const place = region.placeOf(['municipalities', index])
      if (owner !== undefined) findings.push(errorAt(place, texts.duplicateMunicipality(name, owner)))
      owners.set(name, id)
    }
  }
  const [first] = regions
  if (!hasFallback && first !== undefined) findings.push(errorAt(first.placeOf(['id']), texts.noFallbackRegion()))
  return findings
}
