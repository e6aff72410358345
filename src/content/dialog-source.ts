import type { AmountsFile } from '../conversation/dialog-files/amounts-file.ts'
import type { CommandsFile } from '../conversation/dialog-files/commands-file.ts'
import type { CrisisFile } from '../conversation/dialog-files/crisis-file.ts'
import type { MunicipalitiesFile } from '../conversation/dialog-files/municipalities-file.ts'
import type { OtherLanguagesFile } from '../conversation/dialog-files/other-languages-file.ts'
import type { PhrasesFile } from '../conversation/dialog-files/phrases-file.ts'
import type { RegionFile } from '../conversation/dialog-files/region-file.ts'
import type { ThesaurusFile } from '../conversation/dialog-files/thesaurus-file.ts'
import type { TopicFile } from '../conversation/dialog-files/topic-file.ts'
import type { RegionTranslation, TopicTranslation } from '../conversation/dialog-files/translation-files.ts'
import type { WordsFile } from '../conversation/dialog-files/words-file.ts'
import type { Place } from './finding.ts'

/** The way to a value inside a file: keys and positions from the top, such as `['flow', 3, 'choices', 0, 'label']`. */
export type Path = readonly (string | number)[]

/** A file of `dialogs/` with the form it must have, and the way back to its lines. */
export interface DialogSource<T> {
  /** Path of the file as messages show it. */
  file: string
  data: T
  /** Where a value stands; for a value that is not there, the nearest thing around it. */
  placeOf(path: Path): Place
}

/** A file of `sentences/`: example sentences of one topic or command, or of nothing we answer. */
export interface SentenceList {
  /** Path of the file as messages show it. */
  file: string
  /** Topic id, command, or `buiten-bereik`. */
  means: string
  /** In the order of the file; the line is counted from 1. */
  sentences: { text: string; line: number }[]
}

/** Name of the list with sentences that belong to nothing we answer. */
export const outOfScopeList = 'buiten-bereik'

/** What is written in every language in files of one form. */
export interface LanguageSources {
  phrases: DialogSource<PhrasesFile>
  crisis: DialogSource<CrisisFile>
  commands: DialogSource<CommandsFile>
  words: DialogSource<WordsFile>
  thesaurus: DialogSource<ThesaurusFile>
  /** In order of file name. */
  sentences: SentenceList[]
}

/** Another language: words for the Dutch topics and regions. */
export interface Translation extends LanguageSources {
  /** Name of its folder, `en`. */
  locale: string
  /** In order of file name. */
  topics: DialogSource<TopicTranslation>[]
  /** In order of file name. */
  regions: DialogSource<RegionTranslation>[]
}

/** Everything in `dialogs/`, each file of the right form; what they say about each other is not checked yet. */
export interface Dialogs extends LanguageSources {
  /** In order of file name. */
  topics: DialogSource<TopicFile>[]
  /** In order of file name. */
  regions: DialogSource<RegionFile>[]
  amounts: DialogSource<AmountsFile>
  municipalities: DialogSource<MunicipalitiesFile>
  otherLanguages: DialogSource<OtherLanguagesFile>
  /** In order of folder name. */
  translations: Translation[]
}

/** Language in which `dialogs/` itself is written. */
export const defaultLocale = 'nl'
