import { beforeAll, describe, expect, it } from '@jest/globals'
import { runScripts, type ScriptResults } from '../../src/authoring/run-scripts.ts'
import { loadContent, type UsableContent } from '../../src/content/load-content.ts'
import { createTrainOnce } from '../../src/content/train-once.ts'
import { createUnderstand } from '../../src/understanding/create-understand.ts'
import type { Understand } from '../../src/understanding/meaning.ts'
import { createDialogTexts, writeDialogs } from '../content/dialog-folder.ts'

let usable: UsableContent
let understand: Understand

beforeAll(() => {
  const loaded = loadContent(writeDialogs(createDialogTexts())).usable
  if (loaded === undefined) throw new Error('nothing was loaded')
  usable = loaded
  understand = createUnderstand(usable.training, createTrainOnce())
})

/** Holds conversations as an author writes them. */
function run(...conversations: string[]): ScriptResults {
  const { 'tests/fruit.yaml': _left, ...texts } = createDialogTexts()
  const tests = conversations.map((text, index) => [`tests/${index}.yaml`, text])
  return runScripts(writeDialogs({ ...texts, ...Object.fromEntries(tests) }), usable, understand)
}

const messages = ({ findings }: ScriptResults) => findings.map(({ message }) => message)

const red = `- title: Als iemand een rode appel heeft
  gesprek:
    - als: mijn appel is nummer 1
      dan: [appels/say-1, appels/vraag]
    - als: Rood
      dan: [appels/over-rood]
`

describe('runScripts', () => {
  it('finds nothing where the bot says what was written', () => {
    const { findings, count } = run(red)
    expect(findings).toEqual([])
    expect(count).toBe(1)
  })

  it('counts the conversations of all files', () => {
    expect(run(red + red, red).count).toBe(3)
  })

  it('finds nothing and reaches nothing without conversations', () => {
    expect(run()).toEqual({ findings: [], reached: new Set(), count: 0 })
  })

  it('keeps what was said, also by region and by language', () => {
    const { reached } = run(red)
    expect([...reached]).toEqual(
      expect.arrayContaining(['appels/over-rood', 'landelijk appels/over-rood', 'nl: appels/over-rood', 'peren/say-1']),
    )
    expect(reached).not.toContain('appels/over-groen')
    expect(reached).not.toContain('twente appels/over-rood')
  })

  it('begins in the region that is named, and says what is said there', () => {
    const { findings, reached } = run(`- title: Als iemand in Twente een groene appel heeft
  regio: twente
  gesprek:
    - als: mijn appel is nummer 1
    - als: Groen
      dan: [appels/over-groen, appels/winkel-say-1, appels/contacts-1]
      zegt: [In Twente is een groene appel zoet, sleutelfiguur, '053 123 45 67']
      zegt-niet: [zuur]
`)
    expect(findings).toEqual([])
    expect(reached).toContain('twente appels/over-groen')
  })

  it.each([
    ['2026-12-31', '€ 1,50', 'kopen'],
    ['2027-01-01', '€ 2,00', 'kopen'],
    ['2027-07-01', 'Vraag daar', 'kopen-later'],
  ])('takes place on the day that is named: on %s it says "%s"', (day, words, answer) => {
    const results = run(`- title: Als iemand appels koopt
  datum: ${day}
  gesprek:
    - als: mijn appel is nummer 1
    - als: Groen
      dan: [appels/${answer}]
      zegt: ['${words}']
`)
    expect(messages(results)).toEqual([])
  })

  it('takes place in the language that is named', () => {
    const { findings, reached } = run(`- title: Als iemand Engels spreekt
  taal: en
  gesprek:
    - als: mijn apple is nummer 1
      dan: [appels/say-1]
      zegt: [Many people think of apples.]
      knoppen: [Red, Green]
`)
    expect(findings).toEqual([])
    expect(reached).toContain('en: appels/say-1')
  })

  it('allows something in between, but no other order', () => {
    const written = (steps: string) => run(red.replace('[appels/say-1, appels/vraag]', steps))
    expect(messages(written('[appels/vraag]'))).toEqual([])
    expect(messages(written('[appels/vraag, appels/say-1]'))).toEqual([
      expect.stringContaining(
        'zegt de bot appels/say-1 op een andere plek. De volgorde is: appels/say-1, appels/vraag.',
      ),
    ])
  })

  it('stops a conversation that went another way, and goes on with the next', () => {
    const { findings, count, reached } = run(red.replace('appels/vraag]', 'peren/say-1]') + red)
    expect(findings).toMatchObject([{ rule: 'gesprek', line: 4 }])
    expect(count).toBe(2)
    expect(reached).toContain('appels/over-rood')
  })

  it('reports all words and buttons that are not as written, with the buttons that are there', () => {
    const { findings } = run(`- title: Als iemand een appel heeft
  gesprek:
    - als: mijn appel is nummer 1
      zegt: [mensen denken, dieren denken]
      zegt-niet: [peren, appels]
      knoppen: [Rood, Geel]
`)
    expect(findings).toMatchObject([
      { line: 4, message: 'In het antwoord staat niet "dieren denken".' },
      { line: 5, message: expect.stringContaining('"appels"') },
      { line: 6, message: 'Er is geen knop "Geel".', hint: expect.stringContaining('Rood, Groen, Weet ik niet') },
    ])
  })

  it('reports a region that does not exist and holds no conversation there', () => {
    const { findings, count } = run(red.replace('  gesprek:', '  regio: salland\n  gesprek:'))
    expect(findings).toMatchObject([{ rule: 'gesprek', line: 2, message: expect.stringContaining('"salland"') }])
    expect(count).toBe(0)
  })

  it('reports a file of another form and holds the others', () => {
    const { findings, count } = run('- title: Zonder gesprek\n', red)
    expect(findings).toMatchObject([{ rule: 'vorm', line: 1 }])
    expect(count).toBe(1)
  })
})
