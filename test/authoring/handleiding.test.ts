import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { checkReached } from '../../src/authoring/check-reached.ts'
import { runContentCommand } from '../../src/authoring/content-command.ts'
import { runScripts } from '../../src/authoring/run-scripts.ts'
import { createTalk } from '../../src/authoring/talk.ts'
import { tryHelp } from '../../src/authoring/try-texts.ts'
import { describeFinding } from '../../src/content/finding-texts.ts'
import { loadContent } from '../../src/content/load-content.ts'
import { createTrainOnce } from '../../src/content/train-once.ts'
import { createUnderstand } from '../../src/understanding/create-understand.ts'
import { createDialogTexts, type DialogTexts, writeDialogs } from '../content/dialog-folder.ts'

const manual = readFileSync('docs/handleiding-inhoud.md', 'utf8')

/** The files that the manual shows whole: path inside the repository -> text. */
const files = new Map(
  [...manual.matchAll(/```yaml\n(# yaml-language-server: \S+\n# (dialogs\/\S+\.yaml)\n.*?)```/gs)].map(
    ([, text = '', path = '']) => [path, text],
  ),
)

/** Lines of output that the manual shows. */
const shownFindings = [...manual.matchAll(/^ *(fout \[.*)$/gm)].map(([, line = '']) => forgetLines(line))

describe('the ninth region of the manual', () => {
  const folder = mkdtempSync(join(tmpdir(), 'opstap-manual-'))
  cpSync('dialogs', folder, { recursive: true })
  for (const [path, text] of files) writeFileSync(join(folder, path.replace('dialogs/', '')), text)
  const before = loadContent('dialogs').findings.map(({ message }) => message)
  const { usable, findings } = loadContent(folder, new Date('2026-11-22T12:00:00Z'))
  const understand = usable && createUnderstand(usable.training, createTrainOnce())

  it('is shown as three files', () => {
    expect([...files.keys()]).toEqual([
      'dialogs/regions/zwolle.yaml',
      'dialogs/tests/regio-zwolle.yaml',
      'dialogs/en/regions/zwolle.yaml',
    ])
  })

  it('gives no finding of its own', () => {
    const own = findings.filter(({ message }) => !before.includes(message))
    expect(own.map(describeFinding)).toEqual([])
    expect(Object.keys(usable?.content.regions ?? {})).toHaveLength(9)
  })

  it('passes its own conversation, which reaches all that the region says', () => {
    if (usable === undefined || understand === undefined) throw new Error('The example of the manual cannot be read.')
    const { findings: said, reached } = runScripts(folder, usable, understand)
    const missed = checkReached(usable, reached)
    expect([...said, ...missed].filter(({ file }) => file.includes('zwolle')).map(describeFinding)).toEqual([])
    expect(reached).toContain('zwolle wie-helpt/wie')
  })

  it('answers somebody who says "ik woon in Zwolle"', () => {
    if (usable === undefined || understand === undefined) throw new Error('The example of the manual cannot be read.')
    const talk = createTalk({ content: usable.content, understand }, new Date('2026-11-23T09:00:00Z'))
    const asked = talk.say(talk.begin().state, 'wie kan mij helpen')
    const { state, replies } = talk.say(asked.state, 'ik woon in Zwolle')
    expect(state.region).toBe('zwolle')
    expect(replies.map(({ text }) => text).join('\n')).toContain('In Zwolle helpt een voorbeeldmaatje je.')
  })
})

describe('the findings that the manual explains', () => {
  const peren = 'topics/peren.yaml'
  const long = 'Als je op een dag merkt dat het werk je veel te zwaar valt moet je bellen.'
  const hard =
    'Een medewerker van de gemeente onderzoekt welke ondersteuning je nodig hebt. Daarna volgt een beslissing over begeleiding.'
  const answer = `  - answer: nieuw
    when: { kleur: [groen] }
    text: Vraag het.
    easier: Vraag het.
    shorter: Vraag het.
    example: Bo is een verzonnen persoon.
    rule: Dat staat in het boek.
    sources: [G2]
`
  it.each([
    ['zin-te-lang', peren, 'Een peer is zacht.', long],
    ['moeilijk', peren, 'Een peer is zacht.', hard],
    ['getal', peren, 'Een peer is zacht.', 'Het duurt acht weken.'],
    ['bedrag', peren, 'Een peer is zacht.', 'Voor € 2 koop je een peer.'],
    ['bron', peren, 'sources: [G2]', 'sources: [G9]'],
    ['vorm', peren, '    easier: Zacht.\n', ''],
    ['verwijzing', 'topics/appels.yaml', '[peren, bessen]', '[peren, besen]'],
    ['yaml', peren, 'title: Over peren', 'title: Over: peren'],
    ['dubbele-zin', peren, '  - mijn peer is nummer 2\n', '  - mijn peer is nummer 1\n'],
    ['niet-getest', peren, '  - handoff:', `${answer}  - handoff:`],
  ])('are printed as the manual shows them: %s', (rule, file, from, to) => {
    const printed = print(change(createDialogTexts(), file, from, to))
    const shown = shownFindings.filter((line) => line.startsWith(`fout [${rule}]`))
    expect(shown).toHaveLength(1)
    expect(printed).toContain(shown[0])
  })
})

/** Lines move when a file grows; which one it is, is not what the manual explains. */
function forgetLines(text: string): string {
  return text.replaceAll(/\.yaml:\d+/g, '.yaml:…')
}

function change(texts: DialogTexts, file: string, from: string, to: string): DialogTexts {
  const before = texts[file] ?? ''
  expect(before).toContain(from)
  return { ...texts, [file]: before.replace(from, () => to) }
}

function print(texts: DialogTexts): string {
  const folder = writeDialogs(texts)
  let printed = ''
  const today = new Date('2026-11-22T12:00:00Z')
  runContentCommand([], {
    folder,
    docsFolder: folder,
    today,
    print: (text) => {
      printed += text
    },
  })
  return forgetLines(printed.replaceAll(folder, 'dialogs'))
}

describe('the manual', () => {
  it('tells about every line that can be typed while trying', () => {
    const words = [...tryHelp.matchAll(/^ {2}(\/\w+)/gm)].map(([, word = '']) => word)
    expect(words).toHaveLength(7)
    expect(words.filter((word) => !manual.includes(`\`${word}`))).toEqual([])
  })

  it('names files and schemas that are there', () => {
    const named = [...manual.matchAll(/dialogs\/(?:schemas\/)?[a-z-]+\.(?:schema\.json|yaml)/g)].map(([path]) => path)
    expect(named.length).toBeGreaterThan(8)
    expect([...new Set(named)].filter((path) => readFileSync(path, 'utf8') === '')).toEqual([])
  })
})
