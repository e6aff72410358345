import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Codec, Json, Store } from '../../src/store/contract.ts'
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts'

/** A real store in a folder of its own, for one test. */
export interface OpenedStore {
  store: Store
  /** Closes it and removes the folder. */
  remove(): Promise<void>
}

const plainCodec: Codec = {
  encode: (value) => new TextEncoder().encode(JSON.stringify(value)),
  decode: (bytes): Json => JSON.parse(new TextDecoder().decode(bytes)),
}

/** Opens an empty SQLite store. */
export async function openStore(): Promise<OpenedStore> {
  const folder = mkdtempSync(join(tmpdir(), 'opstap-test-'))
  const store = await openSqliteStore({ file: join(folder, 'opstap.sqlite'), codec: plainCodec })
  return {
    store,
    remove: async () => {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
