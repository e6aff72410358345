import { basename } from 'node:path'
import type { SentenceList } from './dialog-source.ts'
import { errorAt, type Finding } from './finding.ts'
import { findingTexts as texts } from './finding-texts.ts'

/** Longer than this is no sentence people type, but a file of another kind. */
const maxSentenceChars = 1000

/** Ending of the files with sentences. */
export const sentencesEnding = '.txt'

/**
 * Reads a list of example sentences: plain text, one sentence a line, because there are thousands and an author adds them
 * by pasting. Empty lines and lines that begin with # are passed over.
 * @param file path, as findings should show it; its name says what the sentences mean
 * @param text contents of the file
 */
export function readSentences(file: string, text: string): { list: SentenceList; findings: Finding[] } {
  const sentences: SentenceList['sentences'] = []
  const findings: Finding[] = []
  for (const [index, line] of text.split('\n').entries()) {
    const sentence = line.trim()
    if (sentence === '' || sentence.startsWith('#')) continue
    const place = { file, line: index + 1 }
    if (sentence.includes('\uFFFD')) findings.push(errorAt(place, texts.unreadableLetter()))
    else if (sentence.length > maxSentenceChars) findings.push(errorAt(place, texts.longExample(maxSentenceChars)))
    else sentences.push({ text: sentence, line: place.line })
  }
  if (sentences.length === 0 && findings.length === 0) findings.push(errorAt({ file, line: 1 }, texts.emptyList()))
  return { list: { file, means: basename(file, sentencesEnding), sentences }, findings }
}
