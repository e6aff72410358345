/**
 * Canonical spelling -> how people also write it. Dialect, sms, spoken forms and typing errors of the words that the
 * crisis rules name. A value may be one word only; pairs of words stand in `joined`.
 */
const variants: Record<string, string> = {
  ik: 'k ikke ick ikk ikj ih ekik ekke iek ikik',
  'ik wil': 'kwil ikwil kwl iwkil ikwill kwill',
  'ik ga': 'kga ikga kgaa kgoa',
  'ik heb': 'kheb ikheb khem kep',
  'ik kan': 'kkan kkn ikkan',
  'ik ben': 'kben kbn ikben',
  'ik zou': 'kzou',
  'ik wou': 'kwou',
  'ik zie': 'kzie',
  wil: 'wi wll wl will wiil iwl wli wol wul wih',
  wou: 'wau woude',
  moet: 'mot moat muet mutt',
  niet: 'nt nich nie ni neit nait nyt nit nied nite nieet niett neet nich',
  'niet meer': 'nietmeer niemeer nimeer nimmer niemr',
  meer: 'mie mehr mer mr meeer mear',
  dood: 'doot dod doodd doood doad doeed dooot doodt dooda ddood dooed deaud doud',
  doodgaan: 'doodgan doodgoan doodgegaan dootgaan doodga doodgaat doodgaon',
  mezelf: 'mijzelf mezelluf mezelve mijzelve mezelfs meself mijself mezzelf mezel mezelfe mijzelluf mezelvu',
  zelfmoord:
    'zelfmoort zelvmoord zelmoord selfmoord zelfmoordt selfmord zelfmord selfmoort zelfmrd zelvmoort zlfmrd zelfmort',
  suicide:
    'suiside suecide suisiede suicede suizide siucide suicied suiciede suisied suisaid sewerslide suiciden suicideren',
  suicidaal: 'suisidaal suicidal suisidal suizidal suicidaale suicidale suicidaa suecidaal suïcidaal suicideel',
  leven:
    'lvn lemn levm leem levven leve levn leeve leeven leefde leevn laeven laeve laevn leawe leawn libje lven lve leaven',
  maken: 'maak make makn maaken maakn maakte gemaakt mak maakt',
  eind: 'einde ent eint eynd einden eindje eindt ende ijnde ijnd enje',
  aan: 'an ahn',
  als: 'as asse',
  er: 'der dr',
  eraan: 'dran draan',
  mijn: 'mn myn mien mijne minne menne',
  mij: 'my',
  het: 't ut hut ht',
  een: 'n un ene eene',
  springen: 'springe springn sprngen',
  spring: 'sprng sprink',
  pillen: 'pille pilletjes pilletje pile pillu pilln pilen',
  geslikt: 'geslikd gslikt geslickt geslkt',
  ingenomen: 'ingenome ingenommen ingenoomen ingnomen',
  vanavond: 'vanaaf vanavont vanaovend vanoavond vnvnd vanavnd vanaond vanaaft vavond',
  vannacht: 'vannagt vanacht vanagt',
  straks: 'strax strakjes strks straksjes strakz',
  zometeen: 'zomiteen zodadelijk zomeen',
  vandaag: 'vndg vandaga vandag',
  morgen: 'mrgn morge',
  ophangen: 'ophange',
  verhangen: 'verhange verhang verhangt',
  snijd: 'snij sny snijt sneid snei snyd',
  snijden: 'snijen snije snijdn sneiden snyden',
  slapen: 'slape slaapn',
  kapot: 'kapod kappot kaput',
  aandoen: 'aandoe aandoet andoen aandoenn',
  iets: 'iest ietsje its',
  wakker: 'waker wakkr',
  worden: 'word wordt worde wordn',
  zitten: 'zitte zittn zittuh',
  stappen: 'stap stapt stappe gestapt stapte',
  heb: 'hep hebt hebb hebbe',
  ga: 'gaa goa gha',
  gaan: 'goan gaon gaann',
  nu: 'nuu noe',
  afscheid: 'afscheit afschijd afsgeid afscheidt',
  afscheidsbrief: 'afscheidbrief afscheitsbrief afscheidsbriefje afscheidsbrieven afscheidsbreif',
  zelfbeschadiging: 'zelfbeschadeging zelfverminking zelfmutilatie zelfbeschadigen zelfbeschadigend',
  automutilatie: 'automutileren automutileer automutulatie automutielatie autimutilatie',
  euthanasie: 'eutanasie uitenasie euthenasie eutenasie euthanasy euthanesie uthanasie',
  gewoon: 'gwoon gwn gewon gewoonn',
  kan: 'kn kann',
  zonder: 'sonder zondr sunder',
  zijn: 'wean weazn weean zain zyn sijn weze weazen',
  geen: 'gin gien geeeen ghien',
  klaar: 'kloar kloor klaor',
  gedachten: 'gedagten gedachtn gedachte gedagtes',
  medicijnen: 'medesijnen medisijnen medicijne medicynen medisijne medecijnen medecijn',
  pols: 'polz',
  iedereen: 'idereen iederen idreen iedreen',
  niemand: 'niemant nimand nieman',
  vermoorden: 'vermoord vermoor vermoorde vermoort',
  slaat: 'slaad slaot mept ramt',
  brug: 'bruch bruggie',
  trein: 'trijn treinn',
  overdosis: 'overdossis overdose overdosus overdozis',
  alsjeblieft: 'aub asjeblieft alsjeblief',
  echt: 'egt ech echtt',
  'aan maken': 'aanmaken aanmake aanmaak aanmaakt aanmaakn',
  iemand: 'imand iemant',
}

