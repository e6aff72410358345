import { indexSpellings, type Spellings } from '../normalise-text.ts'
import { createPhraseTable, type PhraseTable } from './phrase-table.ts'
import { indexNumbers, type NumberWords } from './read-number.ts'
import { type SlotWords, type UnitName, unitNames } from './slot-words.ts'
import { type BenefitKind, benefitKinds, type DayPart, dayParts, type Portion } from './slots.ts'

/** Lists of words that only say yes or no to "does this stand here". */
const classNames = [
  'few',
  'benefitNouns',
  'unknownWhich',
  'oldWords',
  'sinceWords',
  'mine',
  'self',
  'others',
  'denying',
  'clauseWords',
  'doubting',
  'past',
  'stopped',
  'wanting',
  'perWeek',
  'per',
  'workParts',
  'halfDays',
  'fullTime',
  'times',
  'rangeOpen',
  'rangeJoin',
  'clockRangeOpen',
  'clockUnit',
  'clockWords',
  'waitingWords',
  'waitingAfter',
  'working',
  'euro',
  'cent',
  'gross',
  'ahead',
  'within',
  'coming',
  'next',
  'this',
  'weekend',
  'before',
  'after',
  'articles',
  'every',
  'half',
  'quarter',
  'toHour',
  'pastHour',
  'until',
  'momentJoin',
  'moneyPer',
] as const

type ClassName = (typeof classNames)[number]

/** What is said of a number: at least, at most, more or less than it. */
export type Bound = 'at-least' | 'at-most' | 'more' | 'less'

/** A day that is a number of days from today. */
export interface RelativeDay {
  days: number
  part?: DayPart | undefined
}

/** A day of the week, and a part of the day that is written on to it: "maandagochtend". */
export interface NamedDay {
  weekday: number
  part?: DayPart | undefined
}

/** The words of a language, ready to look up. */
export interface SlotLexicon {
  spellings: Spellings
  is: Readonly<Record<ClassName, PhraseTable<true>>>
  numbers: NumberWords
  unit: PhraseTable<UnitName>
  bound: PhraseTable<Bound>
  benefit: PhraseTable<BenefitKind>
  /** Long names of one word, to which a typing error is forgiven. */
  longBenefits: readonly (readonly [name: string, kind: BenefitKind])[]
  moneyName: PhraseTable<number>
  weekday: PhraseTable<NamedDay>
  shortDay: PhraseTable<number>
  /** 1 to 12. */
  month: PhraseTable<number>
  part: PhraseTable<DayPart>
  relativeDay: PhraseTable<RelativeDay>
  portion: PhraseTable<Portion>
  /** Month and day. */
  holiday: PhraseTable<readonly [month: number, day: number]>
  halfIsBefore: boolean
}

/** Names shorter than this must be spelled right: "wia" is not "via". */
const leastFuzzyLetters = 6

/**
 * Prepares the words of a language for reading slots.
 * @param words from `words.yaml`
 * @param spellings of the same language, word -> other spellings
 */
export function indexSlotWords(words: SlotWords, spellings: Readonly<Record<string, string>>): SlotLexicon {
  const usual = indexSpellings(spellings)
  const table = <T>(entries: Iterable<readonly [string, T]>) => createPhraseTable(entries, usual)
  const valued = <T>(lists: Iterable<readonly [readonly string[], T]>) =>
    table([...lists].flatMap(([phrases, value]) => phrases.map((phrase) => [phrase, value] as const)))
  const benefits = benefitKinds.flatMap((kind) => (words.benefits[kind] ?? []).map((name) => [name, kind] as const))
  return {
    spellings: usual,
    is: Object.fromEntries(
      classNames.map((name) => [name, table(words[name].map((phrase) => [phrase, true]))]),
    ) as SlotLexicon['is'],
    numbers: indexNumbers(words, usual),
    unit: valued(unitNames.map((name) => [words.units[name], name])),
    bound: valued<Bound>([
      [words.atLeast, 'at-least'],
      [words.atMost, 'at-most'],
      [words.moreThan, 'more'],
      [words.lessThan, 'less'],
    ]),
    benefit: table(benefits),
    longBenefits: benefits.filter(([name]) => name.length >= leastFuzzyLetters && !name.includes(' ')),
    moneyName: table(Object.entries(words.moneyNames)),
    weekday: table(nameDays(words)),
    shortDay: valued(words.shortDays.map((names, weekday) => [names, weekday])),
    month: valued(words.months.map((names, index) => [names, index + 1])),
    part: valued(dayParts.map((part) => [words.parts[part], part])),
    relativeDay: valued(words.relativeDays.map(({ words: names, days, part }) => [names, { days, part }])),
    portion: valued<Portion>([
      [words.beginning, 'beginning'],
      [words.middle, 'middle'],
      [words.end, 'end'],
    ]),
    holiday: table(
      Object.entries(words.holidays).map(([name, date]) => {
        const [month = 1, day = 1] = date.split('-').map(Number)
        return [name, [month, day]] as const
      }),
    ),
    halfIsBefore: words.halfIsBefore,
  }
}

function nameDays({ days, partEndings }: SlotWords): (readonly [string, NamedDay])[] {
  return days.flatMap((names, weekday) =>
    names.flatMap((name) => [
      [name, { weekday }] as const,
      ...Object.entries(partEndings).map(([ending, part]) => [name + ending, { weekday, part }] as const),
    ]),
  )
}
