import type { OfferedChoice } from '../understanding/meaning.ts'
import { regionOf, sayPhrase, type Talk } from './talk.ts'

/** Buttons for the regions: each by name and municipality, and "ergens anders". */
export function regionChoices(talk: Talk): OfferedChoice[] {
  const { regions, fallbackRegion, labels } = talk.content
  const named = Object.values(regions).filter((region) => region.id !== fallbackRegion)
  return [
    ...named.map((region) => ({ id: `region:${region.id}`, label: region.name, phrases: region.municipalities })),
    { id: `region:${fallbackRegion}`, label: labels.elsewhere, phrases: [] },
    { id: 'region:none', label: labels.noRegion, phrases: [] },
  ]
}

/** Sets the region and confirms it; an unknown one means: everywhere else. */
export function setRegion(talk: Talk, regionId: string): void {
  const { regions, fallbackRegion } = talk.content
  talk.state.region = Object.hasOwn(regions, regionId) ? regionId : fallbackRegion
  if (talk.state.region === fallbackRegion) sayPhrase(talk, 'region-unknown')
  else sayPhrase(talk, 'region-known', { variables: { regio: regionOf(talk).name } })
}
