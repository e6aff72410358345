import { describe, expect, it } from '@jest/globals'
import { findingTexts } from '../../src/content/finding-texts.ts'
import { describeBreakages } from './breakage.ts'
import { amountBreakages } from './breakages/check-amounts.ts'
import { buttonBreakages } from './breakages/check-buttons.ts'
import { contactBreakages } from './breakages/check-contacts.ts'
import { crisisBreakages } from './breakages/check-crisis.ts'
import { dateBreakages } from './breakages/check-dates.ts'
import { exampleBreakages } from './breakages/check-examples.ts'
import { flowBreakages, shapeBreakages } from './breakages/check-flows.ts'
import { hearsBreakages } from './breakages/check-hears.ts'
import { lengthBreakages, wordBreakages } from './breakages/check-language.ts'
import { menuBreakages } from './breakages/check-menu.ts'
import { otherLanguageBreakages } from './breakages/check-other-languages.ts'
import { nameBreakages, neededNameBreakages } from './breakages/check-references.ts'
import { municipalityBreakages, regionBreakages } from './breakages/check-regions.ts'
import { sourceBreakages, variableBreakages } from './breakages/check-sources.ts'
import { successionBreakages } from './breakages/check-succession.ts'
import { translationBreakages } from './breakages/check-translations.ts'
import { formBreakages, yamlBreakages } from './breakages/parse-dialog-file.ts'
import { fileBreakages } from './breakages/read-dialogs.ts'
import { conversationBreakages } from './breakages/run-scripts.ts'

/** What the issue asks for at least. */
const minKinds = 40

const groups = {
  'a file that is not there, or not read': fileBreakages,
  'a file that is no YAML': yamlBreakages,
  'a file of the wrong form': formBreakages,
  'a name of nothing': nameBreakages,
  'a name the program needs': neededNameBreakages,
  'the menu': menuBreakages,
  'a region': regionBreakages,
  'a municipality': municipalityBreakages,
  'a contact': contactBreakages,
  'a source': sourceBreakages,
  'a variable': variableBreakages,
  'an amount': amountBreakages,
  'an answer that takes over': successionBreakages,
  'a help number': crisisBreakages,
  'a date': dateBreakages,
  'a button': buttonBreakages,
  'what a choice hears': hearsBreakages,
  'an example sentence': exampleBreakages,
  'the shape of a topic': shapeBreakages,
  'a path through a topic': flowBreakages,
  'the length of a text': lengthBreakages,
  'the words of a text': wordBreakages,
  'a translation': translationBreakages,
  'another language': otherLanguageBreakages,
  'a conversation of an author': conversationBreakages,
}

const all = Object.values(groups).flat()
const kinds = Object.keys(findingTexts)

describe('npm run content', () => {
  for (const [title, breakages] of Object.entries(groups)) describeBreakages(title, breakages)

  it(`is tested with ${all.length} broken files, of each of the ${kinds.length} kinds of mistakes it knows`, () => {
    expect(kinds.length).toBeGreaterThanOrEqual(minKinds)
    expect([...new Set<string>(all.map(({ kind }) => kind))].sort()).toEqual([...kinds].sort())
  })
})
