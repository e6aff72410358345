import { describe, expect, it } from '@jest/globals'
import { drawLadder } from '../../src/turn/draw-ladder.ts'

const rungs = ['Dagbesteding', 'Vrijwilligerswerk', 'Proefplaatsing', 'Beschut werk', 'Gewoon werk']
const drawing = drawLadder({ kind: 'ladder', title: 'De ladder', rungs })

/** Top and bottom of every rung, the lowest first. */
function rungBoxes(svg: string): { top: number; bottom: number }[] {
  const boxes = [...svg.matchAll(/<rect x="\d+" y="(\d+)" width="\d+" height="(\d+)"/g)]
  return boxes.map(([, y, height]) => ({ top: Number(y), bottom: Number(y) + Number(height) }))
}

describe('drawLadder', () => {
  it('has a title, and every rung by its name', () => {
    expect(drawing).toContain('<title>De ladder</title>')
    for (const name of rungs) expect(drawing).toContain(`>${name}</text>`)
    expect(rungBoxes(drawing)).toHaveLength(rungs.length)
  })

  it('draws an arrow up and one down in each gap, clear of the rungs', () => {
    const boxes = rungBoxes(drawing)
    const arrows = [...drawing.matchAll(/<path d="M\d+ (\d+)V(\d+)m-4 4l4 -4l4 4M\d+ (\d+)V(\d+)m-4 -4l4 4l4 -4"/g)]
    expect(arrows).toHaveLength(rungs.length - 1)
    for (const [index, [, ...ends]] of arrows.entries()) {
      const [below, above] = [boxes[index], boxes[index + 1]]
      const heights = ends.map(Number)
      expect(Math.max(...heights)).toBeLessThan((below?.top ?? 0) - 2)
      expect(Math.min(...heights)).toBeGreaterThan((above?.bottom ?? 0) + 2)
    }
  })

  it('makes the letters of a long name smaller, so that it stays on its rung', () => {
    const sizeOf = (name: string) =>
      Number(/font-size="([\d.]+)"/.exec(drawLadder({ kind: 'ladder', title: '', rungs: [name] }))?.[1])
    expect(sizeOf('Werk')).toBe(15)
    expect(sizeOf('Vrijwilligerswerk met hulp')).toBeLessThan(15)
    expect(sizeOf('x'.repeat(40)) * 40 * 0.6).toBeLessThanOrEqual(207)
  })

  it('writes names as words, never as markup', () => {
    const svg = drawLadder({ kind: 'ladder', title: '"><script>', rungs: ['<a href="x">&'] })
    expect(svg).toContain('<title>&quot;&gt;&lt;script&gt;</title>')
    expect(svg).toContain('&lt;a href=&quot;x&quot;&gt;&amp;</text>')
    expect(svg).not.toMatch(/<script|<a /)
  })
})
