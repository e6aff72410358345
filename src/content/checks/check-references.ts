import { phraseChoices, phraseNames } from '../../conversation/dialog-files/phrases-file.ts'
import { commands } from '../../understanding/meaning.ts'
import { flowsIn, type LaidOutFlows } from '../compile-content.ts'
import type { Dialogs, LanguageSources } from '../dialog-source.ts'
import { errorAt, type Finding, type Place, warningAt } from '../finding.ts'
import { findingTexts as texts } from '../finding-texts.ts'
import { findTarget, type LaidOutFlow } from '../lay-out-flow.ts'

/**
 * Everything that is called by its name exists: steps, topics, slots and their choices, choices of phrases, commands and
 * help numbers. What a region refers to is the matter of `checkRegions`.
 * @param dialogs what authors wrote
 * @param flows the flows of the same dialogs
 */
export function checkReferences(dialogs: Dialogs, flows: LaidOutFlows): Finding[] {
  const slots = collectSlots(flows)
  const findings = [undefined, ...flows.ofRegions.keys()].flatMap((region) => {
    const own = region === undefined ? flows.general : (flows.ofRegions.get(region) ?? new Map())
    return [...own.values()].flatMap((flow) => checkFlow(flow, flowsIn(flows, region), slots))
  })
  const languages: LanguageSources[] = [dialogs, ...dialogs.translations]
  return [
    ...findings,
    ...languages.flatMap((language) => [...checkPhrases(language), ...checkCommands(language), ...checkHelp(language)]),
  ]
}

/**
 * Collects which choices each slot can hold, over all topics and regions.
 * @param flows flows to look through
 * @returns slot -> choice ids
 */
function collectSlots(flows: LaidOutFlows): Map<string, Set<string>> {
  const slots = new Map<string, Set<string>>()
  for (const some of [flows.general, ...flows.ofRegions.values()]) {
    for (const { step } of [...some.values()].flatMap((flow) => flow.steps)) {
      if (!('ask' in step)) continue
      const known = slots.get(step.slot) ?? new Set()
      slots.set(step.slot, known)
      for (const choice of step.choices) known.add(choice.id)
    }
  }
  return slots
}

function checkFlow(
  flow: LaidOutFlow,
  flows: ReadonlyMap<string, LaidOutFlow>,
  slots: ReadonlyMap<string, ReadonlySet<string>>,
): Finding[] {
  const findings = flow.duplicates.map(({ name, place }) => errorAt(place, texts.duplicateStep(name)))
  for (const { step, when, place } of flow.steps) {
    for (const [slot, choices] of Object.entries(when ?? {})) {
      const known = slots.get(slot)
      if (known === undefined) findings.push(errorAt(place, texts.unknownSlot(slot)))
      for (const choice of choices) {
        if (known !== undefined && !known.has(choice)) {
          findings.push(errorAt(place, texts.unknownAnswerChoice(slot, choice)))
        }
      }
    }
    if ('goto' in step && findTarget(step.goto, flow, flows) === undefined) {
      findings.push(errorAt(place, texts.unknownTarget(step.goto)))
    }
    if ('ask' in step) {
      for (const { goto } of step.choices) {
        if (goto !== undefined && !flow.labels.has(goto)) findings.push(errorAt(place, texts.choiceLeavesTopic(goto)))
      }
    }
    if ('end' in step) findings.push(...checkRelated(step.related, flow, flows, place))
  }
  return findings
}

function checkRelated(
  related: readonly string[],
  flow: LaidOutFlow,
  flows: ReadonlyMap<string, LaidOutFlow>,
  place: Place,
): Finding[] {
  return related.flatMap((topic) => {
    if (topic === flow.topic.data.id) return [errorAt(place, texts.relatedToItself())]
    return flows.has(topic) ? [] : [errorAt(place, texts.unknownTopic(topic))]
  })
}

function checkPhrases({ phrases }: LanguageSources): Finding[] {
  return phraseNames.flatMap((name) => {
    const written = new Set(phrases.data.phrases[name].choices.map((choice) => choice.id))
    const missing = (phraseChoices[name] ?? []).filter((choice) => !written.has(choice))
    return missing.map((choice) => errorAt(phrases.placeOf(['phrases', name]), texts.missingPhraseChoice(name, choice)))
  })
}

function checkCommands({ commands: source }: LanguageSources): Finding[] {
  const known: readonly string[] = commands
  const written = Object.keys(source.data.commands)
  return [
    ...written
      .filter((name) => !known.includes(name))
      .map((name) => errorAt(source.placeOf(['commands', name]), texts.unknownCommand(name, known))),
    ...known
      .filter((name) => (source.data.commands[name]?.length ?? 0) === 0)
      .map((name) => warningAt(source.placeOf(['commands', name]), texts.missingCommand(name))),
  ]
}

function checkHelp({ crisis }: LanguageSources): Finding[] {
  const known = new Set(crisis.data.numbers.map((number) => number.id))
  return crisis.data.help.flatMap((id, index) =>
    known.has(id) ? [] : [errorAt(crisis.placeOf(['help', index]), texts.unknownNumber(id))],
  )
}
