import { findMatches, type Span } from './span.ts'

/** Two letters and seven signs of a passport or identity card; the last is a digit, and the letter O is never used. */
const travelDocument = /(?<![A-Za-z0-9])[A-NP-Z]{2}[A-NP-Z0-9]{6}\d(?![A-Za-z0-9])/g
/** A word in capitals with a digit behind it is none. */
const leastDocumentDigits = 2

const link = '[ :=.]{1,3}(?:(?:is|nr|nummer|no)[ :.]{1,2})?'
const token = '(?<hit>[A-Za-z\\d](?:[-./]?[A-Za-z\\d]|(?<=\\d) \\d){2,24})(?![A-Za-z\\d])'

const numberOf = new RegExp(
  `(?<!\\p{L})(?:cli[eë]nt(?:en)?|klant(?:en)?|pati[eë]nt(?:en)?|dossier|zaak|v[ -]?|polis|relatie|registratie|personeels|lid|lidmaatschaps|kaart|pas|document|paspoort|rijbewijs|id-?|rekening|bankrekening)-?(?:nummer|nr)${link}${token}`,
  'dgiu',
)
const bareWord = new RegExp(`(?<!\\p{L})(?:dossier|paspoort|id-kaart|rijbewijs|pincode)${link}${token}`, 'dgiu')
const plate = new RegExp(
  `(?<!\\p{L})(?:kenteken|nummerbord)${link}(?<hit>[A-Z\\d]{1,3}[ -]?[A-Z\\d]{1,3}[ -]?[A-Z\\d]{1,3})(?![A-Z\\d])`,
  'dgiu',
)
const leastDigits = 3

/** Finds numbers of passports and identity cards by their form. */
export function findDocuments(plain: string): Span[] {
  return findMatches(travelDocument, plain, ([number]) => countDigits(number) >= leastDocumentDigits)
}

/**
 * Finds numbers that a word in front of them explains: of a client, a file, a licence plate.
 * Source: the dossier "veilig en taal", §5.4.
 * @param plain a text of `plainOf`
 */
export function findReferences(plain: string): Span[] {
  return findMatches(numberOf, plain, (match) => countDigits(match.groups?.hit ?? '') >= leastDigits)
}

/** Finds numbers behind a bare word, such as "dossier 12345"; a year is none. */
export function findBareReferences(plain: string): Span[] {
  return findMatches(bareWord, plain, (match) => {
    const hit = match.groups?.hit ?? ''
    return countDigits(hit) > leastDigits && !/^(?:19|20)\d\d$/.test(hit)
  })
}

/** Finds licence plates that are called so. */
export function findPlates(plain: string): Span[] {
  return findMatches(plate, plain, (match) => countDigits(match.groups?.hit ?? '') > 0)
}

function countDigits(text: string): number {
  return text.replace(/\D/g, '').length
}
