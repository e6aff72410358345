import { passesElevenTest } from './check-digits.ts'
import { after, before, betweenDigits, type Span } from './span.ts'
import { beginsAsMoment, isAmount, isMoment } from './tell-moments.ts'

const run = new RegExp(`(?<![\\d+])\\d(?:[${betweenDigits}]{0,3}\\d)*`, 'g')
const bsnWord = /(?<!\p{L})(?:bsn|burger ?service|sofi|citizen service)/iu
const bsnWordWithin = { before: 45, after: 25 }
const usualLength = 9
/** Where it is called by its name: zeros in front are often left out, and people mistype. */
const namedLength = { least: 7, most: 10 }

/**
 * Finds burgerservicenummers: nine digits that pass the eleven test, and near a word for it eight or nine digits whether
 * they pass or not, and one digit more or less.
 * Source: the dossier "veilig en taal", §5.4.
 * @param plain a text of `plainOf`
 */
export function findBsns(plain: string): Span[] {
  const isNamed = bsnWord.test(plain) ? isNear : () => false
  return [...plain.matchAll(run)].flatMap(({ index, 0: digits }) =>
    digits.length < namedLength.least
      ? []
      : findInRun(groupsOf(digits, index), (span, number) => isBsn(plain, span, number, isNamed)),
  )
}

interface Group {
  start: number
  digits: string
}

function groupsOf(run: string, start: number): Group[] {
  return [...run.matchAll(/\d+/g)].map(({ index, 0: digits }) => ({ start: start + index, digits }))
}

/** Groups of digits are kept whole: in "1234 12345" the nine digits are a number, in "12345 12345" none are. */
function findInRun(groups: readonly Group[], accept: (span: Span, digits: string) => boolean): Span[] {
  const spans: Span[] = []
  let first = 0
  while (first < groups.length) {
    const from = first
    first += 1
    let digits = ''
    let found: Span | undefined
    for (let next = from; next < groups.length && digits.length < usualLength; next += 1) {
      const group = groups[next]
      if (group === undefined) break
      digits += group.digits
      const span = { start: groups[from]?.start ?? 0, end: group.start + group.digits.length }
      if (!accept(span, digits)) continue
      found = span
      first = next + 1
    }
    if (found !== undefined) spans.push(found)
  }
  return spans
}

function isBsn(plain: string, span: Span, digits: string, isNamed: typeof isNear): boolean {
  if (digits.length < namedLength.least || digits.length > namedLength.most) return false
  const isTogether = span.end - span.start === digits.length
  const passes = digits.length === usualLength && passesElevenTest(digits) && (isTogether || !isAmount(plain, span))
  if (!passes && (beginsAsMoment(plain, span) || !isNamed(plain, span))) return false
  return isTogether || !isMoment(plain, span)
}

function isNear(plain: string, { start, end }: Span): boolean {
  return (
    bsnWord.test(before(plain, start, bsnWordWithin.before)) || bsnWord.test(after(plain, end, bsnWordWithin.after))
  )
}
