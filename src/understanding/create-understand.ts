import { findCrisis } from './crisis/find-crisis.ts'
import { commandLabel, decideIntent, outOfScopeLabel, sureAlsoProbability, topicLabel } from './decide-intent.ts'
import { createDetectLanguage } from './detect-language.ts'
import {
  type Command,
  commands,
  type Intent,
  type LanguageWords,
  type Meaning,
  type ReadingContext,
  type TopicGuess,
  type Training,
  type TrainingExamples,
  type Understand,
} from './meaning.ts'
import { indexSpellings, normaliseText } from './normalise-text.ts'
import { createChoiceReader } from './read-choice.ts'
import { createReadPlace } from './read-place.ts'
import { chooseBySlots, isSaidOtherwise } from './slots/choose-by-slots.ts'
import { createSlotReaders } from './slots/create-read-slots.ts'
import type { Slots } from './slots/slots.ts'
import { boundText, splitSentences } from './split-sentences.ts'
import { type Classify, type LabelledText, trainClassifier } from './train-classifier.ts'

/** Commands that also count while free text is asked for; anything else might be the text itself. */
const commandsInFreeText: readonly Command[] = ['mens', 'stoppen', 'menu', 'wissen', 'verder']

/**
 * Trains on the example sentences of the default language and returns the reader of messages. Another language is learned
 * when it is first read, which takes about half a second; whoever starts a program reads a word of it before people do.
 * Order of reading: danger (always, by written rules), nothing to read, another language, a choice on offer, a command in
 * known words, then the classifier of the language. Danger and a place are added to the meaning; what else was meant
 * still stands in the intent.
 * @param training words, sentences and places from `dialogs/`; a topic without sentences is never found
 * @returns a pure function: the same text and context always give the same meaning. It never throws.
 */
export function createUnderstand(training: Training): Understand {
  const readerOf = createReaders(training)
  const detectLanguage = createDetectLanguage(training.languages)
  const readPlace = createReadPlace(training.places, collectWords(training))
  const slotsOf = createSlotReaders(training.languages)
  const asked = indexLanguages(training)

  return (text, context): Meaning => {
    const crisis = findCrisis(text, context.previousText)
    const place = context.expectsText ? undefined : readPlace(text, context.isPlaceAsked)
    const isOfUse = context.mayChangeLanguage || crisis !== undefined
    const detected = isOfUse ? detectLanguage(normaliseText(boundText(text))) : undefined
    const other = detected === context.locale ? undefined : detected
    const language = context.mayChangeLanguage ? other : undefined
    const read = readerOf(language ?? context.locale) ?? readerOf(training.defaultLocale)
    const slots = context.expectsText
      ? undefined
      : slotsOf(language ?? context.locale)?.(text, {
          areHoursAsked: context.choices.some(({ hears }) => hears?.hours !== undefined),
          municipalities: place?.municipalities ?? [],
        })
    const otherLanguage = asked.get(normaliseText(text.slice(0, mostAskedChars)))
    const isAsked = otherLanguage !== undefined && otherLanguage !== context.locale && !context.expectsText
    const intent: Intent = isAsked
      ? { kind: 'language', locale: otherLanguage }
      : (read?.(text, context, { slots, isDangerous: crisis !== undefined }) ?? { kind: 'unclear', topics: [] })
    return {
      intent,
      ...(crisis === undefined ? {} : { crisis: other === undefined ? crisis : { ...crisis, language: other } }),
      ...(place === undefined ? {} : { place }),
      ...(slots === undefined ? {} : { slots }),
      ...(language === undefined || isAsked ? {} : { language }),
    }
  }
}

/** What was read before the intent, and helps to read it. */
interface ReadBefore {
  slots: Slots | undefined
  isDangerous: boolean
}

type ReadIntent = (text: string, context: ReadingContext, before: ReadBefore) => Intent

