import type { CommandsFile, CrisisFile, PhrasesFile, RegionFile, TopicFile } from '../conversation/dialog-files.ts'
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

/** Everything in `dialogs/`, each file of the right form; what they say about each other is not checked yet. */
export interface Dialogs {
  /** In order of file name. */
  topics: DialogSource<TopicFile>[]
  /** In order of file name. */
  regions: DialogSource<RegionFile>[]
  phrases: DialogSource<PhrasesFile>
  crisis: DialogSource<CrisisFile>
  commands: DialogSource<CommandsFile>
}
