import { describe, expect, it } from '@jest/globals'
import { drawFlow } from '../../src/authoring/draw-flow.ts'
import type { Step } from '../../src/conversation/content.ts'
import { wordsIn } from '../../src/conversation/words-in.ts'
import { createDialogTexts, writeDialogs } from '../content/dialog-folder.ts'
import { loadUsable } from './walk-topics.ts'

/** Text between quotes as Mermaid takes it: a `#` only as a code, no quote, no HTML, no Markdown. */
const label = '"(?:[^"#<>`*\\\\]|#\\d+;)+"'
const shapes = [`\\[${label}\\]`, `\\{${label}\\}`, `\\[/${label}\\\\\\]`, `\\[/${label}/\\]`]
const others = [`\\(\\(${label}\\)\\)`, `\\[\\[${label}\\]\\]`, `\\(\\[${label}\\]\\)`]
const box = new RegExp(`^ {2}s\\d+(?:${[...shapes, ...others].join('|')})$`)
const arrow = new RegExp(`^ {2}s\\d+ (?:-->|-\\.->)(?:\\|${label}\\|)? s\\d+$`)

/** Lines that do not follow the syntax of Mermaid's flowcharts, as far as we use it. */
function findWrongLines(drawing: string): string[] {
  const [first, ...lines] = drawing.trimEnd().split('\n')
  return [
    ...(first === 'flowchart TD' ? [] : [String(first)]),
    ...lines.filter((each) => !box.test(each) && !arrow.test(each)),
  ]
}

function drawSteps(...steps: Step[]): string {
  return drawFlow({ id: 'proef', title: 'Proef', steps })
}

describe('a drawing', () => {
  it('follows the syntax of Mermaid for every topic in every region', () => {
    const { topics, regions } = wordsIn(loadUsable('dialogs').content)
    const all = [...Object.values(topics), ...Object.values(regions).flatMap((region) => Object.values(region.topics))]
    expect(all.length).toBeGreaterThanOrEqual(26)
    expect(all.flatMap((topic) => findWrongLines(drawFlow(topic)))).toEqual([])
  })

  it('writes signs that mean something to Mermaid as codes', () => {
    const text = 'Hij zei "end" [x] {y} | a; b #35; <b>vet</b> `code` **dik** \\\n- twee'
    const drawing = drawSteps(
      { op: 'say', id: 'a', text: text.slice(0, 60) },
      { op: 'say', id: 'b', text: text.slice(40) },
    )
    expect(findWrongLines(drawing)).toEqual([])
    expect(drawing).toContain('Hij zei #34;end#34; [x] {y} | a; b #35;35;')
  })

  it('keeps a long text within its box', () => {
    const drawing = drawSteps({ op: 'say', id: 'a', text: 'woord '.repeat(100) })
    expect(Math.max(...drawing.split('\n').map((line) => line.length))).toBeLessThan(90)
  })

  it('shows on the arrows from when and until when an answer is given, and the way past it', () => {
    const topic = wordsIn(loadUsable(writeDialogs(createDialogTexts())).content).topics.appels
    const drawing = topic === undefined ? '' : drawFlow(topic)
    expect(drawing).toMatch(/s\d+ -->\|"t\/m 2027-06-30"\| s\d+/)
    expect(drawing).toMatch(/s\d+ -->\|"vanaf 2027-07-01"\| s\d+/)
    expect(drawing).toMatch(/s\d+ -\.->\|"anders"\| s\d+/)
  })

  it('shows contacts and the ladder for what they are', () => {
    const drawing = drawSteps(
      { op: 'contacts', id: 'contacts-1', purpose: 'geld', text: 'Hier kun je terecht:', none: 'Niets.' },
      { op: 'ladder', id: 'ladder-1', text: 'Zo gaat het:' },
      { op: 'ask-region', id: 'ask-region-1' },
    )
    expect(drawing).toContain('s0[/"contacts-1 (contacten om te vragen over geld): Hier kun je terecht:"\\]')
    expect(drawing).toContain('s1[/"ladder-1 (plaat van de ladder): Zo gaat het:"\\]')
    expect(drawing).toContain('s2{"ask-region-1: Waar woon je?"}')
  })
})
