import { type PhraseName, phraseNames, phraseVariables } from '../conversation/dialog-files/phrases-file.ts'
import type { AuthoredStep } from '../conversation/dialog-files/topic-file.ts'
import type { TopicTranslation } from '../conversation/dialog-files/translation-files.ts'
import { type DialogSource, type Dialogs, defaultLocale, type LanguageSources, type Path } from './dialog-source.ts'
import { findVariables } from './find-variables.ts'
import type { Place } from './finding.ts'

/** A text that a candidate reads. */
export interface ReadableText {
  place: Place
  /** The parts of one message; a part has its own line in the file. */
  parts: { text: string; place: Place }[]
  /** A button is not measured as prose. */
  kind: 'message' | 'button'
  /** Language it is written in. */
  locale: string
  /** True for words that must be understood at once: crisis, and consent to a handoff. */
  isStrict: boolean
  /** True for what an answer says itself, not another form of it: that must be easy by the formula. */
  isMain: boolean
  /** True for an invented example, whose amounts are invented too. */
  isInvented: boolean
  /** Names that may stand between braces. */
  variables: readonly string[]
}

/**
 * Collects every text that a candidate reads, from all files. Notes of authors and example sentences are left out.
 * @param dialogs what authors wrote
 */
export function collectTexts(dialogs: Dialogs): ReadableText[] {
  const words = [
    'region',
    ...new Set(dialogs.regions.flatMap((region) => Object.keys(region.data.words))),
    ...dialogs.amounts.data.amounts.map(({ id }) => `bedrag:${id}`),
  ]
  const inTopics = dialogs.topics.flatMap((topic) => collectSteps(topic, topic.data.flow, ['flow'], words))
  const inRegions = dialogs.regions.flatMap((region) => [
    ...Object.entries(region.data.additions).flatMap(([topic, slots]) =>
      Object.entries(slots).flatMap(([slot, steps]) => collectSteps(region, steps, ['additions', topic, slot], words)),
    ),
    ...collectAnswers(region, region.data.answers, words),
    ...region.data.programmes.map(({ about }, index) => message(region, ['programmes', index, 'about'], about, [])),
    ...region.data.organisations.map(({ about }, index) =>
      message(region, ['organisations', index, 'about'], about, []),
    ),
  ])
  const translated = dialogs.translations.flatMap((translation) =>
    [
      ...translation.topics.flatMap((topic) => collectTranslatedSteps(topic, words)),
      ...translation.regions.flatMap((region) => collectAnswers(region, region.data.answers, words)),
      ...collectPhrases(translation),
      ...collectCrisis(translation),
    ].map((text) => ({ ...text, locale: translation.locale })),
  )
  return [
    ...inTopics,
    ...inRegions,
    ...collectPhrases(dialogs),
    ...collectCrisis(dialogs),
    ...translated,
    ...collectOtherLanguages(dialogs),
  ]
}

function collectSteps(
  file: DialogSource<unknown>,
  steps: readonly AuthoredStep[],
  path: Path,
  words: readonly string[],
): ReadableText[] {
  return steps.flatMap((step, index) => {
    const at = [...path, index]
    if ('contacts' in step)
      return [message(file, [...at, 'say'], step.say, words), message(file, [...at, 'none'], step.none, words)]
    if ('say' in step) return [message(file, [...at, 'say'], step.say, words)]
    if ('ladder' in step) return [message(file, [...at, 'ladder'], step.ladder, words)]
    if ('handoff' in step) return [message(file, [...at, 'handoff'], step.handoff, words)]
    if ('answer' in step) return collectAnswer(file, step, at, words)
    if (!('ask' in step)) return []
    const choices = step.choices.map(({ label }, position) =>
      button(file, [...at, 'choices', position, 'label'], label, words),
    )
    return [message(file, [...at, 'ask'], step.ask, words), ...choices]
  })
}

function collectTranslatedSteps(topic: DialogSource<TopicTranslation>, words: readonly string[]): ReadableText[] {
  return Object.entries(topic.data.steps).flatMap(([id, step]) => {
    const at: Path = ['steps', id]
    if ('text' in step) return collectAnswer(topic, step, at, words)
    if ('say' in step) {
      const none = 'none' in step ? [message(topic, [...at, 'none'], step.none, words)] : []
      return [message(topic, [...at, 'say'], step.say, words), ...none]
    }
    const choices = Object.entries(step.choices).map(([choice, { label }]) =>
      button(topic, [...at, 'choices', choice, 'label'], label, words),
    )
    return [message(topic, [...at, 'ask'], step.ask, words), ...choices]
  })
}

const answerFields = ['text', 'easier', 'shorter', 'example', 'rule'] as const

type AnswerFields = Partial<Record<(typeof answerFields)[number], string | undefined>>

