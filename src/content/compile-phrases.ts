import type { Phrase } from '../conversation/content.ts'
import { type PhraseName, type PhrasesFile, phraseNames } from '../conversation/dialog-files/phrases-file.ts'

/**
 * Compiles what the bot says outside the topics.
 * @param file what authors wrote, in one language
 */
export function compilePhrases(file: PhrasesFile): Record<PhraseName, Phrase> {
  const entries = phraseNames.map((name): [PhraseName, Phrase] => {
    const { text, choices } = file.phrases[name]
    return [name, { texts: typeof text === 'string' ? [text] : text, choices }]
  })
  // fromEntries forgets the names of its keys; the list above has every one of them.
  return Object.fromEntries(entries) as Record<PhraseName, Phrase>
}
