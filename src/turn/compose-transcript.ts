import { z } from 'zod'
import type { Content, LocaleContent } from '../conversation/content.ts'
import type { PhraseName } from '../conversation/dialog-files/phrases-file.ts'
import { dayIn, formatDay, formatMoment } from '../conversation/format-moment.ts'
import { fillIn } from '../conversation/talk.ts'
import { wordsIn } from '../conversation/words-in.ts'
import type { LoggedActivity } from './activity.ts'
import type { ActivityEntry } from './turn.ts'

/** A conversation as a person keeps it: every word is there, nothing of how it looks. */
export interface Transcript {
  /** Language tag of its own words, `nl-NL`. */
  tag: string
  title: string
  /** When it was made, in words. */
  saved: string
  /** How to print it. */
  hint: string
  /** Says that its beginning was left out; undefined when it is whole. */
  cut?: string
  days: { day: string; messages: TranscriptMessage[] }[]
  sourcesTitle: string
  /** What the answers rest on; the first has number 1. */
  sources: { title: string; url: string; reviewed: string }[]
  helpTitle: string
  /** Numbers for who needs help now, one a line. */
  help: string[]
}

/** One message of a transcript. */
export interface TranscriptMessage {
  from: 'you' | 'bot' | 'human'
  /** Who speaks, in words. */
  who: string
  /** `9.00` */
  time: string
  /** Language tag of the text, when it is another than that of the transcript. */
  tag?: string
  text: string
  /** Numbers and pages that stood under it. */
  links: { label: string; address: string }[]
  /** `data:` addresses of pictures of the bot, and their names; what they say stands in the text too. */
  pictures: { name: string; url: string }[]
  /** Names of files that the person sent. */
  files: string[]
  /** Numbers of the sources it rests on. */
  sources: number[]
}

const attachmentSchema = z.object({
  contentType: z.string(),
  name: z.string().optional(),
  contentUrl: z.string().optional(),
})

const marksSchema = z.object({ opstap: z.object({ conversationLocale: z.string().optional() }) })

/**
 * Makes a transcript of the entries of a log. Events, buttons that were not chosen, and the addresses of files that a
 * person sent are left out.
 * @param log the entries, rising, and whether older ones were left out
 * @param content the words around it, and the numbers for help
 * @param now when it is made
 */
export function composeTranscript(
  log: { entries: ActivityEntry[]; isCut: boolean },
  content: Content,
  now: Date,
): Transcript {
  const activities = log.entries.map(({ activity }) => activity).filter(({ type }) => type === 'message')
  const words = wordsIn(content, findLocale(activities))
  const timeZone = content.regions[content.fallbackRegion]?.office.timeZone ?? 'UTC'
  const sources = new Map<string, { number: number; source: Transcript['sources'][number] }>()
  const days: Transcript['days'] = []
  for (const activity of activities) {
    const { day, time } = formatMoment(new Date(activity.timestamp), timeZone, words.tag)
    const message = composeMessage(activity, words, time, numberSources(activity, words, sources))
    if (message === undefined) continue
    const latest = days.at(-1)
    if (latest?.day === day) latest.messages.push(message)
    else days.push({ day, messages: [message] })
  }
  const count = days.reduce((sum, { messages }) => sum + messages.length, 0)
  return {
    tag: words.tag,
    title: say(words, 'transcript-title'),
    saved: say(words, 'transcript-saved', { tijd: writeMoment(now, timeZone, words) }),
    hint: say(words, 'transcript-hint'),
    ...(log.isCut ? { cut: say(words, 'transcript-cut', { aantal: String(count) }) } : {}),
    days,
    sourcesTitle: say(words, 'transcript-sources'),
    sources: [...sources.values()].map(({ source }) => source),
    helpTitle: say(words, 'transcript-help'),
    help: composeHelp(words),
  }
}

