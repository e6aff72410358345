import { describe, expect, it } from '@jest/globals'
import { indexSpellings } from '../../src/understanding/normalise-text.ts'
import { createChoiceReader } from '../../src/understanding/read-choice.ts'
import { dutchWords } from './example-sentences.ts'

const { findChoice } = createChoiceReader(dutchWords, indexSpellings(dutchWords.spellings))

const choice = (id: string, label: string, ...phrases: string[]) => ({ id, label, phrases })
const closing = [choice('yes', 'Ja, kleiner'), choice('a-bit', 'Een beetje'), choice('no', 'Nee')]
const hours = [choice('less', 'Minder dan 12 uur'), choice('more', '12 tot 24 uur'), choice('full', 'Meer dan 24 uur')]
const places = [choice('almelo', 'Almelo'), choice('hengelo', 'Hengelo'), choice('elsewhere', 'Ergens anders')]
const wajongs = [
  choice('wajong-old', 'Oude Wajong'),
  choice('wajong-2010', 'Wajong 2010'),
  choice('wajong-2015', 'Wajong 2015'),
]

describe('findChoice', () => {
  it.each([
    ['ja', closing, 'yes'],
    ['jazeker', closing, 'yes'],
    ['nee hoor', closing, 'no'],
    ['een beetje', closing, 'a-bit'],
    ['een beetje wel', closing, 'a-bit'],
    ['in Almelo', places, 'almelo'],
    ['ik woon in Hengello', places, 'hengelo'],
    ['ALMELO!', places, 'almelo'],
    ['de derde', places, 'elsewhere'],
    ['doe maar de eerste', places, 'almelo'],
    ['minder', hours, 'less'],
    ['wajong 2015', wajongs, 'wajong-2015'],
    ['2010 denk ik', wajongs, 'wajong-2010'],
    ['de oude', wajongs, 'wajong-old'],
  ])('reads "%s"', (text, choices, expected) => {
    expect(findChoice(text, choices, 'any-wording')).toBe(expected)
  })

  it.each([
    ['kan ik in Almelo ook terugkomen op de dagbesteding', places],
    ['waar is Almelo?', places],
    ['wajong', wajongs],
    ['ja maar wat gebeurt er dan met mijn geld', closing],
    ['ik wil liever eerst weten hoe het met mijn bus gaat', places],
    ['ben jij een mens', [choice('mens', 'Praat met een mens'), choice('menu', 'Menu')]],
    ['7', places],
    ['', places],
    ['weet ik niet', places],
    [`Almelo ${'x'.repeat(300)}`, places],
  ])('does not take "%s" for a choice', (text, choices) => {
    expect(findChoice(text, choices, 'any-wording')).toBeUndefined()
  })

  it('does not read a number as a place when the buttons hold that number', () => {
    expect(findChoice('24', [choice('a', '12 uur'), choice('b', '24 uur')], 'any-wording')).toBe('b')
    expect(findChoice('2', [choice('a', '2 dagen'), choice('b', '1 dag')], 'any-wording')).toBe('a')
  })

  it('takes only the words of a button where exact words are asked', () => {
    expect(findChoice('de eerste', places, 'exact-words')).toBeUndefined()
    expect(findChoice('in almelo', places, 'exact-words')).toBeUndefined()
    expect(findChoice('almelo', places, 'exact-words')).toBe('almelo')
  })

  it('finds nothing when nothing is on offer', () => {
    expect(findChoice('ja', [], 'any-wording')).toBeUndefined()
  })
})
