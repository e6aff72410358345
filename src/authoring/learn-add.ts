import { join } from 'node:path'
import { outOfScopeList } from '../content/dialog-source.ts'
import type { Finding } from '../content/finding.ts'
import { describeFinding } from '../content/finding-texts.ts'
import { loadContent } from '../content/load-content.ts'
import { normaliseSentence } from '../content/normalise-sentence.ts'
import { type ListedSentence, removeSentences } from '../insights/list-sentences.ts'
import type { Store } from '../store/contract.ts'
import { commands, type Training } from '../understanding/meaning.ts'
import { appendSentences, findEnd, indexExamples, sentencesFile, tryAdditions } from './add-sentences.ts'
import { learnTexts } from './learn-texts.ts'

/** What an author wants to add. */
export interface Addition {
  chosen: readonly ListedSentence[]
  /** Topic id, command or `buiten-bereik`. */
  means: string
  /** True when nothing must be written and nothing taken off the list. */
  isTrial: boolean
}

/** Where adding reads and writes. */
export interface AddSurroundings {
  /** Path of `dialogs/`. */
  folder: string
  /** Where the list is. */
  store: Pick<Store, 'commit'>
  /** Writes text for the person at the keyboard. */
  print: (text: string) => void
}

/**
 * Adds sentences to the examples of what they mean, and takes them off the list. A sentence that stands with something else
 * is refused and stays on the list; one that stands here already is only taken off. Nothing is written when the texts could
 * not be used with it.
 * @param addition which sentences, and what they mean
 * @param surroundings where it reads and writes
 * @returns exit code: 0 when all of them are added, 1 when one is not
 */
export async function addToExamples(
  { chosen, means, isTrial }: Addition,
  { folder, store, print }: AddSurroundings,
): Promise<number> {
  const { usable, findings } = loadContent(folder)
  const broken = findings.filter(({ severity }) => severity === 'error')
  if (usable === undefined || broken.length > 0) return refuse(broken, learnTexts.contentBroken, print)
  const wrong = findWrongMeaning(means, chosen, usable.training)
  if (wrong !== undefined) return refuse([], wrong, print)

  const sorted = sortOut(chosen, means, usable.training)
  const breaks = sorted.additions.size === 0 ? [] : tryAdditions(folder, sorted.additions)
  if (breaks.length > 0) return refuse(breaks, learnTexts.wouldBreak, print)
  for (const line of sorted.said) print(`${line}\n`)
  for (const [path, texts] of sorted.additions) {
    const file = join(folder, path)
    const { first } = findEnd(file)
    if (!isTrial) appendSentences(file, texts)
    for (const [index, text] of texts.entries()) print(`${learnTexts.written(file, first + index, text)}\n`)
  }
  if (isTrial) print(`${learnTexts.dryRun}\n`)
  else await removeSentences(store, sorted.done)
  return sorted.done.length === chosen.length ? 0 : 1
}

function refuse(findings: readonly Finding[], why: string, print: (text: string) => void): number {
  for (const finding of findings) print(`${describeFinding(finding)}\n`)
  print(`${why}\n`)
  return 1
}

function findWrongMeaning(means: string, chosen: readonly ListedSentence[], training: Training): string | undefined {
  const topicsOf = (locale: string) => Object.keys(training.languages[locale]?.examples.topics ?? {})
  const isTopic = topicsOf(training.defaultLocale).includes(means)
  const isElse = means === outOfScopeList || commands.some((command) => command === means)
  if (!isTopic && !isElse) return learnTexts.unknownTopic(means)
  const locale = chosen
    .map((sentence) => sentence.locale)
    .find((each) => !Object.hasOwn(training.languages, each) || (isTopic && !topicsOf(each).includes(means)))
  return locale === undefined ? undefined : learnTexts.otherLanguage(means, locale)
}

/** What becomes of each sentence. */
interface Sorted {
  /** Sentences by path inside `dialogs/`. */
  additions: Map<string, string[]>
  /** Sentences that can be taken off the list. */
  done: ListedSentence[]
  /** What there is to say about those that are not added. */
  said: string[]
}

function sortOut(chosen: readonly ListedSentence[], means: string, training: Training): Sorted {
  const sorted: Sorted = { additions: new Map(), done: [], said: [] }
  const owners = new Map<string, Map<string, string>>()
  for (const sentence of chosen) {
    const { number, text, locale } = sentence
    const known = owners.get(locale) ?? new Map(indexExamples(training, locale))
    owners.set(locale, known)
    const owner = known.get(normaliseSentence(text))
    if (owner !== undefined && owner !== means) {
      sorted.said.push(learnTexts.standsElsewhere(number, text, owner))
      continue
    }
    sorted.done.push(sentence)
    if (owner === means) {
      sorted.said.push(learnTexts.standsHere(number, text))
      continue
    }
    // Two people can have typed the same words.
    known.set(normaliseSentence(text), means)
    const path = sentencesFile(means, locale === training.defaultLocale ? undefined : locale)
    sorted.additions.set(path, [...(sorted.additions.get(path) ?? []), text])
  }
  return sorted
}
