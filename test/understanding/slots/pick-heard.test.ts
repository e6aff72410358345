import { describe, expect, it } from '@jest/globals'
import { type Hears, isDeniedChoice, pickHeard, toHeard } from '../../../src/understanding/slots/pick-heard.ts'
import { readDutch } from './read-slots.ts'

const choices: { id: string; hears?: Hears }[] = [
  { id: 'bijstand', hears: { benefit: ['bijstand'] } },
  { id: 'wajong', hears: { benefit: ['wajong', 'wajong-oud'] } },
  { id: 'few', hears: { hours: { from: 0, to: 20 } } },
  { id: 'many', hears: { hours: { from: 20.5, to: 60 } } },
  { id: 'weet-niet' },
]

function hear(text: string) {
  const slots = readDutch(text)
  return toHeard({ isWhole: false, ...slots })
}

describe('pickHeard', () => {
  it.each([
    ['ik heb bijstand', 'bijstand'],
    ['wajong denk ik', 'wajong'],
    ['wajong, de oude wajong', 'wajong'],
    ['geen wajong maar bijstand', 'bijstand'],
    ['ik had wajong, nu bijstand', 'bijstand'],
    ['12 uur', 'few'],
    ['8 tot 12 uur per week', 'few'],
    ['3 ochtenden', 'few'],
    ['meer dan 20 uur', 'many'],
    ['fulltime', 'many'],
  ])('finds the choice that "%s" means: %s', (text, id) => {
    expect(pickHeard(choices, hear(text))?.id).toBe(id)
  })

  it.each([
    ['a denied benefit', 'ik heb geen wajong'],
    ['the benefit of somebody else', 'mijn man heeft wajong'],
    ['a benefit no choice hears', 'ik heb ww'],
    ['two benefits of two choices', 'ik heb wajong en bijstand'],
    ['hours that lie in two choices', '16 tot 24 uur per week'],
    ['hours of one day', '4 uur per dag'],
    ['nothing', 'hallo'],
  ])('finds none for %s', (_what, text) => {
    expect(pickHeard(choices, hear(text))).toBeUndefined()
  })
})

describe('toHeard', () => {
  it('keeps the most precise kind of a benefit', () => {
    expect(hear('ik krijg geld van het uwv, ik heb wia, de wga').benefit).toBe('wga')
  })

  it('hears none when two are compared', () => {
    expect(hear('wat is het verschil tussen wajong en wia').benefit).toBeUndefined()
  })

  it('keeps what was denied apart', () => {
    expect(hear('geen wajong maar bijstand')).toEqual({ benefit: 'bijstand', denied: ['wajong'], hours: [] })
  })
})

describe('isDeniedChoice', () => {
  it('tells whether a choice says what was denied', () => {
    expect(choices.filter((choice) => isDeniedChoice(choice, hear('geen wajong'))).map(({ id }) => id)).toEqual([
      'wajong',
    ])
  })
})
