import type { Source } from '../../conversation/content.ts'
import type { AuthoredStep } from '../../conversation/dialog-files/topic-file.ts'
import type { DialogSource, Dialogs, Path } from '../dialog-source.ts'
import { errorAt, type Finding, warningAt } from '../finding.ts'
import { findingTexts as texts } from '../finding-texts.ts'

interface Citation {
  source: string
  path: Path
}

/**
 * Every answer, contact and amount names sources that are listed, every listed source is named once or more, and each has an https address.
 * Steps that a region adds name sources of the region file; an answer that a region replaces may also keep those of the topic.
 * @param dialogs what authors wrote
 */
export function checkSources(dialogs: Dialogs): Finding[] {
  const inTopics = dialogs.topics.flatMap((topic) =>
    checkFile(topic, citeSteps(topic.data.flow, ['flow']), topic.data.sources),
  )
  const inRegions = dialogs.regions.flatMap((region) => {
    const added = Object.entries(region.data.additions).flatMap(([topic, slots]) =>
      Object.entries(slots).flatMap(([slot, steps]) => citeSteps(steps, ['additions', topic, slot])),
    )
    const replaced = Object.entries(region.data.answers).flatMap(([topicId, answers]) => {
      const ofTopic = dialogs.topics.find((topic) => topic.data.id === topicId)?.data.sources ?? []
      return Object.entries(answers).flatMap(([answer, { sources = [] }]) =>
        cite(sources, ['answers', topicId, answer]).filter(
          ({ source }) =>
            region.data.sources.some((own) => own.id === source) || !ofTopic.some((other) => other.id === source),
        ),
      )
    })
    const shown = region.data.organisations.flatMap(({ source }, index) =>
      source === undefined ? [] : [{ source, path: ['organisations', index, 'source'] }],
    )
    return checkFile(region, [...added, ...replaced, ...shown], region.data.sources)
  })
  const ofAmounts = dialogs.amounts.data.amounts.flatMap(({ values }, index) =>
    values.map(({ source }, position) => ({ source, path: ['amounts', index, 'values', position, 'source'] })),
  )
  return [...inTopics, ...inRegions, ...checkFile(dialogs.amounts, ofAmounts, dialogs.amounts.data.sources)]
}

function citeSteps(steps: readonly AuthoredStep[], path: Path): Citation[] {
  return steps.flatMap((step, index) => ('answer' in step ? cite(step.sources, [...path, index]) : []))
}

function cite(sources: readonly string[], path: Path): Citation[] {
  return sources.map((source, index) => ({ source, path: [...path, 'sources', index] }))
}

function checkFile(file: DialogSource<unknown>, citations: readonly Citation[], sources: readonly Source[]): Finding[] {
  const listed = new Set(sources.map((source) => source.id))
  const cited = new Set(citations.map((citation) => citation.source))
  const unknown = citations
    .filter((citation) => !listed.has(citation.source))
    .map((citation) => errorAt(file.placeOf(citation.path), texts.unknownSource(citation.source)))
  const wrong = sources.flatMap(({ id, url }, index) => {
    const place = file.placeOf(['sources', index])
    const findings: Finding[] = []
    if (!url.startsWith('https://')) findings.push(errorAt(place, texts.insecureSource(url)))
    if (isOddAddress(url)) findings.push(errorAt(place, texts.oddAddress(url)))
    if (!cited.has(id)) findings.push(warningAt(place, texts.unusedSource(id)))
    if (sources.findIndex((source) => source.id === id) < index)
      findings.push(errorAt(place, texts.duplicateSource(id)))
    return findings
  })
  return [...unknown, ...wrong]
}

const trackers = /[?&](utm_[a-z]+|fbclid|gclid)=/i

/** An address that no candidate can open: of an example, of this machine, or with the marks of who counts clicks. */
function isOddAddress(url: string): boolean {
  const { hostname } = new URL(url)
  const isNoPlace = !hostname.includes('.') || /(^|\.)(example|test|invalid|localhost)(\.[a-z]+)?$/.test(hostname)
  return isNoPlace || trackers.test(url)
}
