import type { PageStart } from './chat-state.ts'
import { findLanguage } from './strings.ts'
import { isRecord } from './wire.ts'

/**
 * Reads what the server put in the page: greeting, buttons and numbers.
 * @param tag language of the page
 * @returns undefined when it is not there
 */
export function parsePageStart(json: string, tag: string): PageStart | undefined {
  const raw: unknown = JSON.parse(json === '' ? 'null' : json)
  if (!isRecord(raw) || !isRecord(raw.greeting) || !Array.isArray(raw.help)) return undefined
  const help = raw.help.flatMap((link: unknown) =>
    isRecord(link) && typeof link.label === 'string' && typeof link.url === 'string'
      ? [{ label: link.label, url: link.url }]
      : [],
  )
  const language = findLanguage(tag) ?? 'nl'
  return { language, greeting: { texts: textsOf(raw.greeting.texts), buttons: textsOf(raw.greeting.buttons) }, help }
}

function textsOf(raw: unknown): string[] {
  return Array.isArray(raw) ? raw.filter((text) => typeof text === 'string') : []
}
