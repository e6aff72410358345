import type { ReadableText } from '../collect-texts.ts'
import { errorAt, type Finding, warningAt } from '../finding.ts'
import { findingTexts as texts } from '../finding-texts.ts'
import { measureText } from '../measure-text.ts'
import { carefulWords, findWordsOf, forbiddenWords, formalWords, numberWords, passiveWords } from '../word-lists.ts'

/** Limits of the gate in the language dossier, §3.1. */
const limits = { sentenceWords: 15, strictSentenceWords: 10, averageWords: 10, messageWords: 60, messageChars: 400 }
/** An average says nothing about one or two sentences, which have their own limit. */
const minSentencesForAverage = 3
/** Flesch-Douma is a measure of running text; below this many words one long name decides it. */
const minWordsForFlesch = 15
const minFlesch = 70

/**
 * Texts are plain: short sentences and messages, ordinary words, numbers as digits, "je" and a calm tone.
 * Hard limits are errors; the reading score, careful words and passives are warnings.
 * Source: the language dossier, §3.1, §3.3, §3.4 and §3.7.
 * @param readable all texts a candidate reads
 */
export function checkLanguage(readable: readonly ReadableText[]): Finding[] {
  return readable.flatMap((text) => [...checkWords(text), ...(text.kind === 'message' ? checkMeasure(text) : [])])
}

function checkMeasure({ parts, place, isStrict }: ReadableText): Finding[] {
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
  if (whole.words >= minWordsForFlesch && whole.flesch < minFlesch) {
    findings.push(warningAt(place, texts.hardToRead(Math.round(whole.flesch))))
  }
  return findings
}

function checkWords({ parts }: ReadableText): Finding[] {
  return parts.flatMap(({ text, place }) => {
    const passives = findWordsOf(text, passiveWords).length
    return [
      ...findWordsOf(text, forbiddenWords).map((word) => errorAt(place, texts.forbiddenWord(word))),
      ...findWordsOf(text, formalWords).map((word) => errorAt(place, texts.formalYou(word))),
      ...findWordsOf(text, numberWords).map((word) => errorAt(place, texts.spelledNumber(word))),
      ...(text.includes('!') ? [errorAt(place, texts.exclamation())] : []),
      ...findWordsOf(text, carefulWords).map((word) => warningAt(place, texts.carefulWord(word))),
      ...(passives > 1 ? [warningAt(place, texts.manyPassives(passives))] : []),
    ]
  })
}
