import { after, before, findMatches, type Span } from './span.ts'

const day = '(?:0?[1-9]|[12]\\d|3[01])'
const month = '(?:0?[1-9]|1[0-2])'
const monthName =
  '(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|mrt|maart|mar(?:ch)?|apr(?:il)?|mei|may|juni?|june|juli?|july|aug(?:ustus|ust)?|sep(?:t|tember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const year = "(?<year>(?:19|20)\\d\\d|'?\\d\\d)(?![\\d\\p{L}])"

const dates = [
  new RegExp(`(?<![\\d.,/-])${day} ?(?<sign>[-/. ]) ?${month} ?\\k<sign> ?${year}`, 'gu'),
  new RegExp(`(?<![\\d.,/-])(?<year>(?:19|20)\\d\\d)([-/.])${month}\\2${day}(?!\\d)`, 'gu'),
  new RegExp(`(?<![\\d.,/-])${day}(?:e|ste|de|st|nd|rd|th)?(?: of)?[ -]${monthName}\\.?,?[ -]${year}`, 'giu'),
  new RegExp(`(?<!\\p{L})${monthName}\\.? ${day}(?:st|nd|rd|th)?,? ${year}`, 'giu'),
  /(?<!\d)\d{8}(?!\d)/gu,
]
const birthWord =
  /(?<!\p{L})(?:geboren|geboortedatum|geboortedag|geb\.?|geboorte|jarig|verjaardag|verjaar|born|birthday|date of birth)(?!\p{L})/iu
const birthWordWithin = { before: 40, after: 20 }
/** Whoever was born in these years is grown up or nearly; what happens to people in a conversation is later. */
const birthYears = { first: 1900, last: 2012 }

/**
 * Finds dates on which somebody may be born: with a year from 1900 to 2012, or near a word for it. Other dates stay.
 * Source: the dossier "veilig en taal", §5.4.
 * @param plain a text of `plainOf`
 */
export function findBirthDates(plain: string): Span[] {
  const isNamed = birthWord.test(plain) ? isNear : () => false
  const found = dates.flatMap((pattern) =>
    findMatches(pattern, plain, (match, span) => isBirthYear(match.groups?.year) || isNamed(plain, span)),
  )
  const spans: Span[] = []
  for (const span of found.sort((one, other) => one.start - other.start || other.end - one.end)) {
    if (span.start >= (spans.at(-1)?.end ?? 0)) spans.push(span)
  }
  return spans
}

function isBirthYear(written: string | undefined): boolean {
  const value = Number(written)
  return value >= birthYears.first && value <= birthYears.last
}

function isNear(plain: string, { start, end }: Span): boolean {
  return (
    birthWord.test(before(plain, start, birthWordWithin.before)) ||
    birthWord.test(after(plain, end, birthWordWithin.after))
  )
}
