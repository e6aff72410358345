import { findCrisis } from './crisis/find-crisis.ts'
import { commandLabel, decideIntent, outOfScopeLabel, sureAlsoProbability, topicLabel } from './decide-intent.ts'
import {
  type Command,
  commands,
  type Intent,
  type Meaning,
  type TopicGuess,
  type TrainingExamples,
  type Understand,
} from './meaning.ts'
import { normaliseText } from './normalise-text.ts'
import { findChoice, isBareAnswer } from './read-choice.ts'
import { boundText, splitSentences } from './split-sentences.ts'
import { type Classify, type LabelledText, trainClassifier } from './train-classifier.ts'

/** Commands that also count while free text is asked for; anything else might be the text itself. */
const commandsInFreeText: readonly Command[] = ['mens', 'stoppen', 'menu', 'wissen', 'verder']

/** Beside its own words a command may hold this much courtesy: "stop alsjeblieft", "menu graag". */
const courtesy = new Set('alsjeblieft graag maar even nu hoor ja ok oke dan toch gewoon please'.split(' '))

/**
 * Trains on the example sentences and returns the reader of messages.
 * Order of reading: danger (always, by written rules), nothing to read, a choice on offer, a command in known words, then
 * the classifier. The danger is added to the meaning; what else was meant still stands in the intent.
 * @param examples sentences from `dialogs/`; a topic without sentences is never found
 * @returns a pure function: the same text and context always give the same meaning. It never throws.
 */
export function createUnderstand(examples: TrainingExamples): Understand {
  const commandByWords = indexCommands(examples)
  const classify = trainClassifier(labelExamples(examples))

  return (text, context): Meaning => {
    const crisis = findCrisis(text, context.previousText)
    const intent = readIntent()
    return crisis ? { crisis, intent } : { intent }

    function readIntent(): Intent {
      const bounded = boundText(text)
      const normalised = normaliseText(bounded)
      if (normalised === '') return { kind: 'empty' }
      const choice = findChoice(text, context.choices, 'exact-words')
      if (choice !== undefined) return { kind: 'choice', choice }
      const command = findCommand(normalised, commandByWords)
      if (context.expectsText) {
        return command && commandsInFreeText.includes(command)
          ? { kind: 'command', command }
          : { kind: 'unclear', topics: [] }
      }
      if (command && !isAnswerToo(command)) return { kind: 'command', command }
      const looseChoice = findChoice(text, context.choices, 'any-wording')
      if (looseChoice !== undefined) return { kind: 'choice', choice: looseChoice }
      // "Oké" to a question that has no yes answers nothing; it does not skip the question either.
      if (command && !(context.choices.length > 0 && isBareAnswer(normalised))) return { kind: 'command', command }
      if (isBareAnswer(normalised)) return { kind: 'unclear', topics: [] }
      return readTopics(bounded, normalised, classify)
    }
  }
}

/** "Oké" after a question is an answer; without a question it is a thank-you or a nod. */
function isAnswerToo(command: Command): boolean {
  return command === 'bedankt' || command === 'verder' || command === 'groet'
}

function labelExamples(examples: TrainingExamples): LabelledText[] {
  const labelled: LabelledText[] = []
  for (const [topic, texts] of Object.entries(examples.topics)) {
    for (const text of texts) labelled.push({ text, label: topicLabel(topic) })
  }
  for (const command of commands) {
    for (const text of examples.commands[command] ?? []) labelled.push({ text, label: commandLabel(command) })
  }
  for (const text of examples.outOfScope) labelled.push({ text, label: outOfScopeLabel })
  return labelled
}

function indexCommands(examples: TrainingExamples): ReadonlyMap<string, Command> {
  const byWords = new Map<string, Command>()
  for (const command of commands) {
    for (const text of [command, ...(examples.commands[command] ?? [])]) {
      const words = normaliseText(text)
      if (!byWords.has(words)) byWords.set(words, command)
    }
  }
  return byWords
}

function findCommand(normalised: string, byWords: ReadonlyMap<string, Command>): Command | undefined {
  if (normalised.length > 120) return undefined
  const exact = byWords.get(normalised)
  if (exact) return exact
  const bare = normalised
    .split(' ')
    .filter((word) => !courtesy.has(word))
    .join(' ')
  return byWords.get(bare)
}

function readTopics(bounded: string, normalised: string, classify: Classify): Intent {
  const whole = readPart(normalised, classify)
  const sentences = splitSentences(bounded)
  if (sentences.length < 2) return whole
  const read = sentences.map((sentence) => ({
    isQuestion: sentence.isQuestion,
    intent: readPart(normaliseText(sentence.text), classify),
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