/** The language of the conversation, as the last message of the bot tells it. */
function findLocale(activities: readonly LoggedActivity[]): string | undefined {
  const last = activities.findLast(({ from }) => from.role === 'bot')
  const { opstap } = marksSchema.safeParse(last?.channelData).data ?? {}
  return (opstap?.conversationLocale ?? last?.locale)?.slice(0, 2)
}

function composeMessage(
  activity: LoggedActivity,
  words: LocaleContent,
  time: string,
  sources: number[],
): TranscriptMessage | undefined {
  const from = speakerOf(activity)
  const attachments = (activity.attachments ?? []).flatMap((raw) => attachmentSchema.safeParse(raw).data ?? [])
  const files = from === 'you' ? attachments.map((file) => nameFile(file, words)) : []
  const pictures = from === 'you' ? [] : attachments.flatMap(findPicture)
  const actions = activity.suggestedActions?.actions ?? []
  const text = withoutControls(activity.text ?? '')
  if (text.trim() === '' && files.length === 0 && pictures.length === 0) return undefined
  return {
    from,
    who: nameOf(from, activity, words),
    time,
    ...(from === 'you' || activity.locale === undefined || activity.locale === words.tag
      ? {}
      : { tag: activity.locale }),
    text,
    links: actions.flatMap(({ type, title, value }) =>
      type === 'openUrl' ? [{ label: title, address: value.replace(/^tel:/, '') }] : [],
    ),
    pictures,
    files,
    sources,
  }
}

/** The address of a file that a person sent holds a credential; only its name may stand in what is kept. */
function nameFile({ name, contentType }: z.infer<typeof attachmentSchema>, words: LocaleContent): string {
  return say(words, 'transcript-file', { naam: withoutControls(name ?? contentType) })
}

function findPicture({ name = '', contentUrl: url = '' }: z.infer<typeof attachmentSchema>) {
  return /^data:image\/svg\+xml;base64,[A-Za-z0-9+/=]+$/.test(url) ? [{ name, url }] : []
}

function speakerOf({ from }: LoggedActivity): TranscriptMessage['from'] {
  if (from.role === 'user') return 'you'
  return from.id === 'human' ? 'human' : 'bot'
}

function nameOf(from: TranscriptMessage['from'], activity: LoggedActivity, words: LocaleContent): string {
  if (from === 'human') return say(words, 'transcript-human', { rol: activity.from.name ?? '' })
  return say(words, from === 'you' ? 'transcript-you' : 'transcript-bot')
}

/** A source keeps the number of the first message that rests on it. */
function numberSources(
  { basis }: LoggedActivity,
  words: LocaleContent,
  known: Map<string, { number: number; source: Transcript['sources'][number] }>,
): number[] {
  if (basis === undefined) return []
  const reviewed = say(words, 'transcript-reviewed', { nagekeken: formatDay(basis.reviewedOn, words.tag) })
  const numbers = basis.sources.map(({ title, url }) => {
    const key = JSON.stringify([title, url, reviewed])
    const entry = known.get(key) ?? { number: known.size + 1, source: { title, url, reviewed } }
    known.set(key, entry)
    return entry.number
  })
  // Several facts can stand on one page.
  return [...new Set(numbers)]
}

function composeHelp({ crisis: { help, numbers } }: LocaleContent): string[] {
  return help.flatMap((id) =>
    numbers.flatMap(({ id: own, name, label, about }) => {
      if (own !== id) return []
      return label.includes(name) ? `${label}. ${about}` : `${name}: ${label}. ${about}`
    }),
  )
}

function writeMoment(at: Date, timeZone: string, words: LocaleContent): string {
  const dag = formatDay(dayIn(at, timeZone), words.tag)
  return say(words, 'moment', { dag, tijd: formatMoment(at, timeZone, words.tag).time })
}

function say({ phrases }: LocaleContent, name: PhraseName, variables: Record<string, string> = {}): string {
  return fillIn(phrases[name].texts.join('\n'), variables)
}

/** A line end stays; what else steers a screen or a printer goes. */
function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, '')
}
