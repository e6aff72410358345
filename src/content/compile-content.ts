import type { Content, OfficeHours, Phrase, Region, Step, Topic } from '../conversation/content.ts'
import { type PhraseName, phraseNames, type RegionFile } from '../conversation/dialog-files.ts'
import { compileFlow } from './compile-flow.ts'
import { computeVersion } from './content-version.ts'
import { deepFreeze } from './deep-freeze.ts'
import type { Dialogs } from './dialog-source.ts'
import { type LaidOutFlow, layOutFlow } from './lay-out-flow.ts'

/** The flows of every topic in every region: region id -> topic id -> flow. */
export type LaidOutFlows = ReadonlyMap<string, ReadonlyMap<string, LaidOutFlow>>

/** A flow with its compiled steps, position by position. */
export interface CompiledFlow extends LaidOutFlow {
  compiled: Step[]
}

/**
 * Lays out every topic in every region.
 * @param dialogs what authors wrote
 */
export function layOutFlows(dialogs: Dialogs): LaidOutFlows {
  return new Map(
    dialogs.regions.map((region) => [
      region.data.id,
      new Map(dialogs.topics.map((topic) => [topic.data.id, layOutFlow(topic, region)])),
    ]),
  )
}

/**
 * Compiles every topic in every region.
 * @param flows flows that passed the check of references
 * @returns one list, regions in order and topics in order within each
 */
export function compileFlows(flows: LaidOutFlows): CompiledFlow[] {
  return [...flows.values()].flatMap((ofRegion) =>
    [...ofRegion.values()].map((flow) => ({ ...flow, compiled: compileFlow(flow, ofRegion) })),
  )
}

/**
 * Puts the content of the program together, with its version, frozen.
 * @param dialogs what authors wrote, with every reference checked
 * @param flows the compiled flows of the same dialogs
 */
export function compileContent(dialogs: Dialogs, flows: readonly CompiledFlow[]): Content {
  const topics: Record<string, Record<string, Topic>> = {}
  for (const { topic, region, compiled } of flows) {
    const { id, title } = topic.data
    topics[region.data.id] = { ...topics[region.data.id], [id]: { id, title, steps: compiled } }
  }
  const { numbers, messages, help } = dialogs.crisis.data
  const content = {
    regions: Object.fromEntries(dialogs.regions.map(({ data }) => [data.id, compileRegion(data)])),
    fallbackRegion: dialogs.regions.find(({ data }) => data.municipalities.length === 0)?.data.id ?? '',
    menu: dialogs.phrases.data.menu,
    topics,
    phrases: compilePhrases(dialogs),
    labels: dialogs.phrases.data.labels,
    crisis: { numbers, messages, help },
  }
  return deepFreeze({ version: computeVersion(content), ...content })
}

function compilePhrases(dialogs: Dialogs): Record<PhraseName, Phrase> {
  const written = dialogs.phrases.data.phrases
  const entries = phraseNames.map((name): [PhraseName, Phrase] => {
    const { text, choices } = written[name]
    return [name, { texts: typeof text === 'string' ? [text] : text, choices }]
  })
  // fromEntries forgets the names of its keys; the list above has every one of them.
  return Object.fromEntries(entries) as Record<PhraseName, Phrase>
}

function compileRegion(file: RegionFile): Region {
  const { id, name, municipalities, words, routing } = file
  return { id, name, municipalities, words, office: compileOfficeHours(file.office), routing }
}

function compileOfficeHours(office: RegionFile['office']): OfficeHours {
  const { hours } = office
  const days = [
    hours.sunday,
    hours.monday,
    hours.tuesday,
    hours.wednesday,
    hours.thursday,
    hours.friday,
    hours.saturday,
  ]
  return {
    timeZone: office.timeZone,
    week: days.map((day) => day && { fromMinute: minuteOf(day.from), toMinute: minuteOf(day.to) }),
    closedOn: office.closedOn,
    closedDates: office.closedDates,
    earlyClosing: Object.fromEntries(Object.entries(office.earlyClosing).map(([day, time]) => [day, minuteOf(time)])),
  }
}

/** `09:30` -> 570 */
function minuteOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}
