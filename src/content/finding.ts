/** How bad a finding is: the program refuses to start on an `error`; a `warning` is for the author. */
export type Severity = 'error' | 'warning'

/** A line in a file of `dialogs/`. */
export interface Place {
  /** Path as the reader was given it, such as `dialogs/topics/uitkering.yaml`. */
  file: string
  /** Counted from 1. */
  line: number
}

/** What is said about a finding; made by `finding-texts.ts`. */
export interface FindingText {
  /** Name of the rule, stable: tests and people refer to it. */
  rule: string
  /** What is wrong, for the author. */
  message: string
  /** What the author can do about it. */
  hint: string
}

/** Something that is wrong in the written content. */
export interface Finding extends Place, FindingText {
  severity: Severity
}

/**
 * Makes a finding that stops the program from starting.
 * @param place where the author has to look
 * @param text what is wrong, and the way out
 */
export function errorAt(place: Place, text: FindingText): Finding {
  return { severity: 'error', file: place.file, line: place.line, ...text }
}

/**
 * Makes a finding that the program can live with.
 * @param place where the author has to look
 * @param text what is wrong, and the way out
 */
export function warningAt(place: Place, text: FindingText): Finding {
  return { severity: 'warning', file: place.file, line: place.line, ...text }
}
