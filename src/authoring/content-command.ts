import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from '../content/finding.ts'
import { describeFinding } from '../content/finding-texts.ts'
import { generateJsonSchemas } from '../content/json-schemas.ts'
import { loadContent, orderFindings, type UsableContent } from '../content/load-content.ts'
import { createTrainOnce } from '../content/train-once.ts'
import { wordsIn } from '../conversation/words-in.ts'
import { createUnderstand } from '../understanding/create-understand.ts'
import { checkReached } from './check-reached.ts'
import { nothingToDrawText, readText, summaryText, usageText, writtenText } from './command-texts.ts'
import { renderDocs } from './docs/render-docs.ts'
import { describeReading } from './docs/render-readability.ts'
import { drawFlow } from './draw-flow.ts'
import { findConfusions } from './find-confusions.ts'
import { runScripts } from './run-scripts.ts'

/** Where the command reads and writes. */
export interface CommandSurroundings {
  /** Path of `dialogs/`. */
  folder: string
  /** Path of `docs/`, where the generated pages go. */
  docsFolder: string
  today: Date
  /** Writes text for the person at the keyboard. */
  print: (text: string) => void
}

/**
 * Runs `npm run content`: checks the written content, draws a topic, or writes the JSON Schemas or the pages of `docs/`.
 * @param args what follows the name of the command: nothing, `graph TOPIC [REGION]`, `docs` or `schemas`
 * @param surroundings where it reads and writes
 * @returns exit code: 0 when all is well, 1 when there are errors, 2 when it was not understood
 */
export function runContentCommand(args: readonly string[], surroundings: CommandSurroundings): number {
  const [action, topic, region] = args
  if (action === undefined) return check(surroundings)
  if (action === 'graph' && topic !== undefined) return draw(topic, region, surroundings)
  if (action === 'docs') return writeDocs(surroundings)
  if (action === 'schemas') return writeFiles(join(surroundings.folder, 'schemas'), generateJsonSchemas(), surroundings)
  surroundings.print(usageText)
  return 2
}

function confusionsIn({ dialogs, training }: UsableContent): Finding[] {
  const language = training.languages[training.defaultLocale]
  return language === undefined ? [] : findConfusions(dialogs, language)
}

function check({ folder, today, print }: CommandSurroundings): number {
  const { usable, findings: written } = loadContent(folder, today)
  const results =
    usable === undefined ? undefined : runScripts(folder, usable, createUnderstand(usable.training, createTrainOnce()))
  const tested = usable && results ? [...results.findings, ...checkReached(usable, results.reached)] : []
  const findings = orderFindings([...written, ...tested, ...(usable ? confusionsIn(usable) : [])])
  printAll(findings, print)
  const errors = findings.filter((finding) => finding.severity === 'error').length
  if (usable !== undefined) {
    const words = wordsIn(usable.content)
    print(
      readText({
        topics: Object.keys(words.topics).length,
        regions: Object.keys(words.regions).length,
        languages: Object.keys(usable.content.locales).length,
        scripts: results?.count ?? 0,
      }),
    )
  }
  print(`${summaryText(errors, findings.length - errors)}\n`)
  if (usable !== undefined) print(`${describeReading(usable.content)}\n`)
  return errors > 0 ? 1 : 0
}

function draw(topic: string, region: string | undefined, { folder, print }: CommandSurroundings): number {
  const usable = load(folder, print)
  if (usable === undefined) return 1
  const regionId = region ?? usable.content.fallbackRegion
  const words = wordsIn(usable.content)
  const isRegion = Object.hasOwn(words.regions, regionId)
  const found = isRegion ? (words.regions[regionId]?.topics[topic] ?? words.topics[topic]) : undefined
  print(found === undefined ? `${nothingToDrawText(topic, regionId)}\n` : drawFlow(found))
  return found === undefined ? 1 : 0
}

function writeDocs(surroundings: CommandSurroundings): number {
  const usable = load(surroundings.folder, surroundings.print)
  return usable === undefined ? 1 : writeFiles(surroundings.docsFolder, renderDocs(usable), surroundings)
}

/** Reads the content for a command that can do nothing without it; what is wrong then is printed. */
function load(folder: string, print: CommandSurroundings['print']): UsableContent | undefined {
  const { usable, findings } = loadContent(folder)
  if (usable === undefined) printAll(findings, print)
  return usable
}

function printAll(findings: readonly Finding[], print: CommandSurroundings['print']): void {
  for (const finding of findings) print(`${describeFinding(finding)}\n`)
}

function writeFiles(target: string, texts: Record<string, string>, { print }: CommandSurroundings): number {
  mkdirSync(target, { recursive: true })
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(target, name), text)
  print(`${writtenText(Object.keys(texts).map((name) => join(target, name)))}\n`)
  return 0
}
