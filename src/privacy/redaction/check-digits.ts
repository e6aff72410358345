/**
 * Tells whether digits pass the test that every burgerservicenummer passes. One in eleven other numbers does too.
 * Source: the dossier "veilig en taal", §5.4.
 * @param digits at most 9; zeros in front may be left out
 */
export function passesElevenTest(digits: string): boolean {
  const padded = digits.padStart(9, '0')
  if (padded.length !== 9 || padded === '000000000') return false
  const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1]
  return weights.reduce((sum, weight, index) => sum + weight * digitAt(padded, index), 0) % 11 === 0
}

/**
 * Tells whether an IBAN passes its check (ISO 7064, mod 97-10): the first four characters at the end, A = 10 … Z = 35,
 * remainder 1.
 * @param iban letters and digits only
 */
export function passesMod97(iban: string): boolean {
  let remainder = 0
  for (let index = 0; index < iban.length; index += 1) {
    const value = Number.parseInt(iban[(index + 4) % iban.length] ?? '', 36)
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
  }
  return remainder === 1
}

/**
 * Tells whether digits pass the Luhn test, as the number on every bank card does.
 * Source: ISO/IEC 7812-1.
 */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index += 1) {
    const digit = digitAt(digits, digits.length - 1 - index)
    const doubled = digit * 2
    sum += index % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

function digitAt(digits: string, index: number): number {
  return digits.charCodeAt(index) - 48
}
