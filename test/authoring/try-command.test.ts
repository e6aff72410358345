import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it, jest } from '@jest/globals'
import { runTryCommand } from '../../src/authoring/try-command.ts'
import { createDialogTexts, type DialogTexts, writeDialogs } from '../content/dialog-folder.ts'
import { startTry, stopAll } from './try-process.ts'

// Some tests start the whole program, on a machine that may be busy.
jest.setTimeout(60_000)

afterEach(stopAll)

async function talk(lines: string[], words: string[] = [], texts: DialogTexts = createDialogTexts()) {
  const [input, output] = [new PassThrough(), new PassThrough()]
  const printed = text(output)
  const clock = { now: () => new Date('2026-11-22T12:00:00Z') }
  input.end(lines.map((line) => `${line}\n`).join(''))
  const code = await runTryCommand(words, { folder: writeDialogs(texts), clock, input, output })
  output.end()
  return { code, output: await printed }
}

/** Saves as many editors do: a new file in the place of the old one. */
function save(folder: string, file: string, from: string, to: string): void {
  const path = join(folder, file)
  const before = readFileSync(path, 'utf8')
  expect(before).toContain(from)
  writeFileSync(`${path}.tmp`, before.replace(from, to))
  renameSync(`${path}.tmp`, path)
}

describe('npm run try', () => {
  it('says what the bot says, under the name of each step, with buttons to choose by number', async () => {
    const { code, output } = await talk(['mijn appel is nummer 3', '2'])
    expect(code).toBe(0)
    expect(output).toContain('appels/vraag\nWelke kleur heeft je appel?\n  1. Rood\n  2. Groen\n')
    expect(output).toContain('appels/over-groen\nEen groene appel is zuur.\n')
    expect(output).toContain('antwoorden: kleur = groen\n')
  })

  it('shows where the conversation stands after each turn', async () => {
    const { output } = await talk(['mijn appel is nummer 3'], ['--regio', 'twente', '--datum', '2026-11-23'])
    expect(output).toContain('  regio: twente | taal: nl | dag: 2026-11-23\n')
    expect(output).toContain('  wacht op: een antwoord op appels/vraag\n')
    expect(output).toContain('  gepauzeerd: - | laatste antwoord: -\n')
  })

  it('writes no cursor codes and no colours into a pipe, and ends well at the end of the input', async () => {
    const program = startTry(writeDialogs(createDialogTexts()))
    program.type('mijn peer is nummer 3')
    const { code, output } = await program.end()
    expect(code).toBe(0)
    expect(output).not.toContain('\u001b')
    expect(output).toMatch(/^> mijn peer is nummer 3$/m)
    expect(output.endsWith('Tot de volgende keer.\n')).toBe(true)
  })

  it('moves to another region, day and language, and says what does not exist', async () => {
    const lines = [
      '/regio twente',
      '/regio mars',
      '/datum 2027-07-02',
      '/datum morgen',
      '/taal en',
      '/taal xx',
      '/dans',
    ]
    const { output } = await talk(lines)
    expect(output).toContain('regio: twente | taal: nl')
    expect(output).toMatch(/Regio "mars" bestaat niet\. Kies uit: .*twente/)
    expect(output).toContain('regio: twente | taal: nl | dag: 2027-07-02')
    expect(output).toContain('"morgen" is geen dag.')
    expect(output).toContain('taal: en | dag: 2027-07-02')
    expect(output).toContain('Taal "xx" is er niet. Kies uit: nl, en.')
    expect(output).toContain('/dans ken ik niet.')
  })

  it('gives the answer of the chosen day', async () => {
    const lines = ['mijn appel is nummer 3', '2']
    const now = await talk(lines, ['--regio', 'landelijk', '--datum', '2026-11-23'])
    const later = await talk(lines, ['--regio', 'landelijk', '--datum', '2027-07-02'])
    expect(now.output).toContain('appels/kopen\n')
    expect(later.output).toContain('appels/kopen-later\n')
  })

  it('says a message again in the region and the language that were chosen since', async () => {
    const { output } = await talk(['mijn appel is nummer 3', '/regio Twente', '/taal EN', '/nogeens'])
    const again = output.split('> /nogeens')[1]
    expect(again).toContain('regio: twente | taal: en')
  })

  it('tells what was understood of the last message', async () => {
    const { output } = await talk(['/uitleg', 'mijn peer is nummer 3', '/uitleg'])
    expect(output).toContain('Je hebt nog niets gezegd.')
    expect(output).toMatch(/"mijn peer is nummer 3"\n {2}onderwerp peren, \d+ % zeker/)
  })

  it('begins anew, and stops when asked: what comes after is not heard', async () => {
    const { code, output } = await talk(['mijn appel is nummer 3', '1', '/opnieuw', '/stop', 'mijn peer is nummer 3'])
    expect(code).toBe(0)
    expect(output.split('/opnieuw')[1]).toContain('antwoorden: -\n')
    expect(output).not.toContain('> mijn peer')
  })

  it.each([
    ['an unknown option', ['--regoi', 'twente']],
    ['a region that does not exist', ['--regio', 'mars']],
    ['a day that does not exist', ['--datum', '2027-02-30']],
  ])('refuses %s', async (_name, words) => {
    const { code, output } = await talk([], words)
    expect(code).toBe(2)
    expect(output).toMatch(/bestaat niet|is geen dag|Gebruik:/)
  })

  it('names what is wrong when the texts cannot be read', async () => {
    const texts = createDialogTexts()
    texts['topics/appels.yaml'] = 'id: appels\nflow: ['
    const { code, output } = await talk(['hallo'], [], texts)
    expect(code).toBe(1)
    expect(output).toMatch(/topics\/appels\.yaml:\d+ {2}fout \[/)
  })
})

describe('saving a file while trying', () => {
  it('goes on at the same question with the new words', async () => {
    const folder = writeDialogs(createDialogTexts())
    const program = startTry(folder)
    program.type('mijn appel is nummer 3')
    await program.prints('wacht op: een antwoord op appels/vraag')
    save(folder, 'topics/appels.yaml', 'Welke kleur heeft je appel?', 'Welke kleur heeft die appel van jou?')
    await program.prints('Opnieuw gelezen')
    await program.prints('Welke kleur heeft die appel van jou?')
    program.type('1')
    await program.prints('appels/over-rood')
    expect((await program.end()).code).toBe(0)
  })

  it('keeps the old words while there are errors, names them with file and line, and goes on when they are gone', async () => {
    const folder = writeDialogs(createDialogTexts())
    const program = startTry(folder)
    await program.prints('wacht op')
    save(folder, 'topics/peren.yaml', 'Een peer is zacht.', 'Een peer is zacht en rijp!')
    const lines = readFileSync(join(folder, 'topics/peren.yaml'), 'utf8').split('\n')
    const line = lines.findIndex((each) => each.includes('zacht en rijp!')) + 1
    await program.prints(`topics/peren.yaml:${line}  fout [uitroepteken]`)
    await program.prints('Je praat verder met de vorige tekst.')
    program.type('/regio twente')
    await program.prints('regio: twente')
    program.type('mijn peer is nummer 3')
    await program.prints('Een peer is zacht.')
    await program.prints('wacht op')
    save(folder, 'topics/peren.yaml', 'zacht en rijp!', 'zacht en rijp.')
    await program.prints('Opnieuw gelezen')
    program.type('/nogeens')
    await program.prints('Een peer is zacht en rijp.')
    expect((await program.end()).code).toBe(0)
  })

  it('says so when the place where the conversation was is gone', async () => {
    const folder = writeDialogs(createDialogTexts())
    const program = startTry(folder)
    program.type('mijn appel is nummer 3')
    await program.prints('wacht op: een antwoord op appels/vraag')
    save(folder, 'topics/appels.yaml', '    id: vraag\n', '    id: andere-vraag\n')
    const edited = readFileSync(join(folder, 'en/topics/appels.yaml'), 'utf8').replace('  vraag:', '  andere-vraag:')
    writeFileSync(join(folder, 'en/topics/appels.yaml'), edited)
    await program.prints('De stap appels/vraag is er niet meer.')
    await program.prints('wacht op: niets, alles mag')
    expect((await program.end()).code).toBe(0)
  })
})
