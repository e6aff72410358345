import type { AnswerStep, Contact, RegionWords } from '../conversation/content.ts'
import type { RegionFile } from '../conversation/dialog-files/region-file.ts'
import type { AuthoredAnswer, TopicFile } from '../conversation/dialog-files/topic-file.ts'
import { type AmountEnds, compileAnswer } from './compile-flow.ts'
import type { DialogSource } from './dialog-source.ts'

type Override = RegionFile['answers'][string][string]

/**
 * Compiles what is written about a region, its own steps apart.
 * @param region what authors wrote of the region
 * @param topics the topics whose answers it replaces
 * @param amountEnds until when amounts are known
 */
export function compileRegionWords(
  region: RegionFile,
  topics: readonly DialogSource<TopicFile>[],
  amountEnds: AmountEnds,
): Omit<RegionWords, 'topics'> {
  const answers = topics.map(({ data }): [string, Record<string, AnswerStep>] => [
    data.id,
    compileOverrides(region, data, amountEnds),
  ])
  return {
    name: region.name,
    words: region.words,
    contacts: region.organisations.map((organisation) => compileContact(organisation, region)),
    route: region.route,
    answers: Object.fromEntries(answers.filter(([, ofTopic]) => Object.keys(ofTopic).length > 0)),
  }
}

function compileContact(organisation: RegionFile['organisations'][number], region: RegionFile): Contact {
  const { id, name, about, phone, address, hours, url, checkedOn, checkBefore } = organisation
  const source = region.sources.find((each) => each.id === organisation.source)
  return {
    id,
    name,
    about,
    for: organisation.for,
    ...(phone === undefined ? {} : { phone }),
    ...(address === undefined ? {} : { address }),
    ...(hours === undefined ? {} : { hours }),
    ...(url === undefined ? {} : { url }),
    ...(source === undefined ? {} : { source }),
    checkedOn,
    checkBefore,
  }
}

function compileOverrides(region: RegionFile, topic: TopicFile, amountEnds: AmountEnds): Record<string, AnswerStep> {
  const overrides = region.answers[topic.id] ?? {}
  const written = topic.flow.flatMap((step) => ('answer' in step ? [step] : []))
  return Object.fromEntries(
    written.flatMap((answer): [string, AnswerStep][] => {
      const override = overrides[answer.answer]
      return override === undefined
        ? []
        : [[answer.answer, compileOverride(override, answer, { region, topic, amountEnds })]]
    }),
  )
}

/** A region that writes its own words answers for them with its own review date, unless it says otherwise. */
function compileOverride(
  override: Override,
  answer: AuthoredAnswer,
  { region, topic, amountEnds }: { region: RegionFile; topic: TopicFile; amountEnds: AmountEnds },
): AnswerStep {
  const isOfRegion = override.text !== undefined
  const own = isOfRegion ? override : { ...dates(answer), ...override }
  const successor = topic.flow.find((step) => 'answer' in step && step.succeeds === answer.answer)
  const compiled = compileAnswer(
    { ...answer, ...withoutAbsent(override), reviewedOn: own.reviewedOn, validUntil: own.validUntil },
    {
      id: answer.answer,
      sources: [...region.sources, ...topic.sources],
      review: isOfRegion ? region : topic,
      amountEnds,
    },
  )
  return {
    ...compiled,
    ...(answer.validFrom === undefined ? {} : { validFrom: answer.validFrom }),
    ...(successor !== undefined && 'answer' in successor ? { succeededBy: successor.answer } : {}),
  }
}

function dates({ reviewedOn, validUntil }: AuthoredAnswer) {
  return { reviewedOn, validUntil }
}

function withoutAbsent(override: Override): { [Key in keyof Override]?: NonNullable<Override[Key]> } {
  return Object.fromEntries(Object.entries(override).filter(([, value]) => value !== undefined))
}
