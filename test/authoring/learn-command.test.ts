import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { openStore as openAppStore } from '../../src/app.ts'
import { runLearnCommand } from '../../src/authoring/learn-command.ts'
import { readConfig } from '../../src/config.ts'
import { createSentenceKeeper } from '../../src/insights/keep-sentences.ts'
import { listSentences } from '../../src/insights/list-sentences.ts'
import type { Store } from '../../src/store/contract.ts'
import { type Bench, createBench } from '../app/program.ts'
import { createDialogTexts, type DialogTexts, writeDialogs } from '../content/dialog-folder.ts'
import { type OpenedStore, openStore } from '../handoff/open-store.ts'

// One test starts the whole program, on a machine that may be busy.
jest.setTimeout(60_000)

let opened: OpenedStore
let folder: string
let printed: string

beforeEach(async () => {
  opened = await openStore()
  folder = writeDialogs(withList())
  printed = ''
})

afterEach(() => opened.remove())

/** Dialogs in which one list ends without an end of line, as some editors leave it. */
function withList(): DialogTexts {
  return { ...createDialogTexts(), 'sentences/peren.txt': '# Wat mensen ook zeggen.\n\nwaar groeit een peer' }
}

interface Kept {
  text: string
  locale?: string
  suggested?: string
}

/** Puts sentences on the list, as a candidate's yes does; they are numbered from 1. */
async function keep(store: Store, ...sentences: Kept[]): Promise<void> {
  const keeper = createSentenceKeeper(store)
  for (const [index, { locale = 'nl', ...words }] of sentences.entries()) {
    const payload = { format: 1, sentenceId: `random-${index}`, locale, day: '2026-11-23', ...words }
    await keeper['keep-sentence']({ payload })
  }
}

const learn = (...args: string[]) => learnWith(opened.store, ...args)

function learnWith(store: Pick<Store, 'list' | 'commit'>, ...args: string[]): Promise<number> {
  const print = (text: string) => {
    printed += text
  }
  return runLearnCommand(args, { folder, store, now: new Date('2026-11-24T09:00:00Z'), print })
}

const listed = async () => (await listSentences(opened.store)).sentences.map(({ text }) => text)
const read = (path: string) => readFileSync(join(folder, path), 'utf8')
const list = () => read('sentences/peren.txt')

