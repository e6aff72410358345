/** A part of a text: from `start` up to, and without, `end`. */
export interface Span {
  start: number
  end: number
}

/** Stands for every character that was dealt with; no rule looks at it, or past it for a word that explains a number. */
export const dealtWith = '\u0000'

/** Stands for characters that nobody sees, such as a zero width space. */
export const unseen = '\u0001'

/** What people put between the digits of one number, as the inside of a character class. */
export const betweenDigits = `\\s${unseen}.\\-/_`

/** The zero of Arabic, Persian, Devanagari, Bengali and wide digits. */
const zerosOfDigits = [0x660, 0x6f0, 0x966, 0x9e6, 0xff10]

/** First and last of what nobody sees: soft hyphen, zero width, direction, variation of a sign, and the box of a keycap. */
const unseenRanges = [
  [0xad, 0xad],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2069],
  [0x20e3, 0x20e3],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
] as const

/** Signs that look like, or are used as, a plain one. */
const plainSigns: readonly (readonly [string, string])[] = [
  ['\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d', '-'],
  ['\u2018\u2019\u02bc', "'"],
  ['\uff20', '@'],
  ['\uff0e', '.'],
  ['\uff0b', '+'],
  [`${dealtWith}\t\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a`, ' '],
  ['\u2028\u2029\u202f\u205f\u3000', ' '],
]

const plainByChar = new Map([
  ...plainSigns.flatMap(([signs, plain]) => [...signs].map((sign) => [sign, plain] as const)),
  ...zerosOfDigits.flatMap((zero) =>
    [...'0123456789'].map((digit) => [String.fromCharCode(zero + Number(digit)), digit] as const),
  ),
  ...unseenRanges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, offset) => [String.fromCharCode(first + offset), unseen] as const),
  ),
])

/**
 * Writes a text so that rules can be short: digits of other scripts as 0 to 9, every dash as a hyphen, every space as one
 * space, and what nobody sees as one sign. Each character keeps its place, so that a span in the result is the same span
 * in the text.
 * @param text as typed
 */
export function plainOf(text: string): string {
  return text.replace(/[^\u0020-\u007e\n]/g, (char) => plainByChar.get(char) ?? char)
}

/**
 * Replaces spans by {@link dealtWith}, as long as they were.
 * @param plain the text of {@link plainOf}
 * @param spans in order, without overlap
 */
export function dealWith(plain: string, spans: readonly Span[]): string {
  let result = ''
  let from = 0
  for (const { start, end } of spans) {
    result += plain.slice(from, start) + dealtWith.repeat(end - start)
    from = end
  }
  return result + plain.slice(from)
}

/**
 * Finds where a pattern fits. After a match that is not accepted the search goes on one character further.
 * @param pattern with the flag `g`; with `d` and a group `hit`, that group is the span
 * @param plain the text of {@link plainOf}
 * @param accept says whether a match counts; may give a shorter end
 */
export function findMatches(
  pattern: RegExp,
  plain: string,
  accept: (match: RegExpExecArray, span: Span) => boolean | number = () => true,
): Span[] {
  const spans: Span[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(plain); match !== null; match = pattern.exec(plain)) {
    const [start, end] = match.indices?.groups?.hit ?? [match.index, match.index + match[0].length]
    const accepted = accept(match, { start, end })
    if (accepted === false) pattern.lastIndex = match.index + 1
    else spans.push({ start, end: accepted === true ? end : accepted })
  }
  return spans
}

/**
 * The text just before a place, back to the last thing that was dealt with.
 * @param mostChars how far to look
 */
export function before(plain: string, at: number, mostChars: number): string {
  const near = plain.slice(Math.max(0, at - mostChars), at)
  return near.slice(near.lastIndexOf(dealtWith) + 1)
}

/** The text just after a place, up to the next thing that was dealt with. */
export function after(plain: string, at: number, mostChars: number): string {
  const near = plain.slice(at, at + mostChars)
  const end = near.indexOf(dealtWith)
  return end < 0 ? near : near.slice(0, end)
}
