import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DialogSource } from '../content/dialog-source.ts'
import { errorAt, type Finding } from '../content/finding.ts'
import { findingTexts as texts } from '../content/finding-texts.ts'
import type { UsableContent } from '../content/load-content.ts'
import { parseDialogFile } from '../content/parse-dialog-file.ts'
import type { Reply } from '../conversation/decision.ts'
import { type TestFile, testFileSchema } from '../conversation/dialog-files/test-file.ts'
import type { Understand } from '../understanding/meaning.ts'
import { createTalk } from './talk.ts'

/** Day on which a conversation takes place that names none: a Monday on which all offices are open. */
const usualDay = '2026-11-23'

/** What was said in the conversations of authors. */
export interface ScriptResults {
  findings: Finding[]
  /** What was said: `topic/step`, and `region topic/step` for what was said in a region. */
  reached: Set<string>
  /** How many conversations were held. */
  count: number
}

/**
 * Holds the conversations that authors wrote, with the real rules and words.
 * @param folder path of `dialogs/`
 * @param usable the content of that folder
 * @param understand the understanding trained on it
 * @returns what went otherwise than written, and what was reached
 */
export function runScripts(folder: string, usable: UsableContent, understand: Understand): ScriptResults {
  const results: ScriptResults = { findings: [], reached: new Set(), count: 0 }
  for (const file of listFiles(join(folder, 'tests'))) {
    const parsed = parseDialogFile(file, readFileSync(file, 'utf8'), testFileSchema)
    results.findings.push(...parsed.findings)
    for (const index of parsed.source?.data.keys() ?? []) {
      if (parsed.source !== undefined) runScript(parsed.source, index, { usable, understand, results })
    }
  }
  return results
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => join(folder, name))
  } catch {
    // Nobody has to test; what no conversation reaches is reported all the same.
    return []
  }
}

function runScript(
  file: DialogSource<TestFile>,
  index: number,
  { usable, understand, results }: { usable: UsableContent; understand: Understand; results: ScriptResults },
): void {
  const script = file.data[index]
  if (script === undefined) return
  const { content } = usable
  if (script.regio !== undefined && !Object.hasOwn(content.regions, script.regio)) {
    results.findings.push(errorAt(file.placeOf([index, 'regio']), texts.unknownRegion(script.regio)))
    return
  }
  if (script.taal !== undefined && !Object.hasOwn(content.locales, script.taal)) {
    results.findings.push(errorAt(file.placeOf([index, 'taal']), texts.unknownLanguage(script.taal)))
    return
  }
  results.count += 1
  const talk = createTalk({ content, understand }, new Date(`${script.datum ?? usualDay}T09:00:00Z`))
  let { state } = talk.begin({ region: script.regio, locale: script.taal })
  for (const [position, turn] of script.gesprek.entries()) {
    const moment = talk.say(state, turn.als)
    state = moment.state
    const region = state.region ?? content.fallbackRegion
    for (const reply of moment.replies) {
      const name = nameOf(reply)
      results.reached.add(name).add(`${region} ${name}`).add(`${state.locale}: ${name}`)
    }
    const at = (key: string) => file.placeOf([index, 'gesprek', position, key])
    const missed = findMissing(turn.dan, moment.replies.map(nameOf))
    if (missed !== undefined) {
      results.findings.push(errorAt(at('dan'), texts.otherSaid(turn.als, missed, moment.replies.map(nameOf))))
      return
    }
    // Nobody types the space that keeps € and its number together.
    const said = moment.replies.map((reply) => reply.text.replaceAll('\u00a0', ' ')).join('\n')
    const labels = moment.replies.flatMap((reply) => reply.buttons.map(({ label }) => label))
    results.findings.push(
      ...turn.zegt.filter((words) => !said.includes(words)).map((words) => errorAt(at('zegt'), texts.notSaid(words))),
      ...turn['zegt-niet']
        .filter((words) => said.includes(words))
        .map((words) => errorAt(at('zegt-niet'), texts.saidAnyway(words))),
      ...turn.knoppen
        .filter((label) => !labels.includes(label))
        .map((label) => errorAt(at('knoppen'), texts.missingButton(label, labels))),
    )
  }
}

function nameOf({ marks }: Reply): string {
  return `${marks.topic}/${marks.step}`
}

/** The first of the expected names that does not follow the ones before it. */
function findMissing(expected: readonly string[], said: readonly string[]): string | undefined {
  let from = 0
  for (const name of expected) {
    const place = said.indexOf(name, from)
    if (place < 0) return name
    from = place + 1
  }
  return undefined
}