/** The reader of each language; the default one is made at once, the others when they are asked for. */
function createReaders({ languages, defaultLocale }: Training): (locale: string) => ReadIntent | undefined {
  const made = new Map<string, ReadIntent>()
  const readerOf = (locale: string): ReadIntent | undefined => {
    const known = made.get(locale)
    const language = Object.hasOwn(languages, locale) ? languages[locale] : undefined
    if (known !== undefined || language === undefined) return known
    const reader = createReader(language.examples, language.words)
    made.set(locale, reader)
    return reader
  }
  readerOf(defaultLocale)
  return readerOf
}

/** Longer than this is more than asking for a language. */
const mostAskedChars = 60

function indexLanguages(training: Training): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(training.languages).flatMap(([locale, { words }]) =>
      words.askedBy.map((wording) => [normaliseText(wording), locale] as const),
    ),
  )
}

/** The words of all example sentences: they mean something else than a place with a typing error. */
function collectWords(training: Training): Set<string> {
  const sentences = Object.values(training.languages).flatMap(({ examples }) => [
    ...Object.values(examples.topics).flat(),
    ...Object.values(examples.commands).flat(),
  ])
  return new Set(sentences.flatMap((sentence) => normaliseText(sentence).split(' ')))
}

/** Makes the reader of one language, danger and places apart. */
function createReader(examples: TrainingExamples, words: LanguageWords): ReadIntent {
  const spellings = indexSpellings(words.spellings)
  const normalise = (text: string) => normaliseText(text, spellings)
  const { findChoice, isBareAnswer } = createChoiceReader(words, spellings)
  const commandByWords = indexCommands(examples, normalise)
  const topicByWords = indexTopics(examples, normalise)
  const courtesy = new Set(words.courtesy)
  const classify = trainClassifier(labelExamples(examples, normalise))
  const topicReader = { classify, normalise, questionOpeners: new Set(words.questionOpeners) }

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

function labelExamples(examples: TrainingExamples, normalise: Normalise): LabelledText[] {
  const labelled: LabelledText[] = []
  for (const [topic, texts] of Object.entries(examples.topics)) {
    for (const text of texts) labelled.push({ normalised: normalise(text), label: topicLabel(topic) })
  }
  for (const command of commands) {
    for (const text of examples.commands[command] ?? [])
      labelled.push({ normalised: normalise(text), label: commandLabel(command) })
  }
  for (const text of examples.outOfScope) labelled.push({ normalised: normalise(text), label: outOfScopeLabel })
  return labelled
}

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

/** What reads topics in one language. */
interface TopicReader {
  classify: Classify
  normalise: Normalise
  questionOpeners: ReadonlySet<string>
}

function readTopics(bounded: string, normalised: string, reader: TopicReader): Intent {
  const { classify, normalise, questionOpeners } = reader
  const whole = readPart(normalised, classify)
  const sentences = splitSentences(bounded, questionOpeners)
  if (sentences.length < 2) return whole
  const read = sentences.map((sentence) => ({
    isQuestion: sentence.isQuestion,
    intent: readPart(normalise(sentence.text), classify),
  }))
  const asked: TopicGuess[] = []
  for (const { intent, isQuestion } of read) {
    if (intent.kind !== 'topic' || !isQuestion || intent.confidence < sureAlsoProbability) continue
    if (!asked.some((guess) => guess.topic === intent.topic))
      asked.push({ topic: intent.topic, confidence: intent.confidence })
  }
  const [first, ...others] = asked
  if (first) return { kind: 'topic', topic: first.topic, confidence: first.confidence, also: others.slice(0, 3) }
  if (whole.kind === 'topic') return whole
  // Nothing was clearly asked: one clear sentence in a story, or the call for a person, says more than the whole.
  const clear = read.find(
    ({ intent }) => intent.kind === 'topic' || (intent.kind === 'command' && intent.command === 'mens'),
  )
  return clear?.intent ?? whole
}

function readPart(normalised: string, classify: Classify): Intent {
  return decideIntent(classify(normalised), normalised.split(' ').length)
}
