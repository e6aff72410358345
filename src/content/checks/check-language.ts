import type { ReadableText } from '../collect-texts.ts'
import { defaultLocale } from '../dialog-source.ts'
import { errorAt, type Finding, type Place, warningAt } from '../finding.ts'
import { findingTexts as texts } from '../finding-texts.ts'
import { measureText } from '../measure-text.ts'
import {
  carefulWords,
  findWordsOf,
  forbiddenWords,
  formalWords,
  jargonWords,
  numberWords,
  passiveWords,
} from '../word-lists.ts'

/** Limits of the gate in the language dossier, §3.1. */
const limits = { sentenceWords: 15, strictSentenceWords: 10, averageWords: 10, messageWords: 60, messageChars: 400 }
/** An average says nothing about one or two sentences, which have their own limit. */
const minSentencesForAverage = 3
/** Flesch-Douma is a measure of running text; below this many words one long name decides it. */
const minWordsForFlesch = 15
const minFlesch = 70
const maxQuestionsAtOnce = 1

/**
 * Texts are plain: short sentences and messages, one question at a time, ordinary words, numbers, days and times as people
 * write them, "je" and a calm tone. Hard limits are errors, and so is the reading score of what an answer says itself; the
 * score of its other forms, careful words and passives are warnings. The formula and the word lists are Dutch, so another
 * language is held to the lengths alone.
 * Source: the language dossier, §3.1, §3.3, §3.4 and §3.7.
 * @param readable all texts a candidate reads
 */
export function checkLanguage(readable: readonly ReadableText[]): Finding[] {
  return readable.flatMap((text) => [
    ...checkTone(text),
    ...(text.locale === defaultLocale ? checkWords(text) : []),
    ...(text.kind === 'message' ? [...checkMeasure(text), ...checkQuestions(text)] : []),
  ])
}

function checkMeasure({ parts, place, isStrict, isMain, locale }: ReadableText): Finding[] {
  const findings: Finding[] = []
  const maxWords = isStrict ? limits.strictSentenceWords : limits.sentenceWords
  for (const part of parts) {
    for (const sentence of measureText(part.text).sentences) {
      if (sentence.words > maxWords) {
        findings.push(errorAt(part.place, texts.longSentence(sentence.words, maxWords, sentence.text)))
      }
    }
  }
  const whole = measureText(parts.map((part) => part.text).join('\n'))
  if (whole.sentences.length >= minSentencesForAverage && whole.averageWords > limits.averageWords) {
    findings.push(errorAt(place, texts.longOnAverage(whole.averageWords.toFixed(1), limits.averageWords)))
  }
  if (whole.words > limits.messageWords || whole.characters > limits.messageChars) {
    findings.push(errorAt(place, texts.longMessage(whole.words, whole.characters)))
  }
  if (locale === defaultLocale && whole.words >= minWordsForFlesch && whole.flesch < minFlesch) {
    const text = texts.hardToRead(Math.floor(whole.flesch), findLongestWords(parts.map((part) => part.text)))
    findings.push(isMain ? errorAt(place, text) : warningAt(place, text))
  }
  return findings
}

/** The words that weigh most, for the author to replace; names of amounts are read as a number. */
function findLongestWords(texts: readonly string[]): string[] {
  const words = texts.flatMap((text) => text.replace(/\{[^}]*\}/g, '').match(/[\p{L}-]+/gu) ?? [])
  return [...new Set(words)].sort((left, right) => right.length - left.length).slice(0, 3)
}

/** Two questions in one message are one too many: nobody knows which one a "ja" answers. */
function checkQuestions({ parts, variables }: ReadableText): Finding[] {
  // A phrase that holds what was written elsewhere is measured there.
  if (variables.includes('tekst')) return []
  return parts.flatMap(({ text, place }) => {
    const count = text.match(/\?(?=\s|["”’)]|$)/g)?.length ?? 0
    return count > maxQuestionsAtOnce ? [errorAt(place, texts.manyQuestionsAtOnce(count))] : []
  })
}

const shortDate = /(?<![\d.,])\d{1,2}[-/]\d{1,2}[-/](?:\d{4}|\d{2})(?!\d)/
const machineDate = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/
const colonTime = /(?<!\d)\d{1,2}:\d{2}(?!\d)/
const longNumber = /(?<![\d.,#-])\d{5,}(?!\d)/
// Two digits behind the point are a time, three a thousand.
const decimalPoint = /(?<![\d.])\d+\.\d(?![\d.])/

function checkTone({ parts }: ReadableText): Finding[] {
  return parts.flatMap(({ text, place }) => (text.includes('!') ? [errorAt(place, texts.exclamation())] : []))
}

function checkNotation(text: string, place: Place): Finding[] {
  const prose = text.replace(/https?:\S+/g, '')
  const findings: Finding[] = []
  const date = shortDate.exec(prose) ?? machineDate.exec(prose)
  if (date !== null) findings.push(errorAt(place, texts.dateAsNumbers(date[0])))
  const time = colonTime.exec(prose)
  if (time !== null) findings.push(errorAt(place, texts.timeWithColon(time[0])))
  const number = longNumber.exec(prose)
  if (number !== null) findings.push(errorAt(place, texts.longNumber(number[0])))
  const decimal = decimalPoint.exec(prose)
  if (decimal !== null) findings.push(errorAt(place, texts.decimalPoint(decimal[0])))
  return findings
}

function checkWords({ parts }: ReadableText): Finding[] {
  return parts.flatMap(({ text, place }) => {
    const passives = findWordsOf(text, passiveWords).length
    return [
      ...findWordsOf(text, forbiddenWords).map((word) => errorAt(place, texts.forbiddenWord(word))),
      ...findWordsOf(text, formalWords).map((word) => errorAt(place, texts.formalYou(word))),
      ...findWordsOf(text, numberWords).map((word) => errorAt(place, texts.spelledNumber(word))),
      ...checkNotation(text, place),
      ...findWordsOf(text, jargonWords).map((word) => errorAt(place, texts.jargon(word))),
      ...findWordsOf(text, carefulWords).map((word) => warningAt(place, texts.carefulWord(word))),
      ...(passives > 1 ? [warningAt(place, texts.manyPassives(passives))] : []),
    ]
  })
}
