import { describe, expect, it } from '@jest/globals'
import { loadContent } from '../../src/content/load-content.ts'
import { createDialogTexts, writeDialogs } from './dialog-folder.ts'

/** Files of the small dialogs that most breakages are made in. */
export const appels = 'topics/appels.yaml'
export const peren = 'topics/peren.yaml'
export const twente = 'regions/twente.yaml'

/** One way in which a file of good dialogs is broken, and how that must be reported. */
export interface Breakage {
  /** What is wrong with the file: "a goto to nowhere". */
  title: string
  file: string
  /** What is replaced, and by what. */
  from: string
  to: string
  rule: string
  /** Text of the line the finding must point at. */
  at: string
  /** Which of the lines with that text it is, counted from 1; the first when left out. */
  nth?: number
  /** `error` when left out. */
  severity?: 'warning'
}

/** Tests that each breakage is reported in its file, at its line, with a hint. */
export function describeBreakages(title: string, breakages: readonly Breakage[]): void {
  describe(title, () => {
    it.each(breakages)('reports $title with its line and a hint', (breakage) => {
      const texts = createDialogTexts()
      const before = texts[breakage.file] ?? ''
      expect(before).toContain(breakage.from)
      const after = before.replace(breakage.from, () => breakage.to)
      const folder = writeDialogs({ ...texts, [breakage.file]: after })
      const lines = after.split('\n').flatMap((line, index) => (line.includes(breakage.at) ? [index + 1] : []))

      const { findings } = loadContent(folder, new Date('2026-11-22T12:00:00Z'))

      expect(findings).toContainEqual({
        severity: breakage.severity ?? 'error',
        file: `${folder}/${breakage.file}`,
        line: lines[(breakage.nth ?? 1) - 1],
        rule: breakage.rule,
        message: expect.stringMatching(/\S.{10,}/),
        hint: expect.stringMatching(/\S.{10,}/),
      })
    })
  })
}
