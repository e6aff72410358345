/** What one lives on, under or among, and a life that is praised: "niet meer leven van de bijstand" wants no death. */
export const livingObjects: readonly string[] = [
  'leven ~1 van|onder|volgens|naast|zoals|bij|samen|tussen|alsof|afhankelijk',
  'leven ~1 op ~2 straat|water|kamer|minimum|bijstand|geld|boerderij|kosten|krediet|voet',
  'leven ~1 met ~3 euro|geld|uitkering|bijstand|wajong|huisgenoot|huisgenoten|ouders|schulden|regels',
  'leven ~1 in ~3 flat|stad|dorp|huis|kamer|armoede|tehuis|instelling|onzekerheid|spanning|buurt|nederland|schulden',
  'van|op ~5 euro|geld|uitkering|bijstand|wajong|wia|loon|salaris|bewindvoerder|leefgeld|minimum ~5 leven',
  'met|bij|in ~2 ouders|huis|gezin|schulden|armoede|flat|tehuis|instelling ~3 leven',
  'onzekerheid|onder ~5 leven',
  'leven ~2 gaan|gaat|lekker|mooi|leuk|fijn|goed|genieten|verbeteren|veranderen|beteren|opbouwen|oppakken',
  'zonder ~3 medicijn*|pil*|geld|werk|auto|telefoon|muziek|jullie|hond|kat ~3 leven',
  'niet zonder ~5 leven',
  'van ~1 te leven',
  'leven ~2 zonder ~2 medicijn*|pil*|geld|werk|auto|telefoon|muziek|hond|kat',
]

/** Reasons why somebody is merely absent: from work, from a day, from a place. */
export const absences: readonly string[] = [
  'er ~4 niet ~2 meer? ~2 zijn|ben|was ~1 op|om|bij|voor|in|morgen|maandag|dinsdag|woensdag|donderdag|vrijdag|werk|vandaag|volgende|vanwege|want|i.v.m',
  'er ~1 morgen|maandag|dinsdag|woensdag|donderdag|vrijdag|vandaag|volgende|vanmiddag|dan ~2 niet ~2 zijn|ben|was',
  'er ~3 niet|liever|beter ~3 bij ~1 zijn|ben|was',
  'vakantie|vrij|verlof|tandarts|dokter|ziekenhuis|overplaatsing|verhuis*|verhuizing|pensioen|begrafenis|afspraak|trouw*|bruiloft',
  '@werkding ~4 er ~1 niet ~2 meer? ~2 is|zijn|was|waren',
  'er ~4 niet ~3 zijn|ben|was ~4 @werkding',
  '@werkding ~3 wil|hoef|ben ~2 er ~2 niet',
]

/** Play and stories: killing in them is none. */
export const playAndStories: readonly string[] = [
  'spel|game|games|gamen|gamer|fortnite|film|films|serie|series|boek|boeken|toneel|toneelstuk|duty|minecraft|gta|xbox|ps4|ps5|playstation|paintball|lasergamen|lasergame|boksen|vechtsport|kickbox*|karate|judo|schaken|dammen|kaarten|squad|netflix|roman|thriller|detective|aflevering|level|eindbaas|sims|roblox|voetbal*|wedstrijd|scene|acteur|toneelles',
]

/** Heights, water and rails that belong to work, sport, travel and play. */
export const harmlessPlaces: readonly string[] = [
  'werk|werken|dakdekker|dakgoot|dakpannen|steiger|bus|file|schilder*|monteer*|snoei*|vissen|vis|hengel*|boot|kano|zwem*|zwembad|wandelen|hond|foto|vertraging|bushalte|uitzicht|picknick*|poetsen|ramen|zonnepanelen|tuin*|groenploeg|schoonmaken|lekkage|lekt|zwemles|fietsen|omleiding|overstap*|overstappen',
  'op ~1 mijn werk',
  'goed|goede|juiste|verkeerde|eigen|tweede|ander|zelfde|nieuwe|zijspoor|2e|dood ~1 spoor',
  'welk|spoor 1|2|3|4|5|bijster',
  'mis|gemist|missen|halen|haal|pakken|pak|vertrekt|nemen ~5 trein|bus|tram|metro',
  'trein|bus|tram|metro ~5 mis|gemist|missen|halen|haal|pakken|pak|vertrekt|nemen|vol|druk|laat',
]
