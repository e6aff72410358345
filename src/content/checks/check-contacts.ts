import { type ContactPurpose, contactPurposes } from '../../conversation/dialog-files/file-parts.ts'
import type { RegionFile } from '../../conversation/dialog-files/region-file.ts'
import { maxContacts, writeContact } from '../../conversation/say-contacts.ts'
import { writeRungs } from '../../conversation/say-ladder.ts'
import { compileRegionWords } from '../compile-region-words.ts'
import type { DialogSource, Dialogs } from '../dialog-source.ts'
import { errorAt, type Finding } from '../finding.ts'
import { findingTexts as texts } from '../finding-texts.ts'

/** Most characters of one message. */
const maxChars = 400

/**
 * A list of contacts and the ladder of a region fit in one message, as the bot writes them, and what is shown has a source.
 * @param dialogs what authors wrote
 */
export function checkContacts(dialogs: Dialogs): Finding[] {
  return dialogs.regions.flatMap((region) => [
    ...checkSourcesOf(region),
    ...contactPurposes.flatMap((purpose) => checkList(region, purpose, dialogs)),
    ...checkRoute(region, dialogs),
  ])
}

function checkSourcesOf(region: DialogSource<RegionFile>): Finding[] {
  return region.data.organisations.flatMap((organisation, index) => {
    const place = region.placeOf(['organisations', index])
    if (organisation.for.length === 0) return []
    return organisation.source === undefined ? [errorAt(place, texts.contactWithoutSource(organisation.name))] : []
  })
}

function checkList(region: DialogSource<RegionFile>, purpose: ContactPurpose, dialogs: Dialogs): Finding[] {
  const { contacts } = compileRegionWords(region.data, [], new Map())
  const shown = contacts.filter((contact) => contact.for.includes(purpose))
  const place = region.placeOf(['organisations'])
  if (shown.length > maxContacts) return [errorAt(place, texts.manyContacts(purpose, shown.length, maxContacts))]
  const lines = shown.map((contact) => writeContact(contact, dialogs.phrases.data.labels))
  const intros = dialogs.topics.flatMap(({ data }) =>
    data.flow.flatMap((step) => ('contacts' in step && step.contacts === purpose ? [step.say] : [])),
  )
  const longest = Math.max(0, ...intros.map((intro) => [intro, ...lines].join('\n').length))
  return longest > maxChars ? [errorAt(place, texts.longContacts(purpose, longest, maxChars))] : []
}

function checkRoute(region: DialogSource<RegionFile>, dialogs: Dialogs): Finding[] {
  const rungs = writeRungs(region.data.route)
  const intros = dialogs.topics.flatMap(({ data }) =>
    data.flow.flatMap((step) => ('ladder' in step ? [step.ladder] : [])),
  )
  const longest = Math.max(0, ...intros.map((intro) => [intro, ...rungs].join('\n').length))
  return longest > maxChars ? [errorAt(region.placeOf(['route']), texts.longLadder(longest, maxChars))] : []
}
