import type { BenefitKind, DayPart } from './slots.ts'

/** Words by which slots are read in one language, from `words.yaml`. A phrase may hold several words. */
export interface SlotWords {
  numbers: Readonly<Record<string, number>>
  /** Between unit and ten: `en` in "vijfentwintig"; empty where the ten comes first. */
  numberJoin: string
  hundred: readonly string[]
  thousand: readonly string[]
  few: readonly string[]
  decimalSign: ',' | '.'

  benefits: Readonly<Partial<Record<BenefitKind, readonly string[]>>>
  benefitNouns: readonly string[]
  unknownWhich: readonly string[]
  oldWords: readonly string[]
  sinceWords: readonly string[]
  mine: readonly string[]
  self: readonly string[]
  others: readonly string[]
  denying: readonly string[]
  clauseWords: readonly string[]
  doubting: readonly string[]
  past: readonly string[]
  stopped: readonly string[]
  wanting: readonly string[]

  units: Readonly<Record<UnitName, readonly string[]>>
  perWeek: readonly string[]
  per: readonly string[]
  workParts: readonly string[]
  halfDays: readonly string[]
  fullTime: readonly string[]
  times: readonly string[]
  rangeOpen: readonly string[]
  rangeJoin: readonly string[]
  atLeast: readonly string[]
  atMost: readonly string[]
  moreThan: readonly string[]
  lessThan: readonly string[]
  clockRangeOpen: readonly string[]
  clockUnit: readonly string[]
  clockWords: readonly string[]
  waitingWords: readonly string[]
  waitingAfter: readonly string[]
  working: readonly string[]

  euro: readonly string[]
  cent: readonly string[]
  gross: readonly string[]
  moneyPer: readonly string[]
  moneyNames: Readonly<Record<string, number>>

  /** Sunday first. */
  days: readonly (readonly string[])[]
  shortDays: readonly (readonly string[])[]
  /** January first. */
  months: readonly (readonly string[])[]
  parts: Readonly<Record<DayPart, readonly string[]>>
  /** Written on to a day: "maandagochtend". */
  partEndings: Readonly<Record<string, DayPart>>
  relativeDays: readonly { words: readonly string[]; days: number; part?: DayPart | undefined }[]
  ahead: readonly string[]
  within: readonly string[]
  coming: readonly string[]
  next: readonly string[]
  this: readonly string[]
  weekend: readonly string[]
  before: readonly string[]
  after: readonly string[]
  beginning: readonly string[]
  middle: readonly string[]
  end: readonly string[]
  articles: readonly string[]
  every: readonly string[]
  /** Name of a day -> `MM-DD`. */
  holidays: Readonly<Record<string, string>>
  half: readonly string[]
  /** True where "half drie" is half an hour before three. */
  halfIsBefore: boolean
  quarter: readonly string[]
  toHour: readonly string[]
  pastHour: readonly string[]
  until: readonly string[]
  momentJoin: readonly string[]
}

/** Units of time. */
export const unitNames = ['hour', 'minute', 'day', 'week', 'month', 'year'] as const

/** One unit of time. */
export type UnitName = (typeof unitNames)[number]
