import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { conversations } from './small-conversations.ts'
import {
  amounts,
  createCommands,
  createPhrases,
  createWords,
  crisis,
  municipalities,
  otherLanguages,
  thesaurus,
} from './small-language.ts'
import { appels, bessen, landelijk, peren, twente } from './small-topics.ts'
import { createEnglishRegion, englishAnswers, englishAppels } from './small-translation.ts'

/** Texts of a dialogs folder: path inside the folder -> contents. */
export type DialogTexts = Record<string, string>

/** A small folder of dialogs without any finding: three topics, two regions, one translation, all else as short as may be. */
export function createDialogTexts(): DialogTexts {
  return {
    'topics/appels.yaml': appels,
    'topics/bessen.yaml': bessen,
    'topics/peren.yaml': peren,
    'regions/landelijk.yaml': landelijk,
    'regions/twente.yaml': twente,
    'phrases.yaml': createPhrases('[appels, bessen, peren]'),
    'crisis.yaml': crisis,
    'commands.yaml': createCommands('opdracht'),
    'words.yaml': createWords('nl-NL'),
    'thesaurus.yaml': thesaurus,
    'sentences/peren.txt': '# Wat mensen ook zeggen.\n\nwaar groeit een peer\n',
    'amounts.yaml': amounts,
    'municipalities.yaml': municipalities,
    'other-languages.yaml': otherLanguages,
    'tests/fruit.yaml': conversations,
    'en/topics/appels.yaml': englishAppels,
    'en/regions/landelijk.yaml': createEnglishRegion('landelijk', 'the Netherlands', ''),
    'en/regions/twente.yaml': createEnglishRegion('twente', 'Twente', englishAnswers),
    'en/phrases.yaml': createPhrases('[appels]'),
    'en/crisis.yaml': crisis,
    'en/commands.yaml': createCommands('command'),
    'en/words.yaml': createWords('en-GB'),
    'en/thesaurus.yaml': thesaurus,
  }
}

/**
 * Writes dialogs into a new temporary folder.
 * @returns path of the folder
 */
export function writeDialogs(texts: DialogTexts): string {
  const folder = mkdtempSync(join(tmpdir(), 'opstap-dialogs-'))
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/**
 * Changes one place in one file.
 * @throws when the file does not hold what is to be replaced
 */
export function editDialogs(texts: DialogTexts, path: string, from: string, to: string): DialogTexts {
  const text = texts[path]
  if (text === undefined || !text.includes(from)) throw new Error(`${path} does not hold "${from}"`)
  return { ...texts, [path]: text.replace(from, () => to) }
}
