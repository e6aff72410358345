import type { OfferedChoice } from './meaning.ts'
import { normaliseText } from './normalise-text.ts'
import { isSameButForTyping } from './spelling-distance.ts'

/** Longer than this is not an answer to a question with buttons, but something new. */
const mostWords = 7

const ordinals: readonly (readonly string[])[] = [
  ['1', 'een', 'eerste', '1e', '1ste', 'bovenste'],
  ['2', 'twee', 'tweede', '2e', '2de', 'middelste'],
  ['3', 'drie', 'derde', '3e', '3de'],
  ['4', 'vier', 'vierde', '4e', '4de'],
  ['5', 'vijf', 'vijfde', '5e', '5de'],
  ['6', 'zes', 'zesde', '6e', '6de'],
]
const ordinalFrame = new Set(
  'de het die dat doe maar optie nummer nr keuze antwoord kies ik knop graag denk'.split(' '),
)
const lastWords = new Set(['laatste', 'onderste'])

const yes = new Set(
  'ja|jaa|ja hoor|ja graag|jazeker|jawel|jep|yep|yes|joa|jo|ok|oke|okee|okay|is goed|prima|doe maar|klopt|zeker|zeker weten|ja klopt|ja doe maar|ja is goed|graag|ja dat klopt|ja dat wil ik|ja zeker|ja oke|ja prima|dat is goed|akkoord|ja dat is goed|mag|dat mag|ja dat mag'.split(
    '|',
  ),
)
const no = new Set(
  'nee|neen|nee hoor|nee dank je|nee dankje|nee bedankt|nope|nee niet|liever niet|niet|nog niet|nee nog niet|nee liever niet|hoeft niet|nee hoeft niet|nah|neuh|nee klopt niet|nee dat klopt niet|nee dat wil ik niet|nee doe maar niet|doe maar niet|niks|geen|no|nee joh|absoluut niet|echt niet'.split(
    '|',
  ),
)
const unsure = new Set(
  'weet ik niet|weet niet|ik weet het niet|weet ik het niet|geen idee|ik weet niet|idk|dat weet ik niet|weet ik eigenlijk niet|ik heb geen idee|weet ik nog niet|geen flauw idee|zou ik niet weten|weet het niet|weet ik veel|kweenie|wnie|ik weet dat niet|weet ik echt niet|dunno|dat weet ik niet zeker|ik weet het niet zeker|weet ik niet zeker|twijfel|ik twijfel'.split(
    '|',
  ),
)

const questionOpeners = new Set(
  'wat wie waar waarom hoe wanneer welke hoeveel kan kun mag moet moeten krijg ga word is zijn heb heeft gaat wordt komt zal zou klopt blijf raak verlies'.split(
    ' ',
  ),
)
const addressed = new Set(['jij', 'je', 'jullie', 'u'])
// Words around a short answer: "ik denk dat ik een wajong heb".
const frame = new Set(
  'ik je het een de is in op van bij uit aan te heb krijg zit woon ben denk geloof volgens mij mijn dat die nu nog al ook wel gewoon wil graag met voor en of ongeveer zo ja nee eh uh ehm nou dus eigenlijk misschien volgensmij liever per week kom sta doe maar iets kies'.split(
    ' ',
  ),
)

/** Forms of the wordings of buttons: they are content, come back with every turn, and never hold what a person said. */
const knownForms = new Map<string, Form>()
/** Far more than the content has, so that regions and older contents fit beside it. */
const mostKnownForms = 5000

/** A wording of a button, normalised. */
interface Form {
  text: string
  words: readonly string[]
  /** As {@link lettersIn} gives them. */
  letters: number
}

/** Each typing error adds and removes at most one letter, and at most two errors are forgiven. */
const mostOtherLetters = 4

/** How a choice is read when the step asks for free text: then only the words of a button count. */
export type ChoiceReading = 'any-wording' | 'exact-words'

/**
 * Reads a message as one of the choices on offer.
 * Order: the words of a button or phrase; a number or "de eerste"; yes, no, don't know; a short answer with a word that
 * only one choice has. A longer message or a real question is not a choice.
 * @param text the message
 * @param choices on offer, in the order shown
 * @param reading see `ChoiceReading`
 * @returns the id of the choice, or undefined
 */
export function findChoice(
  text: string,
  choices: readonly OfferedChoice[],
  reading: ChoiceReading,
): string | undefined {
  if (choices.length === 0 || text.length > 200) return undefined
  const said = normaliseText(text)
  if (said === '') return undefined
  const exact = findByWords(said, choices)
  if (exact !== undefined || reading === 'exact-words') return exact
  const words = said.split(' ')
  return (
    findByOrdinal(words, choices) ??
    findByYesOrNo(said, choices) ??
    (isShortAnswer(text, words) ? findByTellingWord(words, choices) : undefined)
  )
}

/**
 * Tells whether a message says only yes, no or "don't know": without a question before it, that asks for nothing.
 * @param said text of `normaliseText`
 */
export function isBareAnswer(said: string): boolean {
  return yes.has(said) || no.has(said) || unsure.has(said)
}

