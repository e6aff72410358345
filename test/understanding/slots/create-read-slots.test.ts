import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parse } from 'yaml'
import { z } from 'zod'
import { wordsFileSchema } from '../../../src/conversation/dialog-files/words-file.ts'
import { createReadSlots } from '../../../src/understanding/slots/create-read-slots.ts'
import type { BenefitMention, HoursMention, MoneyMention, Slots } from '../../../src/understanding/slots/slots.ts'
import { dutchWords } from '../example-sentences.ts'
import { readDutch } from './read-slots.ts'

const expected = z.record(z.string(), z.array(z.string()))

function readTable<T>(name: string, schema: z.ZodType<T>): T {
  return schema.parse(parse(readFileSync(new URL(name, import.meta.url), 'utf8')))
}

const benefits = Object.entries(readTable('benefits.yaml', expected))
const money = Object.entries(readTable('money.yaml', expected))
const hours = readTable('hours.yaml', z.object({ said: expected, asked: expected }))

function writeBenefit({ kind, standing }: BenefitMention): string {
  return standing === 'has' ? kind : `${kind} ${standing}`
}

function writeHours({ from, to, per, isEstimate }: HoursMention): string {
  const range = from === to ? `${from}` : `${from}-${to}`
  return `${isEstimate ? '~' : ''}${range}${per === 'day' || per === 'month' ? ` ${per}` : ''}`
}

function writeMoney({ cents, toCents, per }: MoneyMention): string {
  return `${cents}${toCents === undefined ? '' : `-${toCents}`}${per === undefined ? '' : ` ${per}`}`
}

/** Everything in it that stands somewhere in the text. */
function spansOf(slots: Partial<Slots>): { start: number; end: number }[] {
  return [...(slots.benefits ?? []), ...(slots.hours ?? []), ...(slots.money ?? []), ...(slots.moments ?? [])]
}

describe('createReadSlots: benefits', () => {
  it.each(benefits)('reads "%s"', (text, kinds) => {
    expect((readDutch(text).benefits ?? []).map(writeBenefit)).toEqual(kinds)
  })
})

describe('createReadSlots: hours', () => {
  it.each(Object.entries(hours.said))('reads "%s"', (text, numbers) => {
    expect((readDutch(text).hours ?? []).map(writeHours)).toEqual(numbers)
  })

  it.each(Object.entries(hours.asked))('reads "%s" when hours were asked', (text, numbers) => {
    expect((readDutch(text, true).hours ?? []).map(writeHours)).toEqual(numbers)
  })

  it('reads every number up to 100, in digits and in words', () => {
    const words = dutchWords.slots?.numbers ?? {}
    for (const [word, value] of Object.entries(words).filter(([, each]) => each >= 1 && each <= 50)) {
      expect(readDutch(`${word} uur per week`).hours).toEqual([expect.objectContaining({ from: value, to: value })])
    }
    for (let value = 1; value <= 100; value += 1) {
      expect(readDutch(`${value} uur per week`).hours).toEqual([expect.objectContaining({ from: value, to: value })])
    }
  })
})

describe('createReadSlots: money', () => {
  it.each(money)('reads "%s"', (text, amounts) => {
    expect((readDutch(text).money ?? []).map(writeMoney)).toEqual(amounts)
  })
})

const english = createReadSlots(
  wordsFileSchema.parse(parse(readFileSync(new URL('../../../dialogs/en/words.yaml', import.meta.url), 'utf8'))),
)

