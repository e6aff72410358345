import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import {
  commandsFileSchema,
  crisisFileSchema,
  phrasesFileSchema,
  regionFileSchema,
  topicFileSchema,
} from '../conversation/dialog-files.ts'
import type { DialogSource, Dialogs } from './dialog-source.ts'
import { errorAt, type Finding } from './finding.ts'
import { findingTexts as texts } from './finding-texts.ts'
import { parseDialogFile } from './parse-dialog-file.ts'

const rootFiles = ['commands.yaml', 'crisis.yaml', 'phrases.yaml']
const folders = ['regions', 'topics']

/**
 * Reads every file of the written content and holds it against its schema. What stands in the folder under a name that is
 * not read gives a finding, because a topic that is silently left out would be missed by nobody but the candidates.
 * @param folder path of `dialogs/`
 * @returns the dialogs, or `undefined` when a file is missing or of the wrong form; and what was found
 */
export function readDialogs(folder: string): { dialogs: Dialogs | undefined; findings: Finding[] } {
  const topics = readFolder(join(folder, 'topics'), topicFileSchema)
  const regions = readFolder(join(folder, 'regions'), regionFileSchema)
  const phrases = readFile(join(folder, 'phrases.yaml'), phrasesFileSchema)
  const crisis = readFile(join(folder, 'crisis.yaml'), crisisFileSchema)
  const commands = readFile(join(folder, 'commands.yaml'), commandsFileSchema)
  const findings = [topics, regions, phrases, crisis, commands].flatMap((part) => part.findings)
  findings.push(...findStrays(folder))
  if (findings.length > 0 || !phrases.source || !crisis.source || !commands.source) {
    return { dialogs: undefined, findings }
  }
  const dialogs = {
    topics: topics.sources,
    regions: regions.sources,
    phrases: phrases.source,
    crisis: crisis.source,
    commands: commands.source,
  }
  return { dialogs, findings }
}

function readFolder<T>(folder: string, schema: z.ZodType<T>): { sources: DialogSource<T>[]; findings: Finding[] } {
  const names = listNames(folder).filter((name) => name.endsWith('.yaml'))
  if (names.length === 0) return { sources: [], findings: [errorAt({ file: folder, line: 1 }, texts.noFiles())] }
  const read = names.map((name) => readFile(join(folder, name), schema))
  return {
    sources: read.flatMap(({ source }) => (source === undefined ? [] : [source])),
    findings: read.flatMap(({ findings }) => findings),
  }
}

function readFile<T>(file: string, schema: z.ZodType<T>): { source: DialogSource<T> | undefined; findings: Finding[] } {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    // Whatever the reason, the author can only put a readable file there; the finding says so.
    return { source: undefined, findings: [errorAt({ file, line: 1 }, texts.missingFile())] }
  }
  return parseDialogFile(file, text, schema)
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    // A folder that is not there reads like an empty one; the caller reports that.
    return []
  }
}

function findStrays(folder: string): Finding[] {
  const isNotes = (name: string) => name.endsWith('.md') || name.startsWith('.')
  const inRoot = listNames(folder)
    .filter((name) => ![...rootFiles, ...folders, 'schemas'].includes(name) && !isNotes(name))
    .map((name) => join(folder, name))
  const inFolders = folders.flatMap((name) =>
    listNames(join(folder, name))
      .filter((file) => !file.endsWith('.yaml') && !isNotes(file))
      .map((file) => join(folder, name, file)),
  )
  return [...inRoot, ...inFolders].map((file) => errorAt({ file, line: 1 }, texts.unknownFile()))
}
