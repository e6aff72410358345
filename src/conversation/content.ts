import type { Hears } from '../understanding/slots/pick-heard.ts'
import type { BenefitKind } from '../understanding/slots/slots.ts'
import type { CrisisFile } from './dialog-files/crisis-file.ts'
import type { ContactPurpose } from './dialog-files/file-parts.ts'
import type { LabelName, PhraseName, RedactedKind } from './dialog-files/phrases-file.ts'

/** Content as the conversation uses it: checked, compiled and frozen. Made by `content/`, changed by nobody. */
export interface Content {
  /** Fingerprint of everything in it; the same files always give the same version. */
  version: string
  regions: Record<string, Region>
  /** Region for everybody who lives in none of the others, or did not say. */
  fallbackRegion: string
  /** Municipality -> region, for the municipalities that belong to a region other than the fallback. */
  regionOfMunicipality: Record<string, string>
  /** Language in which everything is written, `nl`. */
  defaultLocale: string
  /** What is written, per language. */
  locales: Record<string, LocaleContent>
  /** Languages that are only recognised, by tag: what is said to who writes in one. */
  otherLanguages: Record<string, OtherLanguage>
  /** What a language without lines is called in the default language, for the human who gets the message. */
  unnamedLanguage: string
}

/** What is said to who writes in a language that nothing else is written in. */
export interface OtherLanguage {
  /** Its name in the default language, for the human who gets the message. */
  name: string
  /** Said the first time, in that language. */
  line: string
  /** Said after that, in that language. */
  again: string
  /** The button that asks for a human, in that language. */
  person: Pick<Choice, 'label' | 'phrases'>
}

/** Everything that is written in one language. */
export interface LocaleContent {
  /** Language tag for dates and pages, `nl-NL`. */
  tag: string
  menu: Menu
  /** Compiled topics by id. In another language than the default one, only those that are translated. */
  topics: Record<string, Topic>
  /** What is different in a region: region id -> … Every region is there. */
  regions: Record<string, RegionWords>
  phrases: Record<PhraseName, Phrase>
  labels: Record<LabelName, string>
  /** What stands, between brackets, where personal data stood. */
  redacted: Record<RedactedKind, string>
  /** What is said when somebody named their benefit: "Je hebt Wajong." */
  benefits: Record<BenefitKind, string>
  crisis: Pick<CrisisFile, 'numbers' | 'messages' | 'doors' | 'help'>
  amounts: Record<string, AmountPeriod[]>
}

/** The menu: a few topics at once, and all of them in groups. */
export interface Menu {
  first: string[]
  groups: { id: string; label: string; topics: string[] }[]
}

/** How much, on which days; written as a candidate reads it. */
export interface AmountPeriod {
  /** `2026-07-01` */
  from: string
  until: string
  /** `€ 14,99` */
  text: string
}

/** What the bot says outside the topics. */
export interface Phrase {
  /** Messages, one after another. */
  texts: string[]
  choices: Choice[]
}

/** A button. */
export interface Choice {
  id: string
  label: string
  phrases: string[]
  /** What somebody can say about themselves that means this choice. */
  hears?: Hears
  /** Index of the step to go on with; undefined = the next one. */
  goto?: number
}

/** One region, as far as it is the same in every language. */
export interface Region {
  id: string
  /** Name in the default language. */
  name: string
  municipalities: string[]
  office: OfficeHours
  routing: Route[]
}

/** What is written about one region, in one language. */
export interface RegionWords {
  name: string
  /** Words to fill in, by name: `helper`, `helpers`. */
  words: Record<string, string>
  contacts: Contact[]
  /** Rungs from low to high. */
  route: { id: string; name: string; about: string }[]
  /** Answers that replace those of a topic: topic id -> answer id -> answer. */
  answers: Record<string, Record<string, AnswerStep>>
  /** Topics into which the region puts steps of its own; they replace those of `topics`. */
  topics: Record<string, Topic>
}

/** An organisation that a candidate can be pointed to. */
export interface Contact {
  id: string
  name: string
  about: string
  for: ContactPurpose[]
  phone?: string
  address?: string
  hours?: string
  url?: string
  source?: Source
  /** `2026-11-21` */
  checkedOn: string
  /** Last day on which it is shown. */
  checkBefore: string
}

/** When people of a region can answer. */
export interface OfficeHours {
  timeZone: string
  /** Per weekday, 0 = Sunday … 6 = Saturday: minutes after midnight, or null when closed; in JSON undefined would not last. */
  week: ({ fromMinute: number; toMinute: number } | null)[]
  /** Names of holidays on which nobody is there, as in the region file. */
  closedOn: string[]
  /** Other closed days, `2026-12-31`. */
  closedDates: string[]
  /** `MM-DD` -> minutes after midnight at which the office closes that day. */
  earlyClosing: Record<string, number>
}

/** Who answers. */
export interface Route {
  topics: string[]
  queue: string
  organisation: string
  role: string
  answerWithinHours: number
}

/** A topic, compiled. Words of a region (`{helper}`) and amounts (`{bedrag:…}`) are filled in while talking. */
export interface Topic {
  id: string
  title: string
  steps: Step[]
}

/** Slot -> choice ids of which one must have been given. */
export type Condition = Record<string, string[]>

/** Where a fact comes from. */
export interface Source {
  id: string
  title: string
  url: string
  date: string
}

/** An answer: the one kind of message that states facts. */
export interface AnswerStep {
  op: 'answer'
  id: string
  text: string
  easier: string
  shorter: string
  example: string
  rule: string
  sources: Source[]
  /** `2026-11-21` */
  reviewedOn: string
  /** First day on which it may be stated; undefined = at once. */
  validFrom?: string
  /** Last day on which it may be stated, `2026-12-31`. Its own, or the last day of an amount in it when that is earlier. */
  validUntil: string
  /** Name of the answer that is stated when this one has ended. */
  succeededBy?: string
}

/**
 * One step of a compiled flow: a flat list that runs from top to bottom. Every path ends in `end`, `handoff` or a `goto`
 * to another topic; running off the end of the list counts as `end`.
 */
export type Step = { when?: Condition } & (
  | { op: 'say'; id: string; text: string }
  | AnswerStep
  | { op: 'ask'; id: string; text: string; slot: string; choices: Choice[] }
  | { op: 'ask-region'; id: string }
  | { op: 'contacts'; id: string; purpose: ContactPurpose; text: string; none: string }
  | { op: 'ladder'; id: string; text: string }
  | { op: 'jump'; id: string; to: number }
  /** `step` is the id of the step to go to; the beginning when left out. */
  | { op: 'goto-topic'; id: string; topic: string; step?: string }
  | { op: 'handoff'; id: string; text: string }
  | { op: 'end'; id: string; related: string[] }
)
