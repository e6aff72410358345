import { normaliseText } from './normalise-text.ts'

/** Letters that stay whole when accents are taken off, and how people type them without the right keyboard. */
const plainForms: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ß: 'ss',
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  đ: 'd',
  ə: 'e',
}
const wholeLetters = new RegExp(`[${Object.keys(plainForms).join('')}]`, 'g')

/**
 * Takes the last accents off a text, so that "iş arıyorum" and "is ariyorum" are the same words.
 * @param normalised text of `normaliseText`
 */
export function foldLetters(normalised: string): string {
  return normalised.replace(wholeLetters, (letter) => plainForms[letter] ?? letter)
}

/**
 * The forms in which a word or wording is typed: without accents, and with "ue" for "ü" as on a keyboard without it.
 * @param written as authors write it
 * @returns one or two folded texts
 */
export function foldedForms(written: string): string[] {
  const plain = foldLetters(normaliseText(written))
  const spelledOut = written.toLowerCase().replace(/[äöü]/g, (letter) => `${letter.normalize('NFD').charAt(0)}e`)
  const spelled = foldLetters(normaliseText(spelledOut))
  return plain === spelled ? [plain] : [plain, spelled]
}
