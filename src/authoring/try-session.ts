import type { Clock } from '../clock.ts'
import type { Content } from '../conversation/content.ts'
import { readingContext } from '../conversation/decide.ts'
import type { ReplyButton } from '../conversation/decision.ts'
import { dayIn } from '../conversation/format-moment.ts'
import type { ConversationState } from '../conversation/state.ts'
import type { Understand } from '../understanding/meaning.ts'
import { moveToContent } from './move-to-content.ts'
import type { Paint } from './paint.ts'
import { createTalk, type Moment, type Talk } from './talk.ts'
import { tryHelp, tryTexts } from './try-texts.ts'
import { listButtons, renderMeaning, renderReplies, renderState } from './try-view.ts'

/** What a conversation is held with. */
export interface TalkParts {
  content: Content
  understand: Understand
}

/** How a conversation begins. */
export interface TryStart {
  region?: string | undefined
  locale?: string | undefined
  /** Day on which it takes place, `2027-01-02`; today when left out. */
  day?: string | undefined
}

/** A conversation of an author with the bot. Everything it returns is text to print. */
export interface TrySession {
  begin(): string
  /** Takes a line: a message, the number of a button, or a word after a slash. `undefined` means: the author stops. */
  hear(line: string): string | undefined
  /** Goes on with content that was changed. */
  moveTo(parts: TalkParts): string
}

/** Hour at which a chosen day begins: offices are open then. */
const morning = 'T09:00:00Z'

/**
 * Starts a conversation.
 * @param parts the content, and the understanding trained on it
 * @param start region, language and day to begin with; each must exist, see `findWrongStart`
 * @param surroundings the clock, and colours
 */
export function createTrySession(
  parts: TalkParts,
  start: TryStart,
  { clock, paint }: { clock: Clock; paint: Paint },
): TrySession {
  let { content, understand } = parts
  let offsetMs = start.day === undefined ? 0 : offsetTo(start.day, clock)
  let state: ConversationState
  let buttons: ReplyButton[] = []
  let last: { text: string; before: ConversationState } | undefined

  const now = () => new Date(clock.now().getTime() + offsetMs)
  const talk = (): Talk => createTalk({ content, understand }, now())
  const show = (moment: Moment): string => {
    state = moment.state
    buttons = listButtons(moment.replies)
    return renderReplies(moment.replies, paint) + showState()
  }
  const showState = () => {
    const { regions, fallbackRegion } = content
    const timeZone = regions[state.region ?? fallbackRegion]?.office.timeZone ?? 'Europe/Amsterdam'
    return `${renderState(state, dayIn(now(), timeZone), paint)}\n`
  }
  const begin = () => show(talk().begin({ region: start.region, locale: start.locale }))
  const say = (text: string): string => {
    last = { text, before: state }
    return show(talk().say(state, text))
  }
  const press = (number: number): string => {
    const button = buttons[number - 1]
    if (button === undefined) return say(String(number))
    return button.url === undefined ? say(button.label) : `${tryTexts.isLink(button.label, button.url)}\n`
  }
  // What is said again is said as the author wants it now.
  const alter = (change: (before: ConversationState) => ConversationState) => {
    state = change(state)
    if (last !== undefined) last = { ...last, before: change(last.before) }
  }
  const change = (wrong: string | undefined, apply: () => void): string => {
    if (wrong !== undefined) return `${wrong}\n`
    apply()
    return showState()
  }
  const explain = (): string => {
    if (last === undefined) return `${tryTexts.nothingSaid}\n`
    return renderMeaning(last.text, understand(last.text, readingContext(last.before, now())))
  }
  const sayAgain = (): string => {
    if (last === undefined) return `${tryTexts.nothingSaid}\n`
    state = moveToContent(last.before, content).state
    return say(last.text)
  }
  const obey = (word: string, value: string | undefined): string | undefined => {
    switch (word) {
      case '/regio':
        return change(findWrongStart({ region: value }, content), () =>
          alter(({ region: _, ...rest }) => (value === undefined ? rest : { ...rest, region: value })),
        )
      case '/taal':
        return change(findWrongStart({ locale: value ?? '' }, content), () =>
          alter((before) => ({ ...before, locale: value ?? before.locale, isLocaleChosen: true })),
        )
      case '/datum':
        return change(findWrongStart({ day: value }, content), () => {
          offsetMs = value === undefined ? 0 : offsetTo(value, clock)
        })
      case '/nogeens':
        return sayAgain()
      case '/uitleg':
        return explain()
      case '/opnieuw':
        last = undefined
        return begin()
      case '/help':
        return tryHelp
      case '/stop':
        return undefined
      default:
        return `${tryTexts.unknownCommand(word)}\n`
    }
  }

  return {
    begin,
    hear(line) {
      const text = line.trim()
      const [word = '', value] = text.split(/\s+/)
      if (text === '') return ''
      if (text.startsWith('/')) return obey(word.toLowerCase(), value?.toLowerCase())
      return /^\d{1,2}$/.test(text) ? press(Number(text)) : say(text)
    },
    moveTo(newer) {
      content = newer.content
      understand = newer.understand
      const moved = moveToContent(state, content)
      state = moved.state
      const { lostPlace } = moved
      const note = lostPlace && tryTexts.placeGone(`${lostPlace.topic}/${lostPlace.step}`)
      const { waiting } = state
      const opening = `${paint.strong(tryTexts.reloaded)}\n${note === undefined ? '' : `${note}\n`}`
      const moment = talk().repeat(state)
      if (waiting.for !== 'anything') return `${opening}${tryTexts.goOn}\n${show(moment)}`
      // Nothing was asked: only the buttons can have changed.
      state = moment.state
      buttons = listButtons(moment.replies)
      return `${opening}${showState()}`
    },
  }
}

function offsetTo(day: string, clock: Clock): number {
  return Date.parse(day + morning) - clock.now().getTime()
}

/**
 * Finds what does not exist of how somebody wants to begin or go on.
 * @param start region, language and day; what is left out is fine
 * @param content the content
 * @returns a sentence for the author, or undefined when all of it exists
 */
export function findWrongStart({ region, locale, day }: TryStart, content: Content): string | undefined {
  if (region !== undefined && !Object.hasOwn(content.regions, region))
    return tryTexts.unknownRegion(region, Object.keys(content.regions))
  if (locale !== undefined && !Object.hasOwn(content.locales, locale))
    return tryTexts.unknownLanguage(locale, Object.keys(content.locales))
  if (day !== undefined && !isDay(day)) return tryTexts.unknownDay(day)
  return undefined
}

function isDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(day)
}
