/** What stands in the place of a word about health; the same in every language, as only a model reads it. */
const mark = '[...]'

/** Beginnings of words for what somebody has, in Dutch and English. */
const conditions = [
  'schizo',
  'psychos',
  'psychot',
  'bipolai?r',
  'manis?ch',
  'depress',
  'borderline',
  'autis',
  'asperger',
  'adhd',
  'pt[sd][sd]',
  'ocd',
  'angststoor',
  'paniekstoor',
  'dwangstoor',
  'eetstoor',
  'anorexi',
  'boulimi',
  'bulimi',
  'persoonlijkheidsstoor',
  'dissociat',
  'verslaa?[fv]',
  'alcoholis',
  'addict',
  'burn-?out',
  'epilep',
  'kanker',
  'hiv',
  'hersenletsel',
  'dement',
]

/** Words for what somebody takes: names and brands by their beginning, families by the end their names share. */
const medicines = [
  'lithium',
  'seroquel',
  'zyprexa',
  'risperd',
  'leponex',
  'haldol',
  'haloperidol',
  'aripipra',
  'abilify',
  'sertralin',
  'seroxat',
  'prozac',
  'venlafaxin',
  'efexor',
  'mirtazapin',
  'bupropion',
  'wellbutrin',
  'valium',
  'xanax',
  'methylfenidaat',
  'ritalin',
  'concerta',
  'dexamfetamin',
  'lamotrigin',
  'valproaat',
  'depakin',
  'naltrexon',
  'methadon',
  'antidepress',
  'antipsycho',
  'slaappil',
  'kalmeringsmiddel',
  '\\p{L}+azepam',
  '\\p{L}+azolam',
  '\\p{L}+zapine?',
  '\\p{L}+tiapine?',
  '\\p{L}+talopram',
  '\\p{L}+oxetine?',
  '\\p{L}+triptyline?',
]

const healthWord = new RegExp(`(?<!\\p{L})(?:${[...conditions, ...medicines].join('|')})\\p{L}*`, 'giu')

/**
 * Takes known words for diagnoses and medicines out of a text: what somebody has or takes does not tell which topic they
 * ask about, and is nobody's business outside. A list, so what it does not know stays; it is not called complete.
 * Source: content dossier "veilig", 5.4 (diagnosis and medication do not stand in the prompt of a model).
 */
export function maskHealth(text: string): string {
  return text.replace(healthWord, mark)
}
