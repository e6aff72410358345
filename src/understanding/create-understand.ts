import { createAsksForPerson } from './asks-for-person.ts'
import { type Train, trainClassifier } from './classifier/train-classifier.ts'
import { findCrisis } from './crisis/find-crisis.ts'
import { createDetectLanguage } from './detect-language.ts'
import { createDetectOtherLanguage } from './detect-other-language.ts'
import type { Intent, Meaning, Training, Understand } from './meaning.ts'
import { normaliseText } from './normalise-text.ts'
import { createReadIntent, type ReadIntent } from './read-intent.ts'
import { createReadPlace } from './read-place.ts'
import { createSlotReaders } from './slots/create-read-slots.ts'
import { boundText } from './split-sentences.ts'

/**
 * Trains on the example sentences of the default language and returns the reader of messages. Another language is learned
 * when it is first read; whoever starts a program reads a word of it before people do.
 * Order of reading: danger (always, by written rules), nothing to read, another language, a choice on offer, a command in
 * known words, then the classifier of the language. Danger and a place are added to the meaning; what else was meant
 * still stands in the intent. A message in a language that nothing is written in is not classified.
 * @param training words, sentences and places from `dialogs/`; a topic without sentences is never found
 * @param train learns from the sentences; one that keeps what it learned makes the start quicker
 * @returns a pure function: the same text and context always give the same meaning. It never throws.
 */
export function createUnderstand(training: Training, train: Train = trainClassifier): Understand {
  const readerOf = createReaders(training, train)
  const detectLanguage = createDetectLanguage(training.languages)
  const detectOtherLanguage = createDetectOtherLanguage(training)
  const asksForPerson = createAsksForPerson(training.otherLanguages)
  const readPlace = createReadPlace(training.places, collectWords(training))
  const slotsOf = createSlotReaders(training.languages)
  const asked = indexLanguages(training)

  return (text, context): Meaning => {
    const crisis = findCrisis(text, context.previousText)
    const place = context.expectsText ? undefined : readPlace(text, context.isPlaceAsked)
    const isOfUse = context.mayChangeLanguage || crisis !== undefined
    const bounded = boundText(text)
    const normalised = normaliseText(bounded)
    const otherLanguage = context.expectsText ? undefined : detectOtherLanguage(bounded, normalised)
    const detected = isOfUse && otherLanguage === undefined ? detectLanguage(normalised) : undefined
    const other = detected === context.locale ? undefined : detected
    const language = context.mayChangeLanguage ? other : undefined
    const read = readerOf(language ?? context.locale) ?? readerOf(training.defaultLocale)
    const slots = context.expectsText
      ? undefined
      : slotsOf(language ?? context.locale)?.(text, {
          areHoursAsked: context.choices.some(({ hears }) => hears?.hours !== undefined),
          municipalities: place?.municipalities ?? [],
        })
    const askedLanguage = asked.get(normaliseText(text.slice(0, mostAskedChars)))
    const isAsked = askedLanguage !== undefined && askedLanguage !== context.locale && !context.expectsText
    // In words we do not know, only those of a button or a command that we do know count.
    const reading = otherLanguage === undefined ? context : { ...context, expectsText: true }
    const intent: Intent = isAsked
      ? { kind: 'language', locale: askedLanguage }
      : asksForPerson(normalised)
        ? { kind: 'command', command: 'mens' }
        : (read?.(text, reading, { slots, isDangerous: crisis !== undefined }) ?? { kind: 'unclear', topics: [] })
    return {
      intent,
      ...(crisis === undefined ? {} : { crisis: other === undefined ? crisis : { ...crisis, language: other } }),
      ...(place === undefined ? {} : { place }),
      ...(slots === undefined ? {} : { slots }),
      ...(language === undefined || isAsked ? {} : { language }),
      ...(otherLanguage === undefined || isAsked ? {} : { otherLanguage }),
    }
  }
}

/** The reader of each language; the default one is made at once, the others when they are asked for. */
function createReaders(
  { languages, defaultLocale }: Training,
  train: Train,
): (locale: string) => ReadIntent | undefined {
  const made = new Map<string, ReadIntent>()
  const readerOf = (locale: string): ReadIntent | undefined => {
    const known = made.get(locale)
    const language = Object.hasOwn(languages, locale) ? languages[locale] : undefined
    if (known !== undefined || language === undefined) return known
    const reader = createReadIntent(language, (examples, source) => train(examples, source, locale))
    made.set(locale, reader)
    return reader
  }
  readerOf(defaultLocale)
  return readerOf
}

/** Longer than this is more than asking for a language. */
const mostAskedChars = 60

function indexLanguages(training: Training): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(training.languages).flatMap(([locale, { words }]) =>
      words.askedBy.map((wording) => [normaliseText(wording), locale] as const),
    ),
  )
}

/** The words of all example sentences: they mean something else than a place with a typing error. */
function collectWords(training: Training): Set<string> {
  const sentences = Object.values(training.languages).flatMap(({ examples }) => [
    ...Object.values(examples.topics).flat(),
    ...Object.values(examples.commands).flat(),
  ])
  return new Set(sentences.flatMap((sentence) => normaliseText(sentence).split(' ')))
}
