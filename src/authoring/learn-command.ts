import { parseArgs } from 'node:util'
import { loadContent } from '../content/load-content.ts'
import { type ListedSentence, listSentences, removeSentences } from '../insights/list-sentences.ts'
import type { Store } from '../store/contract.ts'
import { createUnderstand } from '../understanding/create-understand.ts'
import { groupSentences, type SentenceGroup } from './group-sentences.ts'
import { type AddSurroundings, addToExamples } from './learn-add.ts'
import { renderGroups } from './learn-list.ts'
import { learnTexts, learnUsage } from './learn-texts.ts'

/** Where the command reads and writes. */
export interface LearnSurroundings extends AddSurroundings {
  store: Pick<Store, 'list' | 'commit'>
  now: Date
}

/**
 * Runs `npm run learn`: shows the sentences that Opstap did not understand and that candidates let it keep, in groups of
 * alike ones; adds them to the examples in `dialogs/`; or takes them off the list. A sentence is taken off only after it
 * stands in its file, so that a process that dies in between loses none: adding it again then finds it there.
 * @param args nothing, `add NUMBER… TOPIC` or `drop NUMBER…`, with `--dry-run` where nothing must change
 * @param surroundings where it reads and writes
 * @returns exit code: 0 when all is done, 1 when something was not, 2 when it was not understood
 */
export async function runLearnCommand(args: readonly string[], surroundings: LearnSurroundings): Promise<number> {
  const read = readArguments(args)
  const [action, ...names] = read?.words ?? []
  if (read !== undefined && action === undefined) return show(surroundings)
  const isTrial = read?.isTrial === true
  if (action === 'drop' && names.length > 0) return drop(names, isTrial, surroundings)
  const means = names.pop()
  if (action !== 'add' || means === undefined || names.length === 0) {
    surroundings.print(learnUsage)
    return 2
  }
  const chosen = await choose(names, surroundings)
  return chosen === undefined ? 1 : addToExamples({ chosen, means, isTrial }, surroundings)
}

function readArguments(args: readonly string[]): { words: string[]; isTrial: boolean } | undefined {
  try {
    const options = { 'dry-run': { type: 'boolean' } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    return { words: positionals, isTrial: values['dry-run'] === true }
  } catch {
    // parseArgs throws on an unknown option; the usage says more than its English message.
    return undefined
  }
}

async function show({ folder, store, now, print }: LearnSurroundings): Promise<number> {
  const { sentences, unreadable } = await listSentences(store)
  // Texts with an error must not keep an author from reading the list.
  const { usable } = loadContent(folder)
  const guesses = usable && { content: usable.content, understand: createUnderstand(usable.training), now }
  print(renderGroups(groupSentences(sentences), guesses))
  if (unreadable > 0) print(`${learnTexts.unreadable(unreadable)}\n`)
  return 0
}

async function drop(names: readonly string[], isTrial: boolean, surroundings: LearnSurroundings): Promise<number> {
  const { store, print } = surroundings
  const chosen = await choose(names, surroundings)
  if (chosen === undefined) return 1
  for (const { number, text } of chosen) print(`${learnTexts.dropped(number, text)}\n`)
  if (isTrial) print(`${learnTexts.dryRun}\n`)
  else await removeSentences(store, chosen)
  return 0
}

/** The sentences that numbers and groups name; undefined, and said, when one is not there. */
async function choose(
  names: readonly string[],
  { store, print }: LearnSurroundings,
): Promise<ListedSentence[] | undefined> {
  const { sentences } = await listSentences(store)
  const groups = groupSentences(sentences)
  const chosen = new Set<ListedSentence>()
  for (const name of names) {
    const found = findNamed(name, sentences, groups)
    if (found.length === 0) {
      print(`${learnTexts.unknownNumber(name)}\n`)
      return undefined
    }
    for (const sentence of found) chosen.add(sentence)
  }
  return [...chosen]
}

function findNamed(
  name: string,
  sentences: readonly ListedSentence[],
  groups: readonly SentenceGroup<ListedSentence>[],
): ListedSentence[] {
  const [, group, digits] = /^(g?)(\d{1,15})$/.exec(name) ?? []
  const number = Number(digits)
  return group === 'g'
    ? (groups.find((each) => each.number === number)?.sentences ?? [])
    : sentences.filter((each) => each.number === number)
}
