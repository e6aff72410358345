/** Seven digits, with at most three signs between two of them: shorter than any number that belongs to one person. */
const longNumber = /\p{Nd}(?:[^\p{L}\p{Nd}]{0,3}\p{Nd}){6}/u

/**
 * Tells whether a text that should hold no personal data still looks as if it does. The last net under the redaction, and
 * on purpose a coarse one: what is stopped here costs nothing but a second opinion.
 * @param text after redaction
 */
export function looksPersonal(text: string): boolean {
  const plain = text.normalize('NFKC')
  return plain.includes('@') || longNumber.test(plain)
}
