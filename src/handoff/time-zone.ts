/** Turns moments into the calendar and wall clock of one time zone, and back. */
export interface TimeZone {
  /** @returns the calendar day at a moment, `2026-12-31` */
  dayAt(at: Date): string
  /** @returns the wall clock at a moment, `2026-12-31 14:05` */
  wallClockAt(at: Date): string
  /**
   * The moment at which the wall clock shows a time. An hour that comes twice (end of summer time) gives the first one;
   * one that is skipped gives the moment of the jump plus what is past the skipped hour's beginning.
   * @param day calendar day, `2026-12-31`
   * @param minuteOfDay minutes after midnight on the wall clock, 0 to 1,440
   */
  momentOf(day: string, minuteOfDay: number): Date
}

/** Zones that were asked for; as many as the region files name. */
const known = new Map<string, TimeZone>()

/**
 * Gives a time zone. The first time is slow (a formatter of the platform), so it is kept.
 * @param name IANA name, e.g. `Europe/Amsterdam`
 * @throws {RangeError} when the platform does not know the zone
 */
export function createTimeZone(name: string): TimeZone {
  const zone = known.get(name) ?? makeTimeZone(name)
  known.set(name, zone)
  return zone
}

const quarterMs = 15 * 60 * 1000
/** More than the days a promise looks ahead. */
const maxOffsets = 500

function makeTimeZone(name: string): TimeZone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })

  /** By quarter of an hour: clocks are changed on one, and reading a moment as parts costs more than most of a turn. */
  const offsetsMs = new Map<number, number>()

  /** The wall clock, written as if it were UTC. */
  function wallClock(at: Date): Date {
    return new Date(Math.floor(at.getTime() / 1000) * 1000 + offsetMsAt(at))
  }

  function offsetMsAt(at: Date): number {
    const quarter = Math.floor(at.getTime() / quarterMs)
    const known = offsetsMs.get(quarter)
    if (known !== undefined) return known
    const offsetMs = readOffsetMs(at)
    if (offsetsMs.size >= maxOffsets) offsetsMs.clear()
    offsetsMs.set(quarter, offsetMs)
    return offsetMs
  }

  function readOffsetMs(at: Date): number {
    const parts = new Map(format.formatToParts(at).map((part) => [part.type, Number(part.value)]))
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
    const wallMs = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
    return wallMs - Math.floor(at.getTime() / 1000) * 1000
  }

  return {
    dayAt: (at) => wallClock(at).toISOString().slice(0, 10),
    wallClockAt: (at) => wallClock(at).toISOString().slice(0, 16).replace('T', ' '),
    momentOf: (day, minuteOfDay) => {
      const wallMs = Date.parse(`${day}T00:00:00Z`) + minuteOfDay * 60_000
      // Offsets differ by hours at most, so a day before and after lie on either side of a change of the clock.
      const offsets = [offsetMsAt(new Date(wallMs - 86_400_000)), offsetMsAt(new Date(wallMs + 86_400_000))]
      const fitting = offsets
        .map((offset) => wallMs - offset)
        .filter((ms) => wallClock(new Date(ms)).getTime() === wallMs)
      return new Date(fitting.length > 0 ? Math.min(...fitting) : wallMs - (offsets[0] ?? 0))
    },
  }
}
