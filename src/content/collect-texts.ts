import type { AuthoredStep } from '../conversation/dialog-files.ts'
import { type PhraseName, phraseNames, phraseVariables } from '../conversation/dialog-files.ts'
import type { DialogSource, Dialogs, Path } from './dialog-source.ts'
import { findVariables } from './fill-words.ts'
import type { Place } from './finding.ts'

/** A text that a candidate reads. */
export interface ReadableText {
  place: Place
  /** The parts of one message; a part has its own line in the file. */
  parts: { text: string; place: Place }[]
  /** A button is not measured as prose. */
  kind: 'message' | 'button'
  /** True for words that must be understood at once: crisis, and consent to a handoff. */
  isStrict: boolean
  /** Names that may stand between braces. */
  variables: readonly string[]
}

/**
 * Collects every text that a candidate reads, from all files. Notes of authors and example sentences are left out.
 * @param dialogs what authors wrote
 */
export function collectTexts(dialogs: Dialogs): ReadableText[] {
  const words = [...new Set(dialogs.regions.flatMap((region) => Object.keys(region.data.words)))].sort()
  const inTopics = dialogs.topics.flatMap((topic) => collectSteps(topic, topic.data.flow, ['flow'], words))
  const inRegions = dialogs.regions.flatMap((region) => [
    ...Object.entries(region.data.additions).flatMap(([topic, slots]) =>
      Object.entries(slots).flatMap(([slot, steps]) => collectSteps(region, steps, ['additions', topic, slot], words)),
    ),
    ...Object.entries(region.data.answers).flatMap(([topic, answers]) =>
      Object.entries(answers).flatMap(([name, answer]) =>
        collectAnswer(region, answer, ['answers', topic, name], words),
      ),
    ),
    ...region.data.programmes.map(({ about }, index) => message(region, ['programmes', index, 'about'], about, [])),
  ])
  return [...inTopics, ...inRegions, ...collectPhrases(dialogs), ...collectCrisis(dialogs)]
}

function collectSteps(
  file: DialogSource<unknown>,
  steps: readonly AuthoredStep[],
  path: Path,
  words: readonly string[],
): ReadableText[] {
  return steps.flatMap((step, index) => {
    const at = [...path, index]
    if ('say' in step) return [message(file, [...at, 'say'], step.say, words)]
    if ('handoff' in step) return [message(file, [...at, 'handoff'], step.handoff, words)]
    if ('answer' in step) return collectAnswer(file, step, at, words)
    if (!('ask' in step)) return []
    const choices = step.choices.map(({ label }, position) =>
      button(file, [...at, 'choices', position, 'label'], label, words),
    )
    return [message(file, [...at, 'ask'], step.ask, words), ...choices]
  })
}

const answerFields = ['text', 'easier', 'shorter', 'example', 'rule'] as const

function collectAnswer(
  file: DialogSource<unknown>,
  answer: Partial<Record<(typeof answerFields)[number], string | undefined>>,
  path: Path,
  words: readonly string[],
): ReadableText[] {
  return answerFields.flatMap((field) => {
    const text = answer[field]
    return text === undefined ? [] : [message(file, [...path, field], text, words)]
  })
}

function collectPhrases({ phrases }: Dialogs): ReadableText[] {
  const labels = Object.entries(phrases.data.labels).map(([name, label]) =>
    button(phrases, ['labels', name], label, []),
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
  return [...labels, ...inPhrases]
}

function collectCrisis({ crisis }: Dialogs): ReadableText[] {
  const messages = Object.entries(crisis.data.messages).flatMap(([level, { text, buttons }]): ReadableText[] => [
    {
      place: crisis.placeOf(['messages', level, 'text']),
      parts: text.map((part, index) => ({ text: part, place: crisis.placeOf(['messages', level, 'text', index]) })),
      kind: 'message',
      isStrict: true,
      variables: [],
    },
    ...buttons.map(({ label }, index) => button(crisis, ['messages', level, 'buttons', index, 'label'], label, [])),
  ])
  const numbers = crisis.data.numbers.flatMap(({ label, about }, index) => [
    button(crisis, ['numbers', index, 'label'], label, []),
    { ...message(crisis, ['numbers', index, 'about'], about, []), isStrict: true },
  ])
  return [...messages, ...numbers]
}

function message(file: DialogSource<unknown>, path: Path, text: string, variables: readonly string[]): ReadableText {
  const place = file.placeOf(path)
  return { place, parts: [{ text, place }], kind: 'message', isStrict: false, variables }
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
