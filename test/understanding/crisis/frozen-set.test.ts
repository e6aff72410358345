import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { z } from 'zod'
import { findCrisis } from '../../../src/understanding/crisis/find-crisis.ts'
import { crisisLevels } from '../../../src/understanding/meaning.ts'

const level = z.enum(crisisLevels)
const sentences = z.array(z.string()).min(1)
const dangerSchema = z.strictObject({ rood: sentences, oranje: sentences, geel: sentences, wit: sentences })
const splitSchema = z.strictObject({
  raised: z.array(z.strictObject({ before: z.string(), text: z.string(), level })),
  calm: z.array(z.strictObject({ before: z.string(), text: z.string() })),
})
const read = (file: string): unknown => parse(readFileSync(join(import.meta.dirname, file), 'utf8'))

const danger = dangerSchema.parse(read('danger.yaml'))
const harmless = Object.values(z.record(z.string(), sentences).parse(read('harmless.yaml'))).flat()
const split = splitSchema.parse(read('split.yaml'))
const foundLevel = (text: string): string => findCrisis(text)?.level ?? 'geen'
const count = (texts: string[]): Record<string, number> => {
  const counts: Record<string, number> = { rood: 0, oranje: 0, geel: 0, wit: 0, geen: 0 }
  for (const text of texts) counts[foundLevel(text)] = (counts[foundLevel(text)] ?? 0) + 1
  return counts
}

describe('findCrisis on the frozen set', () => {
  it('prints recall and false alarms per step', () => {
    const rows = [...crisisLevels.map((step) => [step, danger[step]] as const), ['harmless', harmless] as const].map(
      ([step, texts]) => {
        const cells = Object.entries(count(texts)).map(([found, n]) => `${found} ${String(n).padStart(4)}`)
        return `${step.padEnd(9)} ${String(texts.length).padStart(4)} sentences -> ${cells.join('  ')}`
      },
    )
    process.stdout.write(`\nCrisis ladder, frozen set (expected -> found)\n${rows.join('\n')}\n`)
    expect(rows).toHaveLength(5)
  })

  it('is large enough to mean something, and holds no sentence twice', () => {
    expect(danger.rood.length + danger.oranje.length).toBeGreaterThanOrEqual(400)
    expect(danger.geel.length).toBeGreaterThanOrEqual(60)
    expect(danger.wit.length).toBeGreaterThanOrEqual(40)
    expect(harmless.length).toBeGreaterThanOrEqual(600)
    const all = [...Object.values(danger).flat(), ...harmless]
    expect(all.filter((text, index) => all.indexOf(text) !== index)).toEqual([])
  })

  it('raises every sentence of rood and oranje at least to oranje', () => {
    const missed = [...danger.rood, ...danger.oranje].filter((text) => !['rood', 'oranje'].includes(foundLevel(text)))
    expect(missed).toEqual([])
  })

  it('lets no act under way come out below rood', () => {
    expect(danger.rood.filter((text) => foundLevel(text) !== 'rood')).toEqual([])
  })

  it('answers every ambiguous sentence, and shouts at none', () => {
    expect(danger.geel.filter((text) => foundLevel(text) !== 'geel')).toEqual([])
  })

  it('is never silent about somebody else, the past or a question for knowledge, and does not take it for the writer', () => {
    expect(danger.wit.filter((text) => !['geel', 'wit'].includes(foundLevel(text)))).toEqual([])
  })

  it('raises no harmless sentence to rood or oranje', () => {
    expect(harmless.filter((text) => ['rood', 'oranje'].includes(foundLevel(text)))).toEqual([])
  })

  it('raises at most 2 % of the harmless sentences to geel', () => {
    expect(harmless.filter((text) => foundLevel(text) === 'geel').length / harmless.length).toBeLessThanOrEqual(0.02)
  })

  it.each(split.raised)('joins "$before" and "$text" to $level', ({ before, text, level: expected }) => {
    expect(findCrisis(text, before)?.level).toBe(expected)
  })

  it.each(split.calm)('hears nothing new in "$text" after "$before"', ({ before, text }) => {
    expect(findCrisis(text, before)).toBeUndefined()
  })

  it.each(danger.oranje.slice(0, 60))('hears "%s" in capitals, with marks, and inside a long message', (text) => {
    expect(['rood', 'oranje']).toContain(foundLevel(text.toUpperCase()))
    expect(['rood', 'oranje']).toContain(foundLevel(`${text}!!!`))
    const story = 'Ik zit al jaren op de dagbesteding en ik maak daar vogelhuisjes.'
    expect(['rood', 'oranje']).toContain(foundLevel(`${story} ${story} ${text}. ${story}`))
  })
})
