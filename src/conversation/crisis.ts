import type { CrisisLevel, CrisisSignal } from '../understanding/meaning.ts'
import type { LocaleContent } from './content.ts'
import { reply, sayPhrase, type Talk, wordsOf } from './talk.ts'
import { wordsIn } from './words-in.ts'

/** How long the numbers are repeated under later messages: as long as a night and a day. */
const reminderMs = 24 * 60 * 60 * 1000

/**
 * Says the written words of one step of the ladder, in the language the person wrote in when that is clear. They come
 * before anything else in the response. A signal with a door of its own (violence at home, no roof) gets the words of
 * that door, which name 113 and 112 too; at `rood` the step speaks, and the door adds one line.
 * Source: content dossier "veilig", 1.3 (ladder and words), 1.2 (what helps and what harms) and 1.7 (other doors).
 */
export function sayCrisis(talk: Talk, signal: CrisisSignal): void {
  const words = wordsIn(talk.content, signal.language ?? talk.state.locale)
  const { text, buttons } = composeCrisis(words.crisis, signal)
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

type CrisisWords = LocaleContent['crisis']
type CrisisMessage = CrisisWords['messages'][CrisisLevel]

function composeCrisis({ messages, doors }: CrisisWords, signal: CrisisSignal): CrisisMessage {
  const step = messages[signal.level]
  const own = signal.door === undefined ? undefined : doors[signal.door]
  if (own !== undefined && signal.level !== 'rood') return own
  const beside = own ?? (signal.besideDoor === undefined ? undefined : doors[signal.besideDoor])
  if (beside === undefined) return step
  return { text: [...step.text, beside.beside], buttons: addNumbers(step.buttons, beside.buttons) }
}

/** The numbers of a door stand after those of the step, before the ways to go on. */
function addNumbers(buttons: CrisisMessage['buttons'], more: CrisisMessage['buttons']): CrisisMessage['buttons'] {
  const isLink = (button: CrisisMessage['buttons'][number]): boolean => 'url' in button
  const known = new Set(buttons.flatMap((button) => ('url' in button ? [button.url] : [])))
  const added = more.filter((button) => 'url' in button && !known.has(button.url))
  return [...buttons.filter(isLink), ...added, ...buttons.filter((button) => !isLink(button))]
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
