import { describe, expect, it } from '@jest/globals'
import { passesElevenTest, passesLuhn, passesMod97 } from '../../../src/privacy/redaction/check-digits.ts'

describe('passesElevenTest', () => {
  it.each(['111222333', '123456782', '000000012', '12'])('passes %s', (number) => {
    expect(passesElevenTest(number)).toBe(true)
  })

  it.each(['123456789', '000000000', '', '1112223334'])('refuses "%s"', (number) => {
    expect(passesElevenTest(number)).toBe(false)
  })
})

describe('passesMod97', () => {
  it.each(['NL91ABNA0417164300', 'nl91abna0417164300', 'DE89370400440532013000'])('passes %s', (iban) => {
    expect(passesMod97(iban)).toBe(true)
  })

  it('refuses one with another last digit', () => {
    expect(passesMod97('NL91ABNA0417164301')).toBe(false)
  })
})

describe('passesLuhn', () => {
  it('passes the number that card schemes give for tests', () => {
    expect(passesLuhn('4111111111111111')).toBe(true)
  })

  it('refuses one with another last digit', () => {
    expect(passesLuhn('4111111111111112')).toBe(false)
  })
})
