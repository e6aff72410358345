import { countOtherLetters, lettersIn } from './letter-bits.ts'
import type { LanguageWords, OfferedChoice } from './meaning.ts'
import { normaliseText, type Spellings } from './normalise-text.ts'
import { isSameButForTyping } from './spelling-distance.ts'

/** Longer than this is not an answer to a question with buttons, but something new. */
const mostWords = 7

/** Far more than the content has, so that regions and older contents fit beside it. */
const mostKnownForms = 5000

/** A wording of a button, normalised. */
interface Form {
  text: string
  words: readonly string[]
  /** As `lettersIn` gives them. */
  letters: number
}

/** Each typing error adds and removes at most one letter, and at most two errors are forgiven. */
const mostOtherLetters = 4

/** How a choice is read when the step asks for free text: then only the words of a button count. */
export type ChoiceReading = 'any-wording' | 'exact-words'

/** Reads short answers in one language. */
export interface ChoiceReader {
  /**
   * Reads a message as one of the choices on offer.
   * Order: the words of a button or phrase; a number or "de eerste"; yes, no, don't know; a short answer with a word that
   * only one choice has. A longer message or a real question is not a choice.
   * @param text the message
   * @param choices on offer, in the order shown
   * @param reading see `ChoiceReading`
   * @returns the id of the choice, or undefined
   */
  findChoice(text: string, choices: readonly OfferedChoice[], reading: ChoiceReading): string | undefined
  /**
   * Tells whether a message says only yes, no or "don't know": without a question before it, that asks for nothing.
   * @param said text of `normaliseText`
   */
  isBareAnswer(said: string): boolean
}

/** The small words of the language, ready to look up. */
interface Lexicon {
  yes: ReadonlySet<string>
  no: ReadonlySet<string>
  unsure: ReadonlySet<string>
  unsureSigns: readonly string[]
  ordinals: readonly (readonly string[])[]
  last: ReadonlySet<string>
  ordinalFrame: ReadonlySet<string>
  article: string
  questionOpeners: ReadonlySet<string>
  addressed: ReadonlySet<string>
  frame: ReadonlySet<string>
  formsOf: (choice: OfferedChoice) => Form[]
}

/**
 * Makes the reader of short answers for one language.
 * @param words its small words
 * @param spellings its spellings
 */
export function createChoiceReader(words: LanguageWords, spellings: Spellings): ChoiceReader {
  const lexicon: Lexicon = {
    yes: new Set(words.yes),
    no: new Set(words.no),
    unsure: new Set(words.unsure),
    unsureSigns: words.unsureSigns,
    ordinals: words.ordinals,
    last: new Set(words.last),
    ordinalFrame: new Set(words.ordinalFrame),
    article: words.article,
    questionOpeners: new Set(words.questionOpeners),
    addressed: new Set(words.addressed),
    frame: new Set(words.frame),
    formsOf: createFormReader(spellings),
  }
  return {
    findChoice(text, choices, reading) {
      if (choices.length === 0 || text.length > 200) return undefined
      const said = normaliseText(text, spellings)
      if (said === '') return undefined
      const exact = findByWords(said, choices, lexicon)
      if (exact !== undefined || reading === 'exact-words') return exact
      const parts = said.split(' ')
      return (
        findByOrdinal(parts, choices, lexicon) ??
        findByYesOrNo(said, choices, lexicon) ??
        (isShortAnswer(text, parts, lexicon)
          ? findByTellingWord(
              parts,
              choices.filter(({ isByNameOnly }) => !isByNameOnly),
              lexicon,
            )
          : undefined)
      )
    },
    isBareAnswer: (said) => lexicon.yes.has(said) || lexicon.no.has(said) || lexicon.unsure.has(said),
  }
}

/**
 * Keeps the forms of the wordings of buttons: they are content, come back with every turn, and never hold what a person
 * said.
 */
function createFormReader(spellings: Spellings): (choice: OfferedChoice) => Form[] {
  const known = new Map<string, Form>()
  const formOf = (wording: string): Form => {
    const earlier = known.get(wording)
    if (earlier !== undefined) return earlier
    const text = normaliseText(wording, spellings)
    const form = { text, words: text.split(' '), letters: lettersIn(text) }
    if (known.size >= mostKnownForms) known.clear()
    known.set(wording, form)
    return form
  }
  return (choice) => [choice.label, ...choice.phrases].map(formOf).filter(({ text }) => text !== '')
}

function findByWords(said: string, choices: readonly OfferedChoice[], lexicon: Lexicon): string | undefined {
  const wordings = choices.map((choice) => ({ id: choice.id, forms: lexicon.formsOf(choice) }))
  const exact = wordings.find(({ forms }) => forms.some(({ text }) => text === said))
  if (exact) return exact.id
  const letters = lettersIn(said)
  const near = wordings.filter(({ forms }) => forms.some((form) => isNear(form, said, letters)))
  return near.length === 1 ? near[0]?.id : undefined
}

function isNear(form: Form, said: string, letters: number): boolean {
  return countOtherLetters(form.letters, letters) <= mostOtherLetters && isSameButForTyping(form.text, said)
}

function findByOrdinal(
  words: readonly string[],
  choices: readonly OfferedChoice[],
  { ordinals, ordinalFrame, last, article, formsOf }: Lexicon,
): string | undefined {
  const telling = words.filter((word) => !ordinalFrame.has(word))
  const word = telling[0]
  if (telling.length !== 1 || word === undefined || words.length > 4) return undefined
  // "een" among other words is an article; where a button itself holds the number, the number is no position.
  if (word === article && words.length > 1) return undefined
  if (/^\d+$/.test(word) && choices.some((choice) => formsOf(choice).some(({ words: own }) => own.includes(word))))
    return undefined
  if (last.has(word)) return choices.at(-1)?.id
  const place = ordinals.findIndex((forms) => forms.includes(word))
  return place < 0 ? undefined : choices[place]?.id
}

function findByYesOrNo(said: string, choices: readonly OfferedChoice[], lexicon: Lexicon): string | undefined {
  if (lexicon.yes.has(said)) return onlyOne(choices, lexicon.yes, ['yes', 'ja'], lexicon)
  if (lexicon.no.has(said)) return onlyOne(choices, lexicon.no, ['no', 'nee'], lexicon)
  if (!lexicon.unsure.has(said)) return undefined
  const matching = choices.filter((choice) =>
    lexicon.formsOf(choice).some(({ text }) => lexicon.unsureSigns.some((sign) => text.includes(sign))),
  )
  return matching.length === 1 ? matching[0]?.id : undefined
}

/** The choice that is called so, or the only one whose words begin so. */
function onlyOne(
  choices: readonly OfferedChoice[],
  openers: ReadonlySet<string>,
  ids: readonly string[],
  { formsOf }: Lexicon,
): string | undefined {
  const named = choices.find((choice) => ids.includes(choice.id))
  if (named) return named.id
  const opening = choices.filter((choice) => formsOf(choice).some(({ words }) => openers.has(words[0] ?? '')))
  return opening.length === 1 ? opening[0]?.id : undefined
}

function isShortAnswer(text: string, words: readonly string[], { addressed, questionOpeners }: Lexicon): boolean {
  if (words.length > mostWords || text.includes('?')) return false
  // "ben jij een mens" asks, although "mens" is the word of a button.
  if (addressed.has(words[1] ?? '')) return false
  return words.length <= 2 || !questionOpeners.has(words[0] ?? '')
}

function findByTellingWord(
  words: readonly string[],
  choices: readonly OfferedChoice[],
  { frame, formsOf }: Lexicon,
): string | undefined {
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
