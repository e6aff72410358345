import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawFlow } from './draw-flow.ts'
import {
  describeFinding,
  nothingToDrawText,
  readText,
  schemasWrittenText,
  summaryText,
  usageText,
} from './finding-texts.ts'
import { generateJsonSchemas } from './json-schemas.ts'
import { loadContent } from './load-content.ts'

/** Where the command reads and writes. */
export interface CommandSurroundings {
  /** Path of `dialogs/`. */
  folder: string
  today: Date
  /** Writes text for the person at the keyboard. */
  print: (text: string) => void
}

/**
 * Runs `npm run content`: checks the written content, draws a topic, or writes the JSON Schemas.
 * @param args what follows the name of the command: nothing, `graph TOPIC [REGION]`, or `schemas`
 * @param surroundings where it reads and writes
 * @returns exit code: 0 when all is well, 1 when there are errors, 2 when it was not understood
 */
export function runContentCommand(args: readonly string[], surroundings: CommandSurroundings): number {
  const [action, topic, region] = args
  if (action === undefined) return check(surroundings)
  if (action === 'graph' && topic !== undefined) return draw(topic, region, surroundings)
  if (action === 'schemas') return writeSchemas(surroundings)
  surroundings.print(usageText)
  return 2
}

function check({ folder, today, print }: CommandSurroundings): number {
  const { usable, findings } = loadContent(folder, today)
  for (const finding of findings) print(`${describeFinding(finding)}\n`)
  const errors = findings.filter((finding) => finding.severity === 'error').length
  if (usable !== undefined) {
    print(readText(Object.keys(usable.training.topics).length, Object.keys(usable.content.regions).length))
  }
  print(`${summaryText(errors, findings.length - errors)}\n`)
  return errors > 0 ? 1 : 0
}

function draw(topic: string, region: string | undefined, { folder, print }: CommandSurroundings): number {
  const { usable, findings } = loadContent(folder)
  if (usable === undefined) {
    for (const finding of findings) print(`${describeFinding(finding)}\n`)
    return 1
  }
  const regionId = region ?? usable.content.fallbackRegion
  const found = usable.content.topics[regionId]?.[topic]
  print(found === undefined ? `${nothingToDrawText(topic, regionId)}\n` : drawFlow(found))
  return found === undefined ? 1 : 0
}

function writeSchemas({ folder, print }: CommandSurroundings): number {
  const target = join(folder, 'schemas')
  mkdirSync(target, { recursive: true })
  const files = Object.entries(generateJsonSchemas()).map(([name, contents]) => {
    writeFileSync(join(target, name), contents)
    return join(target, name)
  })
  print(`${schemasWrittenText(files)}\n`)
  return 0
}
