import { describe, expect, it } from '@jest/globals'
import { holidayNames } from '../../src/conversation/dialog-files/region-file.ts'
import { holidaysOf, isHoliday } from '../../src/handoff/holidays.ts'

// The table of the facts page, §5.1, with the bridge day and New Year's Eve worked out by hand.
const table = {
  2026: {
    nieuwjaarsdag: 'Thu 1 Jan',
    'goede-vrijdag': 'Fri 3 Apr',
    'tweede-paasdag': 'Mon 6 Apr',
    koningsdag: 'Mon 27 Apr',
    bevrijdingsdag: 'Tue 5 May',
    hemelvaartsdag: 'Thu 14 May',
    hemelvaartsvrijdag: 'Fri 15 May',
    'tweede-pinksterdag': 'Mon 25 May',
    'eerste-kerstdag': 'Fri 25 Dec',
    'tweede-kerstdag': 'Sat 26 Dec',
    oudejaarsdag: 'Thu 31 Dec',
  },
  2027: {
    nieuwjaarsdag: 'Fri 1 Jan',
    'goede-vrijdag': 'Fri 26 Mar',
    'tweede-paasdag': 'Mon 29 Mar',
    koningsdag: 'Tue 27 Apr',
    bevrijdingsdag: 'Wed 5 May',
    hemelvaartsdag: 'Thu 6 May',
    hemelvaartsvrijdag: 'Fri 7 May',
    'tweede-pinksterdag': 'Mon 17 May',
    'eerste-kerstdag': 'Sat 25 Dec',
    'tweede-kerstdag': 'Sun 26 Dec',
    oudejaarsdag: 'Fri 31 Dec',
  },
  2028: {
    nieuwjaarsdag: 'Sat 1 Jan',
    'goede-vrijdag': 'Fri 14 Apr',
    'tweede-paasdag': 'Mon 17 Apr',
    koningsdag: 'Thu 27 Apr',
    bevrijdingsdag: 'Fri 5 May',
    hemelvaartsdag: 'Thu 25 May',
    hemelvaartsvrijdag: 'Fri 26 May',
    'tweede-pinksterdag': 'Mon 5 Jun',
    'eerste-kerstdag': 'Mon 25 Dec',
    'tweede-kerstdag': 'Tue 26 Dec',
    oudejaarsdag: 'Sun 31 Dec',
  },
}

function inWords(date: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
  return format.format(new Date(`${date}T00:00:00Z`)).replace(',', '')
}

describe('holidaysOf', () => {
  it.each([2026, 2027, 2028] as const)('gives all eleven holidays of %i', (year) => {
    const found = Object.fromEntries(Object.entries(holidaysOf(year)).map(([name, date]) => [name, inWords(date)]))
    expect(found).toEqual(table[year])
    expect(Object.keys(found)).toEqual([...holidayNames])
  })

  it.each([
    [2025, '2025-04-26'],
    [2031, '2031-04-26'],
    [2030, '2030-04-27'],
  ])('puts Koningsdag of %i on %s', (year, date) => {
    expect(holidaysOf(year).koningsdag).toBe(date)
  })

  it('knows the earliest and latest Easter of this century', () => {
    expect(holidaysOf(2038)['tweede-paasdag']).toBe('2038-04-26')
    expect(holidaysOf(2008)['tweede-paasdag']).toBe('2008-03-24')
  })
})

describe('isHoliday', () => {
  it('counts only the names that were asked', () => {
    expect(isHoliday('2027-05-05', ['bevrijdingsdag'])).toBe(true)
    expect(isHoliday('2027-05-05', ['koningsdag', 'hemelvaartsdag'])).toBe(false)
    expect(isHoliday('2027-05-05', [])).toBe(false)
  })

  it('finds a day that is two holidays under either name', () => {
    expect(holidaysOf(2016).hemelvaartsdag).toBe('2016-05-05')
    expect(isHoliday('2016-05-05', ['bevrijdingsdag'])).toBe(true)
    expect(isHoliday('2016-05-05', ['hemelvaartsdag'])).toBe(true)
  })
})
