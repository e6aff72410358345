import type { Layer } from './classifier/layers.ts'
import type { Hears } from './slots/pick-heard.ts'
import type { SlotWords } from './slots/slot-words.ts'
import type { Slots } from './slots/slots.ts'

/** Steps of the crisis ladder, heaviest first; `wit` is about somebody else, the past or information. */
export const crisisLevels = ['rood', 'oranje', 'geel', 'wit'] as const

/** One step of the crisis ladder. */
export type CrisisLevel = (typeof crisisLevels)[number]

/** Commands that are understood at every step, in any wording. */
export const commands = [
  'mens',
  'menu',
  'stoppen',
  'opnieuw',
  'wissen',
  'bewaren',
  'groet',
  'bedankt',
  'makkelijker',
  'korter',
  'voorbeeld',
  'waarom',
  'anders',
  'verder',
] as const

/** One command. */
export type Command = (typeof commands)[number]

/** A topic that may be meant. */
export interface TopicGuess {
  /** Topic id, as in product.md. */
  topic: string
  /** Calibrated probability, 0 to 1. */
  confidence: number
}

/**
 * Other help than 113 that a signal asks for, each with its own written words. Source: facts-veilig-en-taal.md §1.7.
 */
export const crisisDoors = [
  'verwarring',
  'onrust',
  'zelfbeschadiging',
  'geweld-thuis',
  'seksueel-geweld',
  'begeleider',
  'dreiging',
  'kind',
  'bestaan',
  'geldnood',
  'ander',
] as const

/** One of those. */
export type CrisisDoor = (typeof crisisDoors)[number]

/** A signal of danger, found by written rules only. */
export interface CrisisSignal {
  level: CrisisLevel
  /** Name of the rule that fired, for tests and for the author; never shown to a person. */
  rule: string
  /** The help that fits what was said, when that is not 113 alone. */
  door?: CrisisDoor
  /** Help that something else in the message asks for, beside what the step says: "hij slaat me, ik wil dood". */
  besideDoor?: CrisisDoor
  /** Language of the message, when that is clear and not the language of the conversation: the words are said in it. */
  language?: string
}

/** What a message is taken to mean, its possible danger apart. */
export type Intent =
  /** One of the choices on offer, by button or in the person's own words. */
  | { kind: 'choice'; choice: string }
  | { kind: 'command'; command: Command }
  /** One topic, sure enough to answer. `also` are other topics that were clearly asked in the same message. */
  | { kind: 'topic'; topic: string; confidence: number; also: TopicGuess[] }
  /** Two or three topics are close; best first. */
  | { kind: 'clarify'; topics: TopicGuess[] }
  /** Understood as Dutch or not, it fits nothing; the guesses are too weak to offer as an answer. */
  | { kind: 'unclear'; topics: TopicGuess[] }
  /** Another language is asked for. */
  | { kind: 'language'; locale: string }
  /** Nothing to read: empty, only spaces, only emoji or signs. */
  | { kind: 'empty' }

/** What was said about where somebody lives. */
export interface PlaceMeaning {
  /** Official names of municipalities. One = sure; several = it can be each of them. Never empty. */
  municipalities: string[]
  /** True when the message says nothing but the place. */
  isWhole: boolean
}

/** The meaning of one message. */
export interface Meaning {
  /** Present when a crisis rule fired; whatever else was meant still stands in `intent`. */
  crisis?: CrisisSignal
  intent: Intent
  /** Where somebody says they live. */
  place?: PlaceMeaning
  /** What somebody says about themselves; absent when nothing of the kind is said, and while free text is asked for. */
  slots?: Slots
  /** Language the message is written in, when that is clear and not the language of the conversation. */
  language?: string
  /**
   * Language the message is written in, when that is clear and nothing is written in it: a key of
   * `OtherLanguages.named`, or `unnamedLanguage`. Then the intent is no more than a guess, a button or `mens` excepted.
   */
  otherLanguage?: string
}

/** What `Meaning.otherLanguage` is for a language that has no lines of its own. */
export const unnamedLanguage = 'other'

