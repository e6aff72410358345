import type { Source } from '../../conversation/content.ts'
import { docsTexts } from './docs-texts.ts'
import { lineBreak, renderLink } from './markdown.ts'

/** Stands in a dialog file for a source without a date. */
const unknownDate = 'onbekend'

/**
 * Writes sources for a cell of a table: number, title as a link, date.
 * @param sources sources of one answer
 */
export function renderSources(sources: readonly Source[]): string {
  if (sources.length === 0) return docsTexts.none
  return sources
    .map(({ id, title, url, date }) => {
      const written = date === unknownDate ? docsTexts.unknownDate : date
      return `${id}: ${renderLink(title, url)}, ${written}`
    })
    .join(lineBreak)
}
