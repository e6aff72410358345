import { z } from 'zod'
import type { Content } from '../conversation/content.ts'
import type { Store } from '../store/contract.ts'

/** Partition and collection of the kept contents; the id of a document is the version. */
const partition = 'content'
const collection = 'versions'

/** Form of the kept content; another form counts as gone. */
const keptSchema = z.object({
  form: z.literal(2),
  content: z.custom<Content>((value) => z.object({ version: z.string() }).safeParse(value).success),
})

/** The contents that conversations began with. */
export interface ContentVersions {
  /** The content that was read when the program started. */
  current: Content
  /** @returns the content of that version with today's crisis words, or undefined when it is gone. */
  find(version: string): Promise<Content | undefined>
}

/**
 * Keeps the current content in the store, so that a conversation which began with it can end with it, also after the
 * program was started with other files. Safety does not wait: the crisis words and numbers are always today's.
 * @param store where contents are kept
 * @param current content of now
 */
export async function keepContentVersions(store: Store, current: Content): Promise<ContentVersions> {
  const known = new Map<string, Content | undefined>([[current.version, current]])
  if ((await store.get(partition, collection, current.version)) === undefined) {
    // The content is plain data: what its schemas let through came from YAML, so it survives JSON as it is.
    const value = z.json().parse(JSON.parse(JSON.stringify({ form: 2, content: current })))
    await store.commit({ partition, puts: [{ collection, id: current.version, value }] })
  }
  return {
    current,
    async find(version) {
      if (known.has(version)) return known.get(version)
      const document = await store.get(partition, collection, version)
      const kept = keptSchema.safeParse(document?.value)
      const content = kept.success ? withCrisisOf(current, kept.data.content) : undefined
      known.set(version, content)
      return content
    },
  }
}

/**
 * The kept content with the crisis words of another, and with what newer rules say and older content does not have; a
 * language that the other does not have keeps its own.
 */
function withCrisisOf(current: Content, kept: Content): Content {
  const locales = Object.entries(kept.locales).map(([locale, words]) => {
    const { crisis, phrases } = current.locales[locale] ?? words
    return [locale, { ...words, crisis, phrases: { ...phrases, ...words.phrases } }]
  })
  const { otherLanguages, unnamedLanguage } = current
  return { ...kept, otherLanguages, unnamedLanguage, locales: Object.fromEntries(locales) }
}
