import { basename } from 'node:path'
import type { DialogSource, Dialogs } from '../dialog-source.ts'
import { errorAt, type Finding } from '../finding.ts'
import { findingTexts as texts } from '../finding-texts.ts'

/**
 * Every topic and every region has its own id, and its file is called after it.
 * @param dialogs what authors wrote
 */
export function checkNames(dialogs: Dialogs): Finding[] {
  const groups = [dialogs, ...dialogs.translations].flatMap(({ topics, regions }) => [topics, regions])
  return groups.flatMap((group: readonly DialogSource<{ id: string }>[]) => checkGroup(group))
}

function checkGroup(sources: readonly DialogSource<{ id: string }>[]): Finding[] {
  const seen = new Set<string>()
  return sources.flatMap((source) => {
    const { id } = source.data
    const place = source.placeOf(['id'])
    const findings: Finding[] = []
    if (seen.has(id)) findings.push(errorAt(place, texts.duplicateId(id)))
    else if (basename(source.file, '.yaml') !== id) findings.push(errorAt(place, texts.fileName(id)))
    seen.add(id)
    return findings
  })
}
