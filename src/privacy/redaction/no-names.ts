/**
 * Words that stand where a name could, and are none. They are Dutch and English because they are matched against what
 * people type; nobody reads them.
 */

/** Behind "mijn naam is" or "ik heet", and at the start of the next sentence. */
const smallWords = new Set(
  `niet geen wel dus ook nu eigenlijk gewoon prive privé geheim anoniem belangrijk bekend onbelangrijk al u je jou jullie
  iedereen de het een dat dit deze nergens hier in op van voor aan bij met uit en of maar want ik mijn me mij wij we hij
  zij ze er is was heb kan wil woon werk niks niets iets toch liever nog zo wat wie waar hoe waarom wanneer welkom
  hetzelfde veranderd fout verkeerd not private secret known on in the a an my i and but is it that no hallo hoi dag mevrouw meneer heer dames heren`.split(
    /\s+/,
  ),
)

/** How somebody can be, and what: behind "ik ben", with a capital by accident. */
const states = new Set(
  `moe op bang ziek boos klaar alleen eenzaam thuis onzeker verdrietig zat kapot stuk gek dom lui dood depressief manisch
  psychotisch autist borderliner arm blij benieuwd gestrest gestresst stressvol overspannen nieuw vrij jarig single
  zwanger homo trans lesbisch biseksueel man vrouw moeder vader oma opa student leerling werkloos werkzoekend dakloos
  verslaafd clean nuchter afgekeurd ontslagen gescheiden getrouwd weduwe weduwnaar bipolair schizofreen anders zelf niks
  niets niemand iemand kwijt weg terug hier daar er nu ook niet wel sterk zwak trots rustig onrustig druk dankbaar
  chronisch beperkt gehandicapt kandidaat deelnemer cliënt client patiënt vrijwilliger medewerker kok bakker
  nederlander duitser belg pool turk koerd syriër marokkaan surinamer antilliaan eritreeër oekraïner afghaan irakees
  iraniër somaliër chinees rus amerikaan engelsman moslim christen katholiek hindoe jood atheïst boeddhist wajonger
  wajong zzp maandag dinsdag woensdag donderdag vrijdag zaterdag zondag morgen vandaag gisteren januari februari maart
  april mei juni juli augustus september oktober november december oké oke okay ok fine tired sad sick ready
  doof blind leeg eng onderweg alleenstaande slechthorend slechtziend arbeidsongeschikt autist adhd'er oud jong dik dun
  raar laat vroeg vol zwart wit vrouwelijk mannelijk lang kort slim fit zeker nat koud warm`.split(/\s+/),
)

/** Endings of words that say how somebody is. */
const stateEnding =
  /(?:ig|ige|lijk|lijke|isch|ische|end|ende|loos|loze|baar|zaam|eerd|erd|eurd|aald|acht|ëer|aanse|ees|sief|ief|jarige|loper|stoord|vallig)$/u
const participle = /^(?:ge|ver|be|ont|her|over|op|uit|af|aan|mis)\p{Ll}{2,}(?:d|t|en)$/u

/** Names that look like how somebody is. */
const namesAfterAll = new Set(
  `geert geertje gerard gerhard gerrit gerben gert gertruud berend bernard bernt bert bertien bent benedict herbert
  sjoerd barend arend wigerd gerd ludwig hedwig kees cees mees paige verena vernon`.split(/\s+/),
)

/** Whether a word is one of those that people use where a name could stand. */
export function isSmallWord(word: string): boolean {
  return smallWords.has(word.toLowerCase())
}

/** Whether a word behind "ik ben" says how somebody is, and not who. */
export function isNoName(word: string): boolean {
  const small = word.toLowerCase()
  if (namesAfterAll.has(small)) return false
  return smallWords.has(small) || states.has(small) || stateEnding.test(small) || participle.test(small)
}
