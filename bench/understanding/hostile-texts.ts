import { createRandom } from '../../src/understanding/create-random.ts'
import { crisisRules } from '../../src/understanding/crisis/find-crisis.ts'
import { compilePattern } from '../../src/understanding/crisis/pattern.ts'
import type { Training } from '../../src/understanding/meaning.ts'

/** Length of each text; longer messages are refused before they are read. */
export const hostileChars = 10_000

/** The kinds of hostile text. */
export const hostileKinds = [
  'emoji',
  'zalgo',
  'right to left',
  'one letter',
  'one word',
  'brackets',
  'digits',
  'spaces',
  'a long word',
  'single letters',
  'question marks',
  'random unicode',
  'random words',
  'words with a typing error',
  'place names',
  'ordinary sentences',
  'beginnings of all crisis patterns',
  'beginning of one crisis pattern',
] as const

/** A kind of hostile text. */
export type HostileKind = (typeof hostileKinds)[number]

const seed = 4
const letters = 'abcdefghijklmnopqrstuvwxyz'

/**
 * Makes texts that were meant to be slow to read, the same each time.
 * @param kind which
 * @param training the words that typing errors are made in, and the places
 * @returns one or more texts of 10,000 characters
 */
export function makeHostileTexts(kind: HostileKind, training: Training): string[] {
  switch (kind) {
    case 'emoji':
      return [fill('😀💔🔪👨‍👩‍👧🏽😭'), fill('😭')]
    case 'zalgo':
      return [fill(`z${'\u0300\u0316\u0489\u035f'.repeat(8)}`), fill('e\u0301 ')]
    case 'right to left':
      return [fill('\u202eأريد أن أعمل \u202dשלום עולם ')]
    case 'one letter':
      return [fill('a'), fill('i'), fill('*'), fill("'")]
    case 'one word':
      return [...new Set(wordsOf(training))].slice(0, 40).map((word) => fill(`${word} `))
    case 'brackets':
      return [`${'('.repeat(hostileChars / 2)}${')'.repeat(hostileChars / 2)}`, fill('[{(<'), fill('(a) ')]
    case 'digits':
      return [fill('0123456789'), fill('1 '), fill('12-11-1980 ')]
    case 'spaces':
      return [fill(' '), fill('\n'), fill('a \t\u00a0\u2003')]
    case 'a long word':
      return [fill([...new Set(wordsOf(training))].slice(0, 30).join('')), fill('ab')]
    case 'single letters':
      return [fill([...letters].join(' ').concat(' ')), fill('d o o d ')]
    case 'question marks':
      return [fill('?'), fill('a b? '), fill('...!?;')]
    case 'random unicode':
      return [randomText((random) => randomCodePoint(random))]
    case 'random words':
      return [randomText((random) => `${randomWord(random)} `)]
    case 'words with a typing error':
      return [misspell(wordsOf(training))]
    case 'place names':
      return [fill(`${Object.keys(training.places.municipalities).join(' ')} `)]
    case 'ordinary sentences':
      return [fill(`${sentencesOf(training).slice(0, 400).join('. ')} `)]
    case 'beginnings of all crisis patterns':
      return cut(crisisBeginnings().join(' '))
    case 'beginning of one crisis pattern':
      return crisisBeginnings().map((beginning) => fill(`${beginning} `))
    default:
      return kind satisfies never
  }
}

function fill(piece: string): string {
  return piece.repeat(Math.ceil(hostileChars / piece.length)).slice(0, hostileChars)
}

function cut(text: string): string[] {
  const count = Math.ceil(text.length / hostileChars)
  return Array.from({ length: count }, (_unused, index) => fill(`${text.slice(index * hostileChars)} `))
}

/** Of each pattern a word for every element but the last: it begins to match, and does not end. */
function crisisBeginnings(): string[] {
  const beginnings = crisisRules.flatMap(({ patterns }) =>
    patterns.map((line) => {
      const words = compilePattern(line).elements.flatMap((element) => {
        const [first] = element.kind === 'words' ? [...element.words, ...element.prefixes] : []
        return first === undefined ? [] : [first]
      })
      return words.slice(0, Math.max(1, words.length - 1)).join(' ')
    }),
  )
  return [...new Set(beginnings)]
}

function randomText(next: (random: () => number) => string): string {
  const random = createRandom(seed)
  let text = ''
  while (text.length < hostileChars) text += next(random)
  return text.slice(0, hostileChars)
}

function randomCodePoint(random: () => number): string {
  return String.fromCodePoint(Math.floor(random() * 0x10ffff))
}

function randomWord(random: () => number): string {
  const length = 3 + Math.floor(random() * 12)
  return Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join('')
}

/** Each word with one letter changed, so that its spelling is looked for. */
function misspell(words: readonly string[]): string {
  const random = createRandom(seed)
  const long = words.filter((word) => word.length > 4)
  return randomText(() => {
    const word = long[Math.floor(random() * long.length)] ?? ''
    const at = 1 + Math.floor(random() * (word.length - 2))
    return `${word.slice(0, at)}${letters[Math.floor(random() * letters.length)]}${word.slice(at + 1)} `
  })
}

function wordsOf(training: Training): string[] {
  return sentencesOf(training).flatMap((sentence) => sentence.toLowerCase().match(/\p{L}+/gu) ?? [])
}

function sentencesOf({ languages, defaultLocale }: Training): string[] {
  return Object.values(languages[defaultLocale]?.examples.topics ?? {}).flat()
}
