import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { runContentCommand } from '../../src/authoring/content-command.ts'
import { generateJsonSchemas } from '../../src/content/json-schemas.ts'
import { createDialogTexts, type DialogTexts, writeDialogs } from '../content/dialog-folder.ts'

function run(args: string[], texts: DialogTexts): { code: number; printed: string; folder: string } {
  const folder = writeDialogs(texts)
  let printed = ''
  const print = (text: string) => {
    printed += text
  }
  const today = new Date('2026-11-22T12:00:00Z')
  const code = runContentCommand(args, { folder, docsFolder: join(folder, 'docs'), today, print })
  return { code, printed, folder }
}

describe('the content command', () => {
  it('prints a summary and ends well when nothing is wrong', () => {
    expect(run([], createDialogTexts())).toMatchObject({
      code: 0,
      printed: expect.stringMatching(
        /^3 onderwerpen, 2 regio's, 2 talen, 4 gesprekken gevoerd: 0 fouten, 0 waarschuwingen\.\n/,
      ),
    })
  })

  it('prints file, line, severity, message and hint, and fails on errors', () => {
    const texts = createDialogTexts()
    texts['topics/peren.yaml'] = (texts['topics/peren.yaml'] ?? '').replace('is zacht.', 'is zacht!')
    const { code, printed, folder } = run([], texts)
    const line = (texts['topics/peren.yaml'] ?? '').split('\n').findIndex((each) => each.includes('zacht!')) + 1
    expect(code).toBe(1)
    expect(printed).toContain(`${folder}/topics/peren.yaml:${line}  fout [uitroepteken]  `)
    expect(printed).toMatch(/ — \S/)
    expect(printed).toContain('1 fout, 0 waarschuwingen.\n')
  })

  it('ends well on warnings only', () => {
    const texts = createDialogTexts()
    texts['topics/peren.yaml'] = (texts['topics/peren.yaml'] ?? '').replace('2027-11-01', '2026-12-01')
    expect(run([], texts)).toMatchObject({ code: 0, printed: expect.stringContaining('1 waarschuwing.') })
  })

  it('draws a topic in a region as a Mermaid flowchart', () => {
    const { code, printed } = run(['graph', 'appels', 'twente'], createDialogTexts())
    expect(code).toBe(0)
    expect(printed.split('\n')).toEqual(
      expect.arrayContaining([
        'flowchart TD',
        '  s1{"vraag: Welke kleur heeft je appel?"}',
        '  s1 -->|"Rood"| s2',
        '  s1 -->|"Groen"| s4',
        '  s2 -->|"kleur = rood"| s3',
        '  s2 -.->|"anders"| s3',
        '  s3[["peren"]]',
        '  s6["winkel-say-1: In Almelo is een winkel."]',
        '  s8[/"contacts-1 (contacten om te helpen): Hier kun je in {region} terecht."\\]',
        '  s13(["end-1, peren, bessen"])',
      ]),
    )
  })

  it('draws for the fallback region when none is named', () => {
    const { printed } = run(['graph', 'appels'], createDialogTexts())
    expect(printed).not.toContain('Almelo')
  })

  it('says so when there is nothing to draw', () => {
    expect(run(['graph', 'pruimen'], createDialogTexts())).toMatchObject({
      code: 1,
      printed: expect.stringContaining('"pruimen"'),
    })
  })

  it('writes the schemas beside the dialogs', () => {
    const { code, folder } = run(['schemas'], createDialogTexts())
    expect(code).toBe(0)
    expect(readdirSync(join(folder, 'schemas')).sort()).toEqual(Object.keys(generateJsonSchemas()).sort())
  })

  it('writes the pages of docs', () => {
    const { code, folder, printed } = run(['docs'], createDialogTexts())
    expect(code).toBe(0)
    expect(readdirSync(join(folder, 'docs')).sort()).toEqual(['inhoud.md', 'leesbaarheid.md', 'regio-verschillen.md'])
    expect(printed).toContain('inhoud.md')
  })

  it('tells in its last line how the answers read', () => {
    const { printed } = run([], createDialogTexts())
    expect(printed).toMatch(/\nLeesbaarheid: \d+ hoofdantwoorden, gemiddeld \d+,\d woorden per zin, .*\n$/)
  })

  it('writes nothing when the dialogs cannot be read, and says why', () => {
    const texts = createDialogTexts()
    delete texts['crisis.yaml']
    expect(run(['docs'], texts)).toMatchObject({ code: 1, printed: expect.stringContaining('crisis.yaml:1  fout') })
  })

  it('explains itself when it does not understand', () => {
    expect(run(['dansen'], createDialogTexts())).toMatchObject({ code: 2, printed: expect.stringContaining('graph') })
  })
})
