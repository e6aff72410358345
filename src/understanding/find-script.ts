/** A way of writing that we tell apart; `unknown` is every alphabet that none of our languages uses. */
export type Script = 'latin' | 'cyrillic' | 'arabic' | 'ethiopic' | 'unknown'

/** Ranges of letters, from low to high: first, last, script. Signs, digits, spaces and emoji stand in none. */
const ranges: readonly (readonly [number, number, Script])[] = [
  [0x0041, 0x005a, 'latin'],
  [0x0061, 0x007a, 'latin'],
  [0x00c0, 0x024f, 'latin'],
  [0x0370, 0x03ff, 'unknown'],
  [0x0400, 0x052f, 'cyrillic'],
  [0x0530, 0x05ff, 'unknown'],
  [0x0620, 0x06ff, 'arabic'],
  [0x0700, 0x074f, 'unknown'],
  [0x0750, 0x077f, 'arabic'],
  [0x0900, 0x11ff, 'unknown'],
  [0x1200, 0x139f, 'ethiopic'],
  [0x1780, 0x17ff, 'unknown'],
  [0x1e00, 0x1eff, 'latin'],
  [0x2d80, 0x2ddf, 'ethiopic'],
  [0x3041, 0x9fff, 'unknown'],
  [0xab00, 0xab2f, 'ethiopic'],
  [0xac00, 0xd7a3, 'unknown'],
  [0xfb50, 0xfdff, 'arabic'],
  [0xfe70, 0xfefc, 'arabic'],
]

/**
 * Tells in which script a text is written: the one that at least half of its letters belong to.
 * @param text any text; the caller bounds its length
 * @returns undefined when there is no letter in it, or no script has half of them
 */
export function findScript(text: string): Script | undefined {
  const counts = { latin: 0, cyrillic: 0, arabic: 0, ethiopic: 0, unknown: 0 }
  let letters = 0
  for (let index = 0; index < text.length; index += 1) {
    const script = scriptOf(text.charCodeAt(index))
    if (script === undefined) continue
    counts[script] += 1
    letters += 1
  }
  return scripts.find((script) => counts[script] * 2 >= letters && letters > 0)
}

/** Latin stands last: who writes half of a message in another script is no longer writing Dutch. */
const scripts: readonly Script[] = ['cyrillic', 'arabic', 'ethiopic', 'unknown', 'latin']

function scriptOf(code: number): Script | undefined {
  for (const [first, last, script] of ranges) {
    if (code < first) return undefined
    if (code <= last) return script
  }
  return undefined
}
