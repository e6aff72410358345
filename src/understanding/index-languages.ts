import type { Script } from './find-script.ts'
import { foldedForms, foldLetters } from './fold-letters.ts'
import { type LetterPatterns, learnLetterPatterns } from './letter-patterns.ts'
import { type OtherLanguages, type OtherLanguageWords, type Training, unnamedLanguage } from './meaning.ts'
import { normaliseText } from './normalise-text.ts'

/** A set of languages: bit 0 for the first one, and so on. */
type LanguageBits = number

/** What other languages are recognised by, ready to look up. All words are folded. */
export interface LanguageIndex {
  /** Tag of each language, in order; `unnamedLanguage` for those without one. */
  tags: readonly string[]
  /** Script -> the language it is unless words say otherwise, by its place in `tags`. */
  byScript: ReadonlyMap<Script, number>
  telling: ReadonlyMap<string, LanguageBits>
  /** Whole messages -> language, by its place in `tags`. */
  greetings: ReadonlyMap<string, number>
  letters: ReadonlyMap<string, LanguageBits>
  /** Whole messages that are ours, whatever words they are made of: "merci beaucoup". */
  alsoOurs: ReadonlySet<string>
  /** Words of the languages we read. */
  ours: ReadonlySet<string>
  /** Names of places: no sign of any language. */
  places: ReadonlySet<string>
  patterns: LetterPatterns
}

/**
 * Makes the look-up from what authors wrote. A word of an example sentence about nothing we answer is not ours when
 * another language has it: authors write sentences in other languages there.
 * @param training words, sentences and places from `dialogs/`
 * @param others the languages to recognise; at most 31
 */
export function indexOtherLanguages(training: Training, others: OtherLanguages): LanguageIndex {
  const languages = listLanguages(others)
  const alsoOurs = new Set(others.alsoDutch.flatMap(foldedForms))
  const words = languages.map(({ written }) => collectTheirs(written))
  const telling = indexBits(words)
  const single = [...alsoOurs].filter((each) => !each.includes(' '))
  const ours = new Set([...collectOurs(training, telling), ...single])
  const places = new Set(
    Object.entries(training.places.municipalities).flatMap(([name, also]) => [name, ...also].flatMap(wordsOf)),
  )
  const greetings = languages.flatMap(({ written }, index) =>
    written.greetings.flatMap(foldedForms).map((greeting) => [greeting, index] as const),
  )
  return {
    tags: languages.map(({ tag }) => tag),
    byScript: new Map(
      languages.flatMap(({ written: { script } }, index) => (script === undefined ? [] : [[script, index] as const])),
    ),
    telling,
    // A greeting of two languages belongs to the first: those with lines of their own stand first.
    greetings: new Map(greetings.reverse()),
    alsoOurs,
    letters: indexBits(languages.map(({ written }) => new Set(written.letters))),
    ours,
    places,
    patterns: learnLetterPatterns(
      [...ours, ...places],
      words.map((theirs) => [...theirs].filter((word) => !ours.has(word))),
    ),
  }
}

interface OneLanguage {
  tag: string
  written: OtherLanguageWords & { person?: readonly string[] }
}

function listLanguages({ named, unnamed }: OtherLanguages): OneLanguage[] {
  return [
    ...Object.entries(named).map(([tag, written]) => ({ tag, written })),
    ...unnamed.map((written) => ({ tag: unnamedLanguage, written })),
  ]
}

function collectTheirs({ telling, greetings, person = [] }: OneLanguage['written']): ReadonlySet<string> {
  return new Set([...telling, ...greetings, ...person].flatMap(foldedForms).flatMap((form) => form.split(' ')))
}

function indexBits(sets: readonly ReadonlySet<string>[]): ReadonlyMap<string, LanguageBits> {
  const bits = new Map<string, LanguageBits>()
  for (const [index, words] of sets.entries()) {
    for (const word of words) bits.set(word, (bits.get(word) ?? 0) | (1 << index))
  }
  return bits
}

function collectOurs({ languages }: Training, telling: ReadonlyMap<string, LanguageBits>): string[] {
  return Object.values(languages).flatMap(({ examples, words }) => [
    ...[...Object.values(examples.topics), ...Object.values(examples.commands), words.telling].flat().flatMap(wordsOf),
    ...examples.outOfScope.flatMap(wordsOf).filter((word) => !telling.has(word)),
  ])
}

function wordsOf(text: string): string[] {
  return foldLetters(normaliseText(text)).split(' ')
}