function findByWords(said: string, choices: readonly OfferedChoice[]): string | undefined {
  const wordings = choices.map((choice) => ({ id: choice.id, forms: formsOf(choice) }))
  const exact = wordings.find(({ forms }) => forms.some(({ text }) => text === said))
  if (exact) return exact.id
  const letters = lettersIn(said)
  const near = wordings.filter(({ forms }) => forms.some((form) => isNear(form, said, letters)))
  return near.length === 1 ? near[0]?.id : undefined
}

// Counting letters spares most wordings the comparison letter by letter, which costs a hundred times as much.
function isNear(form: Form, said: string, letters: number): boolean {
  return countBits(form.letters ^ letters) <= mostOtherLetters && isSameButForTyping(form.text, said)
}

/** @returns one bit for each kind of letter in the text; which letters share a bit does not matter here. */
function lettersIn(text: string): number {
  let bits = 0
  for (let index = 0; index < text.length; index += 1) bits |= 1 << (text.charCodeAt(index) & 31)
  return bits
}

function countBits(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count += 1
  return count
}

function formsOf(choice: OfferedChoice): Form[] {
  const forms = [formOf(choice.label)]
  for (const phrase of choice.phrases) forms.push(formOf(phrase))
  return forms.filter(({ text }) => text !== '')
}

function formOf(wording: string): Form {
  const known = knownForms.get(wording)
  if (known !== undefined) return known
  const text = normaliseText(wording)
  const form = { text, words: text.split(' '), letters: lettersIn(text) }
  if (knownForms.size >= mostKnownForms) knownForms.clear()
  knownForms.set(wording, form)
  return form
}

function findByOrdinal(words: readonly string[], choices: readonly OfferedChoice[]): string | undefined {
  const telling = words.filter((word) => !ordinalFrame.has(word))
  const word = telling[0]
  if (telling.length !== 1 || word === undefined || words.length > 4) return undefined
  // "een" alone is an article; where a button itself holds the number, the number is no position.
  if (word === 'een' && words.length > 1) return undefined
  if (/^\d+$/.test(word) && choices.some((choice) => formsOf(choice).some(({ words: own }) => own.includes(word))))
    return undefined
  if (lastWords.has(word)) return choices.at(-1)?.id
  const place = ordinals.findIndex((forms) => forms.includes(word))
  return place < 0 ? undefined : choices[place]?.id
}

function findByYesOrNo(said: string, choices: readonly OfferedChoice[]): string | undefined {
  if (yes.has(said)) return onlyOne(choices, 'ja', ['yes', 'ja'])
  if (no.has(said)) return onlyOne(choices, 'nee', ['no', 'nee'])
  if (!unsure.has(said)) return undefined
  const matching = choices.filter((choice) =>
    formsOf(choice).some(({ text }) => text.includes('weet') || text.includes('geen idee')),
  )
  return matching.length === 1 ? matching[0]?.id : undefined
}

function onlyOne(choices: readonly OfferedChoice[], opener: string, ids: readonly string[]): string | undefined {
  const named = choices.find((choice) => ids.includes(choice.id))
  if (named) return named.id
  const opening = choices.filter((choice) =>
    formsOf(choice).some(({ text }) => text === opener || text.startsWith(`${opener} `)),
  )
  return opening.length === 1 ? opening[0]?.id : undefined
}

function isShortAnswer(text: string, words: readonly string[]): boolean {
  if (words.length > mostWords || text.includes('?')) return false
  // "ben jij een mens" asks, although "mens" is the word of a button.
  if (addressed.has(words[1] ?? '')) return false
  return words.length <= 2 || !questionOpeners.has(words[0] ?? '')
}

function findByTellingWord(words: readonly string[], choices: readonly OfferedChoice[]): string | undefined {
  const owners = new Map<string, string | undefined>()
  for (const choice of choices) {
    for (const word of new Set(formsOf(choice).flatMap(({ words: own }) => own))) {
      if (frame.has(word) || (word.length < 2 && !/\d/.test(word))) continue
      owners.set(word, owners.has(word) && owners.get(word) !== choice.id ? undefined : choice.id)
    }
  }
  const votes = new Map<string, number>()
  let strange = 0
  for (const word of words) {
    if (frame.has(word)) continue
    const owner = owners.get(word) ?? findOwnerBySpelling(word, owners)
    if (owner === undefined) {
      if (!owners.has(word)) strange++
    } else votes.set(owner, (votes.get(owner) ?? 0) + 1)
  }
  const ranked = [...votes.entries()].sort((one, other) => other[1] - one[1])
  const best = ranked[0]
  // More words of its own than words of a button: the person says something else.
  if (!best || best[1] === ranked[1]?.[1] || strange > best[1] + 1) return undefined
  return best[0]
}

function findOwnerBySpelling(word: string, owners: ReadonlyMap<string, string | undefined>): string | undefined {
  const near = new Set<string | undefined>()
  for (const [known, owner] of owners) if (isSameButForTyping(word, known)) near.add(owner)
  return near.size === 1 ? [...near][0] : undefined
}
