// Short and spoken spellings of words that carry the question. Content words live in dialogs/; these are spelling only.
const spellings: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ik: 'k ikke ick',
    het: 't ut',
    een: 'n 1tje',
    mijn: 'mn myn min mijne',
    niet: 'nie nt ni neit nit',
    dat: 'da dattik',
    wat: 'wa watt wt',
    uitkering: 'uitkeringen utkering uitkeering uitkerng uitkeringg uitk uitkerin uitkring uitkerign utikering',
    wajong: 'wayong wajon wajongg wahjong wajonguitkering',
    bijstand: 'bijstant bystand bijstandsuitkering beistand',
    dagbesteding: 'dagbestedin dagbestiding dagbesteeding dagbestding dagbestedingg dagopvang',
    werken: 'wrken werke werkn',
    schulden: 'schuldn sgulden schulde skulden',
    terugkomen: 'trugkomen terugkome tergkomen terugkomn',
    terug: 'trug trg terugg terg',
    kan: 'kn',
    moet: 'mot',
    wil: 'wl',
    met: 'mt',
    gewoon: 'gwn gewn',
    eigenlijk: 'egelijk eigelijk eig eigenlyk',
    misschien: 'mss misschein mischien msch',
    vandaag: 'vndg',
    gesprek: 'gesprk',
    alsjeblieft: 'aub alstublieft asjeblieft svp alsublieft',
    iemand: 'imand iemant',
    begeleider: 'begleider begelijder begeleidster',
    bedankt: 'bedank bedant thx thanks thnx tnx',
  }).flatMap(([canonical, forms]) => forms.split(' ').map((form) => [form, canonical] as const)),
)

/**
 * Brings a text to the form in which the classifier and the choice reader compare: lower case, no accents, no signs,
 * one space between words, drawn-out letters shortened, short and spoken spellings written out.
 * @param text any text; the caller bounds its length
 * @returns words with one space in between, or '' when there is no letter or digit
 */
export function normaliseText(text: string): string {
  const words: string[] = []
  for (const word of plainLetters(text).match(/[\p{L}\p{N}]+/gu) ?? []) {
    const shortened = word.length > 3 ? word.replace(/([^\d])\1{2,}/g, '$1$1') : word
    words.push(spellings.get(shortened) ?? shortened)
  }
  return words.join(' ')
}

function plainLetters(text: string): string {
  const lower = text.toLowerCase().replace(/['’`´]/g, '')
  if (/^[\n -~]*$/.test(lower)) return lower
  return lower.normalize('NFKD').replace(/[\p{M}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu, '')
}