/** Two words that people write for one, or for one of our canonical words. */
const joinedPairs: Record<string, string> = {
  mezelf: 'me zelf|mij zelf|mijn zelf|mijn eigen|me eigen|mij eigen|mijn eige|me eige|mijn eigens|me eigens|mij eigens',
  zelfmoord: 'zelf moord|zelf moort|self moord|zelfs moord|zelf mood|zelve moord',
  zelfdoding: 'zelf doding',
  doodgaan: 'dood gaan|dood ga|dood gaat|dood gan|dood ging|dood goan',
  doodmaken: 'dood maken|dood maak|dood gemaakt|dood mak',
  aandoen: 'aan doen|aan doe',
  ophangen: 'op hangen',
  vanavond: 'van avond|van aovend',
  vannacht: 'van nacht',
  zometeen: 'zo meteen|zo dadelijk|zo direct|zo gelijk|zo metee',
  vandaag: 'van daag',
  teveel: 'te veel|tevel',
  afscheidsbrief: 'afscheids brief|afscheid brief',
  eruit: 'er uit|der uit',
  ermee: 'er mee',
  ervan: 'er van',
  ingenomen: 'in genomen',
  naarbinnen: 'naar binnen',
  overdosis: 'over dosis',
  verhangen: 'ver hangen',
  automutilatie: 'auto mutilatie',
}

/** Words so telling that one wrong, missing, extra or swapped letter, or a spelling by ear, still counts. */
const telling =
  'zelfmoord zelfdoding suicide suicidaal euthanasie overdosis zelfmoordgedachten zelfmoordpoging zelfmoordneigingen afscheidsbrief automutilatie zelfbeschadiging doodswens doodsverlangen levensmoe'

/** Several words typed as one, and what they stand for. */
export const glued: readonly (readonly [string, string])[] = [
  ['wildood', 'ik wil dood'],
  ['wilnietmeerleven', 'ik wil niet meer leven'],
  ['wilniemeerleven', 'ik wil niet meer leven'],
  ['wilnietmeer', 'ik wil niet meer'],
  ['kannietmeer', 'ik kan niet meer'],
  ['zelfmoord', 'zelfmoord'],
  ['wantodie', 'i want to die'],
  ['wannadie', 'i wanna die'],
  ['killmyself', 'kill myself'],
]

/** What single signs stand for. */
export const signs: ReadonlyMap<string, string> = new Map([
  ['🔪', 'mes'],
  ['🗡', 'mes'],
  ['🔫', 'pistool'],
  ['💊', 'pillen'],
  ['⚰', 'dood'],
  ['🪦', 'dood'],
  ['💀', 'dood'],
  ['☠', 'dood'],
  ['🪢', 'touw'],
  ['🩸', 'bloed'],
  ['⚱', 'dood'],
])

/** Other spelling -> canonical word or words. */
export const canonicalBySpelling: ReadonlyMap<string, string> = new Map(
  Object.entries(variants).flatMap(([canonical, forms]) => forms.split(' ').map((form) => [form, canonical] as const)),
)

/** `first second` -> canonical word. */
export const canonicalByPair: ReadonlyMap<string, string> = new Map(
  Object.entries(joinedPairs).flatMap(([canonical, pairs]) =>
    pairs.split('|').map((pair) => [pair, canonical] as const),
  ),
)

/** First halves of telling words that people write apart: "zelf beschadiging", "doods wens", "levens moe". */
const halves = new Set('zelf self zelfs zelve dood doods levens auto afscheids over'.split(' '))

