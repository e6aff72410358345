import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parse } from 'yaml'
import { z } from 'zod'
import type { PlaceNames } from '../../src/understanding/meaning.ts'
import { readWords } from '../../src/understanding/place-index.ts'
import { courtesyWords, neverMistyped, ordinaryNames, smallWords } from '../../src/understanding/place-words.ts'
import { createReadPlace } from '../../src/understanding/read-place.ts'

const file = z
  .object({
    municipalities: z.array(z.object({ name: z.string(), province: z.string(), also: z.array(z.string()) })),
    ambiguous: z.array(z.object({ name: z.string(), municipalities: z.array(z.string()).min(2) })),
  })
  .parse(parse(readFileSync(new URL('../../dialogs/municipalities.yaml', import.meta.url), 'utf8')))
const sentences = z
  .object({
    asked: z.record(z.string(), z.array(z.string())),
    askedNothing: z.array(z.string()),
    unasked: z.record(z.string(), z.array(z.string())),
    unaskedNothing: z.array(z.string()),
  })
  .parse(parse(readFileSync(new URL('read-place.yaml', import.meta.url), 'utf8')))

const names: PlaceNames = {
  municipalities: Object.fromEntries(file.municipalities.map(({ name, also }) => [name, also])),
  ambiguous: Object.fromEntries(file.ambiguous.map(({ name, municipalities }) => [name, municipalities])),
}
const readPlace = createReadPlace(names)

/** Every name in the file, with what it stands for. */
const owners: [name: string, municipalities: string[]][] = [
  ...file.municipalities.flatMap(({ name, also }): [string, string[]][] => [name, ...also].map((own) => [own, [name]])),
  ...file.ambiguous.map(({ name, municipalities }): [string, string[]] => [name, municipalities]),
]
const written = (name: string) => readWords(name).join(' ')
const joined = (words: readonly string[]) => words.join('').replace(/^den/, 'de')
const known = new Set(owners.map(([name]) => joined(readWords(name))))
const usual = [neverMistyped, ordinaryNames, smallWords, courtesyWords]

describe('dialogs/municipalities.yaml', () => {
  it('holds the 341 municipalities of 2026 and the twelve provinces', () => {
    expect(file.municipalities).toHaveLength(341)
    expect(new Set(file.municipalities.map(({ name }) => name)).size).toBe(341)
    expect(new Set(file.municipalities.map(({ province }) => province)).size).toBe(12)
  })

  it('holds every name once, however it is written', () => {
    const seen = new Set<string>()
    const twice = owners.filter(([name]) => seen.has(written(name)) || !seen.add(written(name)))
    expect(twice).toEqual([])
  })

  it('names only municipalities of the list under ambiguous', () => {
    const listed = new Set(file.municipalities.map(({ name }) => name))
    expect(file.ambiguous.flatMap(({ municipalities }) => municipalities).filter((name) => !listed.has(name))).toEqual(
      [],
    )
  })
})

describe('readPlace, when the bot asked', () => {
  it.each(Object.entries(sentences.asked))('reads "%s"', (text, municipalities) => {
    expect(readPlace(text, true)?.municipalities).toEqual(municipalities)
  })

  it.each(sentences.askedNothing)('reads no place in "%s"', (text) => {
    expect(readPlace(text, true)).toBeUndefined()
  })

  it('reads every name in the file as its municipality', () => {
    const aloneIsNoPlace = [
      'Een',
      'Amen',
      'Hem',
      'NOP',
      'Dieren',
      'Dorst',
      'Groet',
      'Handel',
      'Loon',
      'Oranje',
      'Winkel',
    ]
    const wrong = owners.filter(([name, municipalities]) => {
      const said = aloneIsNoPlace.includes(name) ? `in ${name}` : name
      return JSON.stringify(readPlace(said, true)?.municipalities) !== JSON.stringify(municipalities)
    })
    expect(wrong).toEqual([])
  })

  it('gives the municipalities of a province when only the province is said', () => {
    expect(readPlace('ergens in drenthe', true)?.municipalities).toHaveLength(12)
    expect(readPlace('twente', true)?.municipalities).toHaveLength(14)
  })

  it('tells whether the message says nothing but the place', () => {
    expect(readPlace('ja, in de gemeente Almelo hoor', true)?.isWhole).toBe(true)
    expect(readPlace('ik woon in Hengelo en mag ik terug?', true)?.isWhole).toBe(false)
  })

  it('gives all places that are equally near to a typing error', () => {
    expect(readPlace('Enscede', true)?.municipalities).toEqual(['Enschede'])
    expect(readPlace('Almero', true)?.municipalities).toEqual(expect.arrayContaining(['Almelo', 'Almere']))
  })

  it('takes no word from the example sentences for a place with a typing error', () => {
    expect(readPlace('twijzels', true)?.municipalities).toEqual(['Achtkarspelen'])
    expect(createReadPlace(names, ['twijzels'])('twijzels', true)).toBeUndefined()
  })
})

