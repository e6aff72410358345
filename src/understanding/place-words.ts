/** Stands between two clauses in a list of words. */
export const clauseEnd = ','

/** Say nothing of their own around a place: "ik woon in de buurt van Almelo, hoor". */
export const smallWords = words(
  `ik k we wij ons woon wonen woont woonplaats woonachtig gemeente dorp dorpje stad stadje stads plaats plaatsje
   provincie regio streek buurt omgeving omstreken wijk stadsdeel kern centrum in te bij op uit van vanuit om aan de
   het een is nabij vlakbij dichtbij net even buiten rond rondom ergens tussen kom ben zit dat die daar hier nu sinds
   kort al jaren heet val valt onder hoort hoor mooi mooie groot grote klein kleine hele oude nog steeds tegenwoordig
   momenteel leef vanuit i live in living am m im from near the my town city village municipality come`,
)

/** Courtesy and doubt around an answer. A place that is also an ordinary word is not read beside these. */
export const courtesyWords = words(
  `ja jawel ok oke nou eh uh ehm euh denk geloof volgens mij mijn zo ongeveer eigenlijk ook wel toch dus maar gewoon
   hallo hoi goedemorgen goedemiddag dag graag alsjeblieft bedankt weet zeker zeg zegt mensen we noemen alleen
   zelfstandig begeleid samen met en of meer voor zover doe`,
)

/** Lead up to a name: "in het dorp X", "in de gemeente X". */
export const leadWords = words(
  `de het een gemeente dorp dorpje stad stadje plaats plaatsje regio streek provincie buurt omgeving wijk stadsdeel
   centrum van nabij vlakbij bij mooie kleine grote nu is the town city village municipality of`,
)

/** Go before a place where somebody lives. */
export const placePrepositions = words('in te bij op nabij vlakbij rond rondom near at')

/** End the part of a sentence that "ik woon" belongs to. */
export const clauseStops = words(
  'en maar want omdat of dus werk werkt werken ga gaan wil willen zoek naar niet nooit geen die dat and but because',
)

/** In the words before a place these say that somebody does something else there than live. */
export const elsewhereWords = words(
  `naar werk werkt werken werkte gewerkt baan stage dagbesteding school opleiding moeder vader zus broer vriend
   vriendin geboren opgegroeid woonde gewoond vroeger niet nooit geen reizen reis work job to not`,
)

/** Places whose name is an ordinary word: they count when they stand alone or after "in", and nothing follows. */
export const ordinaryNames = words(
  `adam amen america anderen axel balk beek beers best born boven broek buren dalen dieren dijken donderen doorn dorst
   duiven echt echten een eerde ell engelen ens enter erica erm est gieten goor graft grave grol groet haler halfweg
   gooi handel hank haren hee heel hees helden hem hemmen hoeven hoorn horn horst houten huizen klimmen lent lies linde
   linden loo loon losser made marken meers meeuwen mill miste monster neer nes nop nutter oranje overslag peins petten
   putte putten reek rien rijs schijf sluis son spier spijk stein tuk velden veulen vilt voorst vries vuren waarder
   wateren wedde weert well wier winde winkel witten zetten zuidoost`,
  ['de wijk', 'de punt', 'de groeve', 'de hoef', 'de horst', 'het zand'],
)

/** Never a place when it is all that is said: it answers something else. */
export const neverAlone = words('een amen dieren dorst groet handel hem loon nop oranje winkel')

/** Ordinary words that look like a place with a typing error: "weet" is not Weert. */
export const neverMistyped = words(
  `alles ander andere anderen anders baan baas beide beiden bellen beter bieden binnen boeken breken broer denken derde
   deuren dingen doelen drukte durven eerder eigen einde eisen ergens even geen gegaan geleden gelden geld geldt
   gelezen gemeen goede groen groep groot halen handen heen helft helpen helpt heten holland horen houden huilen huis
   huize huizen jongen kinderen kijken komen konden korten kosten krijgen kunnen kussen laten later lenen leren letten
   leuke lezen liever lijken lopen losse luisteren maken mannen meedoen meer meest meesten melden mensen meteen minder
   moest moeten mogen morgen nederland nemen nergens niets nodig onder overal overslaan overzicht passen personen prima
   raden rechten reden regelen regels rijden roken rusten samen schaam schulden slapen snel spijt stoppen straks tegen
   terug thuis trouwen twijfel uren vader vanaf vandaag vaste veilig verder verdwijnen verhuizen verschil vinden voelen
   vonden voren vrede vrouw vrouwen waren wegen weten wezen wilde wilden willen wisten wonen woord woorden worden wordt
   zeggen zitten zoeken zullen zwaar noorden oosten zuiden westen`,
)

/** Short forms of provinces, after a place: "Hengelo ov". */
export const provinceForms: ReadonlyMap<string, string> = new Map(
  Object.entries({
    groningen: 'gr gn gron',
    friesland: 'fr frl fri',
    drenthe: 'dr drente',
    overijssel: 'o ov ovl overijsel',
    flevoland: 'fl flev',
    gelderland: 'g gl gld gelderlnd',
    utrecht: 'ut utr',
    'noord holland': 'nh',
    'zuid holland': 'zh',
    zeeland: 'zl zld ze',
    'noord brabant': 'nb brab',
    limburg: 'l lb li limb',
  }).flatMap(([province, forms]) => forms.split(' ').map((form) => [form, province] as const)),
)

function words(text: string, phrases: readonly string[] = []): ReadonlySet<string> {
  return new Set([...text.split(/\s+/).filter((word) => word !== ''), ...phrases])
}
