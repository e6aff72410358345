import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { readContent } from '../../src/content/load-content.ts'
import type { Content } from '../../src/conversation/content.ts'
import { createCodec } from '../../src/privacy/codec.ts'
import type { Store } from '../../src/store/contract.ts'
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts'
import { keepContentVersions } from '../../src/turn/content-versions.ts'
import { sampleContent } from '../conversation/sample-content.ts'

let folder: string
let store: Store

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'opstap-content-'))
  const codec = createCodec([{ id: 'test', key: Buffer.alloc(32, 7) }])
  store = await openSqliteStore({ file: join(folder, 'test.sqlite'), codec })
})

afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('keepContentVersions', () => {
  it('gives back the written content as it was, closed days of an office too, after other content came', async () => {
    const { content } = readContent(join(import.meta.dirname, '..', '..', 'dialogs'))
    await keepContentVersions(store, content)
    const later = await keepContentVersions(store, { ...content, version: 'later' })
    expect(await later.find(content.version)).toStrictEqual(content)
  })

  it('puts the crisis words of now in content of before', async () => {
    const before = sampleContent()
    await keepContentVersions(store, { ...before, version: 'before' })
    const current = sampleContent()
    const words = current.locales.nl
    if (words !== undefined) words.crisis = { ...words.crisis, help: ['newer'] }
    const kept = await (await keepContentVersions(store, current)).find('before')
    expect(kept?.locales.nl?.crisis.help).toEqual(['newer'])
  })

  it('puts what newer rules say in content of before, and keeps the words that it has', async () => {
    const before: Partial<Content> = { ...sampleContent(), version: 'before' }
    delete before.otherLanguages
    const words = before.locales?.nl
    if (words !== undefined) {
      const { 'other-language': _newer, ...older } = words.phrases
      Object.assign(words, { phrases: { ...older, menu: { texts: ['older menu'], choices: [] } } })
    }
    const { version: _version, ...rest } = sampleContent()
    await keepContentVersions(store, { ...rest, ...before, version: 'before' })
    const kept = await (await keepContentVersions(store, sampleContent())).find('before')
    expect(kept?.otherLanguages).toEqual(sampleContent().otherLanguages)
    expect(kept?.locales.nl?.phrases['other-language'].texts).toEqual(['other-language'])
    expect(kept?.locales.nl?.phrases.menu.texts).toEqual(['older menu'])
  })

  it('finds nothing for a version that was never kept', async () => {
    const contents = await keepContentVersions(store, sampleContent())
    expect(await contents.find('unknown')).toBeUndefined()
  })
})
