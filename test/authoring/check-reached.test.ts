import { describe, expect, it } from '@jest/globals'
import { checkReached } from '../../src/authoring/check-reached.ts'
import { runScripts } from '../../src/authoring/run-scripts.ts'
import { loadContent, type UsableContent } from '../../src/content/load-content.ts'
import { createTrainOnce } from '../../src/content/train-once.ts'
import { createUnderstand } from '../../src/understanding/create-understand.ts'
import { createDialogTexts, type DialogTexts, writeDialogs } from '../content/dialog-folder.ts'

function load(texts: DialogTexts): { folder: string; usable: UsableContent } {
  const folder = writeDialogs(texts)
  const { usable } = loadContent(folder)
  if (usable === undefined) throw new Error('nothing was loaded')
  return { folder, usable }
}

function findUntested(texts: DialogTexts): string[] {
  const { folder, usable } = load(texts)
  const { reached } = runScripts(folder, usable, createUnderstand(usable.training, createTrainOnce()))
  return checkReached(usable, reached).map(
    ({ file, line, message }) => `${file.slice(folder.length + 1)}:${line} ${message}`,
  )
}

/** The conversations of the small dialogs without the one of that title. */
function leaveOut(title: string): DialogTexts {
  const texts = createDialogTexts()
  const conversations = (texts['tests/fruit.yaml'] ?? '').split(/^(?=- title)/m)
  const left = conversations.filter((each) => !each.includes(title))
  expect(left).toHaveLength(conversations.length - 1)
  return { ...texts, 'tests/fruit.yaml': left.join('') }
}

const lineOf = (text: string | undefined, words: string) =>
  (text ?? '').split('\n').findIndex((line) => line.includes(words)) + 1

describe('checkReached', () => {
  it('finds nothing when conversations come to every step', () => {
    expect(findUntested(createDialogTexts())).toEqual([])
  })

  it('finds every step of a topic that nobody talks about, at its line', () => {
    const { 'topics/bessen.yaml': bessen } = createDialogTexts()
    expect(findUntested(leaveOut('over bessen begint'))).toEqual([
      `topics/bessen.yaml:${lineOf(bessen, '- say: Veel')} Geen gesprek in dialogs/tests komt bij bessen/say-1.`,
      `topics/bessen.yaml:${lineOf(bessen, '- handoff:')} Geen gesprek in dialogs/tests komt bij bessen/handoff-1.`,
    ])
  })

  it('finds the answer of another day, in the general flow and in that of a region', () => {
    const { 'topics/appels.yaml': appels } = createDialogTexts()
    const finding = `topics/appels.yaml:${lineOf(appels, '- answer: kopen-later')} Geen gesprek in dialogs/tests komt bij appels/kopen-later.`
    expect(findUntested(leaveOut('in de zomer van 2027'))).toEqual([finding, finding])
  })

  it('wants an answer that a region says differently to be said in that region', () => {
    const texts = createDialogTexts()
    const elsewhere = (texts['tests/fruit.yaml'] ?? '')
      .replace('  regio: twente\n', '')
      .replace(/dan:.*\n\s+zegt: .*\n\s+zegt-niet: .*\n/, '')
    const { 'regions/twente.yaml': twente } = texts
    const untested = findUntested({ ...texts, 'tests/fruit.yaml': elsewhere })
    expect(untested).toContain(
      `regions/twente.yaml:${lineOf(twente, 'over-groen:')} Geen gesprek in dialogs/tests komt bij appels/over-groen.`,
    )
  })

  it('does not ask for what says nothing: a jump, an end, a question for the region', () => {
    const { usable } = load(createDialogTexts())
    const messages = checkReached(usable, new Set()).map(({ message }) => message)
    expect(messages.filter((message) => /goto-1|end-1|ask-region-1/.test(message))).toEqual([])
    expect(messages.filter((message) => /say-1|contacts-1|ladder-1/.test(message))).not.toEqual([])
  })
})
