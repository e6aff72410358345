import { maxLabelChars } from '../../conversation/dialog-files/file-parts.ts'
import { phraseNames } from '../../conversation/dialog-files/phrases-file.ts'
import type { AuthoredStep } from '../../conversation/dialog-files/topic-file.ts'
import { maxButtons } from '../../conversation/talk.ts'
import type { DialogSource, Dialogs, LanguageSources, Path, Translation } from '../dialog-source.ts'
import { errorAt, type Finding } from '../finding.ts'
import { findingTexts as texts } from '../finding-texts.ts'
import { normaliseSentence } from '../normalise-sentence.ts'

interface Question {
  file: DialogSource<unknown>
  path: Path
  /** `key` is what a choice stands under in the file; its position when left out. */
  choices: readonly { id: string; label: string; phrases: readonly string[]; key?: string }[]
  /** Buttons that the conversation puts under it by itself. */
  added: number
}

/**
 * Buttons fit under a message and say different things, in every language: a sentence never means two choices of one
 * question.
 * @param dialogs what authors wrote
 */
export function checkButtons(dialogs: Dialogs): Finding[] {
  const languages = [dialogs, ...dialogs.translations]
  return [
    ...collectQuestions(dialogs).flatMap(checkQuestion),
    ...languages.flatMap((language) => [...checkCrisis(language), ...checkLabels(language)]),
  ]
}

function collectQuestions({ topics, regions, phrases, translations }: Dialogs): Question[] {
  const inTopics = topics.flatMap((topic) => collectAsks(topic, topic.data.flow, ['flow']))
  const inRegions = regions.flatMap((region) =>
    Object.entries(region.data.additions).flatMap(([topic, slots]) =>
      Object.entries(slots).flatMap(([slot, steps]) => collectAsks(region, steps, ['additions', topic, slot])),
    ),
  )
  const inPhrases = [{ phrases }, ...translations].flatMap(collectPhrases)
  return [...inTopics, ...inRegions, ...inPhrases, ...translations.flatMap(collectTranslated)]
}

function collectPhrases({ phrases }: Pick<LanguageSources, 'phrases'>): Question[] {
  return phraseNames.map((name) => ({
    file: phrases,
    path: ['phrases', name, 'choices'],
    choices: phrases.data.phrases[name].choices,
    // Under the closing question stand "otherwise" and "mens"; under the others at most "mens".
    added: name === 'closing' ? 2 : 1,
  }))
}

function collectTranslated({ topics }: Translation): Question[] {
  return topics.flatMap((topic) =>
    Object.entries(topic.data.steps).flatMap(([id, step]) => {
      if (!('choices' in step)) return []
      const choices = Object.entries(step.choices).map(([key, words]) => ({ id: key, key, ...words }))
      return [{ file: topic, path: ['steps', id, 'choices'], choices, added: 1 }]
    }),
  )
}

function collectAsks(file: DialogSource<unknown>, steps: readonly AuthoredStep[], path: Path): Question[] {
  return steps.flatMap((step, index) =>
    'ask' in step ? [{ file, path: [...path, index, 'choices'], choices: step.choices, added: 1 }] : [],
  )
}

function checkQuestion({ file, path, choices, added }: Question): Finding[] {
  const findings: Finding[] = []
  const count = choices.length + added
  if (count > maxButtons) findings.push(errorAt(file.placeOf(path), texts.tooManyButtons(count, maxButtons)))
  const ids = new Set<string>()
  const owners = new Map<string, string>()
  for (const [index, { id, label, phrases, key }] of choices.entries()) {
    const place = file.placeOf([...path, key ?? index])
    if (ids.has(id)) findings.push(errorAt(place, texts.duplicateChoiceId(id)))
    ids.add(id)
    for (const said of [label, ...phrases]) {
      const sentence = normaliseSentence(said)
      const owner = owners.get(sentence)
      if (owner !== undefined && owner !== id) findings.push(errorAt(place, texts.duplicateChoice(said)))
      owners.set(sentence, id)
    }
  }
  return findings
}

function checkCrisis({ crisis }: LanguageSources): Finding[] {
  return Object.entries(crisis.data.messages).flatMap(([level, { buttons }]) => {
    const path = ['messages', level, 'buttons']
    const long = buttons.flatMap(({ label }, index) => checkLabel(crisis, [...path, index, 'label'], label))
    if (buttons.length <= maxButtons) return long
    return [errorAt(crisis.placeOf(path), texts.tooManyButtons(buttons.length, maxButtons)), ...long]
  })
}

function checkLabels({ phrases }: LanguageSources): Finding[] {
  return Object.entries(phrases.data.labels).flatMap(([name, label]) => checkLabel(phrases, ['labels', name], label))
}

function checkLabel(file: DialogSource<unknown>, path: Path, label: string): Finding[] {
  if (label.trim() === '') return [errorAt(file.placeOf(path), texts.emptyLabel())]
  return label.length > maxLabelChars ? [errorAt(file.placeOf(path), texts.longLabel(label.length, maxLabelChars))] : []
}
