import type { CrisisLevel, Meaning } from '../understanding/meaning.ts'
import type { Region, Source } from './content.ts'
import type { RedactedKind } from './dialog-files/phrases-file.ts'
import type { Contact, ConversationState } from './state.ts'

/** What a bot message is, for tests, statistics and the chat page (architecture.md, "Marks for machines"). */
export type ReplyKind = 'answer' | 'question' | 'clarify' | 'crisis' | 'handoff' | 'system'

/** A button under a reply. `url` opens (a phone number or a page); without it the label is sent as a message. */
export interface ReplyButton {
  label: string
  url?: string
  /** Language tag of the label, when it can be another than that of the message. */
  locale?: string
}

/** A picture of the ladder of a region; the text of the message says the same. */
export interface LadderPicture {
  kind: 'ladder'
  /** What stands above it, and is read aloud. */
  title: string
  /** Names of the rungs, from low to high. */
  rungs: string[]
}

/** One message of the bot. */
export interface Reply {
  text: string
  /** Language tag of the text, `nl-NL`. */
  locale: string
  buttons: ReplyButton[]
  picture?: LadderPicture
  /** What the facts in it rest on; kept with the message, for when the candidate keeps the conversation. */
  basis?: { sources: Source[]; reviewedOn: string }
  marks: {
    /** Topic id, or the name of the part that speaks: `menu`, `crisis`, `handoff`, `system`. */
    topic: string
    /** Name of the step, answer or phrase. */
    step: string
    kind: ReplyKind
    level?: CrisisLevel
    /** Ways to have this answer explained again that exist for it. */
    explain?: ('makkelijker' | 'korter' | 'voorbeeld' | 'waarom')[]
    /** Language tag of the conversation, when the message is in another: of a topic that is not translated. */
    conversationLocale?: string
  }
}

/** A Case as it is opened: exactly what the candidate saw and approved, and where it goes. */
export interface CaseDraft {
  number: number
  region: string
  queue: string
  organisation: string
  role: string
  topic: string
  /** The text that was shown and approved, word for word. */
  approvedText: string
  /** Fingerprint of the words under which consent was asked. */
  consentVersion: string
  contact: Contact
  /** ISO time by which somebody answers. */
  answerBy: string
  crisis?: CrisisLevel
}

/** What should happen, as data. */
export type Effect =
  | { kind: 'reply'; reply: Reply }
  | { kind: 'open-case'; case: CaseDraft }
  /**
   * Keep this one sentence for authors, apart from the conversation: the candidate saw these very words and said yes. With
   * `suggested`, the topic that was meant, it takes the place of the same sentence without.
   */
  | { kind: 'keep-sentence'; text: string; locale: string; suggested?: string }
  /** Remove everything of this conversation that was stored before this turn. */
  | { kind: 'erase' }

/** The outcome of one message. */
export interface Decision {
  state: ConversationState
  effects: Effect[]
}

/** Who answers and by when. */
export interface AnswerPromise {
  queue: string
  organisation: string
  role: string
  answerBy: Date
  /** True when somebody is on duty at this moment. */
  onDuty: boolean
}

/** What a decision needs to know beside the message. */
export interface Surroundings {
  now: Date
  /** A number reserved for a Case; there whenever `mayOpenCase` says that this turn may open one. */
  caseNumber?: number
  /** True when the content this conversation began with is gone: it has to begin again. */
  isContentLost: boolean
  /** Computes the promise from the office hours of a region; pure. */
  promise: (region: Region, topic: string, now: Date) => AnswerPromise
  /** Replaces personal data in a message; pure. Without it no sentence is ever offered to be kept. */
  redact?: (text: string) => string
}

/** What came in: a message, or the start of a conversation. */
export type Input =
  | { kind: 'start' }
  | {
      kind: 'message'
      /** What may be kept of it: personal data is taken out. */
      text: string
      /** What was taken out, and not asked for. */
      redacted?: readonly RedactedKind[]
      /** The words as they were typed; there only while a phone number or an e-mail address is asked for. */
      typed?: string
      /** Read from the words as they were typed. */
      meaning: Meaning
      /** The answer that a button under it was about, when it names one. */
      about?: { topic: string; answer: string }
    }
  /** A message that is longer than we read; its beginning was checked for danger. */
  | { kind: 'too-long'; meaning: Meaning; redacted?: readonly RedactedKind[] }
  /** Something that holds no words, such as a file. */
  | { kind: 'attachment' }
