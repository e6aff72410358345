import type { Bubble } from './chat-state.ts'
import { strings } from './strings.ts'

/**
 * Writes a conversation as plain text, for a file that the person keeps.
 * @param savedAt when it is written
 * @param timeZone as the browser names it; left out = that of the browser
 */
export function renderTranscript(bubbles: readonly Bubble[], savedAt: Date, timeZone?: string): string {
  const format = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'full', timeStyle: 'short', timeZone })
  const time = new Intl.DateTimeFormat('nl-NL', { timeStyle: 'short', timeZone })
  const lines = bubbles.map((bubble) => {
    const at = bubble.timestamp === '' ? '' : ` (${time.format(new Date(bubble.timestamp))})`
    const links = bubble.links.map((link) => `\n- ${link.title}: ${link.value}`).join('')
    return `${bubble.from === 'bot' ? strings.fileBot : strings.filePerson}${at}:\n${bubble.text}${links}\n`
  })
  return `${strings.fileTitle}\n${format.format(savedAt)}\n\n${lines.join('\n')}`
}