/** First words of a pair, to look one up only where it can begin. */
export const pairOpeners: ReadonlySet<string> = new Set([
  ...halves,
  ...[...canonicalByPair.keys()].map((pair) => pair.split(' ')[0] ?? ''),
])

/** @returns the canonical word that two words side by side stand for, or undefined. */
export function findPair(word: string, next: string): string | undefined {
  const found = canonicalByPair.get(`${word} ${next}`)
  if (found !== undefined || !halves.has(word) || next.length < 3) return found
  return findTellingWord(word + next)
}

/** How a word sounds: letters that Dutch writers confuse made equal, doubled letters single. */
export function soundOf(word: string): string {
  return word
    .replace(/(.)\1+/g, '$1')
    .replace(/ij|y/g, 'ei')
    .replace(/ou/g, 'au')
    .replace(/dt|d/g, 't')
    .replace(/z|c(?=[eiy])/g, 's')
    .replace(/v/g, 'f')
    .replace(/ch/g, 'g')
    .replace(/th/g, 't')
}

/** Core words that count when they only sound the same: "lefen", "wakkur", "sprinkt". Never when the word itself exists. */
const soundAlike =
  'leven bestaan wakker sterven verdwijnen snijden springen medicijnen overdosis paracetamol afscheid gedachten uitweg toekomst ophangen verhangen doodgaan zelfmoord geslikt ingenomen leeggeslikt brug viaduct spoor balkon bloeden stemmen vermoorden mezelf'

const coreBySound: ReadonlyMap<string, string> = new Map(soundAlike.split(' ').map((word) => [soundOf(word), word]))

/** Core words so long that one missing, extra or swapped letter still counts. No other letter: verlangen is not verhangen. */
const slippery =
  'verdwijnen medicijnen paracetamol afscheid ophangen verhangen vermoorden springen ingenomen overdosis doodgaan'

// The sound itself is in here too, so that one letter too many is found by leaving each letter out once.
const coreBySlip: ReadonlyMap<string, string> = new Map(
  slippery.split(' ').flatMap((word) => {
    const sound = soundOf(word)
    return [sound, ...oneLetterLess(sound), ...twoSwapped(sound)].map((slip) => [slip, word] as const)
  }),
)
const soundsInFull: ReadonlySet<string> = new Set(slippery.split(' ').map(soundOf))
const slipOpenings: ReadonlySet<string> = new Set([...soundsInFull].map((sound) => sound.slice(0, 2)))

/** @returns the core word that an unknown word sounds like, or nearly so when it is long; or undefined. */
export function findCoreWord(word: string): string | undefined {
  const sound = soundOf(word)
  const found = coreBySound.get(sound)
  if (found !== undefined || sound.length < 7 || !slipOpenings.has(sound.slice(0, 2))) return found
  const meant = coreBySlip.get(sound)
  if (meant !== undefined) return meant
  const whole = oneLetterLess(sound).find((less) => soundsInFull.has(less))
  return whole === undefined ? undefined : coreBySlip.get(whole)
}

const gluedParts = /^(?:ik|ga|wil|niet|meer|leven|dood|mezelf|kan|heb|wou|zou|nooit|maken|eind)+$/
const gluedPart = /ik|ga|wil|niet|meer|leven|dood|mezelf|kan|heb|wou|zou|nooit|maken|eind/g

/** @returns the words in a word that is nothing but core words typed as one ("gamezelf"), or undefined. */
export function splitGlued(word: string): string[] | undefined {
  return gluedParts.test(word) ? (word.match(gluedPart) ?? undefined) : undefined
}

const tellingBySound: ReadonlyMap<string, string> = new Map(
  telling
    .split(' ')
    .flatMap((word) => [soundOf(word), ...oneLetterLess(soundOf(word))].map((near) => [near, word] as const))
    // The first word keeps a sound that two words share.
    .reverse(),
)

/** @returns the telling word that this unknown word was probably meant to be, or undefined. */
export function findTellingWord(word: string): string | undefined {
  const sound = soundOf(word)
  if (sound.length < 6) return undefined
  const exact = tellingBySound.get(sound)
  if (exact) return exact
  for (const shorter of oneLetterLess(sound)) {
    const found = tellingBySound.get(shorter)
    if (found) return found
  }
  return undefined
}

function twoSwapped(word: string): string[] {
  return Array.from({ length: word.length - 1 }, (_unused, at) => {
    const [first = '', second = ''] = [word[at], word[at + 1]]
    return word.slice(0, at) + second + first + word.slice(at + 2)
  })
}

function oneLetterLess(word: string): string[] {
  return Array.from(word, (_letter, index) => word.slice(0, index) + word.slice(index + 1))
}
