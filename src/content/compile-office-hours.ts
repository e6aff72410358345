import type { OfficeHours } from '../conversation/content.ts'
import type { RegionFile } from '../conversation/dialog-files/region-file.ts'

/**
 * Compiles when somebody is there: times become minutes after midnight, days of the week become positions.
 * @param office what the author wrote
 */
export function compileOfficeHours(office: RegionFile['office']): OfficeHours {
  const { hours } = office
  const days = [
    hours.sunday,
    hours.monday,
    hours.tuesday,
    hours.wednesday,
    hours.thursday,
    hours.friday,
    hours.saturday,
  ]
  return {
    timeZone: office.timeZone,
    week: days.map((day) => (day ? { fromMinute: minuteOf(day.from), toMinute: minuteOf(day.to) } : null)),
    closedOn: office.closedOn,
    closedDates: office.closedDates,
    earlyClosing: Object.fromEntries(Object.entries(office.earlyClosing).map(([day, time]) => [day, minuteOf(time)])),
  }
}

/** `09:30` -> 570 */
function minuteOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}
