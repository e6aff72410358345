import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCodec } from '../../../src/privacy/codec.ts'
import { openSqliteStore } from '../../../src/store/sqlite/open-sqlite-store.ts'
import type { Engine } from '../../contract/engine.ts'

/** A key that opens nothing outside the tests. */
export const testKey = { id: 'test', key: new Uint8Array(32).fill(7) }

/** The embedded engine on a file of its own in the system's folder for such files. */
export const sqliteEngine: Engine = {
  name: 'SQLite',
  async create() {
    const folder = await makeFolder()
    const file = join(folder, 'data', 'opstap.sqlite')
    return {
      open: () => openSqliteStore({ file, codec: createCodec([testKey]) }),
      remove: () => removeFolder(folder),
    }
  },
}

/** Makes an empty folder for one test. */
export function makeFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'opstap-store-'))
}

/** Removes the folder of one test and everything in it. */
export function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true })
}
