import type { PhrasesFile } from '../../conversation/dialog-files/phrases-file.ts'
import type { DialogSource, Dialogs, Path } from '../dialog-source.ts'
import { errorAt, type Finding } from '../finding.ts'
import { findingTexts as texts } from '../finding-texts.ts'

/**
 * The menu of each language leads to every topic of that language, in exactly one group.
 * @param dialogs what authors wrote
 */
export function checkMenu({ topics, phrases, translations }: Dialogs): Finding[] {
  const ids = topics.map(({ data }) => data.id)
  return [
    ...checkOne(phrases, ids),
    ...translations.flatMap((translation) =>
      checkOne(
        translation.phrases,
        translation.topics.map(({ data }) => data.id),
      ),
    ),
  ]
}

function checkOne(phrases: DialogSource<PhrasesFile>, ids: readonly string[]): Finding[] {
  const { first, groups } = phrases.data.menu
  const known = new Set(ids)
  const seen = new Set<string>()
  const inGroups = groups.flatMap((group, index) =>
    group.topics.flatMap((topic, position) => {
      const place = phrases.placeOf(['menu', 'groups', index, 'topics', position])
      if (!known.has(topic)) return [errorAt(place, texts.unknownTopic(topic))]
      if (seen.has(topic)) return [errorAt(place, texts.duplicateInMenu(topic))]
      seen.add(topic)
      return []
    }),
  )
  return [...checkFirst(phrases, first, known), ...inGroups, ...findLeftOut(phrases, ids, seen)]
}

function checkFirst(
  phrases: DialogSource<PhrasesFile>,
  first: readonly string[],
  known: ReadonlySet<string>,
): Finding[] {
  return first.flatMap((topic, index) => {
    const path: Path = ['menu', 'first', index]
    if (!known.has(topic)) return [errorAt(phrases.placeOf(path), texts.unknownTopic(topic))]
    return first.indexOf(topic) < index ? [errorAt(phrases.placeOf(path), texts.duplicateInMenu(topic))] : []
  })
}

function findLeftOut(phrases: DialogSource<PhrasesFile>, ids: readonly string[], seen: ReadonlySet<string>): Finding[] {
  return ids
    .filter((topic) => !seen.has(topic))
    .map((topic) => errorAt(phrases.placeOf(['menu', 'groups']), texts.notInMenu(topic)))
}
