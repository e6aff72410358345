import { mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import { type DialogsWatch, watchDialogs } from '../../src/authoring/watch-dialogs.ts'

let watcher: DialogsWatch | undefined

afterEach(() => watcher?.close())

function openFolder(): { folder: string; nextSave: () => Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), 'opstap-watch-'))
  mkdirSync(join(folder, 'topics'))
  writeFileSync(join(folder, 'topics', 'appels.yaml'), '0')
  let tell = () => {}
  watcher = watchDialogs(folder, () => tell(), 20)
  const nextSave = () =>
    new Promise<void>((resolve) => {
      tell = resolve
    })
  return { folder, nextSave }
}

describe('watching dialogs', () => {
  it('tells of a file that is written', async () => {
    const { folder, nextSave } = openFolder()
    const saved = nextSave()
    writeFileSync(join(folder, 'topics', 'appels.yaml'), '1')
    await expect(saved).resolves.toBeUndefined()
  })

  it('tells of a file that an editor replaces by a new one, time after time', async () => {
    const { folder, nextSave } = openFolder()
    for (const text of ['1', '2', '3']) {
      const saved = nextSave()
      writeFileSync(join(folder, 'topics', '.appels.tmp'), text)
      renameSync(join(folder, 'topics', '.appels.tmp'), join(folder, 'topics', 'appels.yaml'))
      await expect(saved).resolves.toBeUndefined()
    }
  })

  it('tells of a file in a folder that is new', async () => {
    const { folder, nextSave } = openFolder()
    const made = nextSave()
    mkdirSync(join(folder, 'en', 'topics'), { recursive: true })
    await made
    const saved = nextSave()
    writeFileSync(join(folder, 'en', 'topics', 'appels.yaml'), '1')
    await expect(saved).resolves.toBeUndefined()
  })
})
