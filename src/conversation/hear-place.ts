import type { Command, Intent, OfferedChoice, PlaceMeaning } from '../understanding/meaning.ts'
import { answerHandoff, handoffChoices } from './handoff.ts'
import { askWhichMunicipality, isRegionAsked, offerMoreRegions, regionsOf, setRegion } from './region.ts'
import { answerRegion, isRegionQuestion } from './run-flow.ts'
import { humanChoice, sayPhrase, type Talk } from './talk.ts'
import { askAgain, remember } from './ways-on.ts'

/** Said beside a place, these lead away from the question it answers; above all the call for a human. */
const waysOut: readonly Command[] = ['mens', 'menu', 'stoppen', 'opnieuw', 'wissen']

/**
 * Takes where somebody lives: as the answer when it was asked, otherwise as something good to know.
 * @returns true when the message is dealt with
 */
export function hearPlace(talk: Talk, place: PlaceMeaning, intent: Intent): boolean {
  const { state } = talk
  const regions = regionsOf(talk, place)
  const [region] = regions
  if (region === undefined) return false
  if (isRegionAsked(state)) {
    if (regions.length > 1) {
      askWhichMunicipality(talk, place, wayBesideRegions(talk))
      return true
    }
    if (intent.kind === 'command' && waysOut.includes(intent.command)) {
      setRegion(talk, region)
      return false
    }
    if (intent.kind === 'topic') remember(talk, [intent.topic, ...intent.also.map((guess) => guess.topic)])
    hearRegion(talk, region)
    return true
  }
  if (state.waiting.for === 'handoff') return false
  if (regions.length > 1) {
    if (place.isWhole) askWhichMunicipality(talk, place, wayBesideRegions(talk))
    return place.isWhole
  }
  if (state.region !== region) setRegion(talk, region)
  if (intent.kind !== 'unclear' && !place.isWhole) return false
  askAgain(talk)
  return true
}

/** Takes a region that was chosen: as the answer to the question, or beside another question that stays open. */
export function hearRegion(talk: Talk, region: string): void {
  const { waiting } = talk.state
  if (waiting.for === 'handoff') {
    answerHandoff(talk, waiting.handoff, region, '')
    return
  }
  if (waiting.for === 'answer' && isRegionQuestion(talk, waiting.place))
    return answerRegion(talk, waiting.place, region)
  setRegion(talk, region)
  askAgain(talk)
}

/**
 * Shows more regions to choose from.
 * @param shown how many were shown already, as the button says
 */
export function hearMoreRegions(talk: Talk, shown: string): void {
  if (!isRegionAsked(talk.state)) return askAgain(talk)
  offerMoreRegions(talk, Number.parseInt(shown, 10) || 0, wayBesideRegions(talk))
}

/** In a handoff the way out of it, elsewhere the way to a human. */
function wayBesideRegions(talk: Talk): OfferedChoice {
  const { waiting } = talk.state
  const out = waiting.for === 'handoff' ? handoffChoices(talk, waiting.handoff).at(-1) : undefined
  return out ?? humanChoice(talk)
}

/** A name we do not know is asked for once more, with the same buttons. */
export function sayPlaceUnknown(talk: Talk): void {
  sayPhrase(talk, 'ask-region-again', { kind: 'question' })
  talk.offers = talk.state.offered
}
