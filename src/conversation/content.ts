import type { CrisisFile, PhraseName } from './dialog-files.ts'

/** Content as the conversation uses it: checked, compiled per region and frozen. Made by `content/`, changed by nobody. */
export interface Content {
  /** Fingerprint of everything in it; the same files always give the same version. */
  version: string
  regions: Record<string, Region>
  /** Region for everybody who lives in none of the others, or did not say. */
  fallbackRegion: string
  /** Topic ids in the order of the menu. */
  menu: string[]
  /** Compiled topics: region id -> topic id -> topic. Every region has every topic. */
  topics: Record<string, Record<string, Topic>>
  phrases: Record<PhraseName, Phrase>
  labels: Record<
    | 'mens'
    | 'menu'
    | 'otherwise'
    | 'easier'
    | 'shorter'
    | 'example'
    | 'why'
    | 'none'
    | 'elsewhere'
    | 'noRegion'
    | 'more',
    string
  >
  crisis: Pick<CrisisFile, 'numbers' | 'messages' | 'help'>
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
  /** Index of the step to go on with; undefined = the next one. */
  goto?: number
}

/** One region, as far as the conversation needs it. */
export interface Region {
  id: string
  name: string
  municipalities: string[]
  words: Record<string, string>
  office: OfficeHours
  routing: Route[]
}

/** When people of a region can answer. */
export interface OfficeHours {
  timeZone: string
  /** Per weekday, 0 = Sunday … 6 = Saturday: minutes after midnight, or undefined when closed. */
  week: ({ fromMinute: number; toMinute: number } | undefined)[]
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

/** A topic, compiled for one region. */
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
  example?: string
  rule: string
  sources: Source[]
  /** `2026-11-21` */
  reviewedOn: string
  /** Last day on which it may be stated, `2026-12-31`. */
  validUntil: string
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
  | { op: 'jump'; id: string; to: number }
  | { op: 'goto-topic'; id: string; topic: string; step: number }
  | { op: 'handoff'; id: string; text: string }
  | { op: 'end'; id: string; related: string[] }
)
