import type { Address } from './direct-line.ts'
import { fromStored, type Outbox, toStored } from './outbox.ts'
import { findLanguage, type Language } from './strings.ts'
import { isRecord } from './wire.ts'

/** The part of `sessionStorage` that is used here. */
export interface TabStorage {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

/** How the person wants the page. */
export interface Settings {
  answering: 'typing' | 'buttons'
  /** Percent. */
  textSize: 100 | 125 | 150 | 200
}

/** What a tab keeps across a reload. It is gone when the tab is closed, and nothing is kept before the person does something. */
export interface TabMemory {
  conversation?: Address
  /** The last message that this tab has shown: what is newer is news after a reload, the rest is history. */
  seenId?: string
  outbox: Outbox
  settings: Settings
  /** Language of the conversation. */
  language?: Language
}

const key = 'opstap'

/** The sizes that text can have, in percent. */
export const textSizes = [100, 125, 150, 200] as const

/** How the page is before anybody chose otherwise. */
export const defaultSettings: Settings = { answering: 'typing', textSize: 100 }

/** Reads the memory of this tab; what is missing or unreadable counts as empty. */
export function readMemory(storage: TabStorage | undefined): TabMemory {
  const stored = parseJson(readText(storage))
  if (!isRecord(stored)) return { outbox: [], settings: defaultSettings }
  const conversation = parseAddress(stored.conversation)
  const language = findLanguage(stored.language)
  const settings = isRecord(stored.settings) ? stored.settings : {}
  return {
    ...(conversation === undefined ? {} : { conversation }),
    ...(typeof stored.seenId === 'string' ? { seenId: stored.seenId } : {}),
    ...(language === undefined ? {} : { language }),
    outbox: fromStored(stored.outbox),
    settings: {
      answering: settings.answering === 'buttons' ? 'buttons' : 'typing',
      textSize: textSizes.find((size) => size === settings.textSize) ?? 100,
    },
  }
}

/** Writes the memory of this tab. A browser that refuses storage loses only the resumption after a reload. */
export function writeMemory(storage: TabStorage | undefined, memory: TabMemory): void {
  try {
    storage?.setItem(key, JSON.stringify({ ...memory, outbox: toStored(memory.outbox) }))
  } catch {
    // Full or switched off; the conversation itself goes on.
  }
}

function readText(storage: TabStorage | undefined): string {
  try {
    return storage?.getItem(key) ?? ''
  } catch {
    // Storage that is switched off throws on reading too.
    return ''
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function parseAddress(raw: unknown): Address | undefined {
  if (!isRecord(raw)) return undefined
  const { domain, token, conversationId } = raw
  if (typeof domain !== 'string' || typeof token !== 'string' || typeof conversationId !== 'string') return undefined
  return { domain, token, conversationId }
}
