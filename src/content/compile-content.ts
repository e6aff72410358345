import type { Content, LocaleContent, Region, Topic } from '../conversation/content.ts'
import type { OtherLanguagesFile } from '../conversation/dialog-files/other-languages-file.ts'
import type { RegionFile } from '../conversation/dialog-files/region-file.ts'
import { compileAmounts, findAmountEnds } from './compile-amounts.ts'
import { compileFlow } from './compile-flow.ts'
import { compileOfficeHours } from './compile-office-hours.ts'
import { compilePhrases } from './compile-phrases.ts'
import { compileRegionWords } from './compile-region-words.ts'
import { computeVersion } from './content-version.ts'
import { deepFreeze } from './deep-freeze.ts'
import { type DialogSource, type Dialogs, defaultLocale } from './dialog-source.ts'
import { type LaidOutFlow, layOutFlow } from './lay-out-flow.ts'
import { translateLocale } from './translate-locale.ts'

/** The flows that candidates walk through. */
export interface LaidOutFlows {
  /** Topic id -> flow, as it is in every region that puts no steps of its own into it. */
  general: ReadonlyMap<string, LaidOutFlow>
  /** Region id -> topic id -> flow, only for topics into which the region puts steps. */
  ofRegions: ReadonlyMap<string, ReadonlyMap<string, LaidOutFlow>>
}

/** A flow with its compiled steps, position by position. */
export interface CompiledFlow extends LaidOutFlow {
  compiled: Topic['steps']
}

/**
 * Lays out every topic, once for all regions and once more for each region that adds steps to it.
 * @param dialogs what authors wrote
 */
export function layOutFlows(dialogs: Dialogs): LaidOutFlows {
  const lay = (topics: Dialogs['topics'], region?: DialogSource<RegionFile>) =>
    new Map(topics.map((topic) => [topic.data.id, layOutFlow(topic, region)]))
  const ofRegions = dialogs.regions.map((region): [string, ReadonlyMap<string, LaidOutFlow>] => {
    const added = dialogs.topics.filter((topic) => Object.hasOwn(region.data.additions, topic.data.id))
    return [region.data.id, lay(added, region)]
  })
  return { general: lay(dialogs.topics), ofRegions: new Map(ofRegions) }
}

/**
 * All flows of one region: its own, and for the rest the general ones.
 * @param flows all flows
 * @param region id of the region; without it the general ones
 */
export function flowsIn(flows: LaidOutFlows, region?: string): ReadonlyMap<string, LaidOutFlow> {
  const own = region === undefined ? undefined : flows.ofRegions.get(region)
  return own === undefined || own.size === 0 ? flows.general : new Map([...flows.general, ...own])
}

/**
 * Compiles every flow.
 * @param dialogs what authors wrote
 * @param flows flows of the same dialogs that passed the check of references
 * @returns the general flows in order, then those of regions
 */
export function compileFlows(dialogs: Dialogs, flows: LaidOutFlows): CompiledFlow[] {
  const amountEnds = findAmountEnds(dialogs.amounts.data)
  const compileAll = (some: ReadonlyMap<string, LaidOutFlow>, around: ReadonlyMap<string, LaidOutFlow>) =>
    [...some.values()].map((flow) => ({ ...flow, compiled: compileFlow(flow, { flows: around, amountEnds }) }))
  const ofRegions = [...flows.ofRegions].flatMap(([id, own]) => compileAll(own, flowsIn(flows, id)))
  return [...compileAll(flows.general, flows.general), ...ofRegions]
}

/**
 * Puts the content of the program together, with its version, frozen.
 * @param dialogs what authors wrote, with every reference checked
 * @param flows the compiled flows of the same dialogs
 */
export function compileContent(dialogs: Dialogs, flows: readonly CompiledFlow[]): Content {
  const dutch = compileDutch(dialogs, flows)
  const translated = dialogs.translations.map((translation): [string, LocaleContent] => [
    translation.locale,
    translateLocale(dutch, translation, dialogs),
  ])
  const content = {
    regions: Object.fromEntries(orderRegions(dialogs.regions).map(({ data }) => [data.id, compileRegion(data)])),
    fallbackRegion: dialogs.regions.find(({ data }) => data.municipalities.length === 0)?.data.id ?? '',
    regionOfMunicipality: Object.fromEntries(
      dialogs.regions.flatMap(({ data }) => data.municipalities.map((name) => [name, data.id])),
    ),
    defaultLocale,
    locales: { [defaultLocale]: dutch, ...Object.fromEntries(translated) },
    otherLanguages: compileOtherLanguages(dialogs.otherLanguages.data),
    unnamedLanguage: dialogs.otherLanguages.data.unnamedDutch,
  }
  return deepFreeze({ version: computeVersion(content), ...content })
}

function compileDutch(dialogs: Dialogs, flows: readonly CompiledFlow[]): LocaleContent {
  const { tag } = dialogs.words.data
  const { numbers, messages, doors, help } = dialogs.crisis.data
  const general = flows.filter(({ region }) => region === undefined)
  const amountEnds = findAmountEnds(dialogs.amounts.data)
  const regions = dialogs.regions.map(({ data }): [string, LocaleContent['regions'][string]] => {
    const own = flows.filter(({ region }) => region?.data.id === data.id)
    return [data.id, { ...compileRegionWords(data, dialogs.topics, amountEnds), topics: compileTopics(own) }]
  })
  return {
    tag,
    menu: dialogs.phrases.data.menu,
    topics: compileTopics(general),
    regions: Object.fromEntries(regions),
    phrases: compilePhrases(dialogs.phrases.data),
    labels: dialogs.phrases.data.labels,
    redacted: dialogs.phrases.data.redacted,
    benefits: dialogs.phrases.data.benefits,
    crisis: { numbers, messages, doors, help },
    amounts: compileAmounts(dialogs.amounts.data, tag),
  }
}

function compileOtherLanguages({ languages }: OtherLanguagesFile): Content['otherLanguages'] {
  return Object.fromEntries(
    languages.map(({ tag, dutch, line, again, person }) => [tag, { name: dutch, line, again, person }]),
  )
}

function compileTopics(flows: readonly CompiledFlow[]): Record<string, Topic> {
  return Object.fromEntries(
    flows.map(({ topic, compiled }) => [
      topic.data.id,
      { id: topic.data.id, title: topic.data.title, steps: compiled },
    ]),
  )
}

/** Most municipalities first: that is the order of the buttons, and most people find theirs on the first page. */
function orderRegions(regions: Dialogs['regions']): Dialogs['regions'] {
  return [...regions].sort((one, other) => other.data.municipalities.length - one.data.municipalities.length)
}

function compileRegion({ id, name, municipalities, office, routing }: RegionFile): Region {
  return { id, name, municipalities, office: compileOfficeHours(office), routing }
}
