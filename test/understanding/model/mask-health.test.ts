import { describe, expect, it } from '@jest/globals'
import { maskHealth } from '../../../src/understanding/model/mask-health.ts'

describe('maskHealth', () => {
  it.each([
    ['Ik heb schizofrenie en slik olanzapine', 'Ik heb [...] en slik [...]'],
    ['door mijn depressie en PTSS lukt het niet', 'door mijn [...] en [...] lukt het niet'],
    ['na mijn burn-out, met sertraline en oxazepam', 'na mijn [...], met [...] en [...]'],
    ['bipolair, psychotisch geweest, verslaving gehad', '[...], [...] geweest, [...] gehad'],
    ['I have depression and take fluoxetine', 'I have [...] and take [...]'],
  ])('takes out of "%s" what somebody has or takes', (text, masked) => {
    expect(maskHealth(text)).toBe(masked)
  })

  it.each([
    'Wat gebeurt er met mijn uitkering als ik 12 uur ga werken?',
    'Mag ik weer terug naar de dagbesteding in Almelo?',
    'Ik krijg huurtoeslag en zorgtoeslag',
    'welke concrete stappen zijn er',
    'ik kan het niet',
  ])('leaves "%s" as it is', (text) => {
    expect(maskHealth(text)).toBe(text)
  })
})
