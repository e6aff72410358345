import type { MeasuredReading } from '../../src/authoring/understand/measure-readings.ts'
import type { UsableContent } from '../../src/content/load-content.ts'
import type { Layer } from '../../src/understanding/classifier/layers.ts'

/** The systems that are measured, by id. */
export const systemIds = ['opstap', 'classifier', 'ngrams', 'nlpjs', 'fasttext'] as const

/** Id of a system. */
export type SystemId = (typeof systemIds)[number]

/** What a system learns from. */
export interface Lesson {
  usable: UsableContent
  /** The moment at which sentences are read. */
  now: Date
  /** Layers of our classifier; all of them when left out. Other systems have none. */
  layers?: ReadonlySet<Layer>
  /** Folder in which our system keeps what it learned, as the program does; without it, it learns anew. */
  keptIn?: string
}

/** A system that has learned. */
export interface Reader {
  /** What the system makes of a sentence, to be judged. */
  read(text: string): MeasuredReading | Promise<MeasuredReading>
  /** The least the system does to understand a sentence; this is what is timed. A promise when the system gives one. */
  timed(text: string): unknown
  /** Only the classifier of the system, when it is more than that. */
  timedClassifier?(text: string): unknown
  /** Learns what the system only learns when it is needed: other languages. */
  learnTheRest?(): void
}

/** Trains a system on the Dutch example sentences. */
export type Learn = (lesson: Lesson) => Reader | Promise<Reader>
