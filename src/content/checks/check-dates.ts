import type { AuthoredStep } from '../../conversation/dialog-files/topic-file.ts'
import type { DialogSource, Dialogs, Path } from '../dialog-source.ts'
import { errorAt, type Finding, type Place, warningAt } from '../finding.ts'
import { findingTexts as texts } from '../finding-texts.ts'

/** How long before its last day content is reported, in days. */
const noticeDays = 30
const dayMs = 86_400_000

interface DatedPart {
  place: Place
  /** Day of the last check, when the part names one itself. */
  checkedOn: string | undefined
  /** Last day on which it may be used, when the part names one itself. */
  usableUntil: string | undefined
}

/**
 * Dates exist, and nothing ends before it was looked at.
 * @param dialogs what authors wrote
 */
export function checkDates(dialogs: Dialogs): Finding[] {
  const inParts = collectDatedParts(dialogs).flatMap(({ place, checkedOn, usableUntil }) => {
    const findings = [checkedOn, usableUntil]
      .filter((date) => date !== undefined)
      .filter((date) => !isRealDate(date))
      .map((date) => errorAt(place, texts.impossibleDate(date)))
    if (checkedOn !== undefined && usableUntil !== undefined && usableUntil < checkedOn) {
      findings.push(errorAt(place, texts.endsBeforeReview()))
    }
    return findings
  })
  return [...inParts, ...checkAmountDates(dialogs.amounts)]
}

/** Amounts of earlier days stay in the file, so they only have to exist. */
function checkAmountDates(file: Dialogs['amounts']): Finding[] {
  return file.data.amounts.flatMap(({ values }, index) =>
    values.flatMap(({ from, until }, position) =>
      [from, until]
        .filter((date) => !isRealDate(date))
        .map((date) => errorAt(file.placeOf(['amounts', index, 'values', position]), texts.impossibleDate(date))),
    ),
  )
}

/**
 * What has to be reviewed: past its last day, or within 30 days of it. Warnings only, because the conversation itself
 * stops stating what is past its date.
 * @param dialogs what authors wrote
 * @param today the day to measure from
 */
export function checkReviewDates(dialogs: Dialogs, today: Date): Finding[] {
  const todayText = today.toISOString().slice(0, 10)
  return collectDatedParts(dialogs).flatMap(({ place, usableUntil }) => {
    if (usableUntil === undefined) return []
    const daysLeft = Math.round((Date.parse(usableUntil) - Date.parse(todayText)) / dayMs)
    if (daysLeft < 0) return [warningAt(place, texts.pastDate(usableUntil))]
    return daysLeft <= noticeDays ? [warningAt(place, texts.nearDate(usableUntil, daysLeft))] : []
  })
}

function collectDatedParts(dialogs: Dialogs): DatedPart[] {
  const { topics, regions, phrases, crisis, municipalities, otherLanguages, translations } = dialogs
  const translated = translations.flatMap((each) => [...each.topics, ...each.regions, each.phrases, each.crisis])
  const files = [...topics, ...regions, phrases, crisis, municipalities, otherLanguages, ...translated].map((file) =>
    collectReview(file, file.data, []),
  )
  const inTopics = topics.flatMap((topic) => collectSteps(topic, topic.data.flow, ['flow']))
  const inRegions = regions.flatMap((region) => [
    ...Object.entries(region.data.additions).flatMap(([topic, slots]) =>
      Object.entries(slots).flatMap(([slot, steps]) => collectSteps(region, steps, ['additions', topic, slot])),
    ),
    ...Object.entries(region.data.answers).flatMap(([topic, answers]) =>
      Object.entries(answers).map(([name, answer]) => collectReview(region, answer, ['answers', topic, name])),
    ),
    ...region.data.organisations.map((part, index) => collectContact(region, part, ['organisations', index])),
  ])
  const numbers = crisis.data.numbers.map((part, index) => collectContact(crisis, part, ['numbers', index]))
  return [...files, ...inTopics, ...inRegions, ...numbers]
}

function collectSteps(file: DialogSource<unknown>, steps: readonly AuthoredStep[], path: Path): DatedPart[] {
  return steps.flatMap((step, index) => ('answer' in step ? [collectReview(file, step, [...path, index])] : []))
}

function collectReview(
  file: DialogSource<unknown>,
  part: { reviewedOn?: string | undefined; validUntil?: string | undefined },
  path: Path,
): DatedPart {
  return {
    place: file.placeOf([...path, 'validUntil']),
    checkedOn: part.reviewedOn,
    usableUntil: part.validUntil,
  }
}

function collectContact(
  file: DialogSource<unknown>,
  part: { checkedOn: string; checkBefore: string },
  path: Path,
): DatedPart {
  return { place: file.placeOf([...path, 'checkBefore']), checkedOn: part.checkedOn, usableUntil: part.checkBefore }
}

function isRealDate(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`)
  // Date.parse accepts 31 February and moves it into March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}
