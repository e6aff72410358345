import { describe, expect, it } from '@jest/globals'
import { readDialogs } from '../../src/content/read-dialogs.ts'
import { createDialogTexts, writeDialogs } from './dialog-folder.ts'

describe('readDialogs', () => {
  it('reports a file that is missing by its name', () => {
    const { 'crisis.yaml': _left, ...texts } = createDialogTexts()
    const folder = writeDialogs(texts)
    expect(readDialogs(folder).findings).toMatchObject([{ rule: 'bestand', file: `${folder}/crisis.yaml`, line: 1 }])
  })

  it('reports a folder without topics', () => {
    const texts = Object.entries(createDialogTexts()).filter(([path]) => !path.startsWith('topics/'))
    const folder = writeDialogs(Object.fromEntries(texts))
    expect(readDialogs(folder).findings).toMatchObject([{ rule: 'bestand', file: `${folder}/topics` }])
  })

  it('reports a file that would silently not be read', () => {
    const folder = writeDialogs({ ...createDialogTexts(), 'topics/pruimen.yml': 'id: pruimen', 'extra.yaml': '' })
    const files = readDialogs(folder).findings.map(({ file }) => file)
    expect(files).toEqual([`${folder}/extra.yaml`, `${folder}/topics/pruimen.yml`])
  })

  it('reads a folder with a name of two letters as another language', () => {
    const { dialogs } = readDialogs(writeDialogs(createDialogTexts()))
    expect(dialogs?.translations.map(({ locale, topics, regions }) => [locale, topics.length, regions.length])).toEqual(
      [['en', 1, 2]],
    )
  })

  it('reports a file of another language that is missing', () => {
    const { 'en/words.yaml': _left, ...texts } = createDialogTexts()
    const folder = writeDialogs(texts)
    expect(readDialogs(folder).findings).toMatchObject([{ rule: 'bestand', file: `${folder}/en/words.yaml` }])
  })

  it('leaves notes of authors alone', () => {
    const folder = writeDialogs({ ...createDialogTexts(), 'LEESMIJ.md': '', 'topics/notities.md': '' })
    expect(readDialogs(folder).findings).toEqual([])
  })

  it('reports an empty file at its first line', () => {
    const folder = writeDialogs({ ...createDialogTexts(), 'commands.yaml': '' })
    expect(readDialogs(folder).findings).toMatchObject([{ rule: 'vorm', file: `${folder}/commands.yaml`, line: 1 }])
  })

  it('reports what is wrong in every file, not only in the first', () => {
    const folder = writeDialogs({ ...createDialogTexts(), 'crisis.yaml': 'help: 3', 'commands.yaml': 'commands: 3' })
    const files = new Set(readDialogs(folder).findings.map(({ file }) => file))
    expect(files).toEqual(new Set([`${folder}/commands.yaml`, `${folder}/crisis.yaml`]))
  })

  it('gives no dialogs when anything is wrong', () => {
    const folder = writeDialogs({ ...createDialogTexts(), 'commands.yaml': 'commands: 3' })
    expect(readDialogs(folder).dialogs).toBeUndefined()
    expect(readDialogs(writeDialogs(createDialogTexts())).dialogs?.topics).toHaveLength(3)
  })
})