describe('createReadSlots: English', () => {
  it.each([
    ['i have wajong but not sure which', ['wajong-onbekend doubts']],
    ['i think wia', ['wia doubts']],
    ['i am on welfare', ['bijstand']],
    ['i have no benefit', ['geen']],
    ['my husband has wao', ['wao other-person']],
    ['i used to have wajong', ['wajong had']],
  ])('reads the benefit in "%s"', (text, kinds) => {
    expect((english(text, { areHoursAsked: false })?.benefits ?? []).map(writeBenefit)).toEqual(kinds)
  })

  it.each([
    ['12 hours a week', ['12']],
    ['about twenty-five hours', ['25']],
    ['from 8 to 16 hours', ['8-16']],
    ['a few hours', ['~2-5']],
    ['at least 12 hours', ['12-60']],
    ['at 12 oclock', []],
    ['2 hours ago', []],
  ])('reads the hours in "%s"', (text, numbers) => {
    expect((english(text, { areHoursAsked: false })?.hours ?? []).map(writeHours)).toEqual(numbers)
  })

  it.each([
    ['1,200.50 euro', ['120050']],
    ['€1,200 a month', ['120000 month']],
  ])('reads the money in "%s"', (text, amounts) => {
    expect((english(text, { areHoursAsked: false })?.money ?? []).map(writeMoney)).toEqual(amounts)
  })

  it.each([
    ['tomorrow at 3 pm', { day: { kind: 'in-days', days: 1 }, time: { minute: 15 * 60 } }],
    ['half past two', { time: { minute: 14 * 60 + 30 } }],
    ['quarter to four', { time: { minute: 15 * 60 + 45 } }],
    ['December 2nd', { day: { kind: 'date', day: 2, month: 12 } }],
    ['in two weeks', { day: { kind: 'week', weeks: 2 }, isVague: true }],
  ])('reads the moment in "%s"', (text, moment) => {
    expect(english(text, { areHoursAsked: false })?.moments).toMatchObject([moment])
  })
})

describe('createReadSlots', () => {
  it('is tested with at least 60 sentences for each reader', () => {
    const counts = [benefits, money, Object.keys({ ...hours.said, ...hours.asked })].map(({ length }) => length)
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(60)
  })

  it('reads all kinds in one message, and nothing twice', () => {
    const text = 'Ik heb wajong en werk 12 uur voor € 200 per maand, bel me morgen om 3 uur'
    const slots = readDutch(text)
    const said = spansOf(slots).map(({ start, end }) => text.slice(start, end))
    expect(said).toEqual(['wajong', '12 uur', '€ 200 per maand', 'morgen om 3 uur'])
    expect(slots.isWhole).toBe(false)
  })

  it.each(['wajong', 'nee, ik heb bijstand', 'wajong denk ik', 'een uurtje of 10', 'ik heb geen wajong maar bijstand'])(
    'sees that "%s" says nothing else',
    (text) => {
      expect(readDutch(text).isWhole).toBe(true)
    },
  )

  it.each(['ik heb wajong, wat gebeurt er als ik ga werken', 'mijn buurvrouw helpt en ik heb bijstand'])(
    'sees that "%s" says more',
    (text) => {
      expect(readDutch(text).isWhole).toBe(false)
    },
  )

  it('tells the place too, when one was read', () => {
    const read = createReadSlots(dutchWords)
    expect(read('ik woon in Almelo', { areHoursAsked: false, municipalities: ['Almelo'] })).toEqual({
      municipalities: ['Almelo'],
      isWhole: false,
    })
  })

  it.each(['', '   ', '👍', 'hallo', 'ik durf niet'])('reads nothing in %j', (text) => {
    expect(readDutch(text)).toEqual({})
  })

  it('reads nothing in a language that has no words for it', () => {
    const { slots: _unused, ...words } = dutchWords
    expect(createReadSlots(words)('ik heb wajong', { areHoursAsked: false })).toBeUndefined()
  })

  const pieces = fc.constantFrom(
    ...['12', '€', 'uur', 'wajong', 'geen', 'om', 'half', 'drie', 'maandag', '-', '/', 'van', 'tot', 'over', 'een'],
    ...['week', 'per', ',', '2', '12-12', '9.30', 'paar', 'honderd', 'ton', 'volgende', '\n', '🙂', 'é́', 'de', 'in'],
  )
  const texts = fc.oneof(
    fc.string({ maxLength: 300 }),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(pieces, { maxLength: 60 }).map((words) => words.join(' ')),
    fc.array(pieces, { maxLength: 400 }).map((words) => words.join('')),
  )

  it('reads any text without failing, in places that lie in it and do not overlap', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (text, isAsked) => {
        const spans = spansOf(readDutch(text, isAsked)).sort((one, other) => one.start - other.start)
        for (const [index, { start, end }] of spans.entries()) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('reads the same from a text and from its first 600 and last 300 characters', () => {
    const head = 'Ik heb wajong. '.padEnd(600, 'x ')
    const tail = ' en ik werk 12 uur'.padStart(300, 'y ')
    const slots = readDutch(`${head}${'z '.repeat(5000)}${tail}`)
    expect(slots.benefits).toEqual([expect.objectContaining({ kind: 'wajong', standing: 'has' })])
    expect(slots.hours).toEqual([expect.objectContaining({ from: 12, to: 12 })])
  })
})
