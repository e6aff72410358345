import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parse } from 'yaml'
import { z } from 'zod'
import { crisisRules, findCrisis } from '../../../src/understanding/crisis/find-crisis.ts'
import { crisisLevels } from '../../../src/understanding/meaning.ts'

const read = (file: string): unknown => parse(readFileSync(join(import.meta.dirname, file), 'utf8'))
const sentences = z.record(z.string(), z.array(z.string()))
const danger = sentences.parse(read('danger.yaml'))
const urgent = [...(danger.rood ?? []), ...(danger.oranje ?? [])]
const harmless = Object.values(sentences.parse(read('harmless.yaml'))).flat()

const mostChars = 10_000
const levels: readonly unknown[] = [undefined, ...crisisLevels]
const hears = (text: string): boolean => levels.includes(findCrisis(text, text.slice(0, 700))?.level)
const fill = (unit: string): string => unit.repeat(Math.ceil(mostChars / Math.max(1, unit.length))).slice(0, mostChars)

/** Words that patterns begin with, so that as many matches as possible are begun. */
const openers = [
  ...new Set(
    crisisRules.flatMap(({ patterns }) =>
      patterns.map((line) => line.replace(/^[&^>]\S* /, '').split(/[ |]/)[0] ?? ''),
    ),
  ),
].filter((word) => /^[a-z]+$/.test(word))

describe('findCrisis on hostile text', () => {
  it('answers any text, whatever signs it is made of', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), hears))
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 3_000 }), hears))
  })

  it.each([
    ['letters under a heap of marks', 'd̷̢̛ơ̴̡o̵̢͝d̸̡͘ '],
    ['right-to-left text', 'אבג ابت ‮dood‬ '],
    ['only emoji', '🔪😀👩‍👩‍👧💊'],
    ['only points', '.'],
    ['one letter', 'a'],
    ['one space-free word', 'zelfmoord'],
    ['joiners and nothing else', '‍​'],
    ['half surrogate pairs', '\ud83d'],
  ])('answers 10,000 characters of %s', (_what, unit) => {
    expect(hears(fill(unit))).toBe(true)
  })

  it('answers 10,000 characters of one word, for every word that opens a pattern', () => {
    expect(openers.filter((word) => !hears(fill(`${word} `)))).toEqual([])
  })

  it('answers 10,000 characters of words of the rules in any order', () => {
    const words = fc.array(fc.constantFrom(...openers), { minLength: 1, maxLength: 2_000 })
    fc.assert(
      fc.property(words, (some) => hears(some.join(' ').slice(0, mostChars))),
      { numRuns: 40 },
    )
  })

  it('finds danger anywhere in 10,000 harmless characters', () => {
    const around = fc.array(fc.constantFrom(...harmless), { minLength: 150, maxLength: 250 })
    fc.assert(
      fc.property(
        fc.constantFrom(...urgent),
        around,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (text, story, where) => {
          const room = mostChars - text.length - 4
          const filler = story.map((line) => `${line}. `).join('')
          const cut = filler.lastIndexOf('. ', Math.floor(Math.min(room, filler.length) * where)) + 2
          const before = cut < 2 ? '' : filler.slice(0, cut)
          const after = filler.slice(cut, cut + room - before.length)
          return ['rood', 'oranje'].includes(findCrisis(`${before}${text}. ${after}`)?.level ?? '')
        },
      ),
      { numRuns: 120 },
    )
  })

  it('finds danger that begins or ends at the last character it may read', () => {
    const filler = harmless.map((line) => `${line}. `).join('')
    const text = 'ik wil dood'
    expect(
      findCrisis(
        `${filler.slice(0, mostChars - text.length)}`.replace(/[^.]*$/, ' ').padEnd(mostChars - text.length, ' ') +
          text,
      )?.level,
    ).toBe('oranje')
  })
})
