/** Languages that are written from right to left, of those that people here write. */
const rightToLeft = ['ar', 'fa', 'he', 'ps', 'ur', 'ckb']

/**
 * The direction to give to a text of the bot, whose language is known.
 * @param tag language tag of the text, `ar`
 * @returns `rtl`, or undefined when it is that of the page
 */
export function directionOf(tag: string | undefined): 'rtl' | undefined {
  return tag !== undefined && rightToLeft.includes(tag.split('-')[0] ?? '') ? 'rtl' : undefined
}