function collectAnswer(file: DialogSource<unknown>, answer: AnswerFields, path: Path, words: readonly string[]) {
  return answerFields.flatMap((field) => {
    const text = answer[field]
    if (text === undefined) return []
    const read = message(file, [...path, field], text, words)
    return [{ ...read, isMain: field === 'text', isInvented: field === 'example' }]
  })
}

function collectAnswers(
  file: DialogSource<unknown>,
  answers: Record<string, Record<string, AnswerFields>>,
  words: readonly string[],
): ReadableText[] {
  return Object.entries(answers).flatMap(([topic, ofTopic]) =>
    Object.entries(ofTopic).flatMap(([name, answer]) => collectAnswer(file, answer, ['answers', topic, name], words)),
  )
}

function collectPhrases({ phrases }: LanguageSources): ReadableText[] {
  const labels = Object.entries(phrases.data.labels).map(([name, label]) =>
    button(phrases, ['labels', name], label, []),
  )
  const groups = phrases.data.menu.groups.map(({ label }, index) =>
    button(phrases, ['menu', 'groups', index, 'label'], label, []),
  )
  const benefits = Object.entries(phrases.data.benefits).map(([kind, sentence]) =>
    message(phrases, ['benefits', kind], sentence, []),
  )
  const strict: readonly PhraseName[] = ['handoff-consent']
  const inPhrases = phraseNames.flatMap((name) => {
    const { text, choices } = phrases.data.phrases[name]
    const path: Path = ['phrases', name]
    const variables = phraseVariables[name] ?? []
    const written: [string, Path][] =
      typeof text === 'string' ? [[text, ['text']]] : text.map((part, index) => [part, ['text', index]])
    return [
      ...written.map(([part, at]) => ({
        ...message(phrases, [...path, ...at], part, variables),
        isStrict: strict.includes(name),
      })),
      ...choices.map(({ label }, index) => button(phrases, [...path, 'choices', index, 'label'], label, [])),
    ]
  })
  return [...labels, ...groups, ...benefits, ...inPhrases]
}

function collectCrisis({ crisis }: LanguageSources): ReadableText[] {
  const messages = Object.entries(crisis.data.messages).flatMap(([level, { text, buttons }]): ReadableText[] => [
    {
      ...message(crisis, ['messages', level, 'text'], '', []),
      parts: text.map((part, index) => ({ text: part, place: crisis.placeOf(['messages', level, 'text', index]) })),
      isStrict: true,
    },
    ...buttons.map(({ label }, index) => button(crisis, ['messages', level, 'buttons', index, 'label'], label, [])),
  ])
  const doors = Object.entries(crisis.data.doors).flatMap(([door, { text, beside, buttons }]): ReadableText[] => [
    {
      ...message(crisis, ['doors', door, 'text'], '', []),
      parts: text.map((part, index) => ({ text: part, place: crisis.placeOf(['doors', door, 'text', index]) })),
      isStrict: true,
    },
    { ...message(crisis, ['doors', door, 'beside'], beside, []), isStrict: true },
    ...buttons.map(({ label }, index) => button(crisis, ['doors', door, 'buttons', index, 'label'], label, [])),
  ])
  const numbers = crisis.data.numbers.flatMap(({ label, about }, index) => [
    button(crisis, ['numbers', index, 'label'], label, []),
    { ...message(crisis, ['numbers', index, 'about'], about, []), isStrict: true },
  ])
  return [...messages, ...doors, ...numbers]
}

function collectOtherLanguages({ otherLanguages: file }: Dialogs): ReadableText[] {
  return file.data.languages.flatMap(({ tag, line, again, person }, index) => {
    const at: Path = ['languages', index]
    return [
      message(file, [...at, 'line'], line, []),
      message(file, [...at, 'again'], again, []),
      button(file, [...at, 'person', 'label'], person.label, []),
    ].map((text) => ({ ...text, locale: tag }))
  })
}

function message(file: DialogSource<unknown>, path: Path, text: string, variables: readonly string[]): ReadableText {
  const place = file.placeOf(path)
  return {
    place,
    parts: [{ text, place }],
    kind: 'message',
    locale: defaultLocale,
    isStrict: false,
    isMain: false,
    isInvented: false,
    variables,
  }
}

function button(file: DialogSource<unknown>, path: Path, text: string, variables: readonly string[]): ReadableText {
  return { ...message(file, path, text, variables), kind: 'button' }
}

/**
 * Lists the variables of a text that nothing fills in.
 * @param text a text with the names it may use
 * @returns the unknown names, with the place of the part they stand in
 */
export function findUnknownVariables(text: ReadableText): { name: string; place: Place }[] {
  return text.parts.flatMap((part) =>
    findVariables(part.text)
      .filter((name) => !text.variables.includes(name))
      .map((name) => ({ name, place: part.place })),
  )
}
