import type { LocaleContent } from './content.ts'
import { formatMoment } from './format-moment.ts'
import type { ResolvedMoment } from './resolve-moment.ts'
import { fillIn } from './talk.ts'

/**
 * Says a moment in words, so that a person can agree to it: "dinsdag 24 november om 10.00 uur". Never "volgende week": that
 * means two things.
 * @param moment on the calendar
 * @param words of the language of the conversation
 * @returns a part of a sentence
 * Source: dossier on language and time, §5.2.
 */
export function describeMoment(
  { from, until, time, part }: ResolvedMoment,
  { tag, phrases }: Pick<LocaleContent, 'tag' | 'phrases'>,
): string {
  const write = (name: 'moment' | 'moment-between' | 'moment-days' | 'moment-part', values: Record<string, string>) =>
    fillIn(phrases[name].texts[0] ?? '', values)
  const first = writeDay(from, tag)
  const days = from === until ? first : write('moment-days', { dag: first, laatste: writeDay(until, tag) })
  if (time?.toMinute !== undefined)
    return write('moment-between', { dag: days, van: writeTime(time.minute), tot: writeTime(time.toMinute) })
  if (time !== undefined) return write('moment', { dag: days, tijd: writeTime(time.minute) })
  const label = phrases['moment-part'].choices.find(({ id }) => id === part)?.label
  return label === undefined ? days : write('moment-part', { dag: days, deel: label })
}

function writeDay(day: string, tag: string): string {
  return formatMoment(new Date(`${day}T12:00:00Z`), 'UTC', tag).day
}

/** 9.00, as it is written in the Netherlands. */
function writeTime(minute: number): string {
  return `${Math.floor(minute / 60)}.${String(minute % 60).padStart(2, '0')}`
}
