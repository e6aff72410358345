import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createCodec } from '../../src/privacy/codec.ts'
import { dataKeyFile, loadOrCreateDataKey, parseDataKeys } from '../../src/privacy/data-key.ts'

const base64 = (fill: number, length = 32) => Buffer.alloc(length, fill).toString('base64')

describe('parseDataKeys', () => {
  it('reads one key, or several in their order', () => {
    expect(parseDataKeys(`a:${base64(1)}`)).toEqual([{ id: 'a', key: Buffer.alloc(32, 1) }])
    const keys = parseDataKeys(` b-2:${base64(2)},\n a:${base64(1)} \n`)
    expect(keys.map(({ id }) => id)).toEqual(['b-2', 'a'])
    expect(createCodec(keys).decode(createCodec(keys).encode('x', 'p'), 'p')).toBe('x')
  })

  it.each([
    ['nothing', '', /key 1: the id/],
    ['a key without an id', base64(1), /key 1: the id/],
    ['an id with a space', `a b:${base64(1)}`, /key 1: the id/],
    ['no key after the colon', 'a:', /key 1: what follows the colon is not base64/],
    ['what is not base64', 'a:???', /key 1: what follows the colon is not base64/],
    ['a key that is too short', `a:${base64(1, 16)}`, /key 1: it has 16 bytes/],
    ['a comma too many', `a:${base64(1)},`, /key 2: the id/],
    ['an id twice', `a:${base64(1)},a:${base64(2)}`, /two keys have the same id/],
  ])('refuses %s and says what it expects', (_what, text, problem) => {
    const failure = expect.objectContaining({ name: 'DataKeyError', code: 'malformed' })
    expect(() => parseDataKeys(text)).toThrow(failure)
    expect(() => parseDataKeys(text)).toThrow(problem)
    expect(() => parseDataKeys(text)).toThrow(/openssl rand -base64 32/)
  })

  it('names every wrong key at once and repeats none of them', () => {
    const secret = base64(5, 31)
    try {
      parseDataKeys(`a:${secret},b:${base64(1)},C:${secret}`)
      throw new Error('Expected a refusal.')
    } catch (error) {
      expect(String(error)).toMatch(/key 1: it has 31 bytes; key 3: the id/)
      expect(String(error)).not.toContain(secret)
    }
  })
})

describe('loadOrCreateDataKey', () => {
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'opstap-key-'))
  })

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  it('makes a key for the owner only, in a folder that need not be there, and leaves nothing beside it', async () => {
    const data = join(folder, 'new', 'data')
    const keys = await loadOrCreateDataKey(data)
    expect(keys).toHaveLength(1)
    expect(keys[0]?.key).toHaveLength(32)
    expect((await stat(join(data, dataKeyFile))).mode & 0o777).toBe(0o600)
    expect(await readdir(data)).toEqual([dataKeyFile])
  })

  it('gives the same key every time, and another one for another folder', async () => {
    const keys = await loadOrCreateDataKey(folder)
    expect(await loadOrCreateDataKey(folder)).toEqual(keys)
    expect(await loadOrCreateDataKey(join(folder, 'other'))).not.toEqual(keys)
  })

  it('gives everybody the same key when several start at once', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => loadOrCreateDataKey(folder)))
    for (const keys of all) expect(keys).toEqual(all[0])
    expect(await readdir(folder)).toEqual([dataKeyFile])
  })

  it('reads a file with several keys', async () => {
    await writeFile(join(folder, dataKeyFile), `new:${base64(2)},\nold:${base64(1)}\n`)
    expect((await loadOrCreateDataKey(folder)).map(({ id }) => id)).toEqual(['new', 'old'])
  })

  it.each(['', 'nonsense'])('never overwrites a file that holds %j', async (content) => {
    const file = join(folder, dataKeyFile)
    await writeFile(file, content)
    await expect(loadOrCreateDataKey(folder)).rejects.toMatchObject({
      code: 'malformed',
      message: expect.stringContaining(file),
    })
    expect(await readFile(file, 'utf8')).toBe(content)
  })

  it('says which file cannot be used', async () => {
    const notFolder = join(folder, 'plain')
    await writeFile(notFolder, '')
    await expect(loadOrCreateDataKey(notFolder)).rejects.toMatchObject({
      name: 'DataKeyError',
      code: 'unavailable',
      message: expect.stringContaining(notFolder),
    })
  })
})
