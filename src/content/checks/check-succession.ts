import type { AuthoredAnswer, TopicFile } from '../../conversation/dialog-files/topic-file.ts'
import { findAmountEnds } from '../compile-amounts.ts'
import { type AmountEnds, findAmounts } from '../compile-flow.ts'
import type { DialogSource, Dialogs } from '../dialog-source.ts'
import { errorAt, type Finding } from '../finding.ts'
import { findingTexts as texts } from '../finding-texts.ts'

const dayMs = 86_400_000

/**
 * An answer that takes over from another does so without a day between or a day together, for the same people, and from
 * one answer only; and no answer begins later than its file without taking over from one.
 * @param dialogs what authors wrote
 */
export function checkSuccession({ topics, amounts }: Dialogs): Finding[] {
  const ends = findAmountEnds(amounts.data)
  return topics.flatMap((topic) => checkTopic(topic, ends))
}

function checkTopic(topic: DialogSource<TopicFile>, ends: AmountEnds): Finding[] {
  const answers = topic.data.flow.flatMap((step) => ('answer' in step ? [step] : []))
  const taken = new Set<string>()
  return topic.data.flow.flatMap((step, index) => {
    if (!('answer' in step)) return []
    const place = topic.placeOf(['flow', index])
    if (step.succeeds === undefined) return step.validFrom === undefined ? [] : [errorAt(place, texts.beginsAlone())]
    const before = answers.find(({ answer }) => answer === step.succeeds)
    if (before === undefined) return [errorAt(place, texts.unknownAnswer(step.succeeds, topic.data.id))]
    const findings: Finding[] = []
    if (taken.has(step.succeeds)) findings.push(errorAt(place, texts.secondSuccessor(step.succeeds)))
    taken.add(step.succeeds)
    if (JSON.stringify(before.when ?? {}) !== JSON.stringify(step.when ?? {}))
      findings.push(errorAt(place, texts.otherPeople(step.succeeds)))
    const last = lastDayOf(before, topic.data.validUntil, ends)
    const next = dayAfter(last)
    if (next !== undefined && step.validFrom !== next)
      findings.push(errorAt(place, texts.notNextDay(step.succeeds, next)))
    return findings
  })
}

function lastDayOf(answer: AuthoredAnswer, ofFile: string, ends: AmountEnds): string {
  const { text, easier, shorter, example, rule } = answer
  const named = findAmounts([text, easier, shorter, example, rule].join(' ')).flatMap((id) => ends.get(id) ?? [])
  return [answer.validUntil ?? ofFile, ...named].sort()[0] ?? ofFile
}

/** The day after a day; undefined for a day that does not exist, which the check of dates reports. */
function dayAfter(day: string): string | undefined {
  const time = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(time) ? undefined : new Date(time + dayMs).toISOString().slice(0, 10)
}
