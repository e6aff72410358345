import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { renderDocs } from '../../../src/authoring/docs/render-docs.ts'
import type { UsableContent } from '../../../src/content/load-content.ts'
import { createDialogTexts, writeDialogs } from '../../content/dialog-folder.ts'
import { loadUsable } from '../walk-topics.ts'

function renderSmall(): Record<string, string> {
  return renderDocs(loadUsable(writeDialogs(createDialogTexts())))
}

function rowsOf(page: string, start: string): string[] {
  return page.split('\n').filter((line) => line.startsWith(`| ${start} |`))
}

describe('docs/', () => {
  const usable: UsableContent = loadUsable('dialogs')

  it.each(Object.entries(renderDocs(usable)))('holds %s as it is generated today', (name, text) => {
    const path = join('docs', name)
    const isUpToDate = existsSync(path) && readFileSync(path, 'utf8') === text
    if (!isUpToDate) throw new Error(`${path} is out of date. Run: npm run content -- docs`)
    expect(isUpToDate).toBe(true)
  })

  it('says nothing of the day on which it is made: the same content gives the same pages', () => {
    expect(renderDocs(loadUsable('dialogs'))).toEqual(renderDocs(usable))
  })
})

describe('the page with everything in it', () => {
  const page = renderSmall()['inhoud.md'] ?? ''

  it('counts the example sentences in each language', () => {
    expect(page).toContain(
      '| Onderwerp | Naam in de bestanden | Nagekeken | Geldig tot en met | Voorbeeldzinnen (nl) | Voorbeeldzinnen (en) |',
    )
    expect(rowsOf(page, 'Over appels')).toEqual(['| Over appels | `appels` | 2026-11-01 | 2027-11-01 | 40 | 40 |'])
    expect(rowsOf(page, 'Over peren')).toEqual(['| Over peren | `peren` | 2026-11-01 | 2027-11-01 | 41 | – |'])
  })

  it('lists each answer with its sources as links, and the days on which it holds', () => {
    const source = 'G1: [Bron over appels](https://bron.voorbeeld.nl/appels), 2026-01-01'
    expect(rowsOf(page, '`kopen`')).toEqual([`| \`kopen\` | overal | 2026-11-01 | t/m 2027-06-30 | ${source} |`])
    expect(rowsOf(page, '`kopen-later`')).toEqual([
      `| \`kopen-later\` | overal | 2026-11-01 | 2027-07-01 t/m 2027-11-01 | ${source} |`,
    ])
  })

  it('lists the answers of a region, its own ones and those it replaces', () => {
    expect(page).toContain('| `over-groen` | twente | 2026-11-01 |')
    expect(page).toContain('| `winkel-twente` | twente | 2026-11-01 |')
  })

  it('lists contacts with the last day on which they are shown, and amounts with their periods', () => {
    expect(rowsOf(page, 'De Fruitwinkel')).toEqual([
      '| De Fruitwinkel | helpen | 2026-11-01 | 2027-11-01 | T1: [Bron in Twente](https://bron.voorbeeld.nl/twente), datum onbekend |',
    ])
    expect(page).toMatch(/`appel`: Prijs van een appel\. \| €\s1,50 \| 2026-01-01 \| 2026-12-31 \|/)
    expect(page).toMatch(/`appel`: Prijs van een appel\. \| €\s2,00 \| 2027-01-01 \| 2027-06-30 \|/)
  })
})

describe('the page about reading', () => {
  it('measures every answer in every region, with the totals on top', () => {
    const page = renderSmall()['leesbaarheid.md'] ?? ''
    expect(rowsOf(page, 'appels/over-groen').map((row) => row.split(' | ')[1])).toEqual(['overal', 'twente'])
    expect(page).toMatch(/\| Hoofdantwoorden \| \d+ \|/)
    expect(page).toContain('| Leesscore 70 of hoger | 100 % |')
    expect(page).toContain('| Met bron en dag van nakijken | 100 % |')
  })

  it('shows an answer that is too hard', () => {
    const texts = createDialogTexts()
    const peren = texts['topics/peren.yaml'] ?? ''
    const hard = 'Arbeidsongeschiktheidsverzekeringen compenseren inkomensachteruitgang.'
    texts['topics/peren.yaml'] = peren.replace('Een peer is zacht.', hard)
    const page = renderDocs(loadUsable(writeDialogs(texts)))['leesbaarheid.md'] ?? ''
    expect(page).not.toContain('| Leesscore 70 of hoger | 100 % |')
    expect(Number(rowsOf(page, 'peren/zacht')[0]?.split(' | ')[5])).toBeLessThan(0)
  })
})

describe('the page that sets regions side by side', () => {
  const page = renderDocs(loadUsable('dialogs'))['regio-verschillen.md'] ?? ''

  it.each(['terugkomen', 'uitkering', 'aanmelden', 'wie-helpt', 'stappen'])(
    'has a row for each region: %s',
    (topic) => {
      const section = page.slice(page.indexOf(`(\`${topic}\`)`)).split('\n## ')[0] ?? ''
      for (const name of [
        'Almere',
        'Amsterdam',
        'Drenthe',
        'Groningen',
        'heel Nederland',
        'Oss',
        'Nijmegen',
        'Twente',
      ]) {
        expect(section).toMatch(new RegExp(`^\\| [^|]*${name}[^|]* \\|`, 'm'))
      }
    },
  )

  it('fills in the words of the region', () => {
    expect(page).not.toMatch(/\{(region|helper|helpers)\}/)
  })
})
