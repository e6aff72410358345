import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { amountsFileSchema } from '../conversation/dialog-files/amounts-file.ts'
import { commandsFileSchema } from '../conversation/dialog-files/commands-file.ts'
import { crisisFileSchema } from '../conversation/dialog-files/crisis-file.ts'
import { municipalitiesFileSchema } from '../conversation/dialog-files/municipalities-file.ts'
import { otherLanguagesFileSchema } from '../conversation/dialog-files/other-languages-file.ts'
import { phrasesFileSchema } from '../conversation/dialog-files/phrases-file.ts'
import { regionFileSchema } from '../conversation/dialog-files/region-file.ts'
import { thesaurusFileSchema } from '../conversation/dialog-files/thesaurus-file.ts'
import { topicFileSchema } from '../conversation/dialog-files/topic-file.ts'
import { regionTranslationSchema, topicTranslationSchema } from '../conversation/dialog-files/translation-files.ts'
import { wordsFileSchema } from '../conversation/dialog-files/words-file.ts'
import type { DialogSource, Dialogs, LanguageSources, SentenceList, Translation } from './dialog-source.ts'
import { errorAt, type Finding } from './finding.ts'
import { findingTexts as texts } from './finding-texts.ts'
import { parseDialogFile } from './parse-dialog-file.ts'
import { readSentences, sentencesEnding } from './read-sentences.ts'

const languageFiles = ['commands.yaml', 'crisis.yaml', 'phrases.yaml', 'thesaurus.yaml', 'words.yaml']
const rootFiles = [...languageFiles, 'amounts.yaml', 'municipalities.yaml', 'other-languages.yaml']
const folders = ['regions', 'topics']
/** Folder of each language with example sentences, one a line. */
const sentencesFolder = 'sentences'
/** Folders that are read by others: the schemas for editors, and the conversations that authors test with. */
const testFolder = 'tests'
const otherFolders = ['schemas', testFolder]

/** Reads files and keeps what is wrong with them. */
interface Reader {
  findings: Finding[]
  file<T>(path: string, schema: z.ZodType<T>): DialogSource<T> | undefined
  folder<T>(path: string, schema: z.ZodType<T>): DialogSource<T>[]
  sentences(path: string): SentenceList[]
}

/**
 * Reads every file of the written content and holds it against its schema. What stands in the folder under a name that is
 * not read gives a finding, because a topic that is silently left out would be missed by nobody but the candidates.
 * @param folder path of `dialogs/`
 * @returns the dialogs, or `undefined` when a file is missing or of the wrong form; and what was found
 */
export function readDialogs(folder: string): { dialogs: Dialogs | undefined; findings: Finding[] } {
  const reader = createReader()
  const topics = reader.folder(join(folder, 'topics'), topicFileSchema)
  const regions = reader.folder(join(folder, 'regions'), regionFileSchema)
  const language = readLanguage(reader, folder)
  const amounts = reader.file(join(folder, 'amounts.yaml'), amountsFileSchema)
  const municipalities = reader.file(join(folder, 'municipalities.yaml'), municipalitiesFileSchema)
  const otherLanguages = reader.file(join(folder, 'other-languages.yaml'), otherLanguagesFileSchema)
  const locales = listLocales(folder)
  const translations = locales.flatMap((locale) => readTranslation(reader, join(folder, locale), locale) ?? [])
  reader.findings.push(...findStrays(folder, [...rootFiles, ...folders, sentencesFolder, ...otherFolders, ...locales]))
  for (const locale of locales) {
    reader.findings.push(...findStrays(join(folder, locale), [...languageFiles, ...folders, sentencesFolder]))
  }
  const { findings } = reader
  if (findings.length > 0 || !language || !amounts || !municipalities || !otherLanguages)
    return { dialogs: undefined, findings }
  const dialogs = { topics, regions, ...language, amounts, municipalities, otherLanguages, translations }
  return { dialogs, findings }
}

function createReader(): Reader {
  const findings: Finding[] = []
  const file = <T>(path: string, schema: z.ZodType<T>): DialogSource<T> | undefined => {
    const text = readText(path)
    if (text === undefined) {
      findings.push(errorAt({ file: path, line: 1 }, texts.missingFile()))
      return undefined
    }
    const parsed = parseDialogFile(path, text, schema)
    findings.push(...parsed.findings)
    return parsed.source
  }
  return {
    findings,
    file,
    folder: (path, schema) => {
      const names = listNames(path).filter((name) => name.endsWith('.yaml'))
      if (names.length === 0) findings.push(errorAt({ file: path, line: 1 }, texts.noFiles()))
      return names.flatMap((name) => file(join(path, name), schema) ?? [])
    },
    sentences: (path) =>
      listNames(path)
        .filter((name) => name.endsWith(sentencesEnding))
        .flatMap((name) => {
          const text = readText(join(path, name))
          if (text === undefined) return []
          const read = readSentences(join(path, name), text)
          findings.push(...read.findings)
          return [read.list]
        }),
  }
}

function readLanguage(reader: Reader, folder: string): LanguageSources | undefined {
  const phrases = reader.file(join(folder, 'phrases.yaml'), phrasesFileSchema)
  const crisis = reader.file(join(folder, 'crisis.yaml'), crisisFileSchema)
  const commands = reader.file(join(folder, 'commands.yaml'), commandsFileSchema)
  const words = reader.file(join(folder, 'words.yaml'), wordsFileSchema)
  const thesaurus = reader.file(join(folder, 'thesaurus.yaml'), thesaurusFileSchema)
  const sentences = reader.sentences(join(folder, sentencesFolder))
  if (!phrases || !crisis || !commands || !words || !thesaurus) return undefined
  return { phrases, crisis, commands, words, thesaurus, sentences }
}

function readTranslation(reader: Reader, folder: string, locale: string): Translation | undefined {
  const language = readLanguage(reader, folder)
  const topics = reader.folder(join(folder, 'topics'), topicTranslationSchema)
  const regions = reader.folder(join(folder, 'regions'), regionTranslationSchema)
  return language && { locale, ...language, topics, regions }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // Whatever the reason, the author can only put a readable file there; the finding says so.
    return undefined
  }
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    // A folder that is not there reads like an empty one; the caller reports that.
    return []
  }
}

/** Languages are folders with a name of two letters. */
function listLocales(folder: string): string[] {
  return listNames(folder).filter((name) => /^[a-z]{2}$/.test(name) && statSync(join(folder, name)).isDirectory())
}

function findStrays(folder: string, known: readonly string[]): Finding[] {
  const isNotes = (name: string) => name.endsWith('.md') || name.startsWith('.')
  const inRoot = listNames(folder)
    .filter((name) => !known.includes(name) && !isNotes(name))
    .map((name) => join(folder, name))
  const inFolders = [...folders, testFolder].flatMap((name) =>
    listNames(join(folder, name))
      .filter((file) => !file.endsWith('.yaml') && !isNotes(file))
      .map((file) => join(folder, name, file)),
  )
  return [...inRoot, ...inFolders].map((file) => errorAt({ file, line: 1 }, texts.unknownFile()))
}
