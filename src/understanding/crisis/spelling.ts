import { joinedPairs, variants } from './spelling-variants.ts'

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

/** Everyday words that come after "zelf" and only look like the other half. */
const afterHalves = new Set('moet moest mooi moeten moed mogen moeder'.split(' '))

/** First words of a pair, to look one up only where it can begin. */
export const pairOpeners: ReadonlySet<string> = new Set([
  ...halves,
  ...[...canonicalByPair.keys()].map((pair) => pair.split(' ')[0] ?? ''),
])

/** @returns the canonical word that two words side by side stand for, or undefined. */
export function findPair(word: string, next: string): string | undefined {
  const found = canonicalByPair.get(`${word} ${next}`)
  if (found !== undefined || !halves.has(word) || next.length < 3 || afterHalves.has(next)) return found
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
