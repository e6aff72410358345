import {
  closeSync,
  cpSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { outOfScopeList } from '../content/dialog-source.ts'
import type { Finding } from '../content/finding.ts'
import { loadContent } from '../content/load-content.ts'
import { normaliseSentence } from '../content/normalise-sentence.ts'
import { sentencesEnding } from '../content/read-sentences.ts'
import type { Training } from '../understanding/meaning.ts'

/** Folder of a language with its sentences, one file for each thing they can mean. */
const sentencesFolder = 'sentences'

/**
 * Finds what each example sentence stands for.
 * @param training everything that is learned from
 * @param locale a language of it
 * @returns normalised sentence -> topic id, command or `buiten-bereik`
 */
export function indexExamples({ languages }: Training, locale: string): ReadonlyMap<string, string> {
  const examples = Object.hasOwn(languages, locale) ? languages[locale]?.examples : undefined
  const owners = new Map<string, string>()
  const note = (owner: string, sentences: readonly string[] = []) => {
    for (const sentence of sentences) owners.set(normaliseSentence(sentence), owner)
  }
  note(outOfScopeList, examples?.outOfScope)
  for (const [command, sentences] of Object.entries(examples?.commands ?? {})) note(command, sentences)
  for (const [topic, sentences] of Object.entries(examples?.topics ?? {})) note(topic, sentences)
  return owners
}

/**
 * The file that holds the sentences of one meaning.
 * @param means topic id, command or `buiten-bereik`
 * @param locale the folder of another language; undefined for the default one
 * @returns its path inside `dialogs/`
 */
export function sentencesFile(means: string, locale: string | undefined): string {
  return join(locale ?? '', sentencesFolder, means + sentencesEnding)
}

/**
 * Tries in a copy of the folder whether it can still be used with these sentences; in the folder itself nothing is written.
 * @param folder path of `dialogs/`
 * @param additions sentences by path inside the folder
 * @returns the errors there would be, at the places where they would stand
 */
export function tryAdditions(folder: string, additions: ReadonlyMap<string, readonly string[]>): Finding[] {
  const copy = mkdtempSync(join(tmpdir(), 'opstap-learn-'))
  try {
    cpSync(folder, copy, { recursive: true })
    for (const [path, sentences] of additions) appendSentences(join(copy, path), sentences)
    return loadContent(copy)
      .findings.filter(({ severity }) => severity === 'error')
      .map((finding) => ({ ...finding, file: join(folder, relative(copy, finding.file)) }))
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/**
 * Adds lines to the end of a file, and changes nothing else in it. They are on the disk when this returns, so that they can
 * be taken off the list.
 * @param file made when it is not there
 * @param sentences one line each
 */
export function appendSentences(file: string, sentences: readonly string[]): void {
  const { start } = findEnd(file)
  mkdirSync(dirname(file), { recursive: true })
  const open = openSync(file, 'a')
  try {
    writeFileSync(open, `${start}${sentences.join('\n')}\n`)
    fsyncSync(open)
  } finally {
    closeSync(open)
  }
}

/**
 * Where the next line of a file stands.
 * @returns its number, and what must be written before it: the end of a last line that has none
 */
export function findEnd(file: string): { first: number; start: string } {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const lines = text.split('\n').length
  return text === '' || text.endsWith('\n') ? { first: lines, start: '' } : { first: lines + 1, start: '\n' }
}
