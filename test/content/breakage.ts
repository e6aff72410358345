import { describe, expect, it, jest } from '@jest/globals'
import { runContentCommand } from '../../src/authoring/content-command.ts'
import type { Finding, FindingText } from '../../src/content/finding.ts'
import { describeFinding, findingTexts } from '../../src/content/finding-texts.ts'
import { createDialogTexts, type DialogTexts, editDialogs, writeDialogs } from './dialog-folder.ts'

/** Files of the small dialogs that most breakages are made in. */
export const appels = 'topics/appels.yaml'
export const peren = 'topics/peren.yaml'
export const bessen = 'topics/bessen.yaml'
export const twente = 'regions/twente.yaml'
export const english = 'en/topics/appels.yaml'

/** One kind of mistake, by the name under which the checks say what is wrong. */
export type MistakeKind = keyof typeof findingTexts

/** One way in which a file of good dialogs is broken, and how that must be reported. */
export interface Breakage {
  /** What is wrong with the file: "a goto to nowhere". */
  title: string
  kind: MistakeKind
  /** Name of the rule, as it is printed. */
  rule: string
  file: string
  /** What is replaced; without it the whole file is new. */
  from?: string
  /** What comes in its place; without it the file is taken away, or all files of the folder. */
  to?: string
  /** Good files that stand beside the broken one: path -> contents. */
  beside?: DialogTexts
  /** Text of the line the finding must point at; the first line when left out. */
  at?: string
  /** Which of the lines with that text it is, counted from 1; the first when left out. */
  nth?: number
  /** File the finding must point at, when that is not the broken one. */
  reportedIn?: string
  /** `error` when left out. */
  severity?: 'warning'
}

/** Tests that `npm run content` reports each breakage as its kind of mistake: its file, its line, what is wrong and a hint. */
export function describeBreakages(title: string, breakages: readonly Breakage[]): void {
  describe(title, () => {
    it.each(breakages)('reports $title with its line and a hint', (breakage) => {
      const { severity = 'error', rule, kind, reportedIn = breakage.file } = breakage
      const texts = breakDialogs({ ...createDialogTexts(), ...breakage.beside }, breakage)
      const folder = writeDialogs(texts)
      const line = findLine(texts[reportedIn] ?? '', breakage)

      const { printed, said } = runCheck(folder, kind)

      const place: Omit<Finding, keyof FindingText> = { severity, file: `${folder}/${reportedIn}`, line }
      const expected = said.map((text) => describeFinding({ ...place, ...text }))
      const reported =
        printed.find((each) => expected.includes(each)) ?? `nothing of this kind there, but:\n${printed.join('\n')}`
      const word = severity === 'error' ? 'fout' : 'let op'
      expect(reported).toMatch(new RegExp(`^${place.file}:${line} {2}${word} \\[${rule}\\] {2}\\S.{10,} — \\S.{10,}$`))
    })
  })
}

function breakDialogs(texts: DialogTexts, { file, from, to }: Breakage): DialogTexts {
  if (to === undefined) {
    return Object.fromEntries(Object.entries(texts).filter(([path]) => path !== file && !path.startsWith(`${file}/`)))
  }
  if (from === undefined) return { ...texts, [file]: to }
  return editDialogs(texts, file, from, to)
}

function findLine(text: string, { at, nth = 1 }: Breakage): number {
  if (at === undefined) return 1
  const line = text.split('\n').flatMap((each, index) => (each.includes(at) ? [index + 1] : []))[nth - 1]
  if (line === undefined) throw new Error(`the broken file does not hold "${at}" ${nth} times`)
  return line
}

/** Runs the command as an author does, and keeps what it printed and what was said by this kind of mistake. */
function runCheck(folder: string, kind: MistakeKind): { printed: string[]; said: FindingText[] } {
  const makers: Record<MistakeKind, (...args: never[]) => FindingText> = findingTexts
  const maker = jest.spyOn(makers, kind)
  let printed = ''
  runContentCommand([], {
    folder,
    docsFolder: folder,
    today: new Date('2026-11-22T12:00:00Z'),
    print: (text) => {
      printed += text
    },
  })
  const said = maker.mock.results.flatMap(({ type, value }) => (type === 'return' ? [value] : []))
  maker.mockRestore()
  return { printed: printed.trimEnd().split('\n'), said }
}
