import { playAndStories } from './harmless-objects.ts'

/** Fun, play and stories said in passing. */
export const jokes: readonly string[] = [
  'haha|hahaha|hahah|lol|xd|grapje|geintje',
  'film|serie|game|boek|toneel|netflix',
]

/** What is long past, within the same sentence. */
export const longAgo: readonly string[] = [
  'vroeger|destijds|toentertijd|jeugd',
  'jaar|jaren|maanden ~1 geleden|terug',
  'vorig|vorige ~1 jaar|maand|week',
  'toen ik|we ~3 was|waren|klein|jong|nog',
]

/** Pills as a doctor means them, and small ailments. */
export const careOfPills: readonly string[] = [
  'op ~1 tijd|recept|voorschrift|advies|voorraad',
  'voorgeschreven|bijsluiter|bijwerking*|afbouw*|vergoed*|apotheek|herhaalrecept|bestellen|ophalen',
  'van|door ~2 de|mijn dokter|huisarts|psychiater|arts',
  'per dag|ochtend|avond|week',
  'griep|koorts|hoofdpijn|kiespijn|rugpijn|vitamine*|antibiotica|kuur|hooikoorts|verkouden',
  'moet|krijg|kreeg ~5 @pil',
  'vergeten',
]

/** Blood and blades of every day. */
export const smallWounds: readonly string[] = [
  'neus|bloedneus|tandvlees|vinger|vingers|duim|knie|teen|nagel*|bloedprikken|prikken|donor|bloedbank|menstruatie|ongesteld|scheren|blik',
  'snijd|snijden|sneed|gesneden|mes ~4 @snijgerei',
  '@snijgerei ~2 snijd|snijden|gesneden',
]

/** What rules with few words of danger in them leave alone. */
export const everydayExceptions = [...jokes, ...longAgo, ...careOfPills, ...smallWounds, ...playAndStories]
