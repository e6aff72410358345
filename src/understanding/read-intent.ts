import { createTopicReader, type LearnLanguage } from './create-topic-reader.ts'
import {
  type Command,
  commands,
  type Intent,
  type LanguageTraining,
  type ReadingContext,
  type TrainingExamples,
} from './meaning.ts'
import { indexSpellings } from './normalise-text.ts'
import { createChoiceReader } from './read-choice.ts'
import { readTopics } from './read-topics.ts'
import { chooseBySlots, isSaidOtherwise } from './slots/choose-by-slots.ts'
import type { Slots } from './slots/slots.ts'
import { boundText } from './split-sentences.ts'

/** Commands that also count while free text is asked for; anything else might be the text itself. */
const commandsInFreeText: readonly Command[] = ['mens', 'stoppen', 'menu', 'wissen', 'verder']

/** What was read before the intent, and helps to read it. */
export interface ReadBefore {
  slots: Slots | undefined
  /** Whether danger was found in the message. */
  isDangerous: boolean
}

/** Reads what is wanted in one language. */
export type ReadIntent = (text: string, context: ReadingContext, before: ReadBefore) => Intent

/**
 * Makes the reader of one language; danger and places are read apart.
 * Order: nothing to read, a choice on offer, a command in known words, then the classifier.
 * @param language its sentences, small words and thesaurus
 * @param learn learns from the sentences
 */
export function createReadIntent(language: LanguageTraining, learn: LearnLanguage): ReadIntent {
  const { examples, words } = language
  const spellings = indexSpellings(words.spellings)
  const topicReader = createTopicReader(language, learn)
  const { normalise } = topicReader
  const { findChoice, isBareAnswer } = createChoiceReader(words, spellings)
  const commandByWords = indexCommands(examples, normalise)
  const topicByWords = indexTopics(examples, normalise)
  const courtesy = new Set(words.courtesy)

  return (text, context, { slots, isDangerous }) => {
    const bounded = boundText(text)
    const normalised = normalise(bounded)
    if (normalised === '') return { kind: 'empty' }
    const choice = findChoice(text, context.choices, 'exact-words')
    if (choice !== undefined && !isSaidOtherwise(choice, slots, context.choices)) return { kind: 'choice', choice }
    const command = findCommand(normalised, commandByWords, courtesy)
    if (context.expectsText) {
      return command && commandsInFreeText.includes(command)
        ? { kind: 'command', command }
        : { kind: 'unclear', topics: [] }
    }
    if (command && !isAnswerToo(command)) return { kind: 'command', command }
    const heardChoice = isDangerous
      ? undefined
      : chooseBySlots(text, slots, context.choices, topicReader.questionOpeners)
    if (heardChoice !== undefined) return { kind: 'choice', choice: heardChoice }
    // In a message about danger one word in common with a button says nothing: "ik wil niet meer leven" is no "niet".
    const looseChoice = isDangerous ? undefined : findChoice(text, context.choices, 'any-wording')
    if (looseChoice !== undefined && !isSaidOtherwise(looseChoice, slots, context.choices))
      return { kind: 'choice', choice: looseChoice }
    // "Oké" to a question that has no yes answers nothing; it does not skip the question either.
    if (command && !(context.choices.length > 0 && isBareAnswer(normalised))) return { kind: 'command', command }
    if (isBareAnswer(normalised)) return { kind: 'unclear', topics: [] }
    const topic = topicByWords.get(normalised)
    if (topic !== undefined) return { kind: 'topic', topic, confidence: 1, also: [] }
    return readTopics(bounded, normalised, topicReader)
  }
}

/** "Oké" after a question is an answer; without a question it is a thank-you or a nod. */
function isAnswerToo(command: Command): boolean {
  return command === 'bedankt' || command === 'verder' || command === 'groet'
}

type Normalise = (text: string) => string

function indexCommands(examples: TrainingExamples, normalise: Normalise): ReadonlyMap<string, Command> {
  const byWords = new Map<string, Command>()
  for (const command of commands) {
    for (const text of [command, ...(examples.commands[command] ?? [])]) {
      const words = normalise(text)
      if (!byWords.has(words)) byWords.set(words, command)
    }
  }
  return byWords
}

/** Sentences that authors wrote for one topic, as they would be read; what two topics have is left to the classifier. */
function indexTopics(examples: TrainingExamples, normalise: Normalise): ReadonlyMap<string, string> {
  const owners = new Map<string, Set<string>>()
  for (const [topic, texts] of Object.entries(examples.topics)) {
    for (const text of texts) {
      const words = normalise(text)
      owners.set(words, (owners.get(words) ?? new Set()).add(topic))
    }
  }
  return new Map(
    [...owners].flatMap(([words, topics]) =>
      topics.size === 1 ? [...topics].map((topic) => [words, topic] as const) : [],
    ),
  )
}

/** Beside its own words a command may hold some courtesy: "stop alsjeblieft", "menu graag". */
function findCommand(
  normalised: string,
  byWords: ReadonlyMap<string, Command>,
  courtesy: ReadonlySet<string>,
): Command | undefined {
  if (normalised.length > 120) return undefined
  const exact = byWords.get(normalised)
  if (exact) return exact
  const bare = normalised
    .split(' ')
    .filter((word) => !courtesy.has(word))
    .join(' ')
  return byWords.get(bare)
}
