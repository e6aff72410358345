import type { Content } from '../conversation/content.ts'
import { type Command, commands, type TrainingExamples } from '../understanding/meaning.ts'
import { checkButtons } from './checks/check-buttons.ts'
import { checkDates, checkReviewDates } from './checks/check-dates.ts'
import { checkExamples } from './checks/check-examples.ts'
import { checkFlows } from './checks/check-flows.ts'
import { checkLanguage } from './checks/check-language.ts'
import { checkNames } from './checks/check-names.ts'
import { checkReferences } from './checks/check-references.ts'
import { checkRegions } from './checks/check-regions.ts'
import { checkSources } from './checks/check-sources.ts'
import { checkVariables } from './checks/check-variables.ts'
import { collectTexts } from './collect-texts.ts'
import { compileContent, compileFlows, layOutFlows } from './compile-content.ts'
import { ContentError } from './content-error.ts'
import { deepFreeze } from './deep-freeze.ts'
import type { Dialogs } from './dialog-source.ts'
import type { Finding } from './finding.ts'
import { readDialogs } from './read-dialogs.ts'

/** What the rest of the program needs of the written content. */
export interface UsableContent {
  content: Content
  training: TrainingExamples
}

/** The written content, and what is wrong with it. */
export interface LoadedContent {
  /** Absent when a file is missing, has the wrong form, or names something that does not exist: nothing can be compiled then. */
  usable: UsableContent | undefined
  /** In order of file and line. */
  findings: Finding[]
}

/**
 * Reads, checks and compiles the written content. Checks run in three rounds, each only when the one before found no error
 * that would make it guess: the form of each file, then what files say about each other and how texts read, then the flows.
 * @param folder path of `dialogs/`
 * @param today day to measure review dates from; without it they are not looked at
 * @returns content that is frozen through and through, and the findings
 */
export function loadContent(folder: string, today?: Date): LoadedContent {
  const { dialogs, findings } = readDialogs(folder)
  if (dialogs === undefined) return { usable: undefined, findings: order(findings) }

  const flows = layOutFlows(dialogs)
  const mistaken = [...checkNames(dialogs), ...checkRegions(dialogs), ...checkReferences(dialogs, flows)]
  const texts = collectTexts(dialogs)
  findings.push(
    ...mistaken,
    ...checkVariables(texts),
    ...checkLanguage(texts),
    ...checkSources(dialogs),
    ...checkButtons(dialogs),
    ...checkExamples(dialogs),
    ...checkDates(dialogs),
    ...(today === undefined ? [] : checkReviewDates(dialogs, today)),
  )
  if (mistaken.some(isError)) return { usable: undefined, findings: order(findings) }

  const compiled = compileFlows(flows)
  findings.push(...checkFlows(compiled))
  const usable = { content: compileContent(dialogs, compiled), training: collectTraining(dialogs) }
  return { usable, findings: order(findings) }
}

/**
 * Reads the written content for a program that is about to speak.
 * @param folder path of `dialogs/`
 * @returns the content and the sentences to learn from
 * @throws ContentError when there is any finding of severity `error`; review dates that passed are none
 */
export function readContent(folder: string): UsableContent {
  const { usable, findings } = loadContent(folder)
  const errors = findings.filter(isError)
  if (usable === undefined || errors.length > 0) throw new ContentError(folder, errors)
  return usable
}

function isError(finding: Finding): boolean {
  return finding.severity === 'error'
}

function collectTraining(dialogs: Dialogs): TrainingExamples {
  const written = dialogs.commands.data
  const byCommand: Partial<Record<Command, string[]>> = {}
  for (const command of commands) {
    const sentences = written.commands[command]
    if (sentences !== undefined) byCommand[command] = sentences
  }
  return deepFreeze({
    topics: Object.fromEntries(dialogs.topics.map(({ data }) => [data.id, data.examples])),
    commands: byCommand,
    outOfScope: written.outOfScope,
  })
}

/** Sorts for the reader, and drops what several regions say about the same line. */
function order(findings: readonly Finding[]): Finding[] {
  const byText = new Map<string, Finding>()
  for (const finding of findings) {
    const key = `${finding.file}:${finding.line} ${finding.rule} ${finding.message.replace(/ \(regio [^)]*\)/, '')}`
    if (!byText.has(key)) byText.set(key, finding)
  }
  return [...byText.values()].sort((left, right) =>
    left.file === right.file ? left.line - right.line : left.file < right.file ? -1 : 1,
  )
}
