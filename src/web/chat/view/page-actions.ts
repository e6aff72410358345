import type { CardAction } from '../../../turn/activity.ts'
import type { Settings } from '../session-memory.ts'
import type { BotMarks, ExplainWay } from '../wire.ts'

/** What a person can do on the page. */
export interface PageActions {
  submit: (event: Event) => void
  type: (event: Event) => void
  pressKey: (event: KeyboardEvent) => void
  /** Keeps the focus, and with it the keyboard of a phone, in the box while the button is tapped. */
  holdFocus: (event: Event) => void
  chooseReply: (reply: CardAction) => void
  explain: (way: ExplainWay, marks: BotMarks) => void
  askHuman: () => void
  showOverview: () => void
  retry: (id: string) => void
  remove: (id: string) => void
  toggleMenu: () => void
  choose: (settings: Partial<Settings>) => void
  /** Gets the conversation from the server, to print or as a file. */
  keep: (form: 'page' | 'text') => void
  erase: () => void
}
