/**
 * Writes a number with one decimal, as in Dutch.
 * @param number any number
 */
export function writeDecimal(number: number): string {
  return number.toFixed(1).replace('.', ',')
}

/**
 * Writes a share as a percentage. Rounded down: only all is 100 %.
 * @param share 0 to 1
 */
export function writeShare(share: number): string {
  return `${String(Math.floor(share * 1000) / 10).replace('.', ',')} %`
}
