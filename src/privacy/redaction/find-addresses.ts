import { findMatches, type Span } from './span.ts'
import { isAmount } from './tell-moments.ts'

/** How a house number looks: "12", "12 a", "12-3", "12 hs", "nr. 12". */
export const houseNumber =
  '(?:(?:nr\\.?|nummer|huisnummer) ?)?\\d{1,5}(?: ?[a-kA-K](?![\\p{L}\\d]))?(?: ?[-/] ?\\d{1,4}(?!\\d)| ?-?(?:hs|bis|huis|I{1,3}|IV)(?!\\p{L}))?(?!\\d)'
const toHouse = `,?[ \\n]{1,3}(?<house>${houseNumber})`

const endsOfStreets = 'straat|laan|weg|plein|hof|kade|dijk|singel|gracht|pad|steeg|dreef|park|baan|markt'
const rareEnds = 'plantsoen|boulevard|brink|erf|allee|str\\.?'
const named = new RegExp(`(?<!\\p{L})\\p{Lu}[\\p{L}'.-]{0,40}(?:${endsOfStreets}|${rareEnds})${toHouse}`, 'gu')

/** In small letters only what is hardly ever the end of another word: not "arbeidsmarkt 2", not "overslaan 1". */
const inSmallLetters = new RegExp(
  `(?<!\\p{L})\\p{Ll}[\\p{L}'-]{2,40}(?:straat|(?<!s)laan|plein|gracht|singel|steeg|kade|dreef|str\\.)${toHouse}`,
  'gu',
)
const ofSomething = new RegExp(
  `(?<!\\p{L})(?:Laan|Plein|Weg|Hof|Park|Kade|Straat)(?: (?:van|der|de|den|het|op|'t)){1,3}(?: \\p{Lu}[\\p{L}'-]{0,30}){1,3}${toHouse}`,
  'gu',
)
/** Streets with any name: "ik woon op de Markt 3", "mijn adres is Achter de Hoven 12". */
const livesAt =
  '(?<!\\p{L})(?:[Ww]oont?|[Ww]onen|[Aa]dres(?: is|:)?)(?: (?:ik|wij|we|nu)){0,2}(?: (?:op|aan))?(?: (?:de|het|een))?'
const lived = new RegExp(
  `${livesAt} (?<hit>\\p{Lu}[\\p{L}'.-]{0,40}(?: (?:de|der|den|van|het|op|aan|\\p{Lu}[\\p{L}'.-]{0,40})){0,4}${toHouse})`,
  'dgu',
)
const livedInSmallLetters = new RegExp(`${livesAt}(?<= (?:op|aan) (?:de|het)) (?<hit>\\p{Ll}{3,30}${toHouse})`, 'dgu')

/**
 * Finds a street with a house number. The name of the place stays: it decides who can help.
 * Source: the dossier "veilig en taal", §5.4.
 * @param plain a text of `plainOf`
 */
export function findAddresses(plain: string): Span[] {
  return findMatches(named, plain, (match, span) => isHouse(plain, match, span))
}

/** Finds a street in small letters: "kerkstraat 12". */
export function findSmallAddresses(plain: string): Span[] {
  return findMatches(inSmallLetters, plain, (match, span) => isHouse(plain, match, span))
}

/** Finds a street named after its kind: "Laan van Nieuw Erf 12". */
export function findLongAddresses(plain: string): Span[] {
  return findMatches(ofSomething, plain, (match, span) => isHouse(plain, match, span))
}

/** Finds an address by the words before it, whatever the street is called. */
export function findLivedAt(plain: string): Span[] {
  return findMatches(lived, plain, (match, span) => isHouse(plain, match, span))
}

/** The same in small letters, behind "op de" or "aan het". */
export function findSmallLivedAt(plain: string): Span[] {
  return findMatches(livedInSmallLetters, plain, (match, span) => isHouse(plain, match, span))
}

/** "Onderweg 3 dagen" and "Participatiebaan 2026" are none. */
function isHouse(plain: string, match: RegExpExecArray, span: Span): boolean {
  return !isAmount(plain, span) && !/^(?:19|20)\d\d$/.test(match.groups?.house ?? '')
}
