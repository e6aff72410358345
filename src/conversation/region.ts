import type { OfferedChoice, PlaceMeaning } from '../understanding/meaning.ts'
import type { ConversationState } from './state.ts'
import { maxButtons, regionWordsOf, sayPhrase, type Talk, wordsOf } from './talk.ts'

/** Group of the choices that name a region. */
const regionGroup = 'region:'
/** The way on that stands beside the regions: to a human, or out of the handoff. */
const waysBeside = 1
/** Most municipalities that are offered when a name can mean several. */
const maxMunicipalities = 3

/**
 * Buttons for the regions, a page at a time, with the way to the others. Most people type where they live instead.
 * @param from how many regions were shown already
 */
export function regionChoices(talk: Talk, from = 0): OfferedChoice[] {
  const { labels } = wordsOf(talk)
  const { regions, fallbackRegion } = talk.content
  const named = Object.keys(regions).filter((id) => id !== fallbackRegion)
  const rest = named.slice(from)
  const skip = from === 0 ? { id: 'region:none', label: labels.noRegion, phrases: [labels.elsewhere] } : elsewhere(talk)
  const room = maxButtons - waysBeside - 1
  const shown = rest.length > room ? rest.slice(0, room - 1) : rest
  const next = from + shown.length
  return [
    // By name only: "Drenthe" is not "Groningen en Noord-Drenthe", and the place is read better apart.
    ...shown.map((id) => ({ id: regionGroup + id, label: nameOf(talk, id), phrases: [], isByNameOnly: true })),
    ...(next < named.length
      ? [{ id: `regions:${next}`, label: labels.moreRegions, phrases: [], isByNameOnly: true }]
      : []),
    skip,
  ]
}

function elsewhere(talk: Talk): OfferedChoice {
  return {
    id: regionGroup + talk.content.fallbackRegion,
    label: wordsOf(talk).labels.elsewhere,
    phrases: [],
    isByNameOnly: true,
  }
}

function nameOf(talk: Talk, id: string): string {
  const name = wordsOf(talk).regions[id]?.name ?? id
  // The name is written to stand in a sentence: "in het Rijk van Nijmegen".
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** Shows the next page of regions. */
export function offerMoreRegions(talk: Talk, from: number, beside: OfferedChoice): void {
  sayPhrase(talk, 'ask-region-more', { kind: 'question' })
  talk.offers = [...regionChoices(talk, from), beside]
}

/** Whether a choice leaves the region open: rather not, or elsewhere. A place that is named with it says more. */
export function isNoRegion({ content }: Talk, choice: string): boolean {
  return choice === `${regionGroup}none` || choice === regionGroup + content.fallbackRegion
}

/** Whether the conversation waits for where somebody lives. On the way to a human also under other buttons, as after danger. */
export function isRegionAsked({ offered, waiting }: ConversationState): boolean {
  const isInHandoff = waiting.for === 'handoff' && waiting.handoff.stage === 'region'
  return isInHandoff || offered.some(({ id }) => id.startsWith(regionGroup))
}

/** Sets the region and confirms it; an unknown one means: everywhere else. */
export function setRegion(talk: Talk, regionId: string): void {
  const { regions, fallbackRegion } = talk.content
  talk.state.region = Object.hasOwn(regions, regionId) ? regionId : fallbackRegion
  if (talk.state.region === fallbackRegion) sayPhrase(talk, 'region-unknown')
  else sayPhrase(talk, 'region-known', { variables: { regio: regionWordsOf(talk).name } })
}

/** The regions a named place can lie in; one = sure. */
export function regionsOf(talk: Talk, place: PlaceMeaning): string[] {
  const { regionOfMunicipality, fallbackRegion } = talk.content
  return [...new Set(place.municipalities.map((name) => regionOfMunicipality[name] ?? fallbackRegion))]
}

/** Asks which municipality is meant, when a name fits several in different regions: a province, or a village that is there twice. */
export function askWhichMunicipality(talk: Talk, place: PlaceMeaning, beside: OfferedChoice): void {
  sayPhrase(talk, 'ask-which-municipality', { kind: 'question' })
  const { regionOfMunicipality, fallbackRegion } = talk.content
  // A province has far too many; then typing is the only way that helps.
  const fitting = place.municipalities.length > maxMunicipalities ? [] : place.municipalities
  const named = fitting.map((name) => ({
    id: regionGroup + (regionOfMunicipality[name] ?? fallbackRegion),
    label: name,
    phrases: [],
  }))
  talk.offers = [...named, elsewhere(talk), beside]
}
