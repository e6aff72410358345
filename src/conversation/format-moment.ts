/**
 * Writes a moment so that nobody has to count: weekday, day and month in words, and the clock time. The words between the
 * two are a phrase of the content.
 * @param at the moment
 * @param timeZone IANA name of the zone in which the reader lives
 * @param locale language tag of the reader, `nl-NL`
 * @returns e.g. day "maandag 23 november", time "9.00"
 * Source: Dutch notation of dates and times, taaladvies.net (day and month in words, point in the time).
 */
export function formatMoment(at: Date, timeZone: string, locale: string): { day: string; time: string } {
  const parts = momentFormat(timeZone, locale).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? ''
  // Intl writes 09:00; people in the Netherlands read 9.00 more easily.
  const time = `${Number(part('hour'))}.${part('minute')}`
  return { day: `${part('weekday')} ${part('day')} ${part('month')}`, time }
}

/**
 * Writes a day in words.
 * @param day `2026-12-31`
 * @param locale language tag of the reader, `nl-NL`
 * @returns e.g. "31 december 2026"
 */
export function formatDay(day: string, locale: string): string {
  return writtenDay('UTC', locale).format(new Date(`${day}T00:00:00Z`))
}

/**
 * The calendar day at a moment in a zone.
 * @returns `2026-11-22`
 */
export function dayIn(at: Date, timeZone: string): string {
  // Clocks are changed on a quarter of an hour, and so are days.
  const quarter = Math.floor(at.getTime() / quarterMs)
  const known = latestDays.get(timeZone)
  if (known?.quarter === quarter) return known.day
  // The Swedish notation of a date is the ISO notation.
  const day = dayFormat(timeZone, 'sv-SE').format(at)
  latestDays.set(timeZone, { quarter, day })
  return day
}

const quarterMs = 15 * 60 * 1000
/** The day that was asked last in each zone: most often it is today that is asked, again and again. */
const latestDays = new Map<string, { quarter: number; day: string }>()

// Making a formatter costs more than the rest of a turn together, so one is kept of each kind for each zone and language.
const momentFormat = keepFormats(
  (timeZone, locale) =>
    new Intl.DateTimeFormat(locale, {
      timeZone,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: 'numeric',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
)
const dayFormat = keepFormats((timeZone, locale) => new Intl.DateTimeFormat(locale, { timeZone }))
const writtenDay = keepFormats(
  (timeZone, locale) => new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'long', year: 'numeric' }),
)

type MakeFormat = (timeZone: string, locale: string) => Intl.DateTimeFormat

function keepFormats(make: MakeFormat): MakeFormat {
  const kept = new Map<string, Intl.DateTimeFormat>()
  return (timeZone, locale) => {
    const key = `${locale} ${timeZone}`
    const format = kept.get(key) ?? make(timeZone, locale)
    kept.set(key, format)
    return format
  }
}
