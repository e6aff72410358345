import { isNoName, isSmallWord } from './no-names.ts'
import { findMatches, type Span } from './span.ts'

/** "van der", "de", "el" and other small words inside a name. */
const particle =
  "(?:van|de|der|den|het|ten|ter|te|'t|van't|el|al|ben|bin|von|di|da|la|le|Van|De|Der|Den|Ten|Ter|Te|El|Al)"
const titled = "\\p{Lu}[\\p{Ll}\\p{M}][\\p{L}\\p{M}'-]{0,30}"
const initials = '(?:\\p{Lu}\\.){1,4}'
/** A name as it is written: "Jan", "Anne-Marie", "J.P. de Vries". */
const fullName = `(?:${initials} ?)?(?:${particle} ){0,3}${titled}(?:[ -](?:${particle} ){0,3}${titled}){0,3}`
const inCapitals = "\\p{Lu}[\\p{Lu}'-]{1,30}"
const smallLetters = "\\p{Ll}[\\p{L}\\p{M}'-]{1,30}"

const introduction =
  "(?<!\\p{L})(?:[Mm]ijn|[Mm]'?n|[Mm]e|MIJN) (?:(?:volledige |voor|achter)?naam|NAAM)(?: is| IS|:)|(?<!\\p{L})[Nn]aam:|(?<!\\p{L})(?:[Ii]k heet|IK HEET|[Mm]y (?:full |first |last )?name is|I am called|[Ii]ch hei(?:ss|ß)e)"
const introduced = new RegExp(
  `(?:${introduction}):?(?: van (?:voren|achteren))? (?<hit>${fullName}|${inCapitals}|${smallLetters})`,
  'dgu',
)
/** A second name in small letters counts only where the sentence stops or goes on without it. */
const secondName = new RegExp(
  `^ (?:(?:van|de|der|den|ten|ter) ){0,3}${smallLetters}(?=$|[.,!?;:)\\n]| (?:en|ik|uit|maar|and|from) )`,
  'u',
)

const people =
  '(?:hij|zij|ze|begeleider|begeleidster|jobcoach|coach|psychiater|psycholoog|behandelaar|therapeut|arts|huisarts|casemanager|klantmanager|consulent|moeder|vader|broer|zus|zoon|dochter|man|vrouw|vriend|vriendin|partner|kind|baas|chef|collega)'
const calledOthers = new RegExp(`(?<!\\p{L})(?:${people} heet|[Nn]oem me|[Cc]all me) (?<hit>${fullName})`, 'dgu')

const title =
  '(?:[Mm]evrouw|[Mm]e?vr\\.?|[Mm]w\\.?|[Mm]eneer|[Mm]ijnheer|[Dd]hr\\.?|(?:[Dd]e|[Gg]eachte) heer|[Dd]okter|[Dd]rs?\\.?|[Mm]rs?\\.?|[Mm]s\\.?|[Mm]iss)'
const addressed = new RegExp(`(?<![\\p{L}'-])${title} (?<hit>${fullName})`, 'dgu')

/** Only with the capital of a name and nothing but a name behind it: "ik ben moe" and "Ik Ben Moe" say how somebody is. */
const iAm = new RegExp(
  `(?<!\\p{L})[Ii]k ben (?<hit>${titled}(?: (?:${particle} ){0,3}${titled}){0,3})(?= ?$|[.,!?;:)\\n]| (?:en|uit|van|and) )`,
  'dgu',
)
const signed = new RegExp(
  `(?<!\\p{L})(?:[Gg]roet(?:jes|en)?|[Gg]r\\.?|[Mm]vg|[Ll]iefs),?[ \\n]{1,3}(?:van )?(?<hit>${fullName})(?=\\s*$)`,
  'dgu',
)

/**
 * Finds names that their sentence gives away: "ik heet …", "mijn naam is …". Names cannot be found reliably by rules, so that
 * what is left may never be called anonymous.
 * Source: the dossier "veilig en taal", §5.4.
 * @param plain a text of `plainOf`
 */
export function findIntroduced(plain: string): Span[] {
  return findMatches(introduced, plain, ({ groups }, { start, end }) => {
    const hit = groups?.hit ?? ''
    if (isSmallWord(hit)) return false
    if (!/^\p{Ll}/u.test(hit)) return endOfName(hit, start)
    const second = secondName.exec(plain.slice(end, end + 80))?.[0] ?? ''
    return isSmallWord(second.trim()) ? end : end + second.length
  })
}

/** Where nearly every word has a capital, a capital says nothing. */
function isTitleCase(plain: string): boolean {
  const words = plain.match(/\p{L}+/gu) ?? []
  return words.length > 4 && words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length * 0.7
}

/** Finds names of others: "mijn begeleider heet …". */
export function findCalled(plain: string): Span[] {
  if (isTitleCase(plain)) return []
  return findMatches(calledOthers, plain, ({ groups }, { start }) => endOfName(groups?.hit ?? '', start))
}

/** Finds names behind a title: "mevrouw …", "dokter …". */
export function findTitled(plain: string): Span[] {
  if (isTitleCase(plain)) return []
  return findMatches(addressed, plain, ({ groups }, { start }) => endOfName(groups?.hit ?? '', start))
}

/** Finds a name behind "ik ben". */
export function findIAm(plain: string): Span[] {
  if (isTitleCase(plain)) return []
  return findMatches(iAm, plain, ({ groups }) => !isNoName(groups?.hit?.split(' ')[0] ?? ''))
}

/** Finds a name under a message. */
export function findSigned(plain: string): Span[] {
  if (isTitleCase(plain)) return []
  return findMatches(signed, plain, ({ groups }, { start }) => endOfName(groups?.hit ?? '', start))
}

/** Where a name stops: before a word that begins the next sentence, as in "Jan Ik woon". False when that is at once. */
function endOfName(hit: string, start: number): number | false {
  const words = [...hit.matchAll(/[^ ]+/g)]
  const next = words.find(
    ({ 0: word }) =>
      /^\p{Lu}/u.test(word) && isSmallWord(word.toLowerCase()) && !new RegExp(`^${particle}$`).test(word),
  )
  if (next === undefined) return start + hit.length
  return next.index === 0 ? false : start + hit.slice(0, next.index).trimEnd().length
}
