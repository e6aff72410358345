import type { OtherLanguagesFile } from '../../conversation/dialog-files/other-languages-file.ts'
import { type DialogSource, type Dialogs, defaultLocale, type Path } from '../dialog-source.ts'
import { errorAt, type Finding } from '../finding.ts'
import { findingTexts as texts } from '../finding-texts.ts'
import { normaliseSentence } from '../normalise-sentence.ts'

type OtherLanguagesSource = DialogSource<OtherLanguagesFile>

/**
 * Each other language stands there once and has no words of its own elsewhere, can be told from Dutch, and asks for a human
 * in words that mean that in one language only.
 * @param dialogs what authors wrote
 */
export function checkOtherLanguages({ otherLanguages, translations }: Dialogs): Finding[] {
  const { languages, unnamed } = otherLanguages.data
  const written = [defaultLocale, ...translations.map(({ locale }) => locale)]
  const lists = [
    ...languages.map((language, index) => ({ ...language, path: ['languages', index] })),
    ...unnamed.map((language, index) => ({ ...language, path: ['unnamed', index] })),
  ]
  return [
    ...languages.flatMap(({ tag }, index) => {
      const place = otherLanguages.placeOf(['languages', index, 'tag'])
      const isAgain = languages.findIndex((other) => other.tag === tag) < index
      return [
        ...(written.includes(tag) ? [errorAt(place, texts.languageWithWords(tag))] : []),
        ...(isAgain ? [errorAt(place, texts.languageTwice(tag))] : []),
      ]
    }),
    ...lists.flatMap(({ path, ...words }) => checkWords(otherLanguages, path, words)),
    ...checkPersons(otherLanguages),
  ]
}

interface Recognition {
  letters: string
  greetings: readonly string[]
  telling: readonly string[]
}

function checkWords(file: OtherLanguagesSource, path: Path, { letters, greetings, telling }: Recognition): Finding[] {
  const plain = /[a-z\s]/i.exec(letters)?.[0]
  const tooPlain = plain === undefined ? [] : [errorAt(file.placeOf([...path, 'letters']), texts.plainLetter(plain))]
  const twice = (
    [
      ['greetings', greetings],
      ['telling', telling],
    ] as const
  ).flatMap(([key, words]) =>
    words.flatMap((word, index) =>
      words.indexOf(word) < index ? [errorAt(file.placeOf([...path, key]), texts.wordTwice(word))] : [],
    ),
  )
  return [...tooPlain, ...twice]
}

/** Who presses a button of an old message only sends its words, so they must mean a human and nothing else. */
function checkPersons(file: OtherLanguagesSource): Finding[] {
  const owners = new Map<string, string>()
  return file.data.languages.flatMap(({ tag, person }, index) =>
    [person.label, ...person.phrases].flatMap((said) => {
      const sentence = normaliseSentence(said)
      const owner = owners.get(sentence)
      owners.set(sentence, tag)
      return owner === undefined ? [] : [errorAt(file.placeOf(['languages', index, 'person']), texts.wordTwice(said))]
    }),
  )
}
