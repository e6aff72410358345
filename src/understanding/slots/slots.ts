/** Benefits that are told apart; the names people use for them are in `words.yaml`. */
export const benefitKinds = [
  'bijstand',
  'wajong',
  'wajong-oud',
  'wajong-2010',
  'wajong-2015',
  /** Wajong, and the person does not know which. */
  'wajong-onbekend',
  'wia',
  'wga',
  'iva',
  /** WIA, and the person does not know which. */
  'wia-onbekend',
  'wao',
  'waz',
  'ziektewet',
  'ww',
  /** A benefit of UWV, not said which. */
  'uwv',
  /** No benefit. */
  'geen',
  /** A benefit, and the person does not know which. */
  'onbekend',
] as const

/** One benefit. */
export type BenefitKind = (typeof benefitKinds)[number]

/**
 * What somebody says of a benefit: that they have it; have it, they think; do not have it; had it; want it or fear to need
 * it; or that somebody else has it. Only the first two say which benefit the person has.
 */
export type BenefitStanding = 'has' | 'doubts' | 'denies' | 'had' | 'wants' | 'other-person'

/** Where in the text something was read: characters from `start` up to but not including `end`. */
export interface Span {
  start: number
  end: number
}

/** A benefit that was named. */
export interface BenefitMention extends Span {
  kind: BenefitKind
  standing: BenefitStanding
}

/** A number of hours of work. */
export interface HoursMention extends Span {
  /** The same as `to` when one number was said. At most so many is from 0. */
  from: number
  /** At least so many is up to {@link mostHours}. */
  to: number
  /** What the number is over. Not said is nearly always a week. */
  per: 'week' | 'day' | 'month' | 'unsaid'
  /** True when it was counted from parts of days, "een paar" or "ongeveer". */
  isEstimate: boolean
}

/** More hours of work than anybody has in a week. */
export const mostHours = 60

/** An amount of money. */
export interface MoneyMention extends Span {
  cents: number
  /** The upper end, when a range was said. */
  toCents?: number
  per?: 'hour' | 'day' | 'week' | 'month' | 'year'
}

/** Parts of a day. */
export const dayParts = ['morning', 'afternoon', 'evening', 'night'] as const

/** One part of a day. */
export type DayPart = (typeof dayParts)[number]

/** Where in a week or month. */
export type Portion = 'beginning' | 'middle' | 'end'

/** A day or a stretch of days, as it was said. Which one it is depends on today, and is worked out by whoever knows today. */
export type DayMeaning =
  /** Today is 0, tomorrow 1. */
  | { kind: 'in-days'; days: number }
  /** 0 is Sunday. `weeks` after the coming one; `next` and `this` count calendar weeks. */
  | { kind: 'weekday'; weekday: number; which: 'coming' | 'this' | 'next'; weeks: number }
  /** Without a year the coming one. `weekday` was said with it and must fit. */
  | { kind: 'date'; day: number; month: number; year?: number; weekday?: number }
  | { kind: 'day-of-month'; day: number; weekday?: number }
  /** A calendar week, from this one on. */
  | { kind: 'week'; weeks: number; portion?: Portion }
  /** A calendar month, from this one on. */
  | { kind: 'month'; months: number; portion?: Portion }
  /** `month` is 1 to 12. */
  | { kind: 'named-month'; month: number; year?: number; portion?: Portion }
  | { kind: 'weekend'; weeks: number; side: 'in' | 'before' | 'after' }
  /** Some day from now until so many days ahead. */
  | { kind: 'within'; days: number }

/** A time on the wall clock, in minutes after midnight. */
export interface TimeMeaning {
  minute: number
  /** The end, when a stretch was said. */
  toMinute?: number
}

/** A moment that was named, as far as it was said. */
export interface MomentMention extends Span {
  day?: DayMeaning
  part?: DayPart
  time?: TimeMeaning
  /** So many minutes from now: "over een half uur". */
  inMinutes?: number
  /** True when it gives no one day and no time; then it stands for a stretch of days or hours. */
  isVague: boolean
}

/** What somebody said about themselves in one message. A kind of which nothing was said is absent. */
export interface Slots {
  benefits?: BenefitMention[]
  /** Official names; several = it can be each of them. */
  municipalities?: string[]
  hours?: HoursMention[]
  money?: MoneyMention[]
  moments?: MomentMention[]
  /** True when the message says nothing else: only small words stand around it. */
  isWhole: boolean
}
