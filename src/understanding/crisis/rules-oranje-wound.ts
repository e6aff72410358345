import type { CrisisRule } from './crisis-rule.ts'
import { harmlessPlaces } from './harmless-objects.ts'

/** Cuts and burns of work, kitchen and mishap. */
const mishaps: readonly string[] = [
  '@snijgerei',
  'aan|tegen ~3 spijker|blik|glas|machine|pan|oven|rand|draad|kast|plaat|mes|papier|karton|zaag|doorn*|frietpan|strijkijzer ~3',
  'ongeluk|ongelukje|tillen|rug|werkvloer|gevallen|val|spier*|sporten|voetbal*|scheren|geschoren|kapper|tattoo|keuken|operatie|hernia|muggen|bulten|eczeem|jeuk|griep|prikken|depot|vroeger',
  'jaar|jaren ~2 geleden|niet',
]

/** Oranje, by family: hurting oneself said in passing, in little Dutch or in dialect. Facts §1.4, §1.7. */
export const oranjeWoundRules: readonly CrisisRule[] = [
  {
    name: 'bezeert-zichzelf',
    level: 'oranje',
    door: 'zelfbeschadiging',
    reading: 'undenied',
    patterns: [
      '&7 mezelf zeer|pijn|au doe|doen|maken|deed|gedaan|aandoen|doe|bezorg ik|als|want|om|wil',
      'pijn|zeer ~2 bij|aan ~1 mezelf',
      '&6 ik snijd|snijden|sneed|kras|krassen|kerf arm|armen|pols|polsen|been|benen|mezelf|huid|buik|dijen|bovenbeen',
      'als|omdat|dat|terwijl|wanneer ik ~3 snijd|snijden|kras|krassen|kerf|automutileer _1 $',
      'dat ik ~2 snijd|kras|kerf ~1 ben|heb|weet|zeg|moet',
      '&6 me|mij snijden|krassen|kerven|verminken|verwonden ging|ga|wil|moet|begon|wilde|blijf|wou|zit ik',
      'als|hoe ~2 jezelf ~2 beschadigt|beschadigen|snijdt|snijden|verwondt|verminkt|pijnigt % ik|mezelf|mij',
      '&10 scheermesje|scheermes|mesje|passer|glasscherf|scherf|aansteker|naald spanning|rustig|opluchting|ontladen|kalm|leegte|druk|voel ik|mijn|me|de',
      '&12 drang|neiging|verleiding|behoefte|trek|craving gesneden|snijden|krassen|gekrast|branden|verwonden|beschadigen|pijnigen ik|groot|om|nog|weer',
      '&8 straf|straffen|gestraft mezelf|mij|me knijp|sla|bijt|krab|trek|honger|pijn|slaan|eten|snijd|brand',
      '&8 bijt|krab|sla|bonk|ram|stomp|schuur|pulk|knijp mezelf|armen|hoofd|arm|benen|huid|vel bloedens|bloed|bloedt|bloeden|blauw|open|kapot|rauw tot|tegen|mezelf ik|als|toe',
      '&8 begonnen|beginnen|terugval|teruggevallen|weer snijden|krassen|automutileren|zelfbeschadiging|branden ik|met|in',
    ],
    unless: mishaps,
  },
  {
    name: 'middelen-uit-handen',
    level: 'oranje',
    reading: 'plain',
    patterns: [
      '&14 @pil|messen|scheermesjes|scheermesje bewaart|huis|thuis|bewaren|kluis|beheer|beheert|gegeven|afgegeven|ingeleverd|mee omdat|anders|bang alles|allemaal|teveel|tegelijk inneem|neem|slik|innemen|slikken|opneem|doe',
    ],
    unless: ['vergeet|vergeten|kinderen|kleinkinderen|werk|@werkding'],
  },
  {
    name: 'plek-of-middel-lokt',
    level: 'oranje',
    reading: 'undenied',
    patterns: [
      '&10 @voertuig langskomt|voorbijkomt|raast|aankomt|dendert|aanstormt|langsrijdt|voorbijrijdt|komt @broedt ik|die|elke',
      '&10 @afgrond|trein @broedt|twijfel zal|springen|spring|eraf|erin|ervoor|stap|sprong|gas|erover|overheen ik|te|om|elke|vaak|steeds|soms',
      'perron|brug|viaduct|dak|spoor|flat|kanaal|water ~8 zal ik $',
      '&8 @afgrond vasthouden|vastgrijpen|vastklampen|vastpakken|inhouden|tegenhouden mezelf|me|mij ik|moet|paal',
      '&14 vertrouw mezelf niet @afgrond|trein|treinen|messen|pillen',
      'langs ~3 @afgrond ~6 gedachten|neiging|drang',
      'langs|op|bij|over ~2 @afgrond ~6 die ~1 gedachte|gedachten|neiging|drang',
      'neiging|drang|verleiding|aandrang|impuls ~4 eraf|ervoor|eronder|erin ~2 springen|stappen|vallen',
      '&10 @pil spaar|spaarde|opgespaard|sparen|voorraad|voorraadje|hamster|verzamel|gehamsterd ik geval|ooit|genoeg|ooit|klaar|achter|moment|als',
      '&14 bewaar|bewaarde|bewaren @pil genoeg van|klaar|voor ik',
      '&10 haak|balk|trapgat|plafondhaak|boomtak|trapleuning kijk|kijken|staar|staren|stevig|sterk|houdt steeds|dag|altijd|plafond|zolder|schuur|uren|elke|nacht|vaak',
      '&14 water|kanaal|boom|viaduct|gracht|sloot|vaart|ravijn gas|gasgeven|doorrijden|inrijden|rechtdoor|motor|stuur @broedt|gewoon geven|erin|doorrijden|inrijden|geef|lopen|los|omgooien ik|soms',
      '&8 nooduitgang|uitweg|ontsnappingsroute|achterdeur mezelf|leven bedacht|geregeld|klaar|bewaar|heb|altijd',
      '&12 @broedt|bedacht|uitgedacht|weet hoe doen|doe|zou het pillen|brug|trein|touw|springen|flat|water|spoor ik',
      'had ~2 poging ~3 maar? ~1 gelukt|geslaagd',
      '&10 poging gelukt|geslaagd|lukte|gelukte had|wou|jammer|spijt|helaas maar|ik|toen|dat',
      '&12 vorige|toen|laatste keer lukte|gelukt|mislukt|mislukte wou|jammer|spijt|helaas dat|wel',
      'poging ~8 spijt ~5 leef|er|nog|wakker',
      'na|sinds mijn poging ~14 idee|gedachte|gedachten|drang|verlangen ~5 nog|steeds|er|weg|terug|weer',
      'ik ben ~2 bang ~1 dat ik het ~1 ga doen|doe $',
      '&10 iets|wat terugdraaien|terug|spijt|onomkeerbaar|onherstelbaar doe ik straks|bang|vanavond|dadelijk|anders|bijna niet',
      '&12 kist|begrafenis|crematie|uitvaart uitgedacht|bedacht|liedje|liedjes|muziek|nummer mijn ik|al|weet',
      'gat|kuil ~3 grond ~4 zand ~2 erover|over',
    ],
    unless: [
      ...harmlessPlaces.filter((line) => !line.startsWith('werk|')),
      'werk|werken|brugwachter|boot|varen|vissen|zwemmen|diepe|zwembad|trampoline|parachute|bungee|fiets ~4 springen',
      'sollicit*|examen|rijexamen|rijbewijs|roken|afvallen|baan|werkgever|jobcoach|formulier|digid|inloggen|contract|cursus',
      '@ander ~4 poging|gesprongen|uitvaart|begrafenis|crematie|kist',
      'uitvaart|begrafenis|crematie|muziek ~5 van|voor ~2 @ander',
      'vergeet|vergeten|weekdoos|baxter|apotheek|vakantie',
      'bus|station ~4 halte|tas',
      'appels|hout|timmer*|klim*|scouting|zeil*',
    ],
  },
]