describe('readPlace, when nobody asked', () => {
  it.each(Object.entries(sentences.unasked))('reads "%s"', (text, municipalities) => {
    expect(readPlace(text, false)?.municipalities).toEqual(municipalities)
  })

  it.each(sentences.unaskedNothing)('reads no place in "%s"', (text) => {
    expect(readPlace(text, false)).toBeUndefined()
  })

  it('forgives one typing error, not two', () => {
    expect(readPlace('ik woon in Haaksbegen', false)?.municipalities).toEqual(['Haaksbergen'])
    expect(readPlace('ik woon in Haksbegen', false)).toBeUndefined()
    expect(readPlace('ik woon in Haksbegen', true)?.municipalities).toEqual(['Haaksbergen'])
  })
})

describe('readPlace, with any text', () => {
  const letters = (name: string) =>
    written(name)
      .replace(/^(?:de|den|het|een|t) /, '')
      .replaceAll(' ', '')
      .replaceAll('ij', 'y')
  const long = owners.filter(([name]) => /\p{L}{4}/u.test(name) && letters(name).length >= 6)

  it('reads a name with one typing error as itself, or as several of which it is one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...long), mistakes(), ([name, municipalities], makeMistake) => {
        const mistyped = makeMistake(name)
        const typed = readWords(mistyped)
        // An error can also make another name or an ordinary word, or leave a short one: none is this name any more.
        fc.pre(!holdsName(typed) && letters(mistyped).length >= 5)
        fc.pre(!typed.every((word) => usual.some((list) => list.has(word))))
        // Three times a letter in a row is read as emphasis, not as one letter too many.
        fc.pre(readWords(name).length === typed.length && !/(.)\1\1/i.test(mistyped))
        const found = readPlace(mistyped, true)?.municipalities ?? []
        expect({ mistyped, found }).toEqual({ mistyped, found: expect.arrayContaining(municipalities) })
      }),
      { numRuns: 3000, seed: 2026 },
    )
  })

  it('never throws', () => {
    const words = fc.constantFrom(
      'ik',
      'woon',
      'in',
      'de',
      'gemeente',
      'een',
      ',',
      'st.',
      "'s-",
      'berg',
      'en',
      'dal',
      'of',
    )
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(words).map((some) => some.join(' ')),
    )
    fc.assert(
      fc.property(texts, fc.boolean(), (text, isAsked) => readPlace(text, isAsked)?.municipalities.length !== 0),
    )
  })

  it('stays quick with long and hostile text', () => {
    const hostile = [
      'a'.repeat(10_000),
      'ik woon in '.repeat(900),
      'ik woon in de gemete '.repeat(500),
      'ab, cd. '.repeat(1_300),
    ]
    for (const text of hostile) {
      for (const isAsked of [true, false]) {
        // The quickest of several runs: the machine may be busy with something else.
        const runsMs = Array.from({ length: 20 }, () => {
          const startedAt = performance.now()
          readPlace(text, isAsked)
          return performance.now() - startedAt
        })
        // Under 2 ms in the program itself; Jest's own world around the code makes it several times slower.
        expect(Math.min(...runsMs)).toBeLessThan(10)
      }
    }
  })
})

function holdsName(words: readonly string[]): boolean {
  return words.some((_word, start) => words.some((_last, end) => known.has(joined(words.slice(start, end + 1)))))
}

/** One letter wrong, missing, extra or swapped, in a word of four letters or more. */
function mistakes(): fc.Arbitrary<(name: string) => string> {
  const kinds = fc.constantFrom<'wrong' | 'missing' | 'extra' | 'swapped'>('wrong', 'missing', 'extra', 'swapped')
  return fc.tuple(kinds, fc.nat(), fc.constantFrom(...'bcdefgklmnoprsuvw')).map(([kind, place, letter]) => (name) => {
    const spots = [...name.matchAll(/\p{L}{4,}/gu)].flatMap(({ 0: word, index }) =>
      Array.from(word, (_letter, offset) => index + offset),
    )
    const at = spots[place % spots.length] ?? 0
    switch (kind) {
      case 'wrong':
        return name.slice(0, at) + letter + name.slice(at + 1)
      case 'missing':
        return name.slice(0, at) + name.slice(at + 1)
      case 'extra':
        return name.slice(0, at) + letter + name.slice(at)
      case 'swapped':
        return /\p{L}/u.test(name[at + 1] ?? '')
          ? name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2)
          : name.slice(0, at) + letter + name.slice(at)
    }
  })
}
