import type { Condition } from '../conversation/content.ts'
import type { RegionFile } from '../conversation/dialog-files/region-file.ts'
import type { AuthoredStep, TopicFile } from '../conversation/dialog-files/topic-file.ts'
import type { DialogSource, Path } from './dialog-source.ts'
import type { Place } from './finding.ts'

/** A step that ends up in the flow: all but the places where a region may add its own. */
export type FlowStep = Exclude<AuthoredStep, { region: string }>

/** One step in its place in the flow, before names become positions. */
export interface LaidOutStep {
  id: string
  step: FlowStep
  when: Condition | undefined
  place: Place
  /** True for a step that the region added. */
  isAddition: boolean
}

/** The flow of one topic, for every region or for one: additions put in, region slots taken out. */
export interface LaidOutFlow {
  topic: DialogSource<TopicFile>
  /** The region whose steps are in it; undefined for the flow that most regions share. */
  region: DialogSource<RegionFile> | undefined
  steps: LaidOutStep[]
  /** Where a name points to: steps, answers and region slots that an author named. */
  labels: Map<string, number>
  /** Names that two steps claim. */
  duplicates: { name: string; place: Place }[]
}

/** Where a `goto` leads. */
export type Target = { kind: 'step'; index: number } | { kind: 'topic'; topic: string; index: number }

/**
 * Puts the steps of a region into the flow of a topic.
 * @param topic the topic
 * @param region the region, whose `additions` go in at the slots of the same name; without it nothing goes in
 * @returns the steps in order; a region slot without additions leaves only its name behind
 */
export function layOutFlow(topic: DialogSource<TopicFile>, region: DialogSource<RegionFile> | undefined): LaidOutFlow {
  const flow: LaidOutFlow = { topic, region, steps: [], labels: new Map(), duplicates: [] }
  const additions = region?.data.additions[topic.data.id] ?? {}
  const nameStep = createNamer(flow, '')
  for (const [index, step] of topic.data.flow.entries()) {
    const place = topic.placeOf(['flow', index])
    if (!('region' in step)) {
      flow.steps.push({ id: nameStep(step, place), step, when: step.when, place, isAddition: false })
      continue
    }
    claimLabel(flow, step.region, place)
    const path: Path = ['additions', topic.data.id, step.region]
    const nameAddition = createNamer(flow, `${step.region}-`)
    for (const [position, addition] of (additions[step.region] ?? []).entries()) {
      // A slot inside an addition is reported by the check of references.
      if ('region' in addition || region === undefined) continue
      const additionPlace = region.placeOf([...path, position])
      flow.steps.push({
        id: nameAddition(addition, additionPlace),
        step: addition,
        when: joinConditions(step.when, addition.when),
        place: additionPlace,
        isAddition: true,
      })
    }
  }
  flow.duplicates.push(...findClashes(flow))
  return flow
}

/**
 * Finds where a `goto` leads: a step of the same flow first, then a topic, then `topic/step`.
 * @param name what the author wrote
 * @param flow the flow it stands in
 * @param flows all flows of the same region, by topic id
 * @returns `undefined` when nothing has that name
 */
export function findTarget(
  name: string,
  flow: LaidOutFlow,
  flows: ReadonlyMap<string, LaidOutFlow>,
): Target | undefined {
  const index = flow.labels.get(name)
  if (index !== undefined) return { kind: 'step', index }
  const [topic = '', step] = name.split('/')
  const other = flows.get(topic)
  if (other === undefined) return undefined
  if (step === undefined) return { kind: 'topic', topic, index: 0 }
  const otherIndex = other.labels.get(step)
  return otherIndex === undefined ? undefined : { kind: 'topic', topic, index: otherIndex }
}

/** Gives unnamed steps a name that stays the same as long as no step of the same kind is put before them: `say-3`. */
function createNamer(flow: LaidOutFlow, prefix: string): (step: FlowStep, place: Place) => string {
  const counts = new Map<string, number>()
  return (step, place) => {
    const kind = kindOf(step)
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    const name = 'answer' in step ? step.answer : 'id' in step ? step.id : undefined
    if (name === undefined) return `${prefix}${kind}-${count}`
    claimLabel(flow, name, place)
    return name
  }
}

function claimLabel(flow: LaidOutFlow, name: string, place: Place): void {
  if (flow.labels.has(name)) flow.duplicates.push({ name, place })
  else flow.labels.set(name, flow.steps.length)
}

/** An author can choose the very name that an unnamed step was given; the stored place of a conversation would be in doubt. */
function findClashes(flow: LaidOutFlow): { name: string; place: Place }[] {
  const first = new Map<string, LaidOutStep>()
  const claimed = new Set(flow.duplicates.map(({ name }) => name))
  return flow.steps.flatMap((step) => {
    const isClash = first.has(step.id) && !claimed.has(step.id)
    first.set(step.id, step)
    return isClash ? [{ name: step.id, place: step.place }] : []
  })
}

function kindOf(step: FlowStep): string {
  // Contacts have a sentence above them too.
  if ('contacts' in step) return 'contacts'
  if ('say' in step) return 'say'
  if ('answer' in step) return 'answer'
  if ('ask' in step) return 'ask'
  if ('askRegion' in step) return 'ask-region'
  if ('goto' in step) return 'goto'
  if ('ladder' in step) return 'ladder'
  if ('handoff' in step) return 'handoff'
  return 'end'
}

/** Both must hold: for a slot that both name, only the choices they share. */
function joinConditions(outer: Condition | undefined, inner: Condition | undefined): Condition | undefined {
  if (outer === undefined || inner === undefined) return outer ?? inner
  const joined: Condition = { ...outer }
  for (const [slot, choices] of Object.entries(inner)) {
    const allowed = outer[slot]
    joined[slot] = allowed === undefined ? choices : choices.filter((choice) => allowed.includes(choice))
  }
  return joined
}
