/**
 * Words that the checks look for: the word lists of the language dossier (§3.3, §3.4 and §3.7). They are Dutch because
 * they are matched against Dutch texts; no candidate reads them.
 */

/** Officialese and stigma: not to be used in any text. */
export const forbiddenWords: readonly string[] = [
  'begrijp je het?',
  'u dient',
  'echter',
  'middels',
  'indien',
  'derhalve',
  'omtrent',
  'patiënt',
  'patiënten',
  'verward persoon',
  'verwarde personen',
  'gestoord',
  'gek',
  'schizofreen',
  'schizofrene',
  'geval zonder motivatie',
  'laagdrempelig traject',
  'doelgroep',
  'zelfmoord plegen',
  'pleegt zelfmoord',
  'gelukte poging',
  'mislukte poging',
  'uitval',
  'afstand tot de arbeidsmarkt',
  'drempel overwinnen',
]

/** Words of the trade that candidates do not know; say what is meant. */
export const jargonWords: readonly string[] = [
  're-integratie',
  're-integratietraject',
  'arbeidsparticipatie',
  'loonwaarde',
  'loonkostensubsidie',
  'detachering',
  'maatwerkvoorziening',
  'belanghebbende',
  'uitstroom',
  'doorstroom',
  'inkomensafhankelijk',
  'verdiencapaciteit',
  'restverdiencapaciteit',
  'maatmaninkomen',
  'grondslag',
  'intake',
  'screening',
  'zelfredzaamheid',
  'regie voeren',
  'warme overdracht',
  'sociaal domein',
  'jobcarving',
]

/** Words that are wrong in most places and right in some. */
export const carefulWords: readonly string[] = ['verplicht', 'terugval']

/** The formal form of address; Opstap says "je". */
export const formalWords: readonly string[] = ['u', 'uw', 'uzelf']

/** Numbers written as words; "een" is left out because it is an article more often. */
export const numberWords: readonly string[] = [
  'twee',
  'drie',
  'vier',
  'vijf',
  'zes',
  'zeven',
  'acht',
  'negen',
  'tien',
  'elf',
  'twaalf',
  'dertien',
  'veertien',
  'vijftien',
  'zestien',
  'twintig',
  'dertig',
  'veertig',
  'vijftig',
  'zestig',
  'honderd',
  'duizend',
]

/** Forms of the passive. */
export const passiveWords: readonly string[] = ['worden', 'wordt', 'werd', 'werden']

/**
 * Finds words of a list in a text, as whole words, whatever their capitals.
 * @param text what a candidate reads
 * @param words words or groups of words
 * @returns what was found, as it stands in the list, in order of the text, as often as it occurs
 */
export function findWordsOf(text: string, words: readonly string[]): string[] {
  const pattern = patternOf(words)
  return [...text.matchAll(pattern)].flatMap(([found]) => words.find((word) => word === found.toLowerCase()) ?? [])
}

/** One pattern for each list: thousands of texts are held against the same few lists. */
const patterns = new Map<readonly string[], RegExp>()

function patternOf(words: readonly string[]): RegExp {
  const known = patterns.get(words)
  if (known !== undefined) return known
  // Longest first, so that "verwarde personen" is not found as something shorter.
  const written = [...words]
    .sort((left, right) => right.length - left.length)
    .map((word) => word.replace(/[?]/g, '\\?'))
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${written.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  patterns.set(words, pattern)
  return pattern
}
