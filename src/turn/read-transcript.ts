import type { ActivityEntry, ConversationReader } from './turn.ts'

/** How many entries are read from the log at once. */
const pageSize = 200

/** More than anybody says in a month, and little enough to hold in memory. */
const maxEntries = 2000
const maxChars = 1_000_000

/**
 * Reads a conversation from its log, newest part first, up to about 2000 entries or a million characters.
 * @param reader reads the log
 * @param conversationId the conversation
 * @returns its entries, rising, and whether older ones were left out; no entries when nothing was said or all is erased
 */
export async function readTranscript(
  reader: Pick<ConversationReader, 'read' | 'lastSequence'>,
  conversationId: string,
): Promise<{ entries: ActivityEntry[]; isCut: boolean }> {
  const pages: ActivityEntry[][] = []
  let left = await reader.lastSequence(conversationId)
  let count = 0
  let chars = 0
  while (left > 0 && count < maxEntries && chars < maxChars) {
    const after = Math.max(0, left - pageSize)
    const end = left
    // Where the first part was erased, the log gives later entries in its place.
    const page = (await reader.read(conversationId, after, end - after)).filter(({ sequence }) => sequence <= end)
    pages.unshift(page)
    count += page.length
    for (const { activity } of page) chars += activity.text?.length ?? 0
    // The log has no other gaps: before what is missing there is nothing.
    left = page.length < end - after ? 0 : after
  }
  return { entries: pages.flat(), isCut: left > 0 }
}
