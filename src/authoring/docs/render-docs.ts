import type { UsableContent } from '../../content/load-content.ts'
import { renderDifferences } from './render-differences.ts'
import { renderOverview } from './render-overview.ts'
import { renderReadability } from './render-readability.ts'

/**
 * Writes the pages of `docs/` that follow from the written content. The same content always gives the same pages.
 * @param usable the content
 * @returns name of the file -> its text
 */
export function renderDocs(usable: UsableContent): Record<string, string> {
  return {
    'inhoud.md': renderOverview(usable),
    'regio-verschillen.md': renderDifferences(usable.content),
    'leesbaarheid.md': renderReadability(usable.content),
  }
}
