import { mostHours } from '../understanding/slots/slots.ts'
import type { Choice } from './content.ts'
import { fillIn, reply, type Talk, wordsOf } from './talk.ts'

/**
 * Says what was understood when questions were passed over, and that it may be corrected.
 * @param topic id of the topic whose questions they were
 * @param choices the answers that were taken from what the person said; nothing is said when there are none
 */
export function sayUnderstood(talk: Talk, topic: string, choices: readonly Choice[]): void {
  const { heardNow, state } = talk
  // What this message says comes before what an earlier one said.
  const kind = heardNow.benefit ?? state.heard.benefit
  const hours = heardNow.hours.length > 0 ? heardNow.hours : state.heard.hours
  const isAbout = (part: 'benefit' | 'hours') => choices.some(({ hears }) => hears?.[part] !== undefined)
  const { benefits, phrases, tag } = wordsOf(talk)
  const sentences = [
    ...(isAbout('benefit') && kind !== undefined ? [benefits[kind]] : []),
    ...(isAbout('hours') ? hours.map((range) => describeHours(talk, range)) : []),
  ]
  if (sentences.length === 0) return
  const [text = ''] = phrases.understood.texts
  reply(talk, {
    text: fillIn(text, { gehoord: sentences.join(' ') }),
    locale: tag,
    marks: { topic, step: 'understood', kind: 'system' },
  })
}

function describeHours(talk: Talk, { from, to }: { from: number; to: number }): string {
  const { phrases, tag } = wordsOf(talk)
  const write = (hours: number) => hours.toLocaleString(tag)
  const [name, variables] =
    from === to
      ? (['understood-hours', { uren: write(from) }] as const)
      : to >= mostHours
        ? (['understood-hours-from', { van: write(from) }] as const)
        : (['understood-hours-between', { van: write(from), tot: write(to) }] as const)
  return fillIn(phrases[name].texts[0] ?? '', variables)
}
