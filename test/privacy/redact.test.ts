import { describe, expect, it } from '@jest/globals'
import { redact } from '../../src/privacy/redact.ts'
import { marks } from './marks.ts'

const textOf = (text: string, field?: 'phone' | 'email') => redact(text, marks, field).text

/** People, numbers and addresses are invented: 111222333, NL91 ABNA 0417 1643 00 and 4111 … are numbers made for tests. */
describe('redact', () => {
  it('tells what it took out, each kind once, in the order of the text', () => {
    const { text, found } = redact('bel 06 12345678 of 06 87654321, mail zwaantje@voorbeeld.example', marks)
    expect(text).toBe('bel [telefoonnummer] of [telefoonnummer], mail [mailadres]')
    expect(found).toEqual(['phone', 'email'])
  })

  it('gives back a text without personal data as it is', () => {
    const text = 'Kan ik dan nog terugkomen?\n\tHet is “lastig” – ik twijfel…\u00a0\u0000 😀 e\u0301'
    expect(redact(text, marks)).toEqual({ text, found: [] })
  })

  it.each([
    ['112 en 113', 'bel 113 of 112'],
    ['0800-0113', 'kan ik 0800-0113 bellen'],
    ['De Luisterlijn', 'is 088 0767 000 gratis'],
    ['Veilig Thuis', 'moet ik 0800 2000 hebben'],
  ])('keeps the help number of %s', (_name, text) => {
    expect(textOf(text)).toBe(text)
  })

  it('keeps a help number beside a number it masks', () => {
    expect(textOf('bel 113 of 06 12345678')).toBe('bel 113 of [telefoonnummer]')
  })

  it.each([
    '12 uur per week, 3 dagen',
    'in 2027',
    'sinds 2019 al 3 jaar',
    '€ 1.200',
    '€ 1.234,56 per maand',
    '1500 euro',
    'van 1500 of 1600 euro naar 1200 en 10 cent',
    'ik kreeg € 100 200 300',
    '111 222 333 euro',
    'om 9.30 uur of 14:00',
    'van 09.00-17.00 5 dagen',
    'maandag 08.30-12.00 23 november',
    'op 23-11-2026 om 9 uur',
    'op 5-06-2026 10.30 uur',
    'op 01-12-2026 10:30',
    'op 12-11-2026 9',
    '2026-11-23 9.00',
    '1-12-26 10.00',
    '23 november 2026 en 1 januari 2027',
    '70 % van 24/7 en 3 x 8 uur',
    '1000 km, 2400 uur, 2026 in 12 weken, 1500 EU',
    'IK VERDIEN 1500 IN DE MAAND',
    'artikel 10 lid 2 van 2015',
    'Ik woon in Almelo',
    'zit ik op tram 5 of bus 12',
    'onderweg 3 dagen, en op de arbeidsmarkt 2 jaar',
    'Vanwege 3 dagen ziek',
    'ik moet 1 dag overslaan 2 keer',
    'mijn dossier uit 2026',
    'WERKPLEK1',
    'bel me op 23-11-2026 of 24-11-2026 10.30',
    'bel het CAK: 0800 1925',
    'mijn bsn kwijt sinds 12-11-2026',
    'bel me tussen 9.00-12.00 15.00',
  ])('leaves "%s" as it is', (text) => {
    expect(textOf(text)).toBe(text)
  })

  describe('numbers', () => {
    it.each([
      ['Mijn bsn is 111222333.', 'Mijn bsn is [burgerservicenummer].'],
      ['1112.22.333', '[burgerservicenummer]'],
      ['bsn 123456789', 'bsn [burgerservicenummer]'],
      ['burgerservicenummer: 1234 5678', 'burgerservicenummer: [burgerservicenummer]'],
      ['12345678 is mijn bsn', '[burgerservicenummer] is mijn bsn'],
      ['nl91 abna 0417 1643 00', '[rekeningnummer]'],
      ['NL00ABNA0417164300', '[rekeningnummer]'],
      ['DE89 3704 0044 0532 0130 00 is van mij', '[rekeningnummer] is van mij'],
      ['4111 1111 1111 1111', '[bankpasnummer]'],
      ['06-12345678', '[telefoonnummer]'],
      ['(053) 456 78 90 is thuis', '[telefoonnummer] is thuis'],
      ['+31 (0)6 1234 5678', '[telefoonnummer]'],
      ['0031612345678', '[telefoonnummer]'],
      ['31612345678', '[telefoonnummer]'],
      ['06 1234567', '[telefoonnummer]'],
      ['bel me op 612345678', 'bel me op [telefoonnummer]'],
      ['+49 151 12345678', '[telefoonnummer]'],
      ['SPECI2014', '[documentnummer]'],
      ['cliëntnummer: 987 654', 'cliëntnummer: [nummer]'],
      ['dossier 55512', 'dossier [nummer]'],
      ['mijn V-nummer is 1234567890', 'mijn V-nummer is [nummer]'],
      ['mijn kenteken is 12-AB-34', 'mijn kenteken is [nummer]'],
    ])('masks "%s"', (text, masked) => {
      expect(textOf(text)).toBe(masked)
    })

    it('leaves nine digits alone that are no burgerservicenummer and are not called one', () => {
      expect(textOf('bestelling 123456789')).toBe('bestelling 123456789')
    })

    it('reads digits of other scripts, and through what nobody sees', () => {
      expect(textOf('\u0660\u0666\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668')).toBe('[telefoonnummer]')
      expect(textOf('06\u200b12\u00ad34\u2060 56–78')).toBe('[telefoonnummer]')
      expect(textOf('1\ufe0f\u20e31\ufe0f\u20e31\ufe0f\u20e3222333')).toBe('[burgerservicenummer]')
    })
  })

  describe('addresses and dates', () => {
    it.each([
      ['zwaantje@voorbeeld.example', '[mailadres]'],
      ['zwaantje @ voorbeeld.example', '[mailadres]'],
      ['zwaantje apenstaartje voorbeeld punt example', '[mailadres]'],
      ['zwaantje.111222333@voorbeeld.example', '[mailadres]'],
      ['Ik woon Verzonnenstraat 12, 7511 AB Almelo', 'Ik woon [adres], [postcode] Almelo'],
      ['verzonnenstraat 12a in Almelo', '[adres] in Almelo'],
      ['verzonnenlaan 3b, 7511ab enschede', '[adres], [postcode] enschede'],
      ['Laan van Verzonnen Dingen 12', '[adres]'],
      ['ik woon op de Markt 3', 'ik woon op de [adres]'],
      ['mijn adres is Achter de Hoven 12', 'mijn adres is [adres]'],
      ['7511AB', '[postcode]'],
      ['7511 ab 12', '[postcode]'],
      ['mijn postcode is 7511ab', 'mijn postcode is [postcode]'],
      ['ik ben geboren op 3-5-1985', 'ik ben geboren op [datum]'],
      ['3 mei 1985', '[datum]'],
      ['1985-05-03', '[datum]'],
      ['geb. 03-05-85', 'geb. [datum]'],
      ['born on May 3, 1985', 'born on [datum]'],
    ])('masks "%s"', (text, masked) => {
      expect(textOf(text)).toBe(masked)
    })
  })

  describe('names', () => {
    it.each([
      ['mijn naam is Zwaantje van der Bloemkool en ik zoek werk', 'mijn naam is [naam] en ik zoek werk'],
      ['ik heet zwaantje', 'ik heet [naam]'],
      ['Naam: Zwaantje Bloemkool', 'Naam: [naam]'],
      ['Ik ben Gerard en ik ben bang', 'Ik ben [naam] en ik ben bang'],
      ['ik heet zwaantje bloemkool.', 'ik heet [naam].'],
      ['IK HEET ZWAANTJE EN IK WIL WERKEN', 'IK HEET [naam] EN IK WIL WERKEN'],
      ['Ik ben Zwaantje', 'Ik ben [naam]'],
      ['hoi ik ben Zwaantje, mag ik iets vragen', 'hoi ik ben [naam], mag ik iets vragen'],
      ['ik sprak mevrouw De Bloemkool', 'ik sprak mevrouw [naam]'],
      ['van dhr. J.P. Bloemkool', 'van dhr. [naam]'],
      ['dokter Bloemkool zei dat', 'dokter [naam] zei dat'],
      ['mijn begeleider heet Zwaantje', 'mijn begeleider heet [naam]'],
      ['my name is Zwaantje and I want to work', 'my name is [naam] and I want to work'],
      ['Tot morgen. Groetjes, Zwaantje', 'Tot morgen. Groetjes, [naam]'],
    ])('masks "%s"', (text, masked) => {
      expect(textOf(text)).toBe(masked)
    })

    it.each([
      'ik ben Moe',
      'Ik Ben Moe',
      'ik ben Bang.',
      'Ik ben Verdrietig, en alleen',
      'ik ben Opgenomen',
      'Ik ben Uitgeput',
      'Ik ben Arbeidsongeschikt.',
      'Ik ben Nederlander',
      'Ik ben Depressief',
      'Ik ben Wajonger en bang',
      'ik ben bang voor mensen',
      'mijn naam is niet belangrijk',
      'ik heet geen naam te zeggen',
      'de regeling heet Wajong',
      'hoe heet dat',
      'mevrouw Ik weet het niet',
      'call me back please',
      "ik woon in 's-Heer Arendskerke",
      'Ik Wil Een Spuitje Van De Dokter Om Te Gaan',
      'Geachte heer Mevrouw, ik heb een vraag',
    ])('takes "%s" for no name', (text) => {
      expect(textOf(text)).toBe(text)
    })
  })

  describe('a field that was asked for', () => {
    it('holds nothing of a number that is not right', () => {
      expect(textOf('06 1234', 'phone')).toBe('[telefoonnummer]')
      expect(textOf('doe maar 53 45 67 na 5', 'phone')).toBe('doe maar [telefoonnummer] na 5')
    })

    it('holds nothing of an address that is not right', () => {
      expect(textOf('zwaantje@@voorbeeld', 'email')).not.toMatch(/zwaantje|voorbeeld/)
    })

    it('is redacted like any other text for the rest', () => {
      expect(textOf('06 12345678, ik heet Zwaantje', 'phone')).toBe('[telefoonnummer], ik heet [naam]')
    })
  })
})