/** A choice that is on offer when the message comes. */
export interface OfferedChoice {
  id: string
  /** Text on the button. */
  label: string
  /** Other ways people say it, from the dialog. */
  phrases: string[]
  /** Language tag of the label, when it can be another than that of the conversation. */
  locale?: string | undefined
  /** True for a button that leads elsewhere, such as a topic: one word of its name is not enough to mean it. */
  isByNameOnly?: boolean | undefined
  /** What somebody can say about themselves that means this choice. */
  hears?: Hears | undefined
}

/** What the conversation expects, which helps to read a short answer. */
export interface ReadingContext {
  /** Choices on offer, in order; empty when nothing was asked. */
  choices: OfferedChoice[]
  /**
   * True when the step asks for free text (a phone number, a sentence for the sleutelfiguur). Then only a choice, a clear
   * command (`mens`, `stoppen`, `menu`, `wissen`, `verder`, as the whole message) or a crisis counts; anything else is `unclear`.
   */
  expectsText: boolean
  /** The person's message before this one, when it came less than two minutes ago: one sentence in two messages. */
  previousText?: string
  /** True when the bot just asked where somebody lives: then a bare name is an answer. */
  isPlaceAsked: boolean
  /** Language of the conversation, as a key of the training. */
  locale: string
  /** True while the language may still follow the person's words. */
  mayChangeLanguage: boolean
}

/** The small words of one language, read from `words.yaml`; normalised by the reader, not here. */
export interface LanguageWords {
  askedBy: readonly string[]
  telling: readonly string[]
  yes: readonly string[]
  no: readonly string[]
  unsure: readonly string[]
  unsureSigns: readonly string[]
  ordinals: readonly (readonly string[])[]
  last: readonly string[]
  ordinalFrame: readonly string[]
  article: string
  questionOpeners: readonly string[]
  addressed: readonly string[]
  frame: readonly string[]
  courtesy: readonly string[]
  spellings: Readonly<Record<string, string>>
  endings: readonly string[]
  /** A regular expression -> how it sounds, in order. */
  sounds: Readonly<Record<string, string>>
  joints: readonly string[]
  /** Words by which benefits, hours, money and moments are read; without them none is. */
  slots?: SlotWords | undefined
}

/** Names of places. */
export interface PlaceNames {
  /** Municipality -> other names of it and places in it. */
  municipalities: Record<string, readonly string[]>
  /** A name that fits several -> those municipalities. */
  ambiguous: Record<string, readonly string[]>
}

/** Concept -> words and phrases that mean it. */
export type Thesaurus = Readonly<Record<string, readonly string[]>>

/** What one language is learned from. */
export interface LanguageTraining {
  examples: TrainingExamples
  words: LanguageWords
  thesaurus: Thesaurus
  /** What the classifier looks at; everything when left out. Only measurements leave something out. */
  layers?: ReadonlySet<Layer>
}

/** What one other language is known by, read from `other-languages.yaml`; normalised by the reader, not here. */
export interface OtherLanguageWords {
  /** The script that is this language unless words of another say otherwise. */
  script?: 'arabic' | 'ethiopic' | undefined
  /** Letters that few other languages have, in one string. */
  letters: string
  /** Whole messages that are clear by themselves. */
  greetings: readonly string[]
  telling: readonly string[]
}

/** Other languages than those of the conversation, to be recognised and not understood. */
export interface OtherLanguages {
  /** Language tag -> its words, and how one asks for a human in it. */
  named: Readonly<Record<string, OtherLanguageWords & { person: readonly string[] }>>
  /** Languages without lines of their own. */
  unnamed: readonly OtherLanguageWords[]
  /** Words of those languages that are no sign of them: they are Dutch, English or dialect too. */
  alsoDutch: readonly string[]
}

/** Everything to learn from, read from `dialogs/`. */
export interface Training {
  defaultLocale: string
  /** Without them no other language is recognised. */
  otherLanguages?: OtherLanguages
  /** Locale -> sentences and words of that language. */
  languages: Record<string, LanguageTraining>
  places: PlaceNames
}

/** Sentences to learn from. */
export interface TrainingExamples {
  /** Example sentences by topic id. */
  topics: Record<string, string[]>
  /** Example sentences by command. */
  commands: Partial<Record<Command, string[]>>
  /** Sentences that belong to nothing we answer. */
  outOfScope: string[]
}

/** Reads messages. Pure: the same text and context always give the same meaning. */
export type Understand = (text: string, context: ReadingContext) => Meaning
