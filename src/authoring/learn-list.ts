import type { Content } from '../conversation/content.ts'
import { readingContext } from '../conversation/decide.ts'
import { createState } from '../conversation/state.ts'
import type { ListedSentence } from '../insights/list-sentences.ts'
import type { Understand } from '../understanding/meaning.ts'
import type { SentenceGroup } from './group-sentences.ts'
import { learnTexts } from './learn-texts.ts'
import { describeIntent } from './try-view.ts'

/** What guesses are made with. */
export interface Guesses {
  content: Content
  understand: Understand
  now: Date
}

/**
 * Writes the sentences in their groups, each with its number, what Opstap takes it for, and what the candidate chose.
 * @param groups in the order to show
 * @param guesses how to read a sentence; without it nothing is said about that
 * @returns lines, ending in a new line
 */
export function renderGroups(groups: readonly SentenceGroup<ListedSentence>[], guesses: Guesses | undefined): string {
  const count = groups.reduce((sum, { sentences }) => sum + sentences.length, 0)
  if (count === 0) return `${learnTexts.none}\n`
  const lines = groups.flatMap(({ number, sentences }) => [
    learnTexts.group(`g${number}`, sentences.length, describeChosen(sentences)),
    ...sentences.flatMap((sentence) => renderSentence(sentence, guesses)),
    '',
  ])
  return `${[...lines, learnTexts.summary(count, groups.length)].join('\n')}\n`
}

function renderSentence(sentence: ListedSentence, guesses: Guesses | undefined): string[] {
  const { number, day, locale, text, suggested } = sentence
  const known = [
    ...(guesses === undefined ? [] : [guess(sentence, guesses)]),
    ...(suggested === undefined ? [] : [learnTexts.choseItself(suggested)]),
  ]
  return [`${String(number).padStart(6)}  ${day}  ${locale}  ${text}`, ...known.map((line) => `        ${line}`)]
}

function guess({ text, locale }: ListedSentence, { content, understand, now }: Guesses): string {
  const state = createState(content.version, { locale, isLocaleChosen: true })
  return describeIntent(understand(text, readingContext(state, now)).intent).join('; ')
}

/** What candidates chose, the most chosen first. */
function describeChosen(sentences: readonly ListedSentence[]): string {
  const counts = new Map<string, number>()
  for (const { suggested } of sentences)
    if (suggested !== undefined) counts.set(suggested, (counts.get(suggested) ?? 0) + 1)
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([topic, count]) => learnTexts.chosen(topic, count))
    .join(', ')
}
