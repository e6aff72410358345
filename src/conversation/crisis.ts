import type { CrisisLevel, CrisisSignal } from '../understanding/meaning.ts'
import { reply, sayPhrase, type Talk, wordsOf } from './talk.ts'
import { wordsIn } from './words-in.ts'

/** How long the numbers are repeated under later messages: as long as a night and a day. */
const reminderMs = 24 * 60 * 60 * 1000

/**
 * Says the written words of one step of the ladder, in the language the person wrote in when that is clear. They come
 * before anything else in the response.
 * Source: content dossier "veilig", 1.3 (ladder and words) and 1.2 (what helps and what harms).
 */
export function sayCrisis(talk: Talk, signal: CrisisSignal): void {
  const words = wordsIn(talk.content, signal.language ?? talk.state.locale)
  const { text, buttons } = words.crisis.messages[signal.level]
  const isOther = words !== wordsOf(talk)
  const links = buttons.flatMap((button) => ('url' in button ? [{ label: button.label, url: button.url }] : []))
  reply(talk, {
    text: text.join('\n'),
    buttons: links,
    locale: words.tag,
    marks: {
      topic: 'crisis',
      step: signal.level,
      kind: 'crisis',
      level: signal.level,
      ...(isOther ? { conversationLocale: wordsOf(talk).tag } : {}),
    },
  })
  talk.offers = buttons.flatMap((button) =>
    'command' in button ? [{ id: `command:${button.command}`, label: button.label, phrases: [] }] : [],
  )
  if (signal.level !== 'wit') {
    const level = heaviest(signal.level, talk.state.crisis?.level)
    talk.state.crisis = { level, at: talk.around.now.toISOString() }
  }
}

/** Repeats the numbers shortly on the turns after a crisis message. Not after `geel`: that one holds two doors, not one. */
export function sayCrisisReminder(talk: Talk): void {
  const crisis = talk.state.crisis
  if (crisis === undefined || (crisis.level !== 'rood' && crisis.level !== 'oranje')) return
  if (talk.around.now.getTime() - Date.parse(crisis.at) > reminderMs) return
  sayPhrase(talk, 'crisis-reminder', { topic: 'crisis' })
}

function heaviest(level: CrisisLevel, earlier: CrisisLevel | undefined): CrisisLevel {
  if (earlier === undefined) return level
  const weight: Record<CrisisLevel, number> = { rood: 3, oranje: 2, geel: 1, wit: 0 }
  return weight[level] >= weight[earlier] ? level : earlier
}
