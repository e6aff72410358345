import type { LadderPicture } from '../conversation/decision.ts'
import { escapeXml } from './escape-xml.ts'

/** Sizes in the units of the drawing; a phone shows it about as wide as this in pixels. */
const size = { width: 320, margin: 12, rung: 34, gap: 22, text: 15, indent: 70, padding: 10, air: 4 }
/** Dark on light with a border, so that it reads on a light and on a dark page. */
const colours = { ground: '#ffffff', line: '#1f4e5f', rung: '#e6f1f4', text: '#12303a' }

/**
 * Draws the rungs of a ladder as stairs, the lowest below on the left, with arrows up and down beside them.
 * @param picture what stands on it
 * @returns SVG that holds no script, no link and no font; its title says what it is
 */
export function drawLadder({ title, rungs }: LadderPicture): string {
  const height = size.margin * 2 + rungs.length * size.rung + (rungs.length - 1) * size.gap
  const indent = rungs.length > 1 ? size.indent / (rungs.length - 1) : 0
  const boxes = rungs.map((name, index) => {
    const x = size.margin + Math.round(indent * index)
    const y = height - size.margin - size.rung - index * (size.rung + size.gap)
    return drawRung(name, { x, y, isLast: index === rungs.length - 1 })
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${height}" width="${size.width}" height="${height}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect x="0.5" y="0.5" width="${size.width - 1}" height="${height - 1}" rx="10" fill="${colours.ground}" stroke="${colours.line}"/>`,
    ...boxes,
    '</svg>',
  ].join('')
}

function drawRung(name: string, { x, y, isLast }: { x: number; y: number; isLast: boolean }): string {
  const width = size.width - size.margin * 2 - size.indent
  const box = `<rect x="${x}" y="${y}" width="${width}" height="${size.rung}" rx="6" fill="${colours.rung}" stroke="${colours.line}"/>`
  // A long name gets smaller letters: fonts differ per device, and a letter is at most about 0.6 of its size wide.
  const fontSize = Math.min(size.text, (width - size.padding * 2) / (name.length * 0.6))
  const label = `<text x="${x + size.padding}" y="${y + 22}" font-family="sans-serif" font-size="${fontSize.toFixed(1)}" fill="${colours.text}">${escapeXml(name)}</text>`
  return isLast ? box + label : box + label + drawWays(x + width - 30, y)
}

/** An arrow up and an arrow down in the gap between a rung and the next: the way goes both ways. */
function drawWays(x: number, y: number): string {
  const [top, bottom] = [y - size.gap + size.air, y - size.air]
  const up = `M${x} ${bottom}V${top}m-4 4l4 -4l4 4`
  const down = `M${x + 14} ${top}V${bottom}m-4 -4l4 4l4 -4`
  return `<path d="${up}${down}" fill="none" stroke="${colours.line}" stroke-width="2"/>`
}