describe('npm run learn', () => {
  it('shows the sentences in groups, with what each is taken for and what the candidate chose', async () => {
    await keep(
      opened.store,
      { text: 'zijn er ook druiven' },
      { text: 'hoe sappig is een rijpe peer', suggested: 'peren' },
      { text: 'hoe sappig is zo een rijpe peer', suggested: 'peren' },
    )
    expect(await learn()).toBe(0)
    expect(printed).toMatch(/^Groep g2: 2 zinnen\. Gekozen: peren \(2 keer\)\n/)
    expect(printed).toContain('     2  2026-11-23  nl  hoe sappig is een rijpe peer\n')
    expect(printed).toMatch(
      /hoe sappig is een rijpe peer\n {8}(onderwerp|twijfel|niet begrepen).*\n {8}koos zelf: peren\n/,
    )
    expect(printed).toMatch(/Groep g1: 1 zin\n.*zijn er ook druiven\n/)
    expect(printed).toMatch(/3 zinnen in 2 groepen\./)
  })

  it('says that the list is empty', async () => {
    expect(await learn()).toBe(0)
    expect(printed).toBe('Er staan geen zinnen op de lijst.\n')
  })

  it('shows the list also when the texts have an error', async () => {
    folder = writeDialogs({ ...withList(), 'topics/peren.yaml': 'id: peren\n' })
    await keep(opened.store, { text: 'zijn er ook druiven' })
    expect(await learn()).toBe(0)
    expect(printed).toContain('zijn er ook druiven')
  })

  it('adds a sentence as a line at the end of its file, says where, and takes it off the list', async () => {
    await keep(opened.store, { text: 'hoe sappig is een rijpe peer' }, { text: 'zijn er ook druiven' })
    expect(await learn('add', '1', 'peren')).toBe(0)
    expect(list()).toBe('# Wat mensen ook zeggen.\n\nwaar groeit een peer\nhoe sappig is een rijpe peer\n')
    expect(printed).toBe(`${join(folder, 'sentences/peren.txt')}:4  hoe sappig is een rijpe peer\n`)
    expect(await listed()).toEqual(['zijn er ook druiven'])
  })

  it('adds a whole group, and makes the file when there is none', async () => {
    await keep(
      opened.store,
      { text: 'zijn er ook zoete druiven' },
      { text: 'hoe sappig is een rijpe peer' },
      { text: 'zijn er ook zure zoete druiven' },
    )
    expect(await learn('add', 'g1', 'buiten-bereik')).toBe(0)
    expect(read('sentences/buiten-bereik.txt')).toBe('zijn er ook zoete druiven\nzijn er ook zure zoete druiven\n')
    expect(printed).toMatch(/buiten-bereik\.txt:1 .*\n.*buiten-bereik\.txt:2 .*\n$/)
    expect(await listed()).toEqual(['hoe sappig is een rijpe peer'])
  })

  it('adds a way to say a command, and a sentence of another language to the folder of that language', async () => {
    await keep(opened.store, { text: 'haal er iemand bij' }, { text: 'how red can they get', locale: 'en' })
    expect(await learn('add', '1', 'mens')).toBe(0)
    expect(read('sentences/mens.txt')).toBe('haal er iemand bij\n')
    expect(await learn('add', '2', 'peren')).toBe(1)
    expect(printed).toContain('Het onderwerp "peren" is er niet in de taal en.\n')
    expect(await learn('add', '2', 'appels')).toBe(0)
    expect(read('en/sentences/appels.txt')).toBe('how red can they get\n')
    expect(await listed()).toEqual([])
  })

  it('only shows what it would do with --dry-run', async () => {
    await keep(opened.store, { text: 'hoe sappig is een rijpe peer' })
    const before = list()
    expect(await learn('add', '1', 'peren', '--dry-run')).toBe(0)
    expect(printed).toMatch(/peren\.txt:4 {2}hoe sappig is een rijpe peer\nDit was een proef/)
    expect(await learn('add', '1', 'buiten-bereik', '--dry-run')).toBe(0)
    expect(await learn('drop', '1', '--dry-run')).toBe(0)
    expect(list()).toBe(before)
    expect(existsSync(join(folder, 'sentences/buiten-bereik.txt'))).toBe(false)
    expect(await listed()).toHaveLength(1)
  })

  it('refuses a sentence that stands with another topic, and adds the others', async () => {
    await keep(opened.store, { text: 'Waar groeit een peer?' }, { text: 'hoe rood is een appeltje' })
    expect(await learn('add', '1', '2', 'appels')).toBe(1)
    expect(printed).toContain('Zin 1 staat al bij peren, en blijft op de lijst: Waar groeit een peer?\n')
    expect(read('sentences/appels.txt')).toBe('hoe rood is een appeltje\n')
    expect(await listed()).toEqual(['Waar groeit een peer?'])
  })

  it('writes what two people typed once', async () => {
    await keep(opened.store, { text: 'hoe sappig is een rijpe peer' }, { text: 'Hoe sappig is een rijpe peer?' })
    expect(await learn('add', 'g1', 'peren')).toBe(0)
    expect(
      list()
        .split('\n')
        .filter((line) => /sappig/.test(line)),
    ).toEqual(['hoe sappig is een rijpe peer'])
    expect(await listed()).toEqual([])
  })

  it('writes nothing when the texts could not be used with it', async () => {
    // The words of an example in another order, which the checks refuse.
    await keep(opened.store, { text: 'een peer groeit waar' })
    const before = list()
    expect(await learn('add', '1', 'peren')).toBe(1)
    expect(printed).toContain(`${join(folder, 'sentences/peren.txt')}:4  fout [`)
    expect(printed).toContain('Er is niets geschreven.')
    expect(list()).toBe(before)
    expect(await listed()).toHaveLength(1)
  })

  it('adds nothing to texts that have an error already', async () => {
    folder = writeDialogs({ ...withList(), 'topics/peren.yaml': 'id: peren\n' })
    await keep(opened.store, { text: 'hoe sappig is een rijpe peer' })
    expect(await learn('add', '1', 'peren')).toBe(1)
    expect(printed).toContain('Verbeter die eerst')
    expect(await listed()).toHaveLength(1)
  })

  it('loses nothing and writes nothing twice when it dies after writing', async () => {
    await keep(opened.store, { text: 'hoe sappig is een rijpe peer' })
    const dying = {
      list: opened.store.list.bind(opened.store),
      commit: () => Promise.reject(new Error('The process died here.')),
    }
    await expect(learnWith(dying, 'add', '1', 'peren')).rejects.toThrow('died')
    const written = list()
    expect(written).toContain('hoe sappig is een rijpe peer\n')
    expect(await listed()).toHaveLength(1)
    expect(await learn('add', '1', 'peren')).toBe(0)
    expect(list()).toBe(written)
    expect(await listed()).toEqual([])
  })

  it('takes sentences off the list', async () => {
    await keep(opened.store, { text: 'zijn er ook druiven' }, { text: 'hoe sappig is een rijpe peer' })
    expect(await learn('drop', '1')).toBe(0)
    expect(printed).toBe('Zin 1 gaat van de lijst: zijn er ook druiven\n')
    expect(await listed()).toEqual(['hoe sappig is een rijpe peer'])
  })

  it('says what it does not know, and changes nothing then', async () => {
    await keep(opened.store, { text: 'hoe sappig is een rijpe peer' })
    expect(await learn('add', '1', '9', 'peren')).toBe(1)
    expect(await learn('drop', 'g9')).toBe(1)
    expect(await learn('add', '1', 'kersen')).toBe(1)
    expect(printed).toContain('9 staat niet op de lijst.')
    expect(printed).toContain('g9 staat niet op de lijst.')
    expect(printed).toContain('"kersen" is geen onderwerp')
    expect(await listed()).toHaveLength(1)
  })

  it.each([['dans'], ['add'], ['add', '1'], ['drop'], ['--alles'], ['add', '1', 'peren', '--alles']])(
    'shows how it is used for: %s %s %s',
    async (...args) => {
      expect(await learn(...args.filter((arg) => arg !== undefined))).toBe(2)
      expect(printed).toMatch(/^Gebruik:\n/)
    },
  )
})

describe('npm run learn as a program', () => {
  let bench: Bench
  beforeEach(async () => {
    bench = await createBench()
  })
  afterEach(() => bench.clear())

  it('works on the store and the dialogs of Opstap', async () => {
    const data = join(bench.folder, 'data')
    const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
    const store = await openAppStore(readConfig({ DATA_DIR: data }), quiet)
    await keep(store, { text: 'hoe sappig is een rijpe peer' })
    await store.close()
    const shown = await bench.run({ DIALOGS_DIR: folder }, ['learn'])
    expect(shown).toMatchObject({ code: 0, output: expect.stringContaining('Groep g1: 1 zin\n') })
    const added = await bench.run({ DIALOGS_DIR: folder }, ['learn', 'add', 'g1', 'peren'])
    expect(added).toMatchObject({ code: 0, output: expect.stringContaining('peren.txt:4  hoe sappig') })
    expect(list()).toContain('\nhoe sappig is een rijpe peer\n')
  })
})
