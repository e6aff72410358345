import { dirname, join } from 'node:path'
import type { RegionFile } from '../../conversation/dialog-files/region-file.ts'
import type { AuthoredStep, TopicFile } from '../../conversation/dialog-files/topic-file.ts'
import type { RegionTranslation, TopicTranslation } from '../../conversation/dialog-files/translation-files.ts'
import type { LaidOutFlows } from '../compile-content.ts'
import { findAmounts } from '../compile-flow.ts'
import type { DialogSource, Dialogs, Translation } from '../dialog-source.ts'
import { errorAt, type Finding } from '../finding.ts'
import { findingTexts as texts } from '../finding-texts.ts'
import type { LaidOutFlow } from '../lay-out-flow.ts'

type StepWords = TopicTranslation['steps'][string]

/**
 * A translation says all that the Dutch text says and nothing else: every step of a translated topic has words of its own
 * kind, every region is there, and what a region says differently is translated too.
 * @param dialogs what authors wrote
 * @param flows the flows of the same dialogs, whose names translations use
 */
export function checkTranslations(dialogs: Dialogs, flows: LaidOutFlows): Finding[] {
  return dialogs.translations.flatMap((translation) => [
    ...translation.topics.flatMap((topic) => {
      const flow = flows.general.get(topic.data.id)
      return flow === undefined
        ? [errorAt(topic.placeOf(['id']), texts.unknownTopic(topic.data.id))]
        : checkTopic(topic, flow)
    }),
    ...checkRegions(translation, dialogs),
  ])
}

function checkTopic(topic: DialogSource<TopicTranslation>, flow: LaidOutFlow): Finding[] {
  const written = new Map(flow.steps.map(({ id, step }) => [id, step]))
  const unknown = Object.keys(topic.data.steps)
    .filter((id) => !written.has(id))
    .map((id) => errorAt(topic.placeOf(['steps', id]), texts.unknownTranslation(id)))
  const known = [...written].flatMap(([id, step]) => {
    if (!hasWords(step)) return []
    const words = topic.data.steps[id]
    const place = topic.placeOf(words === undefined ? ['steps'] : ['steps', id])
    if (words === undefined) return [errorAt(place, texts.untranslated(id, 'steps'))]
    if (kindOfWords(words) !== kindOf(step)) return [errorAt(place, texts.wrongTranslation(id))]
    const choices = 'ask' in step && 'ask' in words ? checkChoices(step, words, topic, id) : []
    const isSame = amountsIn(step) === amountsIn(words)
    return [...choices, ...(isSame ? [] : [errorAt(place, texts.otherVariables(id))])]
  })
  return [...unknown, ...known]
}

function hasWords(step: AuthoredStep): boolean {
  return !('goto' in step || 'end' in step || 'askRegion' in step || 'region' in step)
}

function kindOf(step: AuthoredStep): string {
  if ('answer' in step) return 'answer'
  if ('ask' in step) return 'ask'
  return 'contacts' in step ? 'contacts' : 'say'
}

function kindOfWords(words: StepWords): string {
  if ('text' in words) return 'answer'
  if ('ask' in words) return 'ask'
  return 'none' in words ? 'contacts' : 'say'
}

function checkChoices(
  step: Extract<TopicFile['flow'][number], { ask: string }>,
  words: Extract<StepWords, { ask: string }>,
  topic: DialogSource<TopicTranslation>,
  id: string,
): Finding[] {
  const known = new Set(step.choices.map((choice) => choice.id))
  const unknown = Object.keys(words.choices).filter((choice) => !known.has(choice))
  return [
    ...[...known]
      .filter((choice) => !Object.hasOwn(words.choices, choice))
      .map((choice) => errorAt(topic.placeOf(['steps', id]), texts.untranslatedChoice(choice))),
    ...unknown.map((choice) =>
      errorAt(topic.placeOf(['steps', id, 'choices', choice]), texts.unknownTranslation(choice)),
    ),
  ]
}

function amountsIn(step: object): string {
  return [...new Set(findAmounts(JSON.stringify(step)))].sort().join(' ')
}

function checkRegions(translation: Translation, { regions }: Dialogs): Finding[] {
  const translated = new Map(translation.regions.map((region) => [region.data.id, region]))
  const topics = new Set(translation.topics.map(({ data }) => data.id))
  const known = new Set(regions.map(({ data }) => data.id))
  const unknown = translation.regions
    .filter(({ data }) => !known.has(data.id))
    .map((region) => errorAt(region.placeOf(['id']), texts.unknownTranslation(region.data.id)))
  const missing = regions.flatMap((region) => {
    const words = translated.get(region.data.id)
    if (words === undefined) {
      // The file that is not there yet is where the author has to go.
      const file = join(dirname(translation.phrases.file), 'regions', `${region.data.id}.yaml`)
      return [errorAt({ file, line: 1 }, texts.untranslatedRegion(region.data.id))]
    }
    const rungs = region.data.route.filter(({ id }) => !Object.hasOwn(words.data.route, id))
    const contacts = region.data.organisations.filter(
      (organisation) => organisation.for.length > 0 && !Object.hasOwn(words.data.organisations, organisation.id),
    )
    return [
      ...findUnknown(words, region.data),
      ...rungs.map(({ id }) => errorAt(words.placeOf(['route']), texts.untranslated(id, 'route'))),
      ...contacts.map(({ id }) => errorAt(words.placeOf(['organisations']), texts.untranslatedContact(id))),
      ...checkWords(words, region.data.words),
      ...checkAnswers(words, region.data.answers, topics),
    ]
  })
  return [...unknown, ...missing]
}

/** Words for something the region does not have: most often a name with a mistake in it. */
function findUnknown(words: DialogSource<RegionTranslation>, dutch: RegionFile): Finding[] {
  const parts = [
    { name: 'words', written: words.data.words, known: Object.keys(dutch.words) },
    { name: 'organisations', written: words.data.organisations, known: dutch.organisations.map(({ id }) => id) },
    { name: 'route', written: words.data.route, known: dutch.route.map(({ id }) => id) },
  ].flatMap(({ name, written, known }) =>
    Object.keys(written)
      .filter((id) => !known.includes(id))
      .map((id) => errorAt(words.placeOf([name, id]), texts.unknownTranslation(id))),
  )
  const answers = Object.entries(words.data.answers).flatMap(([topic, ofTopic]) =>
    Object.keys(ofTopic)
      .filter((answer) => dutch.answers[topic]?.[answer] === undefined)
      .map((answer) => errorAt(words.placeOf(['answers', topic, answer]), texts.unknownTranslation(answer))),
  )
  return [...parts, ...answers]
}

function checkWords(words: DialogSource<RegionTranslation>, dutch: Record<string, string>): Finding[] {
  return Object.keys(dutch)
    .filter((word) => !Object.hasOwn(words.data.words, word))
    .map((word) => errorAt(words.placeOf(['words']), texts.missingWord(word)))
}

function checkAnswers(
  words: DialogSource<RegionTranslation>,
  dutch: Record<string, Record<string, unknown>>,
  topics: ReadonlySet<string>,
): Finding[] {
  return Object.entries(dutch)
    .filter(([topic]) => topics.has(topic))
    .flatMap(([topic, answers]) =>
      Object.keys(answers)
        .filter((answer) => words.data.answers[topic]?.[answer] === undefined)
        .map((answer) => errorAt(words.placeOf(['answers', topic]), texts.untranslatedAnswer(topic, answer))),
    )
}
